import { type Kysely, sql } from "kysely";
import { PUBLIC_K, type Release, readRelease } from "#app/briefs/release.ts";
import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Disclosure } from "#app/results/policy.ts";
import type { Database } from "../schema.ts";

/** What making a release needs to know of its study. */
export interface ReleaseStudy {
  id: string;
  slug: string;
  title: Text;
  timeZone: string;
  synthetic: boolean;
  method: StudyMethod;
  disclosure: Disclosure;
}

export async function findStudy(db: Kysely<Database>, slug: string): Promise<ReleaseStudy | undefined> {
  const row = await db.selectFrom("studies").selectAll().where("slug", "=", slug).executeTakeFirst();
  return (
    row && {
      id: row.id,
      slug: row.slug,
      title: JSON.parse(row.title) as Text,
      timeZone: row.time_zone,
      synthetic: row.synthetic === 1,
      method: studyMethod.parse(JSON.parse(row.method)),
      disclosure: row.disclosure,
    }
  );
}

/**
 * First and last day of the counted responses, and the newest version any of them answered.
 * @param waveIds only of these waves, those of one instrument
 */
export async function findReleaseSpan(
  db: Kysely<Database>,
  studyId: string,
  waveIds?: readonly string[],
): Promise<{ firstDay: string; lastDay: string; version: number } | undefined> {
  let counted = db
    .selectFrom("responses as r")
    .innerJoin("instrument_versions as v", "v.id", "r.version_id")
    .where("r.study_id", "=", studyId)
    .where("r.excluded", "=", 0);
  if (waveIds) counted = counted.where("r.wave_id", "in", waveIds);
  const row = await counted
    .select((e) => [
      e.fn.min("r.received_on").as("first"),
      e.fn.max("r.received_on").as("last"),
      e.fn.max("v.number").as("version"),
    ])
    .executeTakeFirst();
  if (!row?.first || !row.last) return undefined;
  return { firstDay: row.first, lastDay: row.last, version: Number(row.version) };
}

export interface StoredRelease {
  id: string;
  release: Release;
}

const parsed = new Map<string, Release>();
/** A release never changes, so its content is parsed once per process. */
function read(row: { id: string; content: string }): StoredRelease {
  const release = parsed.get(row.id) ?? readRelease(row.content);
  if (parsed.size > 100) parsed.clear();
  parsed.set(row.id, release);
  return { id: row.id, release };
}

/** One release of a study, the newest unless a number is given. */
export async function findRelease(
  db: Kysely<Database>,
  studyId: string,
  number?: number,
): Promise<StoredRelease | undefined> {
  let query = db
    .selectFrom("releases")
    .select(["id", "content"])
    .where("study_id", "=", studyId)
    .orderBy("number", "desc")
    .limit(1);
  if (number !== undefined) query = query.where("number", "=", number);
  const row = await query.executeTakeFirst();
  return row && read(row);
}

/** Every release of a study, the oldest first. */
export async function readReleases(db: Kysely<Database>, studyId: string): Promise<StoredRelease[]> {
  const rows = await db
    .selectFrom("releases")
    .select(["id", "content"])
    .where("study_id", "=", studyId)
    .orderBy("number")
    .execute();
  return rows.map(read);
}

export interface ReleaseLine {
  id: string;
  number: number;
  releasedAt: string;
  responses: number;
  by: string;
}

/** The releases of a study as a list, the newest first. */
export async function listReleases(db: Kysely<Database>, studyId: string): Promise<ReleaseLine[]> {
  const rows = await db
    .selectFrom("releases as r")
    .innerJoin("accounts as a", "a.id", "r.account_id")
    .where("r.study_id", "=", studyId)
    .select(["r.id", "r.number", "r.released_at", "r.responses", "a.name"])
    .orderBy("r.number", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    releasedAt: row.released_at,
    responses: row.responses,
    by: row.name,
  }));
}

/**
 * How many more answers the next release needs; 0 when it may be made.
 * @param rounded whether one of the two is told to the nearest five: then ten more may be six
 */
export const missingForNext = (
  responses: number,
  last: { responses: number } | undefined,
  rounded = false,
): number => Math.max(0, (last?.responses ?? 0) + PUBLIC_K + (last && rounded ? 5 : 0) - responses);

export const isRounded = (...releases: (Pick<Release, "disclosure"> | undefined)[]): boolean =>
  releases.some((one) => one?.disclosure === "strict");

interface NewRelease {
  id: string;
  studyId: string;
  accountId: string;
  releasedAt: string;
  content: Release;
  /** Id of the decision that goes with it. */
  decisionId: string;
}

/**
 * Stores a release with the decision that made it. Call inside a transaction.
 * @returns "too-few" when the last release is less than the public threshold of answers away, "late" when somebody
 * else has made the release of this number meanwhile
 */
export async function createRelease(
  trx: Kysely<Database>,
  { id, studyId, accountId, releasedAt, content, decisionId }: NewRelease,
): Promise<"created" | "too-few" | "late"> {
  const last = await trx
    .selectFrom("releases")
    .select(["id", "number", "responses", "content"])
    .where("study_id", "=", studyId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (content.number !== (last?.number ?? 0) + 1) return "late";
  const rounded = isRounded(content, last && read(last).release);
  if (missingForNext(content.n, last, rounded) > 0) return "too-few";
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("releases")
    .values({
      id,
      study_id: studyId,
      number: content.number,
      released_at: releasedAt,
      account_id: accountId,
      responses: content.n,
      content: JSON.stringify(content),
    })
    // Two servers at once: the second waits for the first and then finds its number taken.
    .onConflict((conflict) => conflict.columns(["study_id", "number"]).doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return "late";
  await trx
    .insertInto("decisions")
    .values({
      id: decisionId,
      study_id: studyId,
      account_id: accountId,
      decided_at: releasedAt,
      action: "release",
      subject: id,
      reason: `release ${content.number}`,
    })
    .execute();
  return "created";
}

export interface FileLine {
  name: string;
  size: number;
}

/** Files of a release, by name, with their sizes in bytes. */
export async function listReleaseFiles(db: Kysely<Database>, releaseId: string): Promise<FileLine[]> {
  const rows = await db
    .selectFrom("release_files")
    .where("release_id", "=", releaseId)
    .select(["name", sql<number>`length(bytes)`.as("size")])
    .orderBy("name")
    .execute();
  return rows.map(({ name, size }) => ({ name, size: Number(size) }));
}

export async function findReleaseFile(db: Kysely<Database>, releaseId: string, name: string) {
  return db
    .selectFrom("release_files")
    .select(["media_type", "bytes"])
    .where("release_id", "=", releaseId)
    .where("name", "=", name)
    .executeTakeFirst();
}

/** Keeps files of a release; those that are there already stay as they are. Call inside a transaction. */
export async function storeReleaseFiles(
  trx: Kysely<Database>,
  releaseId: string,
  files: { name: string; mediaType: string; bytes: Uint8Array }[],
): Promise<void> {
  for (const { name, mediaType, bytes } of files) {
    await trx
      .insertInto("release_files")
      .values({ release_id: releaseId, name, media_type: mediaType, bytes: Buffer.from(bytes) })
      .onConflict((conflict) => conflict.columns(["release_id", "name"]).doNothing())
      .execute();
  }
}
