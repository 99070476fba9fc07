import { type Instrument, itemsOf } from "#app/instrument/definition.ts";
import type { Columns } from "./columns.ts";

/** What one version of an instrument asked. */
export interface AskedVersion {
  number: number;
  /** Item code -> the revision of its wording. */
  revs: ReadonlyMap<string, number>;
}

export const askedIn = (number: number, instrument: Instrument): AskedVersion => ({
  number,
  revs: new Map(itemsOf(instrument).map((item) => [item.code, item.rev])),
});

const known = new WeakMap<Columns, Map<string, number[]>>();
const none: number[] = [];

/**
 * The items that a version asked in other words than the newest one, or not at all: its answers to them answer another
 * question and stand as "not asked" (methods: waves join only on equal code and revision).
 * @returns places among the items
 */
export function otherwiseAsked(columns: Columns, versionId: string | undefined): readonly number[] {
  const version = versionId === undefined ? undefined : columns.around.versions?.get(versionId);
  if (versionId === undefined || !version) return none;
  const of = known.get(columns) ?? new Map<string, number[]>();
  known.set(columns, of);
  let found = of.get(versionId);
  if (!found) {
    found = columns.items.flatMap(({ code, item }, at) => (version.revs.get(code) === item?.rev ? [] : [at]));
    of.set(versionId, found);
  }
  return found;
}

/**
 * In which wordings each item of the newest version was asked, wave by wave: wave code ("" where there are no waves) ->
 * item code -> revisions in ascending order, none where nobody was asked it. Only versions somebody answered count.
 */
export function revsByWave({ asked, items, around }: Columns): Map<string, Map<string, number[]>> {
  return new Map(
    [...asked].map(([wave, ids]) => {
      const versions = [...ids].flatMap((id) => around.versions?.get(id) ?? []);
      const revs = (code: string) => [...new Set(versions.flatMap(({ revs }) => revs.get(code) ?? []))];
      return [wave, new Map(items.map(({ code }) => [code, revs(code).sort((a, b) => a - b)]))];
    }),
  );
}
