import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { connect } from "../connect.server.ts";
import { migrateToLatest } from "../migrate.server.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A database of the test server, and the name of the migrated one that new ones are copied from. */
    postgres: { url: string; template: string };
  }
}

/** Vitest's global set-up of the database tests: one PostgreSQL for the run, migrated once. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  const template = `tributary_template_${randomBytes(6).toString("hex")}`;
  try {
    await run(server.url, `create database ${template} template template0 encoding 'UTF8'`);
    const connection = connect(databaseUrl(server.url, template));
    await migrateToLatest(connection).finally(() => connection.close());
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgres", { url: server.url, template });
  return async () => {
    await run(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** One statement on a connection of its own; databases cannot be made inside a transaction. */
export async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
