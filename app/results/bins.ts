import type { PlannedTheme } from "./count-plan.ts";
import { digitsOf } from "./count-products.ts";

/*
 * A row's bin says everything a theme needs of it in one number, which is the sum of what its packed numbers say: in the
 * low bits valid × width + steps, above them the steps of the items that are not reversed, then how many were not asked.
 */
export const binBits = (1 << 15) - 1;
export const straightAt = 15;
export const straightBits = (1 << 10) - 1;
export const unaskedAt = 25;
const mostItems = 63;

/** A block of rows: where it starts, and the cell and bin of each. */
export interface Rows {
  start: number;
  length: number;
  cellAt: Int32Array;
  binAt: Int32Array;
}

/**
 * By part of a theme: packed number -> what it adds to a row's bin.
 * @throws RangeError for a theme that does not fit
 */
export function binsOf({ items, steps, parts }: PlannedTheme): Int32Array[] {
  const width = items * steps + 1;
  if (items > mostItems || width > straightBits || (items + 1) * width > binBits)
    throw new RangeError(`${items} items of ${steps + 1} points are too many for one score`);
  return parts.map(({ codes, points, combinations, columns }) => {
    const digits = digitsOf(combinations, columns.length, steps + 1);
    const straightOf = (number: number) =>
      columns.reduce(
        (sum, { reversed }, at) => sum + (reversed ? 0 : digits[number * columns.length + at]!),
        0,
      );
    return codes.map(
      (code, packed) =>
        ((code >>> 20) << unaskedAt) +
        // Where an item is missing, its steps are none.
        (straightOf(points[packed]!) << straightAt) +
        ((code >>> 10) & 1023) * width +
        (code & 1023),
    );
  });
}
