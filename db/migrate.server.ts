import { Migrator } from "kysely/migration";
import type { Connection } from "./connect.server.ts";
import { migrations } from "./migrations/index.ts";

/**
 * Brings the schema up to date; the names of what ran. A SQLite file is copied aside first if anything will change it.
 * @throws the first migration's own error; what ran before it stays
 */
export async function migrateToLatest(connection: Connection): Promise<string[]> {
  const migrator = new Migrator({
    db: connection.db,
    provider: { getMigrations: async () => migrations(connection.engine.tableOptions) },
  });
  const pending = (await migrator.getMigrations()).filter((one) => !one.executedAt);
  if (pending.length === 0) return [];
  if (pending.length < Object.keys(migrations(connection.engine.tableOptions)).length) {
    await connection.engine.backUp?.();
  }
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((one) => one.status === "Success").map((one) => one.migrationName);
}
