import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { type Connection, connect } from "../connect.server.ts";
import { migrateToLatest } from "../migrate.server.ts";
import { databaseUrl, run } from "./postgres-setup.ts";

/** A migrated, empty database of its own. `close` also deletes it. */
export interface TestDatabase extends Connection {
  /** What DATABASE_URL would say, for a second connection or a server process. */
  url: string;
}

interface TestDialect {
  name: Connection["dialect"];
  open(): Promise<TestDatabase>;
}

/** Every database the product runs on: `describe.each(databases)("$name", ({ open }) => …)`. */
export const databases: TestDialect[] = [
  { name: "sqlite", open: openSqlite },
  { name: "postgresql", open: openPostgres },
];

async function openSqlite(): Promise<TestDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-sqlite-"));
  const url = path.join(folder, "test.sqlite");
  const connection = connect(url);
  await migrateToLatest(connection);
  return withEnd(connection, url, async () => fs.rmSync(folder, { recursive: true, force: true }));
}

async function openPostgres(): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `tributary_test_${randomBytes(6).toString("hex")}`;
  await run(server.url, `create database ${name} template ${server.template}`);
  const url = databaseUrl(server.url, name);
  return withEnd(connect(url), url, () => run(server.url, `drop database if exists ${name} with (force)`));
}

function withEnd(connection: Connection, url: string, remove: () => Promise<void>): TestDatabase {
  const close = async () => {
    await connection.close();
    await remove();
  };
  return { ...connection, url, close };
}
