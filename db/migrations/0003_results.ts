import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What results are weighted to, and how closely their numbers may be told. */
export const results = (): Migration => ({
  // biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and must not follow the living schema
  async up(db: Kysely<any>) {
    const add = () => db.schema.alterTable("studies");
    await add()
      .addColumn("margins", "text", (c) => c.notNull().defaultTo("{}"))
      .execute();
    await add()
      .addColumn("disclosure", "text", (c) => c.notNull().defaultTo("standard"))
      .execute();
  },
});
