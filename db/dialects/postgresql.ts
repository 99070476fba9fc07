import { type Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Database } from "../schema.ts";
import type { Engine } from "./dialect.ts";

// count(*) is a bigint; every count here is far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function postgresqlEngine(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  // Without a listener a restarted database server would end this process.
  pool.on("error", () => {});
  return {
    name: "postgresql",
    dialect: new PostgresDialect({ pool }),
    tableOptions: {},
    // PostgreSQL gathers commits of parallel connections itself.
    committer: (db) => (write) => db.transaction().execute(write),
    async scatter(db: Kysely<Database>) {
      await sql`cluster responses using responses_pkey`.execute(db);
    },
    async assertDurable(db: Kysely<Database>) {
      const found = await sql<{ fsync: string; commit: string }>`
        select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(
        db,
      );
      const { fsync, commit } = found.rows[0] ?? {};
      if (fsync !== "on" || commit === "off") {
        throw new Error(
          `PostgreSQL must run with fsync=on and synchronous_commit on; this one has ${fsync}, ${commit}.`,
        );
      }
    },
  };
}
