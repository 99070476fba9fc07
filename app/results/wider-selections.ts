import type { Condition } from "./filter.ts";

/**
 * A selection, and beside it everybody else by which of the conditions they miss: groups with nobody in common, so that
 * one cube counts them all. Bit c of a group's place says that condition c is missed; place 0 is the selection.
 */
export function splitAround(conditions: readonly Condition[]): Condition[][] {
  return Array.from({ length: 2 ** conditions.length }, (_, place) =>
    conditions.map(({ column, chosen }, c) => ({
      column,
      chosen: (place >> c) & 1 ? levelsBut(column.categories.length, chosen) : chosen,
    })),
  );
}

/** The three gaps and every category, without some: who left a question open meets no condition on it. */
const levelsBut = (categories: number, chosen: readonly number[]): number[] =>
  Array.from({ length: categories + 3 }, (_, level) => level - 3).filter((one) => !chosen.includes(one));

/**
 * Whether some wider selection, with some of the conditions dropped, counts 1..k-1 people more: a number told of both
 * would tell of those few. @param counts by place, as `splitAround`
 */
export function tooClose(counts: readonly number[], k: number): boolean {
  return counts.some((_, dropped) => {
    const more = counts.reduce((sum, n, place) => (place && (place & dropped) === place ? sum + n : sum), 0);
    return more >= 1 && more < k;
  });
}
