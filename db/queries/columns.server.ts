import type { Kysely } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { type AskedVersion, askedIn } from "#app/results/versions.ts";
import type { Database } from "../schema.ts";
import { listCertificates } from "./certificates.server.ts";
import { getToldInstrument } from "./doors.server.ts";

/** What answers have to be read against: few rows, read anew each time, because an edit must be noticed. */
export interface ColumnsContext {
  versionId: string;
  instrument: Instrument;
  certificates: { code: string; label: Text }[];
  /** The instrument's waves; undefined where they are all the study has. */
  waveIds: string[] | undefined;
  /** Wave by wave. */
  collectors: { id: string; name: Text; cohort: Record<string, Text>; wave: { code: string; label: Text } }[];
}

export type Respondent = Instrument["respondent"];

/** An instrument of a study that some wave asks. A room shows one of them at a time, and never two together. */
export interface AskedInstrument {
  /**
   * What stands for it in an address and among what is kept in memory: whom it asks, and its own code where a newer one
   * asks the same people.
   */
  key: string;
  id: string;
  code: string;
  respondent: Respondent;
  title: Text;
  /** The version its newest wave asks. */
  versionId: string;
  /** The newest first. */
  waveIds: string[];
}

/** A study's instruments: first the one it is about, its students' or else the newest, then the others by age. */
export async function listAskedInstruments(
  db: Kysely<Database>,
  studyId: string,
): Promise<AskedInstrument[]> {
  const waves = await db
    .selectFrom("waves as w")
    .innerJoin("instrument_versions as v", "v.id", "w.version_id")
    .innerJoin("instruments as i", "i.id", "v.instrument_id")
    .where("w.study_id", "=", studyId)
    .select(["w.id", "w.version_id", "i.id as instrument_id", "i.code"])
    .orderBy("w.number", "desc")
    .execute();
  const found = new Map<string, AskedInstrument>();
  for (const wave of waves) {
    const known = found.get(wave.instrument_id);
    if (known) {
      known.waveIds.push(wave.id);
      continue;
    }
    const { respondent, title } = await getToldInstrument(db, wave.version_id);
    const taken = [...found.values()].some((one) => one.key === respondent);
    found.set(wave.instrument_id, {
      key: taken ? wave.code : respondent,
      ...{ id: wave.instrument_id, code: wave.code, respondent, title },
      ...{ versionId: wave.version_id, waveIds: [wave.id] },
    });
  }
  const all = [...found.values()];
  const main = all.find((one) => one.respondent === "student") ?? all[0];
  return main ? [main, ...all.filter((one) => one !== main).reverse()] : [];
}

/**
 * The version of an instrument that its newest wave asks, and where it is asked.
 * @param key as `listAskedInstruments` gives it; without one the instrument the study is about
 * @returns undefined where no wave asks it
 */
export async function findColumnsContext(
  db: Kysely<Database>,
  studyId: string,
  key?: string,
): Promise<ColumnsContext | undefined> {
  const all = await listAskedInstruments(db, studyId);
  const asked = key === undefined ? all[0] : all.find((one) => one.key === key);
  if (!asked) return undefined;
  const collectors = await db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.id", "in", asked.waveIds)
    .select(["c.id", "c.name", "c.cohort", "w.number as wave", "w.name as waveName"])
    .orderBy("w.number")
    .orderBy("c.id")
    .execute();
  const certificates = await listCertificates(db);
  return {
    versionId: asked.versionId,
    instrument: await getToldInstrument(db, asked.versionId),
    certificates: certificates.map((one) => ({ code: one.code, label: one.name })),
    waveIds: all.length === 1 ? undefined : asked.waveIds.toSorted(),
    collectors: collectors.map((one) => ({
      id: one.id,
      name: JSON.parse(one.name),
      cohort: JSON.parse(one.cohort),
      wave: { code: String(one.wave), label: JSON.parse(one.waveName) },
    })),
  };
}

/** What a version asked. Versions never change. @throws when there is none */
export async function getAskedVersion(db: Kysely<Database>, versionId: string): Promise<AskedVersion> {
  const { number } = await db
    .selectFrom("instrument_versions")
    .select("number")
    .where("id", "=", versionId)
    .executeTakeFirstOrThrow();
  return askedIn(number, await getToldInstrument(db, versionId));
}

