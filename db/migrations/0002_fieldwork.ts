import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { TableOptions } from "./0001_start.ts";

/** Waves and doors that are run from the studio: kinds of doors, quotas, invitations and their mail, quality, volunteers. */
export const fieldwork = (options: TableOptions): Migration => ({
  // biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and must not follow the living schema
  async up(db: Kysely<any>) {
    const table = (name: string) => db.schema.createTable(name);
    const add = (name: string) => db.schema.alterTable(name);
    await add("collectors")
      .addColumn("kind", "text", (c) => c.notNull().defaultTo("open"))
      .execute();
    await add("collectors")
      .addColumn("closed", "integer", (c) => c.notNull().defaultTo(0))
      .execute();
    await add("collectors").addColumn("addresses_until", "text").execute();
    await add("waves")
      .addColumn("targets", "text", (c) => c.notNull().defaultTo("{}"))
      .execute();
    await add("studies")
      .addColumn("quality", "text", (c) => c.notNull().defaultTo("{}"))
      .execute();
    await add("drafts")
      .addColumn("signals", "text", (c) => c.notNull().defaultTo("[]"))
      .execute();
    await add("responses")
      .addColumn("quality", "text", (c) => c.notNull().defaultTo(""))
      .execute();
    await add("withdrawals").addColumn("collector_id", "text").execute();
    await table("quotas")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("wave_id", "text", (c) => c.notNull().references("waves.id"))
      .addColumn("collector_id", "text", (c) => c.references("collectors.id"))
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("cell", "text", (c) => c.notNull())
      .addColumn("most", "integer", (c) => c.notNull())
      .addColumn("taken", "integer", (c) => c.notNull().defaultTo(0))
      .execute();
    await table("arrivals")
      .addColumn("wave_id", "text", (c) => c.notNull().references("waves.id"))
      .addColumn("hour", "integer", (c) => c.notNull())
      .addColumn("people", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("arrivals_pk", ["wave_id", "hour"])
      .execute();
    await table("invitations")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("collector_id", "text", (c) => c.notNull().references("collectors.id"))
      .addColumn("email", "text")
      .addColumn("name", "text")
      .addColumn("fields", "text", (c) => c.notNull().defaultTo("{}"))
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("spent_by", "text")
      .addColumn("opted_out", "integer", (c) => c.notNull().defaultTo(0))
      .addColumn("undeliverable", "text")
      .addUniqueConstraint("invitations_email", ["collector_id", "email"])
      .execute();
    await table("invitation_links")
      .addColumn("token_hash", "text", (c) => c.notNull().primaryKey())
      .addColumn("invitation_id", "text", (c) => c.notNull().references("invitations.id"))
      .execute();
    await table("mailings")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("collector_id", "text", (c) => c.notNull().references("collectors.id"))
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("body", "text", (c) => c.notNull())
      .addColumn("account_id", "text", (c) => c.notNull().references("accounts.id"))
      .addColumn("created_at", "text", (c) => c.notNull())
      .execute();
    await table("mail_messages")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("mailing_id", "text", (c) => c.notNull().references("mailings.id"))
      .addColumn("invitation_id", "text", (c) => c.notNull().references("invitations.id"))
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
      .addColumn("next_at", "text")
      .addColumn("claimed_at", "text")
      .addColumn("problem", "text")
      .addColumn("sent_on", "text")
      .addUniqueConstraint("mail_messages_once", ["mailing_id", "invitation_id"])
      .execute();
    await db.schema
      .createIndex("mail_messages_due")
      .on("mail_messages")
      .columns(["state", "next_at"])
      .execute();
    await table("opt_outs")
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("address_hash", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("opt_outs_pk", ["study_id", "address_hash"])
      .execute();
    const volunteers = table("volunteers")
      .addColumn("id", "text", (c) => c.notNull().primaryKey())
      .addColumn("study_id", "text", (c) => c.notNull().references("studies.id"))
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("contact", "text", (c) => c.notNull())
      .addColumn("language", "text", (c) => c.notNull());
    await (options.keyOrdered ? volunteers.modifyEnd(options.keyOrdered) : volunteers).execute();
  },
});
