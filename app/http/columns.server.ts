import type { Kysely } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import {
  appendRows,
  buildColumns,
  type Columns,
  removeRows,
  type StudySurroundings,
  setExcluded,
} from "#app/results/columns.ts";
import { type Counting, countWith } from "#app/results/counting.ts";
import type { Filter } from "#app/results/filter.ts";
import type { AskedVersion } from "#app/results/versions.ts";
import {
  type Bucket,
  type ChangeStamp,
  type ColumnsContext,
  type ColumnsRow,
  findColumnsContext,
  findMainRespondent,
  getAskedVersion,
  listBucketIds,
  type Respondent,
  readChangeStamp,
  readResponsePage,
  readResponsesById,
} from "#db/queries/columns.server.ts";
import type { Database } from "#db/schema.ts";
import { countPlan } from "./counting.server.ts";
import { db } from "./db.server.ts";
import { Quiet } from "./quiet.ts";

/** A study's closed answers in memory, as of a moment after they were asked for. */
export interface StudyColumns {
  columns: Columns;
  instrument: Instrument;
  /** Computes something from these columns, or remembers it from before, as long as they have not changed. */
  remember<T>(key: string, compute: () => T): T;
  /** Counts, beside the thread that answers students where it takes long; what comes of it is remembered likewise. */
  count<T>(key: string, work: () => Counting<T>): Promise<T>;
}

/** Views people look at again and again: the same few filters by the same few people. */
function memory() {
  const known = new Map<string, unknown>();
  return <T>(key: string, compute: () => T): T => {
    if (known.has(key)) return known.get(key) as T;
    const value = compute();
    if (known.size >= 200) known.clear();
    known.set(key, value);
    return value;
  };
}

/** What a view is remembered by. */
export const viewKey = (k: number, ...filters: Filter[]) => JSON.stringify([k, ...filters]);

/** Rows read at once: about 5 ms of work, then others have their turn. */
const page = 1000;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Kept extends StudyColumns {
  contextKey: string;
  stamp: ChangeStamp;
  /** Bucket -> its ids, as last read. */
  places: Map<string, Set<string>>;
  /** Rows do not change while threads count them. */
  quiet: Quiet;
  /** Those answered so far. */
  versions: Map<string, AskedVersion>;
}

const placeOf = (one: Omit<Bucket, "n">) => `${one.collector_id} ${one.received_on} ${one.excluded}`;

/**
 * Keeps studies in memory and brings them up to date before each use. Whoever asks while a reading is under way
 * waits for it and then for the next one, which all who wait share: nobody sees less than was committed before they
 * asked, and never do two readings of a study run side by side.
 */
export function columnsKeeper(db: () => Kysely<Database>) {
  const kept = new Map<string, Kept>();
  // All three by study and respondents.
  const running = new Map<string, Promise<StudyColumns | undefined>>();
  const following = new Map<string, Promise<StudyColumns | undefined>>();

  async function refresh(study: Study, who: Respondent): Promise<StudyColumns | undefined> {
    const context = await findColumnsContext(db(), study.id, who);
    if (!context) return undefined;
    const key = keyOf(study, who);
    // The stamp is read before the rows: what comes in between is read twice rather than missed.
    const stamp = ofContext(await readChangeStamp(db(), study.id), context);
    const year = Number(
      new Intl.DateTimeFormat("en", { timeZone: study.timeZone, year: "numeric" }).format(),
    );
    const contextKey = JSON.stringify([year, context.versionId, context.collectors, context.certificates]);
    const known = kept.get(key);
    // Taken out meanwhile: if a reading fails half-way, the next one starts from nothing.
    kept.delete(key);
    const next =
      known?.contextKey === contextKey
        ? await follow(db(), study.id, known, stamp)
        : await readAll(db(), study.id, context, surroundings(context, year), contextKey, stamp);
    kept.set(key, next);
    return next;
  }

  function current(study: Study, who: Respondent): Promise<StudyColumns | undefined> {
    const key = keyOf(study, who);
    const awaited = following.get(key);
    if (awaited) return awaited;
    const now = running.get(key);
    const start = () => {
      following.delete(key);
      const reading = refresh(study, who).finally(() => running.delete(key));
      running.set(key, reading);
      return reading;
    };
    if (!now) return start();
    const waiting = now.then(start, start);
    following.set(key, waiting);
    return waiting;
  }

  return async function columnsOf(study: Study, respondent?: Respondent): Promise<StudyColumns | undefined> {
    const who = respondent ?? (await findMainRespondent(db(), study.id));
    return who && current(study, who);
  };
}

interface Study {
  id: string;
  timeZone: string;
}
const keyOf = (study: Study, who: Respondent) => `${study.id} ${who}`;

/** Only what came through the collectors of this instrument. */
function ofContext(stamp: ChangeStamp, { collectors, waveIds }: ColumnsContext): ChangeStamp {
  if (!waveIds) return stamp;
  const own = new Set(collectors.map((one) => one.id));
  return { ...stamp, buckets: stamp.buckets.filter((one) => own.has(one.collector_id)) };
}

