import { type Connection, connect } from "#db/connect.server.ts";
import { env } from "./env.server.ts";

// Vite replaces this module on every change in development; the connection outlives it.
const kept = globalThis as { tributaryConnection?: Connection };

/** The one connection of this process. */
export function connection(): Connection {
  kept.tributaryConnection ??= connect(env().databaseUrl);
  return kept.tributaryConnection;
}

/** What queries run on. */
export const db = () => connection().db;
