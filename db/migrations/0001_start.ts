import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What a database can do for a table whose key must not reveal the order of arrival. */
export interface TableOptions {
  /** Appended to CREATE TABLE so that rows are kept in key order, where the database offers it. */
  keyOrdered?: RawBuilder<unknown>;
}

export const start = (options: TableOptions): Migration => ({
  // biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and must not follow the living schema
  async up(db: Kysely<any>) {
    const table = (name: string) => db.schema.createTable(name);
    await table("studies")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("slug", "text", (c) => c.notNull().unique())
      .addColumn("title", "text", (c) => c.notNull())
      .addColumn("time_zone", "text", (c) => c.notNull())
      .addColumn("synthetic", "integer", (c) => c.notNull())
      .addColumn("staff_k", "integer", (c) => c.notNull().check(sql`staff_k >= 5`))
      .addColumn("method", "text", (c) => c.notNull())
      .addColumn("keep_until", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await table("accounts")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("email", "text", (c) => c.notNull().unique())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("password_hash", "text", (c) => c.notNull())
      .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
      .addColumn("locked_until", "text")
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await table("members")
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("role", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("members_pk", ["study_id", "account_id"])
      .execute();
    await table("sessions")
      .addColumn("token_hash", "text", (c) => c.notNull().primaryKey())
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .execute();
    await table("instruments")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("code", "text", (c) => c.notNull())
      .addUniqueConstraint("instruments_code", ["study_id", "code"])
      .execute();
    await table("instrument_versions")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("instrument_id", "text", (c) => c.notNull().references("instruments.id"))
      .addColumn("number", "integer", (c) => c.notNull())
      .addColumn("definition", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addUniqueConstraint("instrument_versions_number", ["instrument_id", "number"])
      .execute();
    await table("waves")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("version_id", "text", (c) => c.notNull().references("instrument_versions.id"))
      .addColumn("number", "integer", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("opens_at", "text", (c) => c.notNull())
      .addColumn("closes_at", "text", (c) => c.notNull())
      .addColumn("grace_minutes", "integer", (c) => c.notNull())
      .addColumn("paused", "integer", (c) => c.notNull())
      .addUniqueConstraint("waves_number", ["study_id", "number"])
      .execute();
    await table("collectors")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("wave_id", "text", (c) => c.notNull().references("waves.id"))
      .addColumn("slug", "text", (c) => c.notNull().unique())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("cohort", "text", (c) => c.notNull())
      .addColumn("expected_size", "integer")
      .addColumn("max_responses", "integer")
      .execute();
    const drafts = table("drafts")
      .addColumn("key_hash", "text", (c) => c.notNull().primaryKey())
      .addColumn("collector_id", "text", (c) => c.notNull().references("collectors.id"))
      .addColumn("version_id", "text", (c) => c.notNull().references("instrument_versions.id"))
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("seed", "integer", (c) => c.notNull())
      .addColumn("answers", "text", (c) => c.notNull())
      .addColumn("page", "text", (c) => c.notNull())
      .addColumn("page_seconds", "text", (c) => c.notNull())
      .addColumn("expires_on", "text", (c) => c.notNull());
    await (options.keyOrdered ? drafts.modifyEnd(options.keyOrdered) : drafts).execute();
    await table("break_offs")
      .addColumn("collector_id", "text", (c) => c.notNull().references("collectors.id"))
      .addColumn("page", "text", (c) => c.notNull())
      .addColumn("people", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("break_offs_pk", ["collector_id", "page"])
      .execute();
    const responses = table("responses")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("wave_id", "text", (c) => c.notNull().references("waves.id"))
      .addColumn("collector_id", "text", (c) => c.notNull().references("collectors.id"))
      .addColumn("version_id", "text", (c) => c.notNull().references("instrument_versions.id"))
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("received_on", "text", (c) => c.notNull())
      .addColumn("late", "integer", (c) => c.notNull())
      .addColumn("answers", "text", (c) => c.notNull())
      .addColumn("words", "text", (c) => c.notNull())
      .addColumn("presented", "text", (c) => c.notNull())
      .addColumn("page_seconds", "text", (c) => c.notNull())
      .addColumn("receipt_hash", "text", (c) => c.notNull())
      .addColumn("excluded", "integer", (c) => c.notNull().defaultTo(0));
    await (options.keyOrdered ? responses.modifyEnd(options.keyOrdered) : responses).execute();
    await db.schema
      .createIndex("responses_receipt")
      .unique()
      .on("responses")
      .column("receipt_hash")
      .execute();
    await db.schema
      .createIndex("responses_by_day")
      .on("responses")
      .columns(["study_id", "collector_id", "received_on", "excluded"])
      .execute();
    // Pages through a study in the order of its ids: exports, open answers and columns are read that way.
    await db.schema.createIndex("responses_by_study").on("responses").columns(["study_id", "id"]).execute();
    const withdrawals = table("withdrawals")
      .addColumn("response_id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("withdrawn_on", "text", (c) => c.notNull());
    await (options.keyOrdered ? withdrawals.modifyEnd(options.keyOrdered) : withdrawals).execute();
    await table("decisions")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("decided_at", "text", (c) => c.notNull())
      .addColumn("action", "text", (c) => c.notNull())
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("reason", "text", (c) => c.notNull())
      .execute();
    await table("releases")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("number", "integer", (c) => c.notNull())
      .addColumn("released_at", "text", (c) => c.notNull())
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("responses", "integer", (c) => c.notNull())
      .addColumn("content", "text", (c) => c.notNull())
      .addUniqueConstraint("releases_number", ["study_id", "number"])
      .execute();
    await table("release_files")
      .addColumn("release_id", "text", (c) => c.notNull().references("releases.id"))
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("media_type", "text", (c) => c.notNull())
      .addColumn("bytes", "bytea", (c) => c.notNull())
      .addPrimaryKeyConstraint("release_files_pk", ["release_id", "name"])
      .execute();
    await table("certificates")
      .addColumn("code", "text", (c) => c.notNull().primaryKey())
      .addColumn("name_zh", "text", (c) => c.notNull())
      .addColumn("name_en", "text", (c) => c.notNull())
      .addColumn("issuer_zh", "text", (c) => c.notNull())
      .addColumn("issuer_en", "text", (c) => c.notNull())
      .addColumn("levels", "text", (c) => c.notNull())
      .addColumn("batch", "text")
      .addColumn("majors", "text", (c) => c.notNull())
      .addColumn("source", "text", (c) => c.notNull())
      .addColumn("as_of", "text", (c) => c.notNull())
      .addColumn("synthetic", "integer", (c) => c.notNull())
      .execute();
  },
});
