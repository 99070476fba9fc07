import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Database } from "../schema.ts";

/** What is left of the server's sentence, which may repeat the address, once addresses are erased. */
const reasonErased = "erased";

/**
 * Forgets names, addresses and whatever else a roster said of people, and stops letters to them. Counts, used links and
 * links still out keep working. Call inside a transaction.
 * @returns how many addresses were erased
 */
export async function eraseAddresses(trx: Kysely<Database>, collectorId: string): Promise<number> {
  const ofList = trx.selectFrom("invitations").where("collector_id", "=", collectorId).select("id");
  await trx
    .updateTable("mail_messages")
    .set({ state: "cancelled", next_at: null })
    .where("state", "=", "queued")
    .where("invitation_id", "in", ofList)
    .execute();
  // A mail server's sentence often repeats the address.
  await trx
    .updateTable("mail_messages")
    .set({ problem: null })
    .where("invitation_id", "in", ofList)
    .execute();
  const erased = await trx
    .updateTable("invitations")
    .set({
      email: null,
      name: null,
      fields: "{}",
      undeliverable: sql<string | null>`case when undeliverable is null then null else ${reasonErased} end`,
    })
    .where("collector_id", "=", collectorId)
    .where((where) =>
      where.or([where("email", "is not", null), where("name", "is not", null), where("fields", "<>", "{}")]),
    )
    .executeTakeFirst();
  return Number(erased.numUpdatedRows);
}

/** The same by a person's decision, which is kept. */
export async function eraseByDecision(
  trx: Kysely<Database>,
  decision: { studyId: string; collectorId: string; slug: string; accountId: string; now: string },
): Promise<number> {
  const erased = await eraseAddresses(trx, decision.collectorId);
  await trx
    .insertInto("decisions")
    .values({
      id: randomUUID(),
      study_id: decision.studyId,
      account_id: decision.accountId,
      decided_at: decision.now,
      action: "erase",
      subject: decision.slug,
      reason: String(erased),
    })
    .execute();
  return erased;
}

/** Days after a wave has closed until its lists are erased where nobody chose a day. */
export const addressDays = 30;

/** The day after which a list is erased: as chosen, or a month after its wave has closed. */
export const addressesUntil = (list: { addressesUntil: string | null; closesAt: string }) =>
  list.addressesUntil ??
  new Date(Date.parse(list.closesAt) + addressDays * 86_400_000).toISOString().slice(0, 10);

/** Erases every list whose day is over. Call inside a transaction. @param today YYYY-MM-DD */
export async function eraseExpiredAddresses(trx: Kysely<Database>, today: string): Promise<void> {
  const lists = await trx
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("c.kind", "=", "list")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("invitations as i")
          .select("i.id")
          .whereRef("i.collector_id", "=", "c.id")
          .where("i.email", "is not", null),
      ),
    )
    .select(["c.id", "c.addresses_until as addressesUntil", "w.closes_at as closesAt"])
    .execute();
  for (const list of lists) if (addressesUntil(list) < today) await eraseAddresses(trx, list.id);
}
