import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Instruments written in the studio: states of a draft, published versions, saved blocks, pictures, imported waves. */
export const instruments = (): Migration => ({
  // biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and must not follow the living schema
  async up(db: Kysely<any>) {
    const table = (name: string) => db.schema.createTable(name);
    const add = (name: string) => db.schema.alterTable(name);
    await table("instrument_drafts")
      .addColumn("instrument_id", "text", (c) => c.notNull().references("instruments.id"))
      .addColumn("number", "integer", (c) => c.notNull())
      .addColumn("definition", "bytea", (c) => c.notNull())
      .addColumn("change", "text", (c) => c.notNull())
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("saved_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("instrument_drafts_pk", ["instrument_id", "number"])
      .execute();
    await add("instrument_versions")
      .addColumn("differences", "text", (c) => c.notNull().defaultTo("[]"))
      .execute();
    await table("saved_blocks")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("content", "text", (c) => c.notNull())
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("saved_at", "text", (c) => c.notNull())
      .execute();
    await table("pictures")
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("media_type", "text", (c) => c.notNull())
      .addColumn("width", "integer", (c) => c.notNull())
      .addColumn("height", "integer", (c) => c.notNull())
      .addColumn("bytes", "bytea", (c) => c.notNull())
      .addPrimaryKeyConstraint("pictures_pk", ["study_id", "name"])
      .execute();
    await add("waves").addColumn("imported", "text").execute();
  },
});
