import type { Column } from "./column.ts";

/** Columns whose values are packed into one 16-bit number per row: counting one number counts them all. */
export interface Bundle {
  readonly columns: readonly Column[];
  /** Of each column: levels (its values plus three), and what one level is worth in the packed number. */
  readonly levels: readonly number[];
  readonly strides: readonly number[];
  readonly size: number;
  values: Uint16Array;
}

/** Tables of this many counters stay in the processor's nearest memory. */
const largest = 1024;

/** How many levels a column has: its three gaps, then its categories, or its combinations of choices. */
export const levelsOf = ({ measure, categories }: Column): number =>
  (measure === "several" ? 2 ** categories.length : categories.length) + 3;

/**
 * Packs columns in their order, as many together as stay within `largest` combinations. A column too wide for a packed
 * number is left out, and so counted by itself.
 */
export function bundlesOf(columns: readonly Column[]): Bundle[] {
  const groups: Column[][] = [];
  let room = 0;
  for (const column of columns) {
    const levels = levelsOf(column);
    if (levels > 65_536) continue;
    if (levels > room) {
      groups.push([column]);
      room = Math.floor(largest / levels);
    } else {
      groups.at(-1)!.push(column);
      room = Math.floor(room / levels);
    }
  }
  return groups.map((group) => {
    const levels = group.map(levelsOf);
    const strides = levels.map((_, at) => levels.slice(0, at).reduce((product, one) => product * one, 1));
    const size = levels.reduce((product, one) => product * one, 1);
    return { columns: group, levels, strides, size, values: new Uint16Array() };
  });
}

/** Packs rows anew from their columns. */
export function packRows(bundles: readonly Bundle[], from: number, to: number): void {
  for (const { columns, strides, values } of bundles) {
    values.fill(0, from, to);
    columns.forEach((column, at) => {
      const stride = strides[at]!;
      const own = column.values;
      for (let row = from; row < to; row++) values[row]! += (own[row]! + 3) * stride;
    });
  }
}
