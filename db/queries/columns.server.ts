import type { Kysely } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { listCertificates } from "./certificates.server.ts";
import { getInstrument } from "./doors.server.ts";

/** What answers have to be read against: few rows, read anew each time, because an edit must be noticed. */
export interface ColumnsContext {
  versionId: string;
  instrument: Instrument;
  certificates: { code: string; label: Text }[];
  /** Wave by wave. */
  collectors: { id: string; name: Text; cohort: Record<string, Text>; wave: { code: string; label: Text } }[];
}

/** Undefined while the study has no wave and so nothing to ask. */
export async function findColumnsContext(
  db: Kysely<Database>,
  studyId: string,
): Promise<ColumnsContext | undefined> {
  const newest = await db
    .selectFrom("waves")
    .select("version_id")
    .where("study_id", "=", studyId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest) return undefined;
  const collectors = await db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .select(["c.id", "c.name", "c.cohort", "w.number as wave", "w.name as waveName"])
    .orderBy("w.number")
    .orderBy("c.id")
    .execute();
  const certificates = await listCertificates(db);
  return {
    versionId: newest.version_id,
    instrument: await getInstrument(db, newest.version_id),
    certificates: certificates.map((one) => ({ code: one.code, label: one.name })),
    collectors: collectors.map((one) => ({
      id: one.id,
      name: JSON.parse(one.name),
      cohort: JSON.parse(one.cohort),
      wave: { code: String(one.wave), label: JSON.parse(one.waveName) },
    })),
  };
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
  "late",
  "excluded",
  "answers",
  "words",
  "quality",
] as const;
export type ColumnsRow = Awaited<ReturnType<typeof readResponsePage>>[number];

/** All responses of a study in the order of their ids, a page at a time. */
export function readResponsePage(db: Kysely<Database>, studyId: string, after: string, limit: number) {
  return db
    .selectFrom("responses")
    .where("study_id", "=", studyId)
    .select(forColumns)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
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
