import {
  type CategoryCounts,
  type Computed,
  cliffsDelta,
  dunn,
  hedgesG,
  jonckheere,
  kruskalWallis,
  type Moments,
  mannWhitney,
  meanTrend,
  momentsFromCounts,
  newcombe,
  proportionTrend,
  welch,
  welchAnova,
} from "#app/statistics/index.ts";
import type { ComparedItem, GroupScore } from "./groups.ts";
import {
  type ItemPair,
  isTested,
  type P,
  type Pair,
  type ScorePair,
  type Tested,
  type Trend,
  type Untested,
} from "./tested.ts";
import type { Interval, ItemResult } from "./view.ts";

/* The tests of one statement and of one score, from numbers that are shown. */

/** One group that takes part in a test: which, where it stands on an ordered axis, and its numbers. */
export interface Sample<T> {
  at: number;
  position?: number;
  value: T;
}

/** How many chose each point, the most favourable last; undefined for bounds, or for too few. */
export function countsOf(
  { reverse }: Pick<ComparedItem, "reverse">,
  { n, points }: ItemResult,
  least: number,
): number[] | undefined {
  if (n < least) return undefined;
  const counts = points.flatMap(({ share }) => (typeof share === "number" ? [Math.round(share * n)] : []));
  if (counts.length < points.length) return undefined;
  return reverse ? counts.reverse() : counts;
}

/** A score's size, mean and spread; undefined for too few. */
export const momentsOf = ({ n, score, sd }: GroupScore, least: number): Moments | undefined =>
  n < least ? undefined : { n, mean: score.estimate, squares: sd ** 2 * (n - 1) };

const peopleIn = (groups: readonly { n: number }[]) => groups.reduce((sum, { n }) => sum + n, 0);
const atOf = (samples: readonly Sample<unknown>[]) => samples.map(({ at }) => at);
const fewGroups: Untested = { untested: "few-groups" };
const because = (...all: Computed<object>[]): Untested => {
  const why = all.find((one) => !one.computable);
  return why && !why.computable ? { untested: why.reason } : fewGroups;
};

interface ItemTest {
  tested: Tested<ItemPair>;
  /** The test of means beside it. */
  mean?: P;
  /** Who is higher by both tests: 1 the first of two, −1 the second; of more groups 1; 0 where the tests disagree. */
  higher: number;
}

/** The ordinal test of one statement over its groups. */
export function itemTest(code: string, samples: readonly Sample<number[]>[]): ItemTest {
  const head = { code, groups: atOf(samples), clear: false };
  const untested = (test: Untested): ItemTest => ({ tested: { ...head, test }, higher: 0 });
  const counts = samples.map(({ value }) => value);
  const [first, second] = counts;
  if (!first || !second) return untested(fewGroups);
  const moments = counts.map((one) => momentsFromCounts(one));
  if (counts.length > 2) {
    const test = kruskalWallis(counts);
    if (!test.computable) return untested(because(test));
    const { h: value, df, p, epsilonSquared: estimate, low, high } = test;
    const mean = welchAnova(moments);
    const made = { n: peopleIn(moments), statistic: { sign: "H", value, df: [df] }, p, adjusted: p } as const;
    return {
      tested: { ...head, test: { kind: "more", effect: { estimate, low, high }, ...made } },
      ...(mean.computable && { mean: { p: mean.p, adjusted: mean.p } }),
      higher: 1,
    };
  }
  const pair = twoItems(first, second);
  if (!isTested(pair)) return untested(pair);
  const test = mannWhitney(first, second);
  if (!test.computable) return untested(because(test));
  const mean = welch(moments[0]!, moments[1]!);
  const higher = Math.sign(pair.delta.estimate);
  const agree = mean.computable && Math.sign(mean.difference) === higher;
  const { u: value, p } = test;
  const made = { n: peopleIn(moments), statistic: { sign: "U", value }, p, adjusted: p } as const;
  return {
    tested: { ...head, test: { kind: "two", ...pair, ...made } },
    ...(mean.computable && { mean: { p: mean.p, adjusted: mean.p } }),
    higher: agree ? higher : 0,
  };
}

/** Both effect sizes of two groups on one statement. */
function twoItems(
  first: CategoryCounts,
  second: CategoryCounts,
): Pick<ItemPair, "delta" | "share"> | Untested {
  const delta = cliffsDelta(first, second);
  const share = newcombe(favourable(first), favourable(second));
  if (!delta.computable || !share.computable) return because(delta, share);
  return {
    delta: { estimate: delta.delta, low: delta.low, high: delta.high },
    share: intervalOf(share),
  };
}

