import { setImmediate as pause } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { BoardCounts } from "#app/fieldwork/board-counts.ts";
import { countDuration, type DurationCounts } from "#app/fieldwork/duration-counts.ts";
import { readPageSeconds } from "#db/queries/board.server.ts";
import type { Database } from "#db/schema.ts";

type Bucket = BoardCounts["buckets"][number];
interface Kept {
  /** Changes when an answer is taken back: then a bucket may hold others although their number is the same. */
  withdrawn: number;
  buckets: Map<string, { n: number; counts: DurationCounts }>;
}

const key = (one: Bucket) => `${one.collector_id} ${one.received_on} ${one.excluded}`;
/** Rows read at once: a few milliseconds, then others have their turn. */
const page = 500;
/** A full day is read again only when it has grown by this share: its middle does not move with every answer. */
const grown = 0.01;

/**
 * How long questionnaires took, kept per door and day, so that a look at the board reads today's answers and not all of
 * them.
 */
export function durationsKeeper(db: () => Kysely<Database>) {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Kept>>();

  async function refresh(studyId: string, counts: BoardCounts): Promise<Kept> {
    const withdrawn = counts.withdrawn.reduce((sum, one) => sum + one.n, 0);
    const known = kept.get(studyId);
    const next: Kept = { withdrawn, buckets: new Map() };
    for (const bucket of counts.buckets) {
      const before = known?.withdrawn === withdrawn ? known.buckets.get(key(bucket)) : undefined;
      const same = before && bucket.n >= before.n && bucket.n - before.n <= Math.floor(grown * before.n);
      next.buckets.set(key(bucket), same ? before : { n: bucket.n, counts: await read(studyId, bucket) });
    }
    kept.set(studyId, next);
    return next;
  }

  async function read(studyId: string, bucket: Bucket): Promise<DurationCounts> {
    const counts: DurationCounts = new Map();
    for (let after = ""; ; ) {
      const rows = await readPageSeconds(db(), studyId, bucket, after, page);
      for (const row of rows) countDuration(counts, row.page_seconds);
      await pause();
      if (rows.length < page) return counts;
      after = rows.at(-1)?.id ?? "";
    }
  }

  /** @param counts of the whole study @param doors whose durations are wanted */
  return async function durationsOf(
    studyId: string,
    counts: BoardCounts,
    doors: ReadonlySet<string>,
  ): Promise<DurationCounts[]> {
    // Who asks while a reading is under way gets what that one finds.
    const reading = running.get(studyId) ?? refresh(studyId, counts).finally(() => running.delete(studyId));
    running.set(studyId, reading);
    const { buckets } = await reading;
    return counts.buckets.flatMap((one) =>
      doors.has(one.collector_id) ? (buckets.get(key(one))?.counts ?? []) : [],
    );
  };
}