/**
 * The columns of a study in this process: of its students, if not said otherwise, or of whom else it asks alone.
 * Undefined while it has nothing to ask them.
 */
export const columnsOf = columnsKeeper(db);

const surroundings = (context: ColumnsContext, year: number) => ({
  instrument: context.instrument,
  certificates: context.certificates,
  cohorts: new Map(context.collectors.map((one) => [one.id, one.cohort])),
  waves: new Map(context.collectors.map((one) => [one.id, one.wave])),
  cohortNames,
  versions: new Map<string, AskedVersion>(),
  year,
});

/** What collectors are usually told apart by; other variables go by the name their researcher gave them. */
const cohortNames = {
  college: { "zh-CN": "学校", en: "College" },
  campus: { "zh-CN": "校区", en: "Campus" },
  class: { "zh-CN": "班级", en: "Class" },
  major: { "zh-CN": "专业", en: "Major" },
  grade: { "zh-CN": "年级", en: "Year" },
  region: { "zh-CN": "地区", en: "Region" },
};

async function readAll(
  db: Kysely<Database>,
  studyId: string,
  { waveIds }: ColumnsContext,
  around: StudySurroundings & { versions: Map<string, AskedVersion> },
  contextKey: string,
  stamp: ChangeStamp,
): Promise<Kept> {
  const { instrument } = around;
  const columns = buildColumns(around, []);
  const next: Kept = {
    columns,
    instrument,
    remember: memory(),
    count: (key, work) => next.remember(key, () => next.quiet.during(() => countWith(work(), countPlan))),
    contextKey,
    stamp,
    places: new Map(),
    quiet: new Quiet(),
    versions: around.versions,
  };
  for (let after = ""; ; ) {
    const rows = await readResponsePage(db, { studyId, waveIds }, after, page);
    await meetVersions(db, rows, next.versions);
    appendRows(columns, rows);
    for (const row of rows) {
      const ids = next.places.get(placeOf(row));
      if (ids) ids.add(row.id);
      else next.places.set(placeOf(row), new Set([row.id]));
    }
    if (rows.length < page) return next;
    after = rows.at(-1)!.id;
    await pause();
  }
}

/** Finds out what the versions asked that these rows answer. */
async function meetVersions(db: Kysely<Database>, rows: ColumnsRow[], known: Map<string, AskedVersion>) {
  for (const { version_id } of rows)
    if (!known.has(version_id)) known.set(version_id, await getAskedVersion(db, version_id));
}

/** Reads what changed since the kept stamp; nothing at all when it is the same. */
async function follow(db: Kysely<Database>, studyId: string, kept: Kept, stamp: ChangeStamp): Promise<Kept> {
  const before = new Map(kept.stamp.buckets.map((one) => [placeOf(one), one]));
  // A withdrawal and a new answer, or two opposite decisions, can leave every count as it was.
  const everywhere = stamp.withdrawals !== kept.stamp.withdrawals || stamp.decisions !== kept.stamp.decisions;
  const changed = stamp.buckets.filter((one) => everywhere || before.get(placeOf(one))?.n !== one.n);
  for (const one of stamp.buckets) before.delete(placeOf(one));
  if (changed.length > 0 || before.size > 0) kept.remember = memory();
  const gone = new Map<string, 0 | 1>();
  const come = new Map<string, 0 | 1>();
  for (const one of [...before.values(), ...changed]) {
    const ids = new Set<string>();
    for (let after = ""; ; ) {
      const some = await listBucketIds(db, studyId, one, after, 5 * page);
      for (const id of some) ids.add(id);
      if (some.length < 5 * page) break;
      after = some.at(-1)!;
      await pause();
    }
    const known = kept.places.get(placeOf(one)) ?? new Set();
    for (const id of known) if (!ids.has(id)) gone.set(id, one.excluded);
    for (const id of ids) if (!known.has(id)) come.set(id, one.excluded);
    kept.places.set(placeOf(one), ids);
  }
  // Moved to another bucket: only the flag is new.
  const moved = [...gone.keys()].flatMap((id) => (come.has(id) ? [[id, come.get(id) === 1] as const] : []));
  await kept.quiet.after(() => {
    for (const id of setExcluded(kept.columns, new Map(moved))) {
      come.delete(id);
      gone.delete(id);
    }
    removeRows(kept.columns, gone.keys());
  });
  const fresh = [...come.keys()];
  for (let at = 0; at < fresh.length; at += page / 2) {
    const rows = await readResponsesById(db, studyId, fresh.slice(at, at + page / 2));
    await meetVersions(db, rows, kept.versions);
    await kept.quiet.after(() => appendRows(kept.columns, rows));
    await pause();
  }
  kept.stamp = stamp;
  return kept;
}
