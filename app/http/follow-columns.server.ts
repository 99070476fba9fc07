import type { Kysely } from "kysely";
import { appendRows, type Columns, removeRows, setExcluded } from "#app/results/columns.ts";
import type { AskedVersion } from "#app/results/versions.ts";
import {
  type Bucket,
  type ChangeStamp,
  listBucketIds,
  listDecided,
  listWithdrawn,
  readResponsesById,
} from "#db/queries/columns.server.ts";
import type { Database } from "#db/schema.ts";
import { meetVersions } from "./meet-versions.server.ts";
import type { Quiet } from "./quiet.ts";
import { page, turn } from "./read-columns.server.ts";

/** Columns that are kept up with the store. */
export interface Followed {
  columns: Columns;
  stamp: ChangeStamp;
  /** Rows do not change while threads count them. */
  quiet: Quiet;
  versions: Map<string, AskedVersion>;
}

/**
 * Brings columns up to a newer stamp, reading only what changed: withdrawn responses go, those decided about are flagged
 * as they stand, and where a bucket then holds another number of rows than in the store, its ids are compared.
 */
export async function follow(
  db: Kysely<Database>,
  studyId: string,
  { columns, stamp: before, quiet, versions }: Followed,
  stamp: ChangeStamp,
): Promise<void> {
  if (stamp.withdrawals !== before.withdrawals || stamp.decisions !== before.decisions) {
    const gone = await listWithdrawn(db, studyId);
    const decided = await listDecided(db, studyId);
    await quiet.after(() => {
      removeRows(columns, gone);
      setExcluded(columns, decided);
    });
  }
  const { gone, come } = await compareBuckets(db, studyId, columns, stamp);
  // Moved to another bucket: only the flag is new.
  const moved = [...gone.keys()].flatMap((id) => (come.has(id) ? [[id, come.get(id) === 1] as const] : []));
  if (gone.size > 0)
    await quiet.after(() => {
      for (const id of setExcluded(columns, new Map(moved))) {
        come.delete(id);
        gone.delete(id);
      }
      removeRows(columns, gone.keys());
    });
  const fresh = [...come.keys()];
  for (let at = 0; at < fresh.length; at += page / 2) {
    const rows = await readResponsesById(db, studyId, fresh.slice(at, at + page / 2));
    await meetVersions(db, rows, versions);
    await quiet.after(() => appendRows(columns, rows));
    await turn();
  }
}

/** Rows looked through before others have their turn: some milliseconds, also where every id has to be spelled out. */
const slices = { counted: 500_000, spelled: 20_000 };

/** Ids, with their flags, that a bucket holds here and not in the store, and the other way round. */
async function compareBuckets(db: Kysely<Database>, studyId: string, columns: Columns, stamp: ChangeStamp) {
  const { excluded, byCode, ids } = columns;
  const [collector, day] = [byCode.get("collector")!, byCode.get("day")!];
  const days = day.categories.length;
  const [ofCollector, ofDay] = [collector.values!, day.values!];
  const placeAt = (row: number) => (ofCollector[row]! * days + ofDay[row]!) * 2 + excluded[row]!;
  const everyRow = async (slice: number, visit: (row: number) => void) => {
    for (let from = 0; from < columns.length; from += slice) {
      const to = Math.min(columns.length, from + slice);
      for (let row = from; row < to; row++) visit(row);
      if (to < columns.length) await turn();
    }
  };
  const held = new Int32Array(collector.categories.length * days * 2);
  await everyRow(slices.counted, (row) => {
    held[placeAt(row)]!++;
  });
  const inStore = new Set<number>();
  const changed = new Map<number, Bucket | undefined>();
  const strange: Bucket[] = [];
  for (const one of stamp.buckets) {
    const [c, d] = [collector.table.indexOf(one.collector_id), day.table.indexOf(one.received_on)];
    if (c < 0 || d < 0) {
      strange.push(one);
      continue;
    }
    const place = (c * days + d) * 2 + one.excluded;
    inStore.add(place);
    if (held[place] !== one.n) changed.set(place, one);
  }
  held.forEach((n, place) => {
    if (n > 0 && !inStore.has(place)) changed.set(place, undefined);
  });
  const gone = new Map<string, 0 | 1>();
  const come = new Map<string, 0 | 1>();
  for (const bucket of [...strange, ...changed.values()])
    if (bucket) for await (const id of idsIn(db, studyId, bucket)) come.set(id, bucket.excluded);
  if (changed.size === 0) return { gone, come };
  await everyRow(slices.spelled, (row) => {
    if (!changed.has(placeAt(row))) return;
    const id = ids.at(row);
    const flag = excluded[row] === 1 ? 1 : 0;
    if (come.get(id) === flag) come.delete(id);
    else gone.set(id, flag);
  });
  return { gone, come };
}

async function* idsIn(db: Kysely<Database>, studyId: string, bucket: Bucket) {
  for (let after = ""; ; ) {
    const some = await listBucketIds(db, studyId, bucket, after, 2 * page);
    yield* some;
    if (some.length < 2 * page) return;
    after = some.at(-1)!;
    await turn();
  }
}
