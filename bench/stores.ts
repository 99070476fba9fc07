import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { connect } from "#db/connect.server.ts";
import { startPostgres } from "#db/testing/postgres.ts";
import { databaseUrl, run } from "#db/testing/postgres-setup.ts";
import { cpuOfFamily, parentOf } from "./cpu.ts";
import { cacheFolder } from "./places.ts";

/** An empty database to measure on. */
export interface Store {
  name: string;
  url: string;
  /** Milliseconds of CPU of the database's own processes; 0 for SQLite, which has none; NaN if on another machine. */
  cpu(): number;
  remove(): Promise<void>;
}

export const stores: Record<string, () => Promise<Store>> = { sqlite: openSqlite, postgresql: openPostgres };

async function openSqlite(): Promise<Store> {
  const folder = fs.mkdtempSync(path.join(cacheFolder(), "sqlite-"));
  const remove = async () => fs.rmSync(folder, { recursive: true, force: true });
  return { name: "SQLite", url: path.join(folder, "bench.db"), cpu: () => 0, remove };
}

async function openPostgres(): Promise<Store> {
  const server = await startPostgres();
  const name = `tributary_bench_${randomBytes(6).toString("hex")}`;
  await run(server.url, `create database ${name} template template0 encoding 'UTF8'`);
  const url = databaseUrl(server.url, name);
  const connection = connect(url);
  const asked = await sql<{ pid: number; version: string }>`
    select pg_backend_pid() as pid, current_setting('server_version') as version`.execute(connection.db);
  const { pid = 0, version = "" } = asked.rows[0] ?? {};
  const postmaster = parentOf(pid);
  await connection.close();
  const remove = async () => {
    await run(server.url, `drop database if exists ${name} with (force)`);
    await server.stop();
  };
  return { name: `PostgreSQL ${version.split(" ")[0]}`, url, cpu: () => cpuOfFamily(postmaster), remove };
}
