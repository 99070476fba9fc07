import { holm } from "#app/statistics/holm.ts";
import { studentTQuantile, welch } from "#app/statistics/index.ts";
import { examByMode } from "./group-variables.ts";
import type { Release, ReleaseGroups } from "./release.ts";

/** Fewest answers in each of two groups that are compared. */
export const COMPARED_MINIMUM = 30;

type Row = Extract<ReleaseGroups["rows"][number]["result"], { shown: true }>;

/** Size, mean and squares of a group, back from its mean and 95 % t interval. */
function momentsOf({ n, mean }: Row) {
  const error = (mean.high - mean.low) / 2 / studentTQuantile(0.025, n - 1, { tail: "upper" });
  return { n, mean: mean.estimate, squares: error ** 2 * n * (n - 1) };
}

/** Every pair of groups of one table that are large enough, with p and the near end of the difference's interval. */
function pairsOf(table: ReleaseGroups) {
  const rows = table.rows.flatMap(({ result }) =>
    result.shown && result.n >= COMPARED_MINIMUM ? [momentsOf(result)] : [],
  );
  return rows.flatMap((first, at) =>
    rows.slice(at + 1).flatMap((second) => {
      const test = welch(first, second);
      if (!test.computable) return [];
      return [{ table, p: test.p, atLeast: Math.max(test.low, -test.high) }];
    }),
  );
}

export interface GroupDifference {
  table: ReleaseGroups;
  /** Points of the scale by which two of its groups differ at least: the near end of the 95 % Welch interval. */
  atLeast: number;
  /** Of that pair, adjusted by Holm over every pair of every table of the release. */
  p: number;
}

/** How many pairs of groups are compared in a release: the family that p values are adjusted over. */
export const comparisons = (release: Pick<Release, "groups">): number =>
  release.groups.reduce((sum, table) => sum + pairsOf(table).length, 0);

/**
 * For each theme the table with the difference that is surely largest, where it holds against all others looked at
 * (p < .05 after Holm); and always the exam by exam mode, where that table has two groups large enough to compare.
 */
export function shownDifferences(release: Pick<Release, "themes" | "groups">): GroupDifference[] {
  const pairs = release.groups.flatMap(pairsOf);
  const adjusted = holm(pairs.map(({ p }) => p));
  const all = pairs
    .map((pair, at) => ({ ...pair, p: adjusted[at]! }))
    .sort((a, b) => b.atLeast - a.atLeast || a.p - b.p);
  return release.themes.flatMap(({ code }) => {
    const ofTheme = all.filter(({ table }) => table.theme.code === code);
    const widest = ofTheme.find(({ p, atLeast }) => p < 0.05 && atLeast > 0);
    const stated =
      code === examByMode.theme
        ? ofTheme.find(({ table }) => table.variable.code === examByMode.variable)
        : undefined;
    const both = [stated, widest].filter((one) => one !== undefined);
    return both.filter((one, at) => both.findIndex(({ table }) => table === one.table) === at);
  });
}
