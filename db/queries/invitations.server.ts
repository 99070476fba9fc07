import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { RosterRow } from "#app/fieldwork/roster.ts";
import type { Database } from "../schema.ts";
import { type Door, findDoor } from "./doors.server.ts";

/** A door with people on a list. */
export interface ListDoor extends Door {
  name: Record<"zh-CN" | "en", string>;
  /** YYYY-MM-DD, once somebody has set it. */
  addressesUntil: string | null;
}

/** A list of this study, by its door's address. */
export async function findListDoor(
  db: Kysely<Database>,
  studyId: string,
  slug: string,
): Promise<ListDoor | undefined> {
  const door = await findDoor(db, slug);
  if (!door || door.study.id !== studyId || door.kind !== "list") return undefined;
  const row = await db
    .selectFrom("collectors")
    .where("id", "=", door.collectorId)
    .select(["name", "addresses_until"])
    .executeTakeFirstOrThrow();
  return { ...door, name: JSON.parse(row.name), addressesUntil: row.addresses_until };
}

/** Every address on a list. */
export async function listAddresses(db: Kysely<Database>, collectorId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("invitations")
    .where("collector_id", "=", collectorId)
    .where("email", "is not", null)
    .select("email")
    .execute();
  return new Set(rows.map((row) => String(row.email)));
}

/** Hashes of the addresses that want no more mail of a study. */
export async function listOptOuts(db: Kysely<Database>, studyId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("opt_outs")
    .where("study_id", "=", studyId)
    .select("address_hash")
    .execute();
  return new Set(rows.map((row) => row.address_hash));
}

/** Further columns of a list that letters may use, in the order of their names. */
export async function listColumns(db: Kysely<Database>, collectorId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("invitations")
    .where("collector_id", "=", collectorId)
    .where("fields", "<>", "{}")
    .select("fields")
    .execute();
  return [...new Set(rows.flatMap((row) => Object.keys(JSON.parse(row.fields))))].sort();
}

/** Adds people to a list. Who is on it already stays as they are. @returns how many were added */
export async function addInvitations(
  trx: Kysely<Database>,
  collectorId: string,
  rows: RosterRow[],
): Promise<number> {
  let added = 0;
  for (let at = 0; at < rows.length; at += 100) {
    const inserted = await trx
      .insertInto("invitations")
      .values(
        rows.slice(at, at + 100).map((one) => ({
          id: randomUUID(),
          collector_id: collectorId,
          email: one.email,
          name: one.name || null,
          fields: JSON.stringify(one.fields),
          language: one.language,
          spent_by: null,
          undeliverable: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(["collector_id", "email"]).doNothing())
      .returning("id")
      .execute();
    added += inserted.length;
  }
  return added;
}

/** Takes somebody off a list before anything was sent to them. @returns false when it is too late, or nobody */
export async function removeInvitation(
  trx: Kysely<Database>,
  collectorId: string,
  invitationId: string,
): Promise<boolean> {
  const found = await trx
    .selectFrom("invitations as i")
    .where("i.id", "=", invitationId)
    .where("i.collector_id", "=", collectorId)
    .where("i.spent_by", "is", null)
    // Whoever has a link has been written to, or is being written to now.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("invitation_links as l").select("l.token_hash").whereRef("l.invitation_id", "=", "i.id"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mail_messages as m")
            .select("m.id")
            .whereRef("m.invitation_id", "=", "i.id")
            .where("m.state", "in", ["sending", "sent", "unsure", "refused"]),
        ),
      ),
    )
    .select("i.id")
    .executeTakeFirst();
  if (!found) return false;
  await trx.deleteFrom("mail_messages").where("invitation_id", "=", invitationId).execute();
  await trx.deleteFrom("invitations").where("id", "=", invitationId).execute();
  return true;
}

/** What stands for the server's sentence where a person marked the address. */
export const markedByHand = "by hand";

/** Marks an address as one that takes no mail, or takes the mark away. @returns false when nobody is meant */
export async function markUndeliverable(
  trx: Kysely<Database>,
  collectorId: string,
  invitationId: string,
  undeliverable: boolean,
): Promise<boolean> {
  const marked = await trx
    .updateTable("invitations")
    .set({ undeliverable: undeliverable ? markedByHand : null })
    .where("id", "=", invitationId)
    .where("collector_id", "=", collectorId)
    .where("email", "is not", null)
    .where("undeliverable", undeliverable ? "is" : "is not", null)
    .returning("id")
    .executeTakeFirst();
  if (!marked) return false;
  if (undeliverable) await cancelQueued(trx, [invitationId]);
  return true;
}

/** Letters still waiting for these people are not sent. */
export async function cancelQueued(trx: Kysely<Database>, invitationIds: string[]): Promise<void> {
  if (invitationIds.length === 0) return;
  await trx
    .updateTable("mail_messages")
    .set({ state: "cancelled", next_at: null })
    .where("state", "=", "queued")
    .where("invitation_id", "in", invitationIds)
    .execute();
}

/** Sets the day after which a list's names and addresses are erased. */
export async function setAddressesUntil(
  trx: Kysely<Database>,
  collectorId: string,
  day: string,
): Promise<void> {
  await trx.updateTable("collectors").set({ addresses_until: day }).where("id", "=", collectorId).execute();
}
