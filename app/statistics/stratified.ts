import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { chiSquareTails, normalQuantile, normalTails } from "./distributions.ts";
import { isConstant, type Moments } from "./moments.ts";
import type { Proportion } from "./newcombe.ts";
import { proportionSum } from "./proportion-sum.ts";

/** The same two groups within one stratum, such as one year. */
export type Stratum<Group> = { readonly first: Group; readonly second: Group };

export type PooledDifference = {
  /** First minus second within strata, in the units of the answers (of shares: as a fraction of 1). */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** The test's statistic, of the sign of the difference; of shares its square is Mantel and Haenszel's chi-square. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** The people, and the strata, it rests on. */
  readonly n: number;
  readonly strata: number;
};

/**
 * Difference of two means within strata: each stratum's own difference, weighted by the inverse of its squared standard
 * error, so that what differs between strata does not enter. Cochran (1954), Biometrics 10, 101–129; `heterogeneity` is
 * the chance of differences so uneven over the strata if they were all the same (his Q).
 *
 * Strata in which a group is empty, has one answer or is constant have no error to weigh by and are left out.
 */
export function stratifiedMeans(
  strata: readonly Stratum<Moments>[],
  options: ConfidenceOptions = {},
): Computed<PooledDifference & { readonly heterogeneity: number | null }> {
  const confidence = confidenceOf(options);
  const parts = strata.flatMap(({ first, second }) => {
    if ([first, second].some((one) => one.n < 2 || isConstant(one))) return [];
    const error = squaredError(first) + squaredError(second);
    return { difference: first.mean - second.mean, weight: 1 / error, n: first.n + second.n };
  });
  if (parts.length === 0) return notComputable("no-valid-answers");
  const total = parts.reduce((sum, one) => sum + one.weight, 0);
  const difference = parts.reduce((sum, one) => sum + one.weight * one.difference, 0) / total;
  const error = Math.sqrt(1 / total);
  const half = normalQuantile((1 - confidence) / 2, { tail: "upper" }) * error;
  const z = difference / error;
  const q = parts.reduce((sum, one) => sum + one.weight * (one.difference - difference) ** 2, 0);
  return computed({
    difference,
    low: difference - half,
    high: difference + half,
    z,
    p: Math.min(1, 2 * normalTails(Math.abs(z)).upper),
    n: parts.reduce((sum, one) => sum + one.n, 0),
    strata: parts.length,
    heterogeneity: parts.length > 1 ? chiSquareTails(q, parts.length - 1).upper : null,
  });
}

/**
 * Difference of two proportions within strata, weighted n₁n₂/n as Mantel & Haenszel (1959), JNCI 22, 719–748 (their
 * weights on differences: Cochran 1954); its interval is `proportionSum`'s; p is their test without continuity correction.
 *
 * Strata in which a group is empty are left out.
 */
export function mantelHaenszel(
  strata: readonly Stratum<Proportion>[],
  options: ConfidenceOptions = {},
): Computed<PooledDifference> {
  const filled = strata.filter(({ first, second }) => first.n > 0 && second.n > 0);
  if (filled.length === 0) return notComputable("no-valid-answers");
  const weightOf = ({ first, second }: Stratum<Proportion>) => (first.n * second.n) / (first.n + second.n);
  const total = filled.reduce((sum, one) => sum + weightOf(one), 0);
  const pooled = proportionSum(
    filled.flatMap((one) => {
      const weight = weightOf(one) / total;
      return [
        { ...one.first, weight },
        { ...one.second, weight: -weight },
      ];
    }),
    options,
  );
  if (!pooled.computable) return pooled;
  let away = 0;
  let variance = 0;
  for (const { first, second } of filled) {
    const n = first.n + second.n;
    const successes = first.successes + second.successes;
    away += first.successes - (first.n * successes) / n;
    variance += (first.n * second.n * successes * (n - successes)) / (n ** 2 * (n - 1));
  }
  if (variance === 0) return notComputable("no-variance");
  const { sum: difference, low, high } = pooled;
  const z = away / Math.sqrt(variance);
  return computed({
    difference,
    low: Math.max(-1, low),
    high: Math.min(1, high),
    z,
    p: chiSquareTails(z ** 2, 1).upper,
    n: filled.reduce((sum, { first, second }) => sum + first.n + second.n, 0),
    strata: filled.length,
  });
}

const squaredError = ({ n, squares }: Moments): number => squares / (n - 1) / n;
