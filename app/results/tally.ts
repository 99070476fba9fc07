import { firstOption, isWide } from "./bundle.ts";
import type { Column } from "./column.ts";

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

/** Sums up how often each level of a column occurs: not asked, not applicable, skipped, then its values. */
export function tally(column: Pick<Column, "measure" | "categories">, levels: ArrayLike<number>): Tally {
  const { measure, categories } = column;
  const [notAsked, notApplicable, skipped] = [levels[0]!, levels[1]!, levels[2]!];
  const gaps = 3;
  const wide = isWide(column);
  let everyone = 0;
  // Options chosen together must not be counted as people twice.
  for (let level = 0; level < (wide ? firstOption : levels.length); level++) everyone += levels[level]!;
  const counts = categories.map((_, option) => {
    if (wide) return levels[firstOption + option]!;
    if (measure !== "several") return levels[gaps + option]!;
    let chose = 0;
    for (let mask = 0; mask + gaps < levels.length; mask++)
      if ((mask >> option) & 1) chose += levels[gaps + mask]!;
    return chose;
  });
  const asked = everyone - notAsked;
  return { counts, valid: asked - notApplicable - skipped, notApplicable, skipped, notAsked, asked };
}