/** Those above the middle of the scale, of counts whose most favourable point is the last. */
export function favourable(counts: CategoryCounts) {
  const middle = (counts.length - 1) / 2;
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
  return { successes: sum(counts.filter((_, at) => at > middle)), n: sum(counts) };
}

export function itemPairs(code: string, samples: readonly Sample<number[]>[]): Pair<ItemPair>[] {
  if (samples.length < 3) return [];
  const found = dunn(samples.map(({ value }) => value));
  if (!found.computable) return [];
  return found.pairs.flatMap(({ first, second, z: value, p }) => {
    const [one, other] = [samples[first]!, samples[second]!];
    const pair = twoItems(one.value, other.value);
    const n = peopleIn([favourable(one.value), favourable(other.value)]);
    const made = { n, statistic: { sign: "z", value }, p, adjusted: p } as const;
    return isTested(pair) ? [{ code, first: one.at, second: other.at, ...pair, ...made }] : [];
  });
}

export function scoreTest(code: string, samples: readonly Sample<Moments>[]): Tested<ScorePair> {
  const head = { code, groups: atOf(samples), clear: false };
  const [first, second] = samples;
  if (!first || !second) return { ...head, test: fewGroups };
  if (samples.length === 2) {
    const pair = twoScores(first.value, second.value);
    return { ...head, test: isTested(pair) ? { kind: "two", ...pair } : pair };
  }
  const moments = samples.map(({ value }) => value);
  const test = welchAnova(moments);
  if (!test.computable) return { ...head, test: because(test) };
  const { f: value, df1, df2, p, omegaSquared: estimate, low, high } = test;
  const made = {
    n: peopleIn(moments),
    statistic: { sign: "F", value, df: [df1, df2] },
    p,
    adjusted: p,
  } as const;
  return { ...head, test: { kind: "more", effect: { estimate, low, high }, ...made } };
}

export function twoScores(first: Moments, second: Moments): ScorePair | Untested {
  const test = welch(first, second);
  const g = hedgesG(first, second);
  if (!test.computable || !g.computable) return because(test, g);
  return {
    g: { estimate: g.g, low: g.low, high: g.high },
    points: intervalOf(test),
    n: peopleIn([first, second]),
    statistic: { sign: "t", value: test.t, df: [test.df] },
    p: test.p,
    adjusted: test.p,
  };
}

export function scorePairs(code: string, samples: readonly Sample<Moments>[]): Pair<ScorePair>[] {
  if (samples.length < 3) return [];
  return samples.flatMap((one, at) =>
    samples.slice(at + 1).flatMap((other) => {
      const pair = twoScores(one.value, other.value);
      return isTested(pair) ? [{ code, first: one.at, second: other.at, ...pair }] : [];
    }),
  );
}

type Placed<T> = Sample<T> & { position: number };

/** A trend over three ordered groups or more; nothing where the groups have no order. */
export function trendOf<T>(
  code: string,
  samples: readonly Sample<T>[],
  slope: (placed: readonly Placed<T>[]) => Trend["test"],
): Trend[] {
  const placed = samples.filter((one): one is Placed<T> => one.position !== undefined);
  return placed.length < 3 ? [] : [{ code, groups: atOf(placed), test: slope(placed) }];
}

export function itemSlope(placed: readonly Placed<number[]>[]): Trend["test"] {
  const ordinal = jonckheere(placed.map(({ value }) => value));
  const share = proportionTrend(
    placed.map(({ value }) => favourable(value)),
    placed.map(({ position }) => position),
  );
  if (!ordinal.computable || !share.computable) return because(ordinal, share);
  const { slope: estimate, low, high } = share;
  const { z: value, p } = ordinal;
  const n = peopleIn(placed.map((one) => favourable(one.value)));
  return { slope: { estimate, low, high }, n, statistic: { sign: "z", value }, p, adjusted: p };
}

export function scoreSlope(placed: readonly Placed<Moments>[]): Trend["test"] {
  const moments = placed.map(({ value }) => value);
  const test = meanTrend(
    moments,
    placed.map(({ position }) => position),
  );
  if (!test.computable) return because(test);
  const { slope: estimate, low, high, t: value, df, p } = test;
  const made = { n: peopleIn(moments), statistic: { sign: "t", value, df: [df] }, p, adjusted: p } as const;
  return { slope: { estimate, low, high }, ...made };
}

export const intervalOf = ({
  difference: estimate,
  low,
  high,
}: {
  difference: number;
  low: number;
  high: number;
}): Interval => ({ estimate, low, high });
