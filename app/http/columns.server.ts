import type { Kysely } from "kysely";
import type { Thresholds } from "#app/fieldwork/quality-flags.ts";
import type { Instrument } from "#app/instrument/definition.ts";
import type { Columns } from "#app/results/columns.ts";
import { knowCohorts } from "#app/results/context-columns.ts";
import { type Counting, countWith } from "#app/results/counting.ts";
import type { Filter } from "#app/results/filter.ts";
import { judging, type Suspects, suspectsFrom } from "#app/results/suspects.ts";
import {
  type ChangeStamp,
  type ColumnsContext,
  findColumnsContext,
  hasManyResponses,
  listAskedInstruments,
  readChangeStamp,
} from "#db/queries/columns.server.ts";
import type { Database } from "#db/schema.ts";
import { countPlan, judgeRows } from "./counting.server.ts";
import { db } from "./db.server.ts";
import { env } from "./env.server.ts";
import { type Followed, follow } from "./follow-columns.server.ts";
import { Quiet } from "./quiet.ts";
import { type Around, few, readColumns, StoreThread } from "./read-columns.server.ts";

/** A study's closed answers in memory, as of a moment after they were asked for. */
export interface StudyColumns {
  columns: Columns;
  instrument: Instrument;
  /** Computes something from these columns, or remembers it from before, as long as they have not changed. */
  remember<T>(key: string, compute: () => T): T;
  /** Counts, beside the thread that answers students where it takes long; what comes of it is remembered likewise. */
  count<T>(key: string, work: () => Counting<T>): Promise<T>;
  /** Who is suspect by some thresholds: found out and remembered in the same way. */
  judge(thresholds: Thresholds): Promise<Suspects>;
  /** The same where it is known or takes no longer than a page may; undefined where somebody has to ask for it first. */
  judgeSoon(thresholds: Thresholds): Promise<Suspects> | undefined;
}

/** Views people look at again and again: the same few filters by the same few people. */
function memory() {
  const known = new Map<string, unknown>();
  const remember = <T>(key: string, compute: () => T): T => {
    if (known.has(key)) return known.get(key) as T;
    const value = compute();
    if (known.size >= 200) known.clear();
    known.set(key, value);
    // What failed is tried again.
    if (value instanceof Promise) value.catch(() => known.delete(key));
    return value;
  };
  return Object.assign(remember, { has: (key: string) => known.has(key) });
}

/** Judging so many takes a fifth of a second. */
const soon = 100_000;
const judgingKey = (thresholds: Thresholds) => `suspects ${JSON.stringify(thresholds)}`;

/** Judging takes long: answers go on coming meanwhile, beyond the rows judged. Only where some went is it done again, in quiet. */
async function judgeBeside({ columns, quiet }: Followed, thresholds: Thresholds): Promise<Suspects> {
  const { removed } = columns;
  const judged = await judgeRows(judging(columns, thresholds));
  if (columns.removed === removed) return suspectsFrom(judged);
  return quiet.during(async () => suspectsFrom(await judgeRows(judging(columns, thresholds))));
}

/** What a view is remembered by. */
export const viewKey = (k: number, ...filters: Filter[]) => JSON.stringify([k, ...filters]);

/**
 * Keeps studies in memory and brings them up to date before each use. Whoever asks while a reading is under way
 * waits for it and then for the next one, which all who wait share: nobody sees less than was committed before they
 * asked, and never do two readings of a study run side by side.
 *
 * @param url of the store, for threads that read where there is much; without it everything is read here
 * @param most as many responses are read here
 */
