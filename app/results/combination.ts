import type { Line } from "./line-set.ts";

/** More unknown cells than this are not solved for: of them only what is known as it stands is found to follow. */
const mostUnknown = 200;

/**
 * Which sums over cells, each with a factor of its own, follow from plain sums that are known: then telling them tells
 * nothing new. Anything less is no protection: the cells hold whole numbers, and one equation with fractional factors
 * and all its digits can have a single solution in whole numbers, however many cells are unknown.
 *
 * Gauss-Jordan elimination over the unknown cells, as in `determined.ts`; a combination follows if known sums can take
 * all of it away.
 *
 * @param unknown cells that are not known by themselves
 * @param sums sets of cells whose total is known; cells that are not unknown are passed over
 */
export function combinations(
  unknown: readonly number[],
  sums: readonly Line[],
): (factorOf: (cell: number) => number) => boolean {
  const place = new Map(unknown.map((cell, at) => [cell, at]));
  if (unknown.length > mostUnknown) return asTheyStand(unknown, sums);
  const reduced: { lead: number; row: Float64Array }[] = [];
  const remainder = (row: Float64Array): Float64Array => {
    for (const known of reduced) subtract(row, known.row, row[known.lead]!);
    return row;
  };
  const seen = new Set<string>();
  for (const sum of sums) {
    const places = sum.flatMap((cell) => place.get(cell) ?? []);
    const key = places.join();
    if (places.length === 0 || seen.has(key)) continue;
    seen.add(key);
    const row = new Float64Array(unknown.length);
    for (const at of places) row[at] = 1;
    remainder(row);
    const lead = row.findIndex((value) => value !== 0);
    if (lead < 0) continue;
    const first = row[lead]!;
    for (let at = 0; at < row.length; at++) row[at]! /= first;
    for (const known of reduced) subtract(known.row, row, known.row[lead]!);
    reduced.push({ lead, row });
  }
  return (factorOf) => remainder(Float64Array.from(unknown, factorOf)).every((value) => value === 0);
}

/** The same without solving: cells of one factor have to be the unknown ones of a known sum. */
function asTheyStand(
  unknown: readonly number[],
  sums: readonly Line[],
): (factorOf: (cell: number) => number) => boolean {
  const among = new Set(unknown);
  const keyOf = (cells: readonly number[]) => cells.toSorted((a, b) => a - b).join();
  const known = new Set(sums.map((sum) => keyOf(sum.filter((cell) => among.has(cell)))));
  return (factorOf) => {
    const byFactor = new Map<number, number[]>();
    for (const cell of unknown) {
      const factor = factorOf(cell);
      const same = byFactor.get(factor);
      if (same) same.push(cell);
      else byFactor.set(factor, [cell]);
    }
    return [...byFactor].every(([factor, cells]) => factor === 0 || known.has(keyOf(cells)));
  };
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < from.length; at++) {
    const value = from[at]! - factor * row[at]!;
    from[at] = Math.abs(value) < 1e-9 ? 0 : value;
  }
}
