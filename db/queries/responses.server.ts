import type { Kysely } from "kysely";
import type { Closed } from "#app/fieldwork/closing.ts";
import type { Database } from "../schema.ts";
import { countResponses } from "./doors.server.ts";
import { givePlacesBack, takePlaces } from "./quotas.server.ts";

export interface NewResponse {
  id: string;
  studyId: string;
  waveId: string;
  collectorId: string;
  versionId: string;
  /** The instrument's language it was answered in. */
  language: string;
  receivedOn: string;
  late: boolean;
  receiptHash: string;
  closed: Closed;
}

/**
 * recorded: stored just now · again: it was stored before · withdrawn: the student has taken it back ·
 * full: the door has no room left · quotaFull: it falls into a quota that has none. Only the first stores anything.
 */
export type Recording = "recorded" | "again" | "withdrawn" | "full" | "quotaFull";

/**
 * Records a response once, whatever number of times and from however many requests it is sent, and wipes its draft.
 * Call inside a transaction and acknowledge only after it has committed.
 * @param maxResponses how many the collector takes; counted here so that parallel senders cannot overshoot
 */
export async function recordResponse(
  trx: Kysely<Database>,
  response: NewResponse,
  draftKey: string,
  maxResponses: number | null,
): Promise<Recording> {
  let outcome: Recording = (await findKnown(trx, response.id)) ?? (await store(trx, response, maxResponses));
  // Looked up again behind the queue: the place may have gone to this very response, sent twice.
  if (outcome === "full" || outcome === "quotaFull") outcome = (await findKnown(trx, response.id)) ?? outcome;
  if (outcome === "full" || outcome === "quotaFull") return outcome;
  await trx.deleteFrom("drafts").where("key_hash", "=", draftKey).execute();
  return outcome;
}

async function findKnown(db: Kysely<Database>, id: string): Promise<"again" | "withdrawn" | undefined> {
  const receipt = await findReceipt(db, id);
  return receipt === "recorded" ? "again" : receipt;
}

/** A response as it is stored. */
export const responseRow = ({ closed, ...response }: NewResponse) => ({
  id: response.id,
  study_id: response.studyId,
  wave_id: response.waveId,
  collector_id: response.collectorId,
  version_id: response.versionId,
  language: response.language,
  received_on: response.receivedOn,
  late: response.late ? (1 as const) : (0 as const),
  answers: JSON.stringify(closed.answers),
  words: JSON.stringify(closed.words),
  presented: JSON.stringify(closed.presented),
  page_seconds: JSON.stringify(closed.pageSeconds),
  quality: JSON.stringify(closed.quality),
  receipt_hash: response.receiptHash,
});

async function store(
  trx: Kysely<Database>,
  response: NewResponse,
  maxResponses: number | null,
): Promise<Recording> {
  const { closed, waveId, collectorId } = response;
  if (maxResponses !== null) {
    // Touching the collector's row makes parallel senders queue behind one another, on both databases.
    await trx
      .updateTable("collectors")
      .set((e) => ({ max_responses: e.ref("max_responses") }))
      .where("id", "=", collectorId)
      .execute();
    if ((await countResponses(trx, response.studyId, collectorId)) >= maxResponses) return "full";
  }
  const counted = { waveId, collectorId, answers: closed.answers };
  if (!(await takePlaces(trx, counted))) return "quotaFull";
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("responses")
    .values(responseRow(response))
    // Any key: of two that arrive at once, PostgreSQL may stumble over the receipt's before it looks at the id's.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 0n) return "recorded";
  await givePlacesBack(trx, counted);
  // Only the same response may stand in its way; anything else must not be acknowledged.
  const known = await findKnown(trx, response.id);
  if (!known) throw new Error("a response collided with another one");
  return known;
}

/** Whether this id has been recorded, or recorded and taken back. */
export async function findReceipt(
  db: Kysely<Database>,
  id: string,
): Promise<"recorded" | "withdrawn" | undefined> {
  const found = await db
    .selectFrom("responses")
    .select((e) => e.val("recorded").as("was"))
    .where("id", "=", id)
    .unionAll(
      db
        .selectFrom("withdrawals")
        .select((e) => e.val("withdrawn").as("was"))
        .where("response_id", "=", id),
    )
    .executeTakeFirst();
  return found?.was as "recorded" | "withdrawn" | undefined;
}

/** What a withdrawal code stands for: enough to ask "really delete this?". */
export async function findWithdrawable(db: Kysely<Database>, receiptHash: string) {
  return db
    .selectFrom("responses as r")
    .innerJoin("studies as s", "s.id", "r.study_id")
    .where("r.receipt_hash", "=", receiptHash)
    .select(["r.id", "r.received_on", "s.title", "s.id as study_id", "s.time_zone", "s.synthetic"])
    .select(["r.wave_id", "r.collector_id"])
    .executeTakeFirst();
}

/**
 * Deletes a response and all its words and frees its places. Its id stays behind as a tombstone, so that a late replay from a phone that
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
    .values({
      response_id: response.id,
      study_id: response.study_id,
      withdrawn_on: today,
      collector_id: response.collector_id,
    })
    .onConflict((conflict) => conflict.column("response_id").doNothing())
    .execute();
  const gone = await trx
    .deleteFrom("responses")
    .where("id", "=", response.id)
    .returning("answers")
    .executeTakeFirst();
  if (!gone) return false;
  await givePlacesBack(trx, {
    waveId: response.wave_id,
    collectorId: response.collector_id,
    answers: JSON.parse(gone.answers),
  });
  await trx.deleteFrom("decisions").where("subject", "=", response.id).execute();
  return true;
}

/** Keeps the promise of the consent letter: answers of studies past their date are deleted. */
export async function expireResponses(trx: Kysely<Database>, today: string): Promise<void> {
  const over = trx.selectFrom("studies").select("id").where("keep_until", "<", today);
  await trx.deleteFrom("responses").where("study_id", "in", over).execute();
  await trx.deleteFrom("withdrawals").where("study_id", "in", over).execute();
}
