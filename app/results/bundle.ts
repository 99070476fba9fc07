import type { Column } from "./column.ts";

/** Columns whose values are packed into one 16-bit number per row: counting one number counts them all. */
export interface Bundle {
  readonly columns: readonly Column[];
  /** Of each column: levels (its values plus three), and what one level is worth in the packed number. */
  readonly levels: readonly number[];
  readonly strides: readonly number[];
  /** Of each column: packed number -> level. Shared with the threads that count. */
  readonly levelOf: readonly Uint16Array[];
  readonly size: number;
  values: Uint16Array;
}

/** Where a packed column is found. */
export interface Packed {
  readonly bundle: Bundle;
  readonly levelOf: Uint16Array;
}

/** Tables of this many counters stay in the processor's nearest memory. */
const largest = 1024;

/** Choices of so many options at most are counted by their combinations. */
const mostCombined = 12;

/**
 * Whether a column is counted option by option, because its combinations are too many: then its levels are the three gaps,
 * whoever answered, and those who chose each option.
 */
export const isWide = ({ measure, categories }: Pick<Column, "measure" | "categories">): boolean =>
  measure === "several" && categories.length > mostCombined;
/** The level of a wide column at which its options begin. */
export const firstOption = 4;

/** How many levels a column has: its three gaps, then its categories, or its combinations of choices. */
export function levelsOf(column: Pick<Column, "measure" | "categories">): number {
  const { measure, categories } = column;
  if (isWide(column)) return firstOption + categories.length;
  return (measure === "several" ? 2 ** categories.length : categories.length) + 3;
}

/**
 * Packs columns in their order, as many of one theme together as stay within `largest` combinations, and tells each where it is. A
 * column too wide for a packed number is left out, and so keeps values of its own.
 */
export function bundlesOf(columns: readonly Column[]): Bundle[] {
  const groups: Column[][] = [];
  let room = 0;
  let theme: string | undefined;
  for (const column of columns) {
    const levels = levelsOf(column);
    if (levels > 65_536 || isWide(column)) continue;
    // A theme of nine begins anew: three bundles instead of parts of four, and half as many pairs of them.
    const other = column.item?.theme;
    if (other !== theme) room = 0;
    theme = other;
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
    const levelOf = levels.map((count, at) => {
      const table = new Uint16Array(new SharedArrayBuffer(size * 2));
      for (let packed = 0; packed < size; packed++) table[packed] = Math.floor(packed / strides[at]!) % count;
      return table;
    });
    const bundle: Bundle = { columns: group, levels, strides, levelOf, size, values: new Uint16Array() };
    group.forEach((column, at) => {
      column.packed = { bundle, levelOf: levelOf[at]! };
    });
    return bundle;
  });
}

/** What stands in a column for one row: an index into its categories (a bit mask for "several"), or a gap. */
export const valueAt = ({ packed, values }: Column, row: number): number =>
  packed ? packed.levelOf[packed.bundle.values[row]!]! - 3 : values![row]!;
