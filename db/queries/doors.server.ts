import type { Kysely } from "kysely";
import type { DoorKind, DoorTimes } from "#app/fieldwork/door.ts";
import type { Quota } from "#app/fieldwork/quota.ts";
import { bracketed } from "#app/instrument/bracketed.ts";
import { asked, type Instrument, instrumentDefinition } from "#app/instrument/definition.ts";
import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { quotasAt } from "./quotas.server.ts";

/** A collector with all a visitor's page needs to know about where it leads. */
export interface Door {
  collectorId: string;
  slug: string;
  kind: DoorKind;
  waveId: string;
  versionId: string;
  maxResponses: number | null;
  times: DoorTimes;
  /** What answers through this door may count in, as it stood when the door was looked up. */
  quotas: Quota[];
  /** What is true of everyone who comes through it: their college, their class. */
  cohort: Record<string, Text>;
  study: {
    id: string;
    slug: string;
    title: Text;
    timeZone: string;
    synthetic: boolean;
    method: StudyMethod;
    keepUntil: string;
  };
}

/** The door behind a link, or undefined. */
export async function findDoor(db: Kysely<Database>, slug: string): Promise<Door | undefined> {
  const row = await db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .innerJoin("studies as s", "s.id", "w.study_id")
    .where("c.slug", "=", slug)
    .select([
      "c.id",
      "c.slug",
      "c.kind",
      "c.closed",
      "c.wave_id",
      "c.max_responses",
      "c.cohort",
      "w.version_id",
      "w.opens_at",
      "w.closes_at",
    ])
    .select([
      "w.grace_minutes",
      "w.paused",
      "s.id as study_id",
      "s.slug as study_slug",
      "s.title",
      "s.time_zone",
    ])
    .select(["s.synthetic", "s.method", "s.keep_until"])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    collectorId: row.id,
    slug: row.slug,
    kind: row.kind,
    waveId: row.wave_id,
    versionId: row.version_id,
    maxResponses: row.max_responses,
    times: {
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      graceMinutes: row.grace_minutes,
      paused: row.paused === 1,
      closed: row.closed === 1,
    },
    quotas: await quotasAt(db, { waveId: row.wave_id, collectorId: row.id }),
    cohort: JSON.parse(row.cohort) as Record<string, Text>,
    study: {
      id: row.study_id,
      slug: row.study_slug,
      title: JSON.parse(row.title) as Text,
      timeZone: row.time_zone,
      synthetic: row.synthetic === 1,
      method: studyMethod.parse(JSON.parse(row.method)),
      keepUntil: row.keep_until,
    },
  };
}

// A version is never changed once stored, so it is parsed once per process.
const parsed = new Map<string, Instrument>();

/** @throws if there is no such version */
export async function getInstrument(db: Kysely<Database>, versionId: string): Promise<Instrument> {
  const known = parsed.get(versionId);
  if (known) return known;
  const row = await db
    .selectFrom("instrument_versions")
    .select("definition")
    .where("id", "=", versionId)
    .executeTakeFirstOrThrow();
  const instrument = asked(instrumentDefinition.parse(JSON.parse(row.definition)));
  parsed.set(versionId, instrument);
  return instrument;
}

const told = new Map<string, Instrument>();
/** The same as results and files tell of it: nobody's own answers stand in its words. @throws if there is no such version */
export async function getToldInstrument(db: Kysely<Database>, versionId: string): Promise<Instrument> {
  const known = told.get(versionId) ?? bracketed(await getInstrument(db, versionId));
  told.set(versionId, known);
  return known;
}

/** Whether there is such a version, older or newer, of the instrument that another version belongs to. */
export async function isSisterVersion(db: Kysely<Database>, versionId: string, of: string): Promise<boolean> {
  const row = await db
    .selectFrom("instrument_versions as a")
    .innerJoin("instrument_versions as b", "b.instrument_id", "a.instrument_id")
    .where("a.id", "=", versionId)
    .where("b.id", "=", of)
    .select("a.id")
    .executeTakeFirst();
  return row !== undefined;
}

/** How many responses a collector holds, excluded ones among them. */
export async function countResponses(
  db: Kysely<Database>,
  studyId: string,
  collectorId: string,
): Promise<number> {
  const row = await db
    .selectFrom("responses")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("study_id", "=", studyId)
    .where("collector_id", "=", collectorId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Addresses of a study's doors, those of the newest wave first, open links before others. */
export async function listDoorAddresses(db: Kysely<Database>, studyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .select(["c.slug", "c.kind"])
    .orderBy("w.number", "desc")
    .orderBy("c.slug")
    .execute();
  return [...rows.filter((row) => row.kind === "open"), ...rows.filter((row) => row.kind !== "open")].map(
    (row) => row.slug,
  );
}
