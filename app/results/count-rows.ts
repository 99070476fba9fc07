import type { Rows } from "./bins.ts";
import { firstOption } from "./bundle.ts";
import { mostParts } from "./count-parts.ts";
import {
  type CountPlan,
  type Counts,
  cellsOf,
  moments,
  type PlannedBundle,
  type PlannedVariable,
  pairSums,
} from "./count-plan.ts";
import { block, PairCounting, ThemeCounting } from "./count-themes.ts";

/** Above this many counters a packed table no longer fits the cache; its columns are then counted one by one. */
const mostCounters = 1 << 19;

/*
 * Here and in `count-themes.ts` loops count two rows at a time: where neighbours hold the same number ("not asked", for a
 * whole module), a loop over single rows takes up to five times as long, because the processor guesses wrong about memory
 * it has just written.
 */

/**
 * Counts rows `from` up to `to` in one pass. Everything is a whole number; counts of separate ranges add up to the counts
 * of all (`addCounts`), in any order. About one nanosecond per row and packed column group.
 */
export function countRows(plan: CountPlan, from: number, to: number): Counts {
  const cells = cellsOf(plan);
  // Unpacking a table costs about as much as counting a quarter as many rows.
  const room = Math.min(mostCounters, Math.max(4096, (to - from) / 4));
  const counting = plan.bundles.map((bundle) => new BundleCounting(bundle, cells, room));
  const singles = plan.singles.map(({ levels }) => new Int32Array((cells + 1) * levels));
  const themes = plan.themes.map((theme) => {
    const bundles = theme.parts.map(({ bundle }) => counting[bundle]!);
    const tables = bundles.flatMap(({ whole, taken }) => (taken || !whole ? [] : [whole]));
    // What a theme is made of is counted as the theme is scored, by the first that can.
    const together = tables.length === bundles.length && tables.length <= mostParts;
    if (together) for (const one of bundles) one.taken = true;
    return new ThemeCounting(theme, plan, cells, together ? tables : undefined);
  });
  const pairs = plan.pairs
    ? themes.flatMap((later, at) =>
        themes.slice(0, at).map((earlier) => new PairCounting(earlier, later, cells)),
      )
    : [];
  const everyone = new Int32Array(cells + 1);
  const cellAt = new Int32Array(block + 1);
  for (let start = from; start < to; start += block) {
    const length = Math.min(block, to - start);
    findCells(plan, cells, cellAt, start, length);
    // Two rows at a time; beside an odd last one stands nobody's.
    cellAt[length] = cells;
    for (let i = 0; i < length; i += 2) {
      everyone[cellAt[i]!]!++;
      everyone[cellAt[i + 1]!]!++;
    }
    for (const one of counting) if (!one.taken) one.count(cellAt, start, length);
    plan.singles.forEach(({ values, levels, wide }, at) => {
      const slots = singles[at]!;
      if (wide) {
        countOptions(values, levels, slots, { cellAt, start, length });
        return;
      }
      if (length % 2 > 0) slots[cellAt[length - 1]! * levels + values[start + length - 1]! + 3]!++;
      for (let i = 0; i + 1 < length; i += 2) {
        slots[cellAt[i]! * levels + values[start + i]! + 3]!++;
        slots[cellAt[i + 1]! * levels + values[start + i + 1]! + 3]!++;
      }
    });
    for (const one of themes) one.count(cellAt, start, length);
    for (const one of pairs) one.count(cellAt, length);
  }
  for (const one of themes) one.settle();
  const packed = counting.map((one) => one.byColumn());
  return {
    everyone: everyone.slice(0, cells),
    packed,
    singles: singles.map((slots, at) => slots.slice(0, cells * plan.singles[at]!.levels)),
    themes: themes.map((one) => one.result()),
    pairs: pairs.map((one) => one.result()),
  };
}

/** Counts choices option by option: whoever answered at the first level after the gaps, then each option chosen. */
function countOptions(
  values: PlannedVariable["values"],
  levels: number,
  slots: Int32Array,
  { cellAt, start, length }: Pick<Rows, "cellAt" | "start" | "length">,
): void {
  for (let i = 0; i < length; i++) {
    const from = cellAt[i]! * levels;
    const value = values[start + i]!;
    slots[from + 3 + Math.min(value, 0)]!++;
    for (let left = Math.max(value, 0); left !== 0; left &= left - 1)
      slots[from + firstOption + 31 - Math.clz32(left & -left)]!++;
  }
}

