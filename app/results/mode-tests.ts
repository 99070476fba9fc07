import {
  type Computed,
  type Moments,
  mantelHaenszel,
  newcombe,
  type PooledDifference,
  type Proportion,
  stratifiedMeans,
  welch,
} from "#app/statistics/index.ts";
import { type Counting, pause } from "./counting.ts";
import type { ComparedTheme, GroupComparison, StratifiedComparison } from "./groups.ts";
import type { Policy } from "./policy.ts";
import { countsOf, favourable, intervalOf, momentsOf } from "./sample-tests.ts";
import { hide } from "./shown.ts";
import { fewestToTest } from "./testable.ts";
import { adjust, type Family, isTested, level, type Made, type Untested } from "./tested.ts";
import type { Interval, Shown } from "./view.ts";

/*
 * Two groups overall and within strata, from numbers that are shown and from nothing else. First minus second: scores in
 * points of 0..100, favourable shares as fractions of 1.
 */

/** What all strata say together about the difference within them. */
export interface Pooled extends Made {
  within: Interval;
  /** How many strata it rests on. */
  strata: number;
  /** Chance of differences so uneven over the strata if they were all the same; of scores, where there are several. */
  heterogeneity?: number;
}

export interface ModeDifference {
  code: string;
  /** As the groups stand, whatever stratum they come from; undefined where it cannot be computed. */
  overall?: Interval;
  /** One for each stratum. */
  strata: (Interval | undefined)[];
  pooled: Pooled | Untested;
  /** Whether it may be said that the groups differ within strata; of scores, that their statements say so too. */
  clear: boolean;
}

export interface ModeTests {
  least: number;
  scores: Family<ModeDifference>;
  themes: { code: string; items: Family<ModeDifference> }[];
}

/** @param overall the two groups, found among the groups of `comparison` by their codes */
export function* modeTests(
  overall: GroupComparison,
  within: StratifiedComparison,
  pair: readonly [string, string],
  policy: Policy,
): Counting<ModeTests> {
  const least = fewestToTest(policy);
  const two = pair.map((code) => overall.groups.findIndex((one) => one.code === code));
  const ofBoth = <R>(results: readonly Shown<R>[]) => two.map((group) => results[group] ?? hide("few"));
  const themes = [];
  const scores: ModeDifference[] = [];
  for (const theme of overall.themes) {
    const strata = within.strata.map((one) => one.themes.find(({ code }) => code === theme.code));
    const items = theme.items.map((item, at) => {
      const read = (results: ComparedTheme["items"][number]["results"]) =>
        pairOf(results, (result) => {
          const counts = countsOf(item, result, least);
          return counts && favourable(counts);
        });
      const whole = read(ofBoth(item.results));
      return differenceOf(
        item.code,
        whole,
        strata.map((one) => one && read(one.items[at]!.results)),
        shares,
      );
    });
    const family = adjust(items, ({ pooled }) => (isTested(pooled) ? pooled : undefined));
    for (const one of items) one.clear = isTested(one.pooled) && one.pooled.adjusted < level;
    themes.push({ code: theme.code, items: family });
    yield pause;
    const read = (results: ComparedTheme["scores"]) =>
      results && pairOf(results, (score) => momentsOf(score, least));
    if (!theme.scores) continue;
    const whole = read(ofBoth(theme.scores));
    scores.push(
      differenceOf(
        theme.code,
        whole,
        strata.map((one) => read(one?.scores)),
        means,
      ),
    );
  }
  const family = adjust(scores, ({ pooled }) => (isTested(pooled) ? pooled : undefined));
  for (const one of scores) {
    const scored = overall.themes.find(({ code }) => code === one.code)!.items.filter((item) => item.scored);
    const { items } = themes.find(({ code }) => code === one.code)!;
    one.clear = agrees(
      one,
      items.tests.filter(({ code }) => scored.some((item) => item.code === code)),
    );
  }
  return { least, scores: family, themes };
}

type Two<T> = { first: T; second: T };

/** Both groups' numbers, if both are shown and of enough people. */
function pairOf<R, T>(results: readonly Shown<R>[], read: (result: R) => T | undefined): Two<T> | undefined {
  const [first, second] = results.map((result) => (result.shown ? read(result) : undefined));
  return first === undefined || second === undefined ? undefined : { first, second };
}

interface Kind<T> {
  difference(two: Two<T>): Interval | undefined;
  pooled(strata: Two<T>[]): Computed<PooledDifference & { heterogeneity?: number | null }>;
}
const means: Kind<Moments> = {
  difference({ first, second }) {
    const test = welch(first, second);
    return test.computable ? intervalOf(test) : undefined;
  },
  pooled: (strata) => stratifiedMeans(strata),
};
const shares: Kind<Proportion> = {
  difference({ first, second }) {
    const interval = newcombe(first, second);
    return interval.computable ? intervalOf(interval) : undefined;
  },
  pooled: (strata) => mantelHaenszel(strata),
};

function differenceOf<T>(
  code: string,
  overall: Two<T> | undefined,
  strata: readonly (Two<T> | undefined)[],
  kind: Kind<T>,
): ModeDifference {
  const usable = strata.flatMap((one) => one ?? []);
  const test = kind.pooled(usable);
  const pooled: ModeDifference["pooled"] = test.computable
    ? {
        within: intervalOf(test),
        strata: test.strata,
        ...(typeof test.heterogeneity === "number" && { heterogeneity: test.heterogeneity }),
        n: test.n,
        statistic: { sign: "z", value: test.z },
        p: test.p,
        adjusted: test.p,
      }
    : { untested: usable.length === 0 ? "few-groups" : test.reason };
  const whole = overall && kind.difference(overall);
  return {
    code,
    ...(whole && { overall: whole }),
    strata: strata.map((one) => one && kind.difference(one)),
    pooled,
    clear: false,
  };
}

/** Whether a score's difference is clear and its statements' go the same way: some of them clearly, none the opposite. */
function agrees({ pooled }: ModeDifference, items: readonly ModeDifference[]): boolean {
  if (!isTested(pooled) || pooled.adjusted >= level) return false;
  const ways = items.flatMap((item) =>
    item.clear && isTested(item.pooled) ? [Math.sign(item.pooled.within.estimate)] : [],
  );
  return ways.length > 0 && ways.every((way) => way === Math.sign(pooled.within.estimate));
}
