import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { isLanguage, type Language } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { recordDecision } from "./decisions.server.ts";

/** Somebody who offered to be interviewed. Nothing says which answers are theirs, or whether they gave any. */
export interface Volunteer {
  id: string;
  name: string;
  contact: string;
  language: Language;
}

/** Keeps an offer. The same contact again only corrects the name, so a double tap makes nobody twice. */
export async function recordVolunteer(
  trx: Kysely<Database>,
  studyId: string,
  offer: Omit<Volunteer, "id">,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("volunteers")
    .set({ name: offer.name, language: offer.language })
    .where("study_id", "=", studyId)
    .where("contact", "=", offer.contact)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await trx
    .insertInto("volunteers")
    .values({ id: randomUUID(), study_id: studyId, ...offer })
    .execute();
}

/** Everybody who offered, by name: never in the order in which they came. */
export async function listVolunteers(db: Kysely<Database>, studyId: string): Promise<Volunteer[]> {
  const rows = await db
    .selectFrom("volunteers")
    .select(["id", "name", "contact", "language"])
    .where("study_id", "=", studyId)
    .execute();
  const byName = new Intl.Collator("zh-CN");
  return rows
    .map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : ("zh-CN" as const) }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** @returns how many were erased: none when the study has no such volunteer */
export async function deleteVolunteer(trx: Kysely<Database>, studyId: string, id: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom("volunteers")
    .where("study_id", "=", studyId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Erases everybody who offered, and records who did so. Call inside a transaction. */
export async function deleteVolunteers(
  trx: Kysely<Database>,
  erasing: { studyId: string; accountId: string; now: string },
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom("volunteers")
    .where("study_id", "=", erasing.studyId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await recordDecision(trx, { ...erasing, action: "erase", subject: "volunteers", reason: "" });
}

/** Contacts go with the answers: when the date that was promised is over. */
export async function expireVolunteers(trx: Kysely<Database>, today: string): Promise<void> {
  const over = trx.selectFrom("studies").select("id").where("keep_until", "<", today);
  await trx.deleteFrom("volunteers").where("study_id", "in", over).execute();
}
