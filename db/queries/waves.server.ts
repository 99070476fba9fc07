import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { type Deciding, type Decision, recordDecision } from "./decisions.server.ts";
import { type Imported, readImported } from "./imported.server.ts";

/** What the sample should look like: percent by category, by variable. */
export type Targets = Record<string, Record<string, number>>;

/** A round of a study's fieldwork. */
export interface Wave {
  id: string;
  number: number;
  name: Text;
  opensAt: string;
  closesAt: string;
  graceMinutes: number;
  paused: boolean;
  versionId: string;
  versionNumber: number;
  instrumentId: string;
  targets: Targets;
  /** Somebody has begun or answered: what it asks can no longer be exchanged. */
  collected: boolean;
  /** Where its answers come from, if they were not given here. */
  imported: Imported | undefined;
}

/** What a researcher sets of a wave. */
export type WaveSettings = Pick<Wave, "name" | "opensAt" | "closesAt" | "graceMinutes" | "versionId">;

/** The waves of a study, the newest first. */
export async function listWaves(db: Kysely<Database>, studyId: string): Promise<Wave[]> {
  const rows = await db
    .selectFrom("waves as w")
    .innerJoin("instrument_versions as v", "v.id", "w.version_id")
    .where("w.study_id", "=", studyId)
    .selectAll("w")
    .select(["v.number as version_number", "v.instrument_id"])
    .select((e) => [
      e
        .or([
          e.exists(
            e
              .selectFrom("responses as r")
              .innerJoin("collectors as c", "c.id", "r.collector_id")
              .whereRef("c.wave_id", "=", "w.id")
              .where("r.study_id", "=", studyId)
              .select("r.id"),
          ),
          e.exists(
            e
              .selectFrom("drafts as d")
              .innerJoin("collectors as c", "c.id", "d.collector_id")
              .whereRef("c.wave_id", "=", "w.id")
              .select("d.key_hash"),
          ),
          e.exists(
            e
              .selectFrom("withdrawals as x")
              .innerJoin("collectors as c", "c.id", "x.collector_id")
              .whereRef("c.wave_id", "=", "w.id")
              .select("x.response_id"),
          ),
        ])
        .as("collected"),
    ])
    .orderBy("w.number", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: JSON.parse(row.name),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    graceMinutes: row.grace_minutes,
    paused: row.paused === 1,
    versionId: row.version_id,
    versionNumber: row.version_number,
    instrumentId: row.instrument_id,
    targets: JSON.parse(row.targets),
    collected: Boolean(row.collected),
    imported: readImported(row.imported),
  }));
}

/** The wave of this number in this study. */
export async function findWave(
  db: Kysely<Database>,
  studyId: string,
  number: number,
): Promise<Wave | undefined> {
  return (await listWaves(db, studyId)).find((one) => one.number === number);
}

/** The versions of a study's questionnaire, the newest first. */
export async function listVersions(db: Kysely<Database>, studyId: string) {
  return db
    .selectFrom("instrument_versions as v")
    .innerJoin("instruments as i", "i.id", "v.instrument_id")
    .where("i.study_id", "=", studyId)
    .select(["v.id", "v.number", "v.created_at as createdAt", "v.instrument_id as instrumentId", "i.code"])
    .orderBy("v.created_at", "desc")
    .orderBy("v.number", "desc")
    .execute();
}

const stored = (settings: WaveSettings) => ({
  name: JSON.stringify(settings.name),
  opens_at: settings.opensAt,
  closes_at: settings.closesAt,
  grace_minutes: settings.graceMinutes,
  version_id: settings.versionId,
});

/** Whether a study's questionnaire has this version. */
export const isVersionOf = async (db: Kysely<Database>, studyId: string, versionId: string) =>
  (await listVersions(db, studyId)).some(({ id }) => id === versionId);

/** Adds the next wave of a study. @returns its number, or undefined when the version is not of this study */
export async function createWave(
  trx: Kysely<Database>,
  by: Deciding,
  settings: WaveSettings,
): Promise<number | undefined> {
  if (!(await isVersionOf(trx, by.studyId, settings.versionId))) return undefined;
  const newest = await trx
    .selectFrom("waves")
    .where("study_id", "=", by.studyId)
    .select((e) => e.fn.max("number").as("number"))
    .executeTakeFirst();
  const number = Number(newest?.number ?? 0) + 1;
  const id = randomUUID();
  await trx
    .insertInto("waves")
    .values({ id, study_id: by.studyId, number, paused: 0, ...stored(settings) })
    .execute();
  await recordDecision(trx, { ...by, action: "wave", subject: id });
  return number;
}

/**
 * Changes a wave's settings; what somebody has begun to answer is never exchanged for another version.
 * @returns "collected" when that was tried, "unknown" when wave or version are not of this study
 */
export async function changeWave(
  trx: Kysely<Database>,
  by: Deciding,
  waveId: string,
  settings: WaveSettings,
): Promise<"changed" | "unknown" | "collected"> {
  const wave = (await listWaves(trx, by.studyId)).find(({ id }) => id === waveId);
  // An imported one is over, and stays so.
  if (!wave || wave.imported || !(await isVersionOf(trx, by.studyId, settings.versionId))) return "unknown";
  if (wave.collected && settings.versionId !== wave.versionId) return "collected";
  await trx
    .updateTable("waves")
    .set(stored(settings))
    .where("id", "=", waveId)
    .where("study_id", "=", by.studyId)
    .execute();
  await recordDecision(trx, { ...by, action: "wave", subject: waveId });
  return "changed";
}

/** Pauses a wave or lets it go on, closes it now, or sets its targets. @returns false when the study has no such wave */
export async function setWave(
  trx: Kysely<Database>,
  by: Deciding,
  waveId: string,
  change: { paused: boolean } | { closesAt: string } | { targets: Targets },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("waves")
    .set(
      "paused" in change
        ? { paused: change.paused ? 1 : 0 }
        : "closesAt" in change
          ? { closes_at: change.closesAt }
          : { targets: JSON.stringify(change.targets) },
    )
    .where("id", "=", waveId)
    .where("study_id", "=", by.studyId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordDecision(trx, { ...by, action: "wave", subject: waveId });
  return true;
}

/** What was decided about a wave and its doors and quotas, the newest first. */
export async function listWaveDecisions(
  db: Kysely<Database>,
  studyId: string,
  waveId: string,
  limit: number,
): Promise<Decision[]> {
  const doors = db.selectFrom("collectors").select("id").where("wave_id", "=", waveId);
  return db
    .selectFrom("decisions as d")
    .innerJoin("accounts as a", "a.id", "d.account_id")
    .where("d.study_id", "=", studyId)
    .where("d.action", "in", ["wave", "door", "quota", "import"])
    .where((e) => e.or([e("d.subject", "=", waveId), e("d.subject", "in", doors)]))
    .orderBy("d.decided_at", "desc")
    .orderBy("d.id")
    .limit(limit)
    .select(["d.id", "d.decided_at as decidedAt", "d.action", "a.name as by", "d.reason"])
    .execute();
}
