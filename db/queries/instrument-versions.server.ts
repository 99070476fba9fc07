import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import type { JudgedDifference } from "#app/instrument/publishing.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";
import { saveDraft } from "./instrument-drafts.server.ts";

/** A frozen version with what was decided when it was published. Nothing here or elsewhere changes or deletes one. */
export interface PublishedVersion {
  id: string;
  number: number;
  createdAt: string;
  definition: Definition;
  differences: JudgedDifference[];
}

/** The versions of an instrument of a study, the newest first. */
export async function listPublishedVersions(
  db: Kysely<Database>,
  studyId: string,
  instrumentId: string,
): Promise<PublishedVersion[]> {
  const rows = await db
    .selectFrom("instrument_versions as v")
    .innerJoin("instruments as i", "i.id", "v.instrument_id")
    .where("i.study_id", "=", studyId)
    .where("i.id", "=", instrumentId)
    .select(["v.id", "v.number", "v.created_at as createdAt", "v.definition", "v.differences"])
    .orderBy("v.number", "desc")
    .execute();
  return rows.map((row) => ({
    ...row,
    definition: draftDefinition.parse(JSON.parse(row.definition)),
    differences: JSON.parse(row.differences) as JudgedDifference[],
  }));
}

/** How many closed answers each of these versions has, excluded ones among them. */
export async function countByVersion(
  db: Kysely<Database>,
  studyId: string,
  versionIds: readonly string[],
): Promise<Map<string, number>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("responses")
    .where("study_id", "=", studyId)
    .where("version_id", "in", versionIds)
    .groupBy("version_id")
    .select((e) => ["version_id as id", e.fn.countAll<number>().as("n")])
    .execute();
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}

/** A wave of a study that asks one of an instrument's versions. */
export interface AskingWave {
  id: string;
  instrumentId: string;
  versionId: string;
  version: number;
  number: number;
  name: Text;
  opensAt: string;
  closesAt: string;
  graceMinutes: number;
  paused: boolean;
}

/** The waves of a study with what they ask, the newest first. */
export async function listAskingWaves(db: Kysely<Database>, studyId: string): Promise<AskingWave[]> {
  const rows = await db
    .selectFrom("waves as w")
    .innerJoin("instrument_versions as v", "v.id", "w.version_id")
    .where("w.study_id", "=", studyId)
    // What was imported is over, whatever its times say.
    .where("w.imported", "is", null)
    .select(["w.id", "v.instrument_id as instrumentId", "w.version_id as versionId", "v.number as version"])
    .select(["w.number", "w.name", "w.opens_at as opensAt", "w.closes_at as closesAt"])
    .select(["w.grace_minutes as graceMinutes", "w.paused"])
    .orderBy("w.number", "desc")
    .execute();
  return rows.map((row) => ({ ...row, name: JSON.parse(row.name), paused: row.paused === 1 }));
}

export interface Publishing {
  instrumentId: string;
  /** The state of the draft that was looked at. */
  base: number;
  definition: Definition;
  judged: readonly JudgedDifference[];
  /** Waves whose new visitors get the new version from now on, with what is kept of that as a decision. */
  waves: readonly { id: string; reason: string }[];
}

/**
 * Freezes a definition as the next version. The draft goes on with the same revisions; waves that take it over keep
 * their answers, and what has been begun is finished as what it was begun with. Call inside a transaction.
 * @returns its number; "changed" when somebody changed the draft meanwhile, "unknown" for what is not of this study, or a
 * wave that asks another instrument or is over: nothing is stored then
 */
export async function publishVersion(
  trx: Kysely<Database>,
  by: Deciding,
  publishing: Publishing,
): Promise<number | "changed" | "unknown"> {
  const { instrumentId, definition } = publishing;
  const known = await trx
    .selectFrom("instruments as i")
    .leftJoin("instrument_versions as v", "v.instrument_id", "i.id")
    .where("i.id", "=", instrumentId)
    .where("i.study_id", "=", by.studyId)
    .groupBy("i.id")
    .select((e) => ["i.id", e.fn.max("v.number").as("number")])
    .executeTakeFirst();
  if (!known) return "unknown";
  const asking = await listAskingWaves(trx, by.studyId);
  const isTheirs = ({ id }: { id: string }) =>
    asking.some((one) => one.id === id && one.instrumentId === instrumentId && one.closesAt > by.now);
  if (!publishing.waves.every(isTheirs)) return "unknown";
  const number = Number(known.number ?? 0) + 1;
  const saved = await saveDraft(trx, {
    ...{ instrumentId, base: publishing.base, definition },
    change: { did: "publish", number },
    ...{ accountId: by.accountId, now: by.now },
  });
  if (saved === undefined) return "changed";
  const id = randomUUID();
  await trx
    .insertInto("instrument_versions")
    .values({
      id,
      instrument_id: instrumentId,
      number,
      definition: JSON.stringify(definition),
      created_at: by.now,
      differences: JSON.stringify(publishing.judged),
    })
    .execute();
  await recordDecision(trx, { ...by, action: "instrument", subject: instrumentId });
  for (const wave of publishing.waves) {
    await trx
      .updateTable("waves")
      .set({ version_id: id })
      .where("id", "=", wave.id)
      .where("study_id", "=", by.studyId)
      .execute();
    await recordDecision(trx, { ...by, reason: wave.reason, action: "wave", subject: wave.id });
  }
  return number;
}
