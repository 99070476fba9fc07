import type { Kysely } from "kysely";
import type { Closed } from "#app/fieldwork/closing.ts";
import type { Language } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { countResponses } from "./doors.server.ts";

export interface NewResponse {
  id: string;
  studyId: string;
  waveId: string;
  collectorId: string;
  versionId: string;
  language: Language;
  receivedOn: string;
  late: boolean;
  receiptHash: string;
  closed: Closed;
}

/**
 * Records a response once, whatever number of times and from however many requests it is sent, and wipes its draft.
 * Call inside a transaction and acknowledge only after it has committed.
 * @param maxResponses how many the collector takes; counted here so that parallel senders cannot overshoot
 * @returns "recorded" also for a replay; "withdrawn" if the student has taken it back; "full" if there was no room
 */
export async function recordResponse(
  trx: Kysely<Database>,
  response: NewResponse,
  draftKey: string,
  maxResponses: number | null,
): Promise<"recorded" | "withdrawn" | "full"> {
  const known = await findReceipt(trx, response.id);
  if (known === undefined) {
    if (maxResponses !== null) {
      // Touching the collector's row makes parallel senders queue behind one another, on both databases.
      await trx
        .updateTable("collectors")
        .set({ max_responses: maxResponses })
        .where("id", "=", response.collectorId)
        .execute();
      const taken = await countResponses(trx, response.studyId, response.collectorId);
      // Looked up again behind the queue: the place may have gone to this very response, sent twice.
      if (taken >= maxResponses) return (await findReceipt(trx, response.id)) ?? "full";
    }
    const { closed } = response;
    await trx
      .insertInto("responses")
      .values({
        id: response.id,
        study_id: response.studyId,
        wave_id: response.waveId,
        collector_id: response.collectorId,
        version_id: response.versionId,
        language: response.language,
        received_on: response.receivedOn,
        late: response.late ? 1 : 0,
        answers: JSON.stringify(closed.answers),
        words: JSON.stringify(closed.words),
        presented: JSON.stringify(closed.presented),
        page_seconds: JSON.stringify(closed.pageSeconds),
        receipt_hash: response.receiptHash,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
  await trx.deleteFrom("drafts").where("key_hash", "=", draftKey).execute();
  return known === "withdrawn" ? "withdrawn" : "recorded";
}

/** Whether this id has been recorded, or recorded and taken back. */
export async function findReceipt(
  db: Kysely<Database>,
  id: string,
): Promise<"recorded" | "withdrawn" | undefined> {
  const there = await db.selectFrom("responses").select("id").where("id", "=", id).executeTakeFirst();
  if (there) return "recorded";
  const gone = await db
    .selectFrom("withdrawals")
    .select("response_id")
    .where("response_id", "=", id)
    .executeTakeFirst();
  return gone && "withdrawn";
}

/** What a withdrawal code stands for: enough to ask "really delete this?". */
export async function findWithdrawable(db: Kysely<Database>, receiptHash: string) {
  return db
    .selectFrom("responses as r")
    .innerJoin("studies as s", "s.id", "r.study_id")
    .where("r.receipt_hash", "=", receiptHash)
    .select(["r.id", "r.received_on", "s.title", "s.id as study_id", "s.time_zone", "s.synthetic"])
    .executeTakeFirst();
}

/**
 * Deletes a response and all its words. Its id stays behind as a tombstone, so that a late replay from a phone that
 * never saw its receipt cannot bring it back. Call inside a transaction. Doing it twice is the same as once.
 */
export async function withdrawResponse(
  trx: Kysely<Database>,
  receiptHash: string,
  today: string,
): Promise<boolean> {
  const response = await findWithdrawable(trx, receiptHash);
  if (!response) return false;
  await trx
    .insertInto("withdrawals")
    .values({ response_id: response.id, study_id: response.study_id, withdrawn_on: today })
    .onConflict((conflict) => conflict.column("response_id").doNothing())
    .execute();
  await trx.deleteFrom("responses").where("id", "=", response.id).execute();
  await trx.deleteFrom("decisions").where("subject", "=", response.id).execute();
  return true;
}

/** Keeps the promise of the consent letter: answers of studies past their date are deleted. */
export async function expireResponses(trx: Kysely<Database>, today: string): Promise<void> {
  const over = trx.selectFrom("studies").select("id").where("keep_until", "<", today);
  await trx.deleteFrom("responses").where("study_id", "in", over).execute();
  await trx.deleteFrom("withdrawals").where("study_id", "in", over).execute();
}
