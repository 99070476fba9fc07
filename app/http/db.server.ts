import { type Connection, connect } from "#db/connect.server.ts";
import type { Commit } from "#db/dialects/dialect.ts";
import { env } from "./env.server.ts";
import { unavailable } from "./errors.server.ts";

// Vite replaces this module on every change in development; the connection outlives it.
const kept = globalThis as { tributaryConnection?: Connection };

/** A database that cannot write just now is an expected failure: one line for the operator, 503 for whoever asked. */
function expectingTrouble(store: Connection): Connection {
  const commit: Commit = (write) =>
    store.commit(write).catch((error) => {
      if (!store.engine.isUnavailable(error)) throw error;
      process.stderr.write(`The database cannot write just now: ${error.message}\n`);
      throw unavailable();
    });
  return { ...store, commit };
}

/** The one connection of this process. */
export function connection(): Connection {
  kept.tributaryConnection ??= expectingTrouble(connect(env().databaseUrl));
  return kept.tributaryConnection;
}

/** What queries run on. */
export const db = () => connection().db;
