import { Migrator } from "kysely/migration";
import type { Connection } from "./connect.server.ts";
import { migrations } from "./migrations/index.ts";

/**
 * Brings the schema up to date; the names of what ran. Everything pending runs in one transaction, so a start that is
 * killed on the way leaves the old schema; of several processes starting together one migrates and the others wait.
 * A SQLite file is copied aside first if anything will change it.
 * @throws the first migration's own error; nothing has changed then
 */
export function migrateToLatest(connection: Connection): Promise<string[]> {
  return connection.engine.alone(() => migrate(connection));
}

async function migrate(connection: Connection): Promise<string[]> {
  const all = migrations(connection.engine.tableOptions);
  const migrator = new Migrator({ db: connection.db, provider: { getMigrations: async () => all } });
  const pending = (await migrator.getMigrations()).filter((one) => !one.executedAt);
  if (pending.length === 0) return [];
  if (pending.length < Object.keys(all).length) await connection.engine.backUp?.();
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((one) => one.status === "Success").map((one) => one.migrationName);
}
