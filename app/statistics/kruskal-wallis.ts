import {
  type CategoryCounts,
  doubledMidRanks,
  doubledRankSum,
  pooled,
  sizeOf,
  tieTerm,
} from "./category-counts.ts";
import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { chiSquareTails, normalTails } from "./distributions.ts";
import { noncentralChiSquare, noncentralityInterval } from "./noncentral.ts";

export type KruskalWallis = {
  /** Corrected for ties. */
  readonly h: number;
  readonly df: number;
  readonly p: number;
  /** ε² = H/(n − 1): the share of the ranks' variance that lies between groups, 0..1. */
  readonly epsilonSquared: number;
  /** Interval of ε², from the noncentralities that go with H. */
  readonly low: number;
  readonly high: number;
};

/**
 * Kruskal–Wallis test of two or more groups on one ordinal item. Groups without answers are left out.
 * Kruskal & Wallis (1952), JASA 47, 583–621; ε² as Kelley (1935), PNAS 21, 554–559. H of large
 * samples is noncentral chi-square where groups differ (Andrews 1954, Annals of Mathematical Statistics 25, 724–736), and
 * ε² the noncentrality over n − 1: that gives its interval, which always holds the estimate.
 */
export function kruskalWallis(
  groups: readonly CategoryCounts[],
  options: ConfidenceOptions = {},
): Computed<KruskalWallis> {
  const confidence = confidenceOf(options);
  const filled = groups.filter((one) => sizeOf(one) > 0);
  if (filled.length < 2) return notComputable("no-valid-answers");
  const all = pooled(filled);
  const n = sizeOf(all);
  if (all.filter((count) => count > 0).length < 2) return notComputable("no-variance");
  const ranks = doubledMidRanks(all);
  const between = filled.reduce((sum, one) => sum + doubledRankSum(one, ranks) ** 2 / 4 / sizeOf(one), 0);
  const raw = (12 / (n * (n + 1))) * between - 3 * (n + 1);
  const h = Math.max(0, raw / (1 - tieTerm(all) / (n ** 3 - n)));
  const df = filled.length - 1;
  const epsilonSquared = h / (n - 1);
  const { low, high } = noncentralityInterval((lambda) => noncentralChiSquare(h, df, lambda), confidence);
  return computed({
    h,
    df,
    p: chiSquareTails(h, df).upper,
    epsilonSquared,
    low: Math.min(epsilonSquared, low / (n - 1)),
    high: Math.min(1, Math.max(epsilonSquared, high / (n - 1))),
  });
}

export type DunnPair = {
  readonly first: number;
  readonly second: number;
  readonly z: number;
  readonly p: number;
};

/**
 * Dunn's comparisons of every pair of groups after Kruskal–Wallis, on the common ranks, corrected for ties. p values are
 * raw and two-sided: adjust them together with `holm`. Dunn (1964), Technometrics 6, 241–252.
 *
 * @returns pairs by index into `groups`; pairs with a group without answers are left out
 */
export function dunn(groups: readonly CategoryCounts[]): Computed<{ readonly pairs: readonly DunnPair[] }> {
  const overall = kruskalWallis(groups);
  if (!overall.computable) return overall;
  const all = pooled(groups);
  const n = sizeOf(all);
  const ranks = doubledMidRanks(all);
  const variance = (n * (n + 1)) / 12 - tieTerm(all) / (12 * (n - 1));
  const sizes = groups.map(sizeOf);
  const means = groups.map((one, at) => doubledRankSum(one, ranks) / 2 / sizes[at]!);
  const pairs: DunnPair[] = [];
  for (let first = 0; first < groups.length; first++) {
    for (let second = first + 1; second < groups.length; second++) {
      if (sizes[first] === 0 || sizes[second] === 0) continue;
      const error = Math.sqrt(variance * (1 / sizes[first]! + 1 / sizes[second]!));
      const z = (means[first]! - means[second]!) / error;
      pairs.push({ first, second, z, p: Math.min(1, 2 * normalTails(Math.abs(z)).upper) });
    }
  }
  return computed({ pairs });
}
