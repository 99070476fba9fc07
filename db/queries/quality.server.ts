import type { Kysely } from "kysely";
import { qualityIndices } from "#app/fieldwork/quality.ts";
import { type Thresholds, thresholdNames, usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { readThresholds } from "#app/fieldwork/quality-thresholds.ts";
import type { Connection } from "../connect.server.ts";
import type { Database } from "../schema.ts";
import { type Deciding, decideOnResponses, recordDecision } from "./decisions.server.ts";
import { getInstrument } from "./doors.server.ts";

/** Where conspicuous begins in this study. @throws when there is no such study */
export async function getThresholds(db: Kysely<Database>, studyId: string): Promise<Thresholds> {
  const row = await db
    .selectFrom("studies")
    .select("quality")
    .where("id", "=", studyId)
    .executeTakeFirstOrThrow();
  return readThresholds(row.quality);
}

/** Decisions about thresholds have no response to be about. */
export const thresholdsSubject = "thresholds";

/**
 * Sets a study's thresholds and keeps who did, what was before and why. Call inside a transaction.
 * @returns false when they stand so already: nothing is recorded then
 */
export async function setThresholds(
  trx: Kysely<Database>,
  set: Deciding & { thresholds: Thresholds },
): Promise<boolean> {
  const before = await getThresholds(trx, set.studyId);
  const changed = thresholdNames.filter((name) => before[name] !== set.thresholds[name]);
  if (changed.length === 0) return false;
  const own = thresholdNames.filter((name) => set.thresholds[name] !== usualThresholds[name]);
  await trx
    .updateTable("studies")
    .set({ quality: JSON.stringify(Object.fromEntries(own.map((name) => [name, set.thresholds[name]]))) })
    .where("id", "=", set.studyId)
    .execute();
  const steps = changed.map((name) => `${name} ${before[name]} → ${set.thresholds[name]}`).join(", ");
  const reason = `${set.reason} (${steps})`;
  await recordDecision(trx, { ...set, reason, action: "thresholds", subject: thresholdsSubject });
  return true;
}

/** Responses left out by one person, for one reason, at one moment. */
export interface ExclusionBatch {
  accountId: string;
  by: string;
  decidedAt: string;
  reason: string;
  /** How many were left out, and how many of them still are because of it. */
  responses: number;
  standing: number;
}

/**
 * Who left out how many and why, the newest first.
 * @param waveIds only responses of these waves, those of one instrument
 */
export async function listExclusions(
  db: Kysely<Database>,
  studyId: string,
  limit: number,
  waveIds?: readonly string[],
): Promise<ExclusionBatch[]> {
  const batches = new Map<string, ExclusionBatch>();
  for (const { accountId, by, decidedAt, reason, stands } of await readExclusions(db, studyId, waveIds)) {
    const key = JSON.stringify([decidedAt, accountId, reason]);
    const batch = batches.get(key) ?? { accountId, by, decidedAt, reason, responses: 0, standing: 0 };
    batch.responses++;
    if (stands) batch.standing++;
    batches.set(key, batch);
  }
  return [...batches.values()].toReversed().slice(0, limit);
}

/**
 * Every decision to exclude in the order they were made, and whether it still stands: nothing was decided about that
 * response since. (Decisions about withdrawn responses are gone with them.)
 */
async function readExclusions(db: Kysely<Database>, studyId: string, waveIds?: readonly string[]) {
  let made = db
    .selectFrom("decisions as d")
    .innerJoin("accounts as a", "a.id", "d.account_id")
    .where("d.study_id", "=", studyId)
    .where("d.action", "in", ["exclude", "include"]);
  if (waveIds) {
    const responses = db.selectFrom("responses").select("id").where("wave_id", "in", waveIds);
    made = made.where("d.subject", "in", responses.where("study_id", "=", studyId));
  }
  const decisions = await made
    .select(["d.account_id as accountId", "a.name as by", "d.decided_at as decidedAt"])
    .select(["d.reason", "d.subject", "d.action"])
    .orderBy("d.decided_at")
    .orderBy("d.id")
    .execute();
  const last = new Map(decisions.map((one) => [one.subject, one]));
  return decisions
    .filter((one) => one.action === "exclude")
    .map((one) => ({ ...one, stands: last.get(one.subject) === one }));
}

/**
 * Takes back what one person decided at one moment, as far as it still stands. Call inside a transaction.
 * @returns how many responses count again
 */
export async function takeBackExclusions(
  trx: Kysely<Database>,
  back: Omit<Deciding, "reason"> & { batch: { accountId: string; decidedAt: string } },
): Promise<number> {
  const { batch, ...who } = back;
  const rows = (await readExclusions(trx, back.studyId)).filter(
    (one) => one.stands && one.accountId === batch.accountId && one.decidedAt === batch.decidedAt,
  );
  if (rows.length === 0) return 0;
  return decideOnResponses(trx, {
    ...who,
    action: "include",
    reason: `↩ ${rows[0]!.reason}`,
    responseIds: rows.map((row) => row.subject),
  });
}

/**
 * Computes the indices of responses that were closed before there were any, page by page along their ids; what the
 * server notices while pages are sent is not known of them. Running it twice, or twice at once, changes nothing more.
 * @returns how many were computed
 */
export async function computeMissingQuality(connection: Connection, size = 200): Promise<number> {
  const instruments = new Map<string, Awaited<ReturnType<typeof getInstrument>>>();
  let computed = 0;
  for (let after = ""; ; ) {
    const rows = await connection.db
      .selectFrom("responses")
      .select(["id", "version_id", "answers", "presented", "page_seconds"])
      .where("quality", "=", "")
      .where("id", ">", after)
      .orderBy("id")
      .limit(size)
      .execute();
    for (const { version_id } of rows)
      if (!instruments.has(version_id))
        instruments.set(version_id, await getInstrument(connection.db, version_id));
    if (rows.length > 0)
      await connection.commit(async (trx) => {
        for (const row of rows) {
          const indices = qualityIndices(instruments.get(row.version_id)!, {
            answers: JSON.parse(row.answers),
            presented: JSON.parse(row.presented),
            pageSeconds: JSON.parse(row.page_seconds),
          });
          await trx
            .updateTable("responses")
            .set({ quality: JSON.stringify(indices) })
            .where("id", "=", row.id)
            .where("quality", "=", "")
            .execute();
        }
      });
    computed += rows.length;
    if (rows.length < size) return computed;
    after = rows.at(-1)!.id;
  }
}
