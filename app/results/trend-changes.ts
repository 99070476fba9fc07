import { holm, newcombe, proportionTrend, welch } from "#app/statistics/index.ts";
import type { Policy } from "./policy.ts";
import { fewestToTest, proportionOf } from "./testable.ts";
import { level, type Made } from "./tested.ts";
import type { AtWave, Change, TestedChange, TrendItem, TrendTheme } from "./trend.ts";

/*
 * What changed between waves, worked out from numbers that are shown and from nothing else, so that it tells nothing
 * beyond them. Waves are independent samples: other people each time, as far as anybody knows.
 */

/** What is usable at each wave, in the order of the waves. */
function usable<T, U>(waves: readonly AtWave<T>[], read: (result: T) => U | undefined) {
  return waves.flatMap((one, at) => {
    const value = one.seam === undefined && one.result.shown ? read(one.result) : undefined;
    return value === undefined ? [] : [{ wave: one.wave, at, value }];
  });
}

/** Each to the next, and where there are more than two the first to the last. */
function steps<T>(some: readonly T[]): [T, T][] {
  const next = some.slice(1).map((later, at): [T, T] => [some[at]!, later]);
  return some.length > 2 ? [...next, [some[0]!, some.at(-1)!]] : next;
}

type UntestedTheme = Omit<TrendTheme, "changes">;

/**
 * Changes of theme scores on 0..100 by Welch's test, adjusted over all themes and pairs of waves together.
 * @param scored the statements, with their changes, that a theme's score is made of
 */
export function themeChanges(
  themes: readonly UntestedTheme[],
  scored: (theme: string) => readonly Pick<TrendItem, "changes">[],
  policy: Policy,
): TrendTheme[] {
  const least = fewestToTest(policy);
  const found = themes.map(({ waves, points: [low, high] }) => {
    const unit = 100 / (high - low);
    const scores = usable(waves, (score) => {
      if (score.n < least) return undefined;
      return { n: score.n, mean: score.score.estimate, squares: (score.sd * unit) ** 2 * (score.n - 1) };
    });
    return steps(scores).flatMap(([earlier, later]) => {
      const test = welch(later.value, earlier.value);
      if (!test.computable) return [];
      const { difference: estimate, low, high, t, df, p } = test;
      const n = earlier.value.n + later.value.n;
      const statistic: Made["statistic"] = { sign: "t", value: t, df: [df] };
      return [{ from: earlier.wave, to: later.wave, estimate, low, high, n, statistic, p }];
    });
  });
  const adjusted = holm(found.flat().map(({ p }) => p));
  let at = 0;
  return themes.map((theme, index) => ({
    ...theme,
    changes: found[index]!.map((change): TestedChange => {
      const one = { ...change, adjusted: adjusted[at++]! };
      return { ...one, clear: one.adjusted < level && isBorneOut(one, scored(theme.code)) };
    }),
  }));
}

/** Whether the shares of single statements moved the same way: some beyond their intervals, none the other way. */
function isBorneOut({ from, to, estimate }: Change, items: readonly Pick<TrendItem, "changes">[]): boolean {
  const ways = items
    .flatMap(({ changes }) => changes)
    .filter((one) => one.from === from && one.to === to && (one.low > 0 || one.high < 0))
    .map((one) => Math.sign(one.estimate));
  return ways.length > 0 && ways.every((way) => way === Math.sign(estimate));
}

type UntestedItem = Omit<TrendItem, "changes" | "trend">;

/**
 * Changes of favourable shares with Newcombe's intervals, and one test per statement over all its waves, adjusted over
 * all statements. A wave stands on the axis where it stands among all waves looked at.
 */
export function itemChanges(items: readonly UntestedItem[], policy: Policy): TrendItem[] {
  const least = fewestToTest(policy);
  const found = items.map((item) => {
    const shares = usable(item.waves, (result) => proportionOf(result, least));
    const changes = steps(shares).flatMap(([earlier, later]): Change[] => {
      const interval = newcombe(later.value, earlier.value);
      if (!interval.computable) return [];
      const { difference: estimate, low, high } = interval;
      return [{ from: earlier.wave, to: later.wave, estimate, low, high }];
    });
    const test =
      shares.length < 2
        ? undefined
        : proportionTrend(
            shares.map(({ value }) => value),
            shares.map(({ at }) => at + 1),
          );
    const n = shares.reduce((sum, { value }) => sum + value.n, 0);
    return { ...item, changes, test: test?.computable ? { ...test, n } : undefined, tested: shares.length };
  });
  const tests = found.flatMap(({ test }) => (test ? [test] : []));
  const adjusted = new Map(holm(tests.map(({ p }) => p)).map((p, at) => [tests[at]!, p]));
  return found.map(({ test, tested, ...item }): TrendItem => {
    if (!test) return item;
    const { slope: estimate, low, high, chiSquare: value, n, p } = test;
    const slope = { estimate, low, high };
    const statistic: Made["statistic"] = { sign: "χ²", value, df: [1] };
    return { ...item, trend: { waves: tested, slope, n, statistic, p, adjusted: adjusted.get(test)! } };
  });
}