/** Responses that share a collector, a day and the excluded flag: what the covering index counts cheaply. */
export interface Bucket {
  collector_id: string;
  received_on: string;
  excluded: 0 | 1;
  n: number;
}

/** Changes whenever an answer is added, withdrawn, excluded or taken in again. */
export interface ChangeStamp {
  withdrawals: number;
  decisions: number;
  buckets: Bucket[];
}

/** Reads indexes and two small tables only: milliseconds at 100,000 responses. */
export async function readChangeStamp(db: Kysely<Database>, studyId: string): Promise<ChangeStamp> {
  const count = async (table: "withdrawals" | "decisions") => {
    const row = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("n"))
      .where("study_id", "=", studyId)
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const withdrawals = await count("withdrawals");
  const decisions = await count("decisions");
  const buckets = await db
    .selectFrom("responses")
    .select(["collector_id", "received_on", "excluded", (e) => e.fn.countAll<number>().as("n")])
    .where("study_id", "=", studyId)
    .groupBy(["collector_id", "received_on", "excluded"])
    .execute();
  return { withdrawals, decisions, buckets: buckets.map((one) => ({ ...one, n: Number(one.n) })) };
}

/** Whether a study has at least so many responses, looking at no more than these. */
export async function hasManyResponses(
  db: Kysely<Database>,
  studyId: string,
  many: number,
): Promise<boolean> {
  const found = await db
    .selectFrom("responses")
    .select("id")
    .where("study_id", "=", studyId)
    .orderBy("id")
    .offset(many - 1)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The responses of one bucket in the order of their ids, a page at a time; what of them is for the caller to select. */
export const bucketPage = (
  db: Kysely<Database>,
  studyId: string,
  bucket: Omit<Bucket, "n">,
  after: string,
  limit: number,
) =>
  db
    .selectFrom("responses")
    .where("study_id", "=", studyId)
    .where("collector_id", "=", bucket.collector_id)
    .where("received_on", "=", bucket.received_on)
    .where("excluded", "=", bucket.excluded)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit);

/** The ids of one bucket, a page at a time. */
export async function listBucketIds(...asked: Parameters<typeof bucketPage>): Promise<string[]> {
  const rows = await bucketPage(...asked)
    .select("id")
    .execute();
  return rows.map((row) => row.id);
}

const forColumns = [
  "id",
  "collector_id",
  "language",
  "received_on",
  "excluded",
  "answers",
  "words",
  "quality",
  "version_id",
] as const;
export type ColumnsRow = Awaited<ReturnType<typeof readResponsePage>>[number];

/** Which responses: of a study, or of some of its waves; with ids above `above` up to `upTo`, or all others. */
export interface ResponseRange {
  studyId: string;
  waveIds?: readonly string[] | undefined;
  above?: string;
  upTo?: string | undefined;
}

/** Responses in the order of their ids, a page at a time. */
export function readResponsePage(
  db: Kysely<Database>,
  { studyId, waveIds, upTo }: ResponseRange,
  after: string,
  limit: number,
) {
  let page = db.selectFrom("responses").where("study_id", "=", studyId);
  if (waveIds) page = page.where("wave_id", "in", waveIds);
  if (upTo !== undefined) page = page.where("id", "<=", upTo);
  return page.select(forColumns).where("id", ">", after).orderBy("id").limit(limit).execute();
}

/** Ids of a study's withdrawn responses. */
export async function listWithdrawn(db: Kysely<Database>, studyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("withdrawals")
    .select("response_id")
    .where("study_id", "=", studyId)
    .execute();
  return rows.map((row) => row.response_id);
}

/** Every response that was ever left out or taken in again, and how it stands now. */
export async function listDecided(db: Kysely<Database>, studyId: string): Promise<Map<string, boolean>> {
  const decided = db
    .selectFrom("decisions")
    .select("subject")
    .where("study_id", "=", studyId)
    .where("action", "in", ["exclude", "include"]);
  const rows = await db
    .selectFrom("responses")
    .select(["id", "excluded"])
    .where("study_id", "=", studyId)
    .where("id", "in", decided)
    .execute();
  return new Map(rows.map((row) => [row.id, row.excluded === 1]));
}

/** Those of the ids that are there. */
export function readResponsesById(db: Kysely<Database>, studyId: string, ids: readonly string[]) {
  return db
    .selectFrom("responses")
    .where("study_id", "=", studyId)
    .select(forColumns)
    .where("id", "in", ids)
    .execute();
}
