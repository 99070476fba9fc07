import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { fTails } from "./distributions.ts";
import { isConstant, type Moments } from "./moments.ts";
import { noncentralF, noncentralityInterval } from "./noncentral.ts";

export type WelchAnova = {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** ω², the share of the variance that lies between groups, not below 0; and its interval. */
  readonly omegaSquared: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Welch's test of several means whose groups may have different variances. Welch (1951), Biometrika 38, 330–336.
 * ω² = df₁(F − 1)/(df₁(F − 1) + n) as Hays (1963), interval λ/(λ + n) from the noncentralities that go with F as Steiger
 * (2004), Psychological Methods 9(2), 164–182.
 *
 * @param groups from `momentsOf`; groups without answers are left out. A group of one answer, or one in which all are
 * the same, has no variance to weigh it by: then there is no test
 */
export function welchAnova(
  groups: readonly Moments[],
  options: ConfidenceOptions = {},
): Computed<WelchAnova> {
  const confidence = confidenceOf(options);
  const filled = groups.filter(({ n }) => n > 0);
  if (filled.length < 2) return notComputable("no-valid-answers");
  if (filled.some(({ n }) => n === 1)) return notComputable("one-answer");
  if (filled.some(isConstant)) return notComputable("no-variance");
  const k = filled.length;
  const weights = filled.map(({ n, squares }) => (n * (n - 1)) / squares);
  const total = weights.reduce((sum, one) => sum + one, 0);
  const mean = filled.reduce((sum, one, at) => sum + weights[at]! * one.mean, 0) / total;
  const uneven = filled.reduce((sum, one, at) => sum + (1 - weights[at]! / total) ** 2 / (one.n - 1), 0);
  const between = filled.reduce((sum, one, at) => sum + weights[at]! * (one.mean - mean) ** 2, 0) / (k - 1);
  const f = between / (1 + ((2 * (k - 2)) / (k ** 2 - 1)) * uneven);
  const df1 = k - 1;
  const df2 = (k ** 2 - 1) / (3 * uneven);
  const n = filled.reduce((sum, one) => sum + one.n, 0);
  const excess = df1 * Math.max(0, f - 1);
  const omegaSquared = excess / (excess + n);
  const { low, high } = noncentralityInterval((lambda) => noncentralF(f, df1, df2, lambda), confidence);
  return computed({
    f,
    df1,
    df2,
    p: fTails(f, df1, df2).upper,
    omegaSquared,
    low: Math.min(omegaSquared, low / (low + n)),
    high: Math.max(omegaSquared, high / (high + n)),
  });
}
