import { levelsOf } from "./bundle.ts";
import { gap } from "./column.ts";
import type { Cube } from "./cube.ts";
import type { Condition } from "./filter.ts";

/** How many people two selections have, each and together. */
export interface Overlap {
  first: number;
  second: number;
  both: number;
  /** In neither. */
  outside: number;
}

const holds = (conditions: readonly Condition[], levelAt: Map<unknown, number>): boolean =>
  conditions.every(({ column, chosen }) => chosen.includes(levelAt.get(column)! - 3));

/**
 * What two selections share, from a cube over the variables of both.
 * @param skippedCounts whether who skipped one of the questions asked for is among those outside
 * @param among nobody else is looked at
 */
export function overlapIn(
  { by, counts }: Cube,
  first: readonly Condition[],
  second: readonly Condition[],
  skippedCounts: boolean,
  among: readonly Condition[] = [],
): Overlap {
  const found = { first: 0, second: 0, both: 0, outside: 0 };
  const asked = [...first, ...second].map((one) => one.column);
  counts.everyone.forEach((people, cell) => {
    if (people === 0) return;
    const levelAt = new Map<unknown, number>();
    let rest = cell;
    for (const column of by) {
      levelAt.set(column, rest % levelsOf(column));
      rest = Math.floor(rest / levelsOf(column));
    }
    if (!holds(among, levelAt)) return;
    const [a, b] = [holds(first, levelAt), holds(second, levelAt)];
    if (a) found.first += people;
    if (b) found.second += people;
    if (a && b) found.both += people;
    const skipped = asked.some((column) => levelAt.get(column) === gap.skipped + 3);
    if (!a && !b && (skippedCounts || !skipped)) found.outside += people;
  });
  return found;
}