/** Adds the counts of another range of rows to these. */
export function addCounts(to: Counts, more: Counts): Counts {
  add(to.everyone, more.everyone);
  to.packed.forEach((columns, at) => {
    columns.forEach((slots, column) => {
      add(slots, more.packed[at]![column]!);
    });
  });
  to.singles.forEach((slots, at) => {
    add(slots, more.singles[at]!);
  });
  to.themes.forEach((theme, at) => {
    const other = more.themes[at]!;
    add(theme.scored, other.scored);
    add(theme.sums, other.sums);
    add(theme.squares, other.squares);
    add(theme.complete, other.complete);
    theme.groups.forEach((group, place) => {
      const from = other.groups[place]!;
      group.asked += from.asked;
      add(group.people, from.people);
      for (const moment of moments) add(group[moment], from[moment]);
    });
  });
  to.pairs.forEach((pair, at) => {
    const other = more.pairs[at]!;
    add(pair.both, other.both);
    for (const sum of pairSums) add(pair[sum], other[sum]);
  });
  return to;
}

function add(to: Int32Array | Float64Array, more: ArrayLike<number>) {
  for (let at = 0; at < to.length; at++) to[at]! += more[at]!;
}

/** The cell each row of a block falls into; excluded rows fall into one beyond the last. */
function findCells(
  { by, excluded }: CountPlan,
  cells: number,
  cellAt: Int32Array,
  start: number,
  length: number,
) {
  cellAt.fill(0, 0, length);
  let stride = 1;
  for (const { values, levels, levelOf } of by) {
    if (levelOf) for (let i = 0; i < length; i++) cellAt[i]! += levelOf[values[start + i]!]! * stride;
    else for (let i = 0; i < length; i++) cellAt[i]! += (values[start + i]! + 3) * stride;
    stride *= levels;
  }
  for (let i = 0; i < length; i++) if (excluded[start + i] !== 0) cellAt[i] = cells;
}

class BundleCounting {
  private readonly bundle: PlannedBundle;
  private readonly cells: number;
  readonly whole: Int32Array | undefined;
  /** Whether somebody else counts it. */
  taken = false;
  private readonly single: { slots: Int32Array; levelOf: Uint16Array; levels: number }[];

  constructor(bundle: PlannedBundle, cells: number, room: number) {
    this.bundle = bundle;
    this.cells = cells;
    const together = (cells + 1) * bundle.size <= room;
    this.whole = together ? new Int32Array((cells + 1) * bundle.size) : undefined;
    this.single = together
      ? []
      : bundle.levels.map((levels, at) => ({
          slots: new Int32Array((cells + 1) * levels),
          levelOf: bundle.levelOf[at]!,
          levels,
        }));
  }

  count(cellAt: Int32Array, start: number, length: number) {
    const { values, size } = this.bundle;
    const last = start + length - 1;
    const odd = length % 2 > 0;
    const { whole } = this;
    if (whole) {
      if (odd) whole[cellAt[length - 1]! * size + values[last]!]!++;
      for (let i = 0; i + 1 < length; i += 2) {
        whole[cellAt[i]! * size + values[start + i]!]!++;
        whole[cellAt[i + 1]! * size + values[start + i + 1]!]!++;
      }
      return;
    }
    for (const { slots, levelOf, levels } of this.single) {
      if (odd) slots[cellAt[length - 1]! * levels + levelOf[values[last]!]!]!++;
      for (let i = 0; i + 1 < length; i += 2) {
        slots[cellAt[i]! * levels + levelOf[values[start + i]!]!]!++;
        slots[cellAt[i + 1]! * levels + levelOf[values[start + i + 1]!]!]!++;
      }
    }
  }

  /** The packed table unpacked: one table per column. */
  byColumn(): Int32Array[] {
    const { size, levels, levelOf } = this.bundle;
    const { whole, cells } = this;
    if (!whole) return this.single.map(({ slots, levels }) => slots.slice(0, cells * levels));
    return levels.map((count, at) => {
      const slots = new Int32Array(cells * count);
      const own = levelOf[at]!;
      for (let cell = 0; cell < cells; cell++)
        for (let packed = 0; packed < size; packed++)
          slots[cell * count + own[packed]!]! += whole[cell * size + packed]!;
      return slots;
    });
  }
}
