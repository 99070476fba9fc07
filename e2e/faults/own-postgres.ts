import { randomBytes } from "node:crypto";
import { startPostgres } from "#db/testing/postgres.ts";
import { databaseUrl, run } from "#db/testing/postgres-setup.ts";

/** An empty PostgreSQL database of its own, gone afterwards. @param admin a database of the same server */
export async function withPostgres<T>(work: (url: string, admin: string) => Promise<T>): Promise<T> {
  const server = await startPostgres();
  const name = `tributary_fault_${randomBytes(6).toString("hex")}`;
  try {
    await run(server.url, `create database ${name} template template0 encoding 'UTF8'`);
    return await work(databaseUrl(server.url, name), server.url);
  } finally {
    await run(server.url, `drop database if exists ${name} with (force)`);
    await server.stop();
  }
}