export function columnsKeeper(
  db: () => Kysely<Database>,
  url: () => string | undefined = () => undefined,
  most = few,
) {
  const kept = new Map<string, Kept>();
  // All three by study and instrument.
  const running = new Map<string, Promise<StudyColumns | undefined>>();
  const following = new Map<string, Promise<StudyColumns | undefined>>();
  let aside: StoreThread | undefined;

  /** Counting a million index entries takes a tenth of a second: not in the thread that serves students. */
  async function stampOf(studyId: string, rows: number): Promise<ChangeStamp> {
    const where = url();
    if (where === undefined || rows <= most) return readChangeStamp(db(), studyId);
    if (!aside || aside.gone) aside = new StoreThread(where);
    return aside.stampOf(studyId);
  }

  async function refresh(study: Study, instrument: string): Promise<StudyColumns | undefined> {
    const context = await findColumnsContext(db(), study.id, instrument);
    if (!context) return undefined;
    const key = keyOf(study, instrument);
    const known = kept.get(key);
    const rows = known?.columns.length ?? ((await hasManyResponses(db(), study.id, most + 1)) ? most + 1 : 0);
    // The stamp is read before the rows: what comes in between is read twice rather than missed.
    const stamp = ofContext(await stampOf(study.id, rows), context);
    const year = Number(
      new Intl.DateTimeFormat("en", { timeZone: study.timeZone, year: "numeric" }).format(),
    );
    // Taken out meanwhile: if a reading fails half-way, the next one starts from nothing.
    kept.delete(key);
    const next =
      known && growsInto(known, context, year) ? known : await start(study.id, context, year, stamp);
    if (next === known && JSON.stringify(stamp) !== JSON.stringify(known.stamp)) {
      // Before anything changes: what is remembered from now on is of what will be.
      known.remember = memory();
      await follow(db(), study.id, known, stamp);
      known.stamp = stamp;
      known.remember = memory();
    }
    kept.set(key, next);
    return next;
  }

  async function start(
    studyId: string,
    context: ColumnsContext,
    year: number,
    stamp: ChangeStamp,
  ): Promise<Kept> {
    const around = surroundings(context, year);
    const size = stamp.buckets.reduce((sum, one) => sum + one.n, 0);
    const range = { studyId, waveIds: context.waveIds };
    const columns = await readColumns(db(), range, around, size, size > most ? url() : undefined);
    const next: Kept = {
      ...{ columns, instrument: context.instrument, stamp, around, versions: around.versions },
      ...{ frame: frameOf(context, year), collectors: new Map(), quiet: new Quiet(), remember: memory() },
      count: (key, work) => next.remember(key, () => next.quiet.during(() => countWith(work(), countPlan))),
      judge: (thresholds) => next.remember(judgingKey(thresholds), () => judgeBeside(next, thresholds)),
      judgeSoon: (thresholds) =>
        columns.length <= soon || next.remember.has(judgingKey(thresholds))
          ? next.judge(thresholds)
          : undefined,
    };
    for (const one of context.collectors) next.collectors.set(one.id, JSON.stringify(one));
    return next;
  }

  function current(study: Study, instrument: string): Promise<StudyColumns | undefined> {
    const key = keyOf(study, instrument);
    const awaited = following.get(key);
    if (awaited) return awaited;
    const now = running.get(key);
    const start = () => {
      following.delete(key);
      const reading = refresh(study, instrument).finally(() => running.delete(key));
      running.set(key, reading);
      return reading;
    };
    if (!now) return start();
    const waiting = now.then(start, start);
    following.set(key, waiting);
    return waiting;
  }

  return async function columnsOf(study: Study, instrument?: string): Promise<StudyColumns | undefined> {
    const key = instrument ?? (await listAskedInstruments(db(), study.id))[0]?.key;
    return key === undefined ? undefined : current(study, key);
  };
}

interface Study {
  id: string;
  timeZone: string;
}
const keyOf = (study: Study, instrument: string) => `${study.id} ${instrument}`;

/** Only what came through the collectors of this instrument. */
function ofContext(stamp: ChangeStamp, { collectors, waveIds }: ColumnsContext): ChangeStamp {
  if (!waveIds) return stamp;
  const own = new Set(collectors.map((one) => one.id));
  return { ...stamp, buckets: stamp.buckets.filter((one) => own.has(one.collector_id)) };
}

/**
 * The columns of one instrument of a study in this process: of the one it is about, if not said otherwise. Undefined while
 * nobody is asked by it.
 */
export const columnsOf = columnsKeeper(db, () => env().databaseUrl);

interface Kept extends StudyColumns, Followed {
  remember: ReturnType<typeof memory>;
  around: Around;
  /** What cannot change without reading everything anew, and collector id -> what was known of it. */
  frame: string;
  collectors: Map<string, string>;
}

const frameOf = ({ versionId, certificates, waveIds, collectors }: ColumnsContext, year: number) => {
  const waves = new Map(collectors.map(({ wave }) => [wave.code, wave.label]));
  const variables = new Set(collectors.flatMap(({ cohort }) => Object.keys(cohort)));
  return JSON.stringify([year, versionId, certificates, waveIds, [...waves], [...variables].sort()]);
};

/**
 * Whether kept columns can go on within what is around now: the same questions, and no collector other than it was. New
 * collectors are made known to them.
 */
function growsInto(kept: Kept, context: ColumnsContext, year: number): boolean {
  if (kept.frame !== frameOf(context, year)) return false;
  const now = new Map(context.collectors.map((one) => [one.id, JSON.stringify(one)]));
  for (const [id, known] of kept.collectors) if (now.get(id) !== known) return false;
  if (now.size === kept.collectors.size) return true;
  for (const { id, cohort, wave } of context.collectors) {
    kept.around.cohorts.set(id, cohort);
    kept.around.waves.set(id, wave);
  }
  kept.collectors = now;
  knowCohorts(kept.columns);
  return true;
}

const surroundings = (context: ColumnsContext, year: number): Around => ({
  instrument: context.instrument,
  certificates: context.certificates,
  cohorts: new Map(context.collectors.map((one) => [one.id, one.cohort])),
  waves: new Map(context.collectors.map((one) => [one.id, one.wave])),
  cohortNames,
  versions: new Map(),
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
