import { type Column, gap } from "./column.ts";

/** How many of a selection fall into each category of one column, and why the others fall into none. */
export interface Tally {
  /** By category; for "several" the counts sum to more than `valid` when people chose more than one. */
  counts: number[];
  valid: number;
  notApplicable: number;
  skipped: number;
  notAsked: number;
  /** Everyone but those who were not asked. */
  asked: number;
}

/** Counts one column over the selected rows. All counts are whole numbers. */
export function tally(column: Column, rows: Int32Array): Tally {
  const { values, categories, measure } = column;
  const shift = -gap.notAsked;
  // Slots 0..2 hold the gaps, the categories follow.
  const slots = new Int32Array(shift + categories.length);
  if (measure === "several") countMasks(values, rows, slots, categories.length);
  else for (let i = 0; i < rows.length; i++) slots[values[rows[i]!]! + shift]!++;
  const [notAsked, notApplicable, skipped] = slots as unknown as [number, number, number];
  const asked = rows.length - notAsked;
  const valid = asked - notApplicable - skipped;
  return { counts: Array.from(slots.subarray(shift)), valid, notApplicable, skipped, notAsked, asked };
}

function countMasks(values: Column["values"], rows: Int32Array, slots: Int32Array, options: number): void {
  const shift = -gap.notAsked;
  for (let i = 0; i < rows.length; i++) {
    const mask = values[rows[i]!]!;
    if (mask < 0) slots[mask + shift]!++;
    else for (let option = 0; option < options; option++) slots[option + shift]! += (mask >> option) & 1;
  }
}
