import type { Kysely } from "kysely";
import type { DoorTimes } from "#app/fieldwork/door.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";

/** A collector with what came in through it so far. */
export interface DoorProgress {
  id: string;
  slug: string;
  name: Text;
  expected: number | null;
  times: DoorTimes;
  versionId: string;
  /** Sent and still there, excluded ones among them. */
  received: number;
  unfinished: number;
}

/** Unfinished questionnaires by the page they stopped on. */
export interface Stop {
  page: string;
  /** Still kept; may go on. */
  open: number;
  /** Forgotten when their time was over. */
  gone: number;
}

export interface Fieldwork {
  /** In the order of waves, the newest first, then of names' addresses. */
  doors: DoorProgress[];
  days: { day: string; n: number }[];
  stops: Stop[];
  received: number;
  excluded: number;
  withdrawn: number;
}

/**
 * How the collection of a study stands: counts of questionnaires, nothing of what they say.
 * @param waveIds only of these waves, those of one instrument
 */
export async function readFieldwork(
  db: Kysely<Database>,
  studyId: string,
  waveIds?: readonly string[],
): Promise<Fieldwork> {
  const [doors, allBuckets, allStops, withdrawals] = await Promise.all([
    listDoors(db, studyId, waveIds),
    db
      .selectFrom("responses")
      .where("study_id", "=", studyId)
      .groupBy(["collector_id", "received_on", "excluded"])
      .select((e) => ["collector_id", "received_on", "excluded", e.fn.countAll<number>().as("n")])
      .execute(),
    listStops(db, studyId),
    db
      .selectFrom("withdrawals")
      .where("study_id", "=", studyId)
      .groupBy("collector_id")
      .select((e) => ["collector_id", e.fn.countAll<number>().as("n")])
      .execute(),
  ]);
  const through = new Set(doors.map((one) => one.id));
  const isHere = (door: string | null) => !waveIds || (door !== null && through.has(door));
  const buckets = allBuckets.filter((one) => isHere(one.collector_id));
  const stops = allStops.filter((one) => isHere(one.collectorId));
  const withdrawn = withdrawals.filter((one) => isHere(one.collector_id));
  const sum = <Row>(rows: Row[], count: (row: Row) => number) =>
    rows.reduce((total, row) => total + Number(count(row)), 0);
  const days = new Map<string, number>();
  for (const one of buckets) days.set(one.received_on, (days.get(one.received_on) ?? 0) + Number(one.n));
  const pages = new Map<string, Stop>();
  for (const { page, open, gone } of stops) {
    const known = pages.get(page) ?? { page, open: 0, gone: 0 };
    pages.set(page, { page, open: known.open + open, gone: known.gone + gone });
  }
  return {
    doors: doors.map((door) => ({
      ...door,
      received: sum(
        buckets.filter((one) => one.collector_id === door.id),
        (one) => one.n,
      ),
      unfinished: sum(
        stops.filter((one) => one.collectorId === door.id),
        (one) => one.open + one.gone,
      ),
    })),
    days: [...days].map(([day, n]) => ({ day, n })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    stops: [...pages.values()],
    received: sum(buckets, (one) => one.n),
    excluded: sum(
      buckets.filter((one) => one.excluded === 1),
      (one) => one.n,
    ),
    withdrawn: sum(withdrawn, (one) => one.n),
  };
}

/** The doors of a study, or of some of its waves, in the order of waves, the newest first, then of their addresses. */
export async function listDoors(db: Kysely<Database>, studyId: string, waveIds?: readonly string[]) {
  let doors = db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId);
  if (waveIds) doors = doors.where("w.id", "in", waveIds);
  const rows = await doors
    .select(["c.id", "c.slug", "c.kind", "c.name", "c.expected_size", "c.closed", "w.version_id"])
    .select(["w.opens_at", "w.closes_at", "w.grace_minutes", "w.paused"])
    .orderBy("w.number", "desc")
    .orderBy("c.slug")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    name: JSON.parse(row.name) as Text,
    expected: row.expected_size,
    versionId: row.version_id,
    times: {
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      graceMinutes: row.grace_minutes,
      paused: row.paused === 1,
      closed: row.closed === 1,
    },
  }));
}

/** Unfinished questionnaires by door and the page they stopped on. */
export async function listStops(
  db: Kysely<Database>,
  studyId: string,
): Promise<(Stop & { collectorId: string })[]> {
  const ofStudy = db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .select("c.id");
  const drafts = await db
    .selectFrom("drafts")
    .where("collector_id", "in", ofStudy)
    .groupBy(["collector_id", "page"])
    .select((e) => ["collector_id", "page", e.fn.countAll<number>().as("n")])
    .execute();
  const gone = await db.selectFrom("break_offs").where("collector_id", "in", ofStudy).selectAll().execute();
  return [
    ...drafts.map((one) => ({
      collectorId: one.collector_id,
      page: one.page,
      open: Number(one.n),
      gone: 0,
    })),
    ...gone.map((one) => ({ collectorId: one.collector_id, page: one.page, open: 0, gone: one.people })),
  ];
}

/** A link of this study. */
export async function findStudyDoor(
  db: Kysely<Database>,
  studyId: string,
  slug: string,
): Promise<{ slug: string; name: Text } | undefined> {
  const row = await db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .where("c.slug", "=", slug)
    .select(["c.slug", "c.name"])
    .executeTakeFirst();
  return row && { slug: row.slug, name: JSON.parse(row.name) };
}

/** How many responses each study of an account holds. */
export async function countResponsesByStudy(
  db: Kysely<Database>,
  accountId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("responses as r")
    .innerJoin("members as m", "m.study_id", "r.study_id")
    .where("m.account_id", "=", accountId)
    .groupBy("r.study_id")
    .select((e) => ["r.study_id", e.fn.countAll<number>().as("n")])
    .execute();
  return new Map(rows.map((row) => [row.study_id, Number(row.n)]));
}
