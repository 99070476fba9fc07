import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { chiSquareTails, studentTQuantile, studentTTails } from "./distributions.ts";
import { isConstant, type Moments } from "./moments.ts";
import type { Proportion } from "./newcombe.ts";
import { proportionSum } from "./proportion-sum.ts";

export type ProportionTrend = {
  /** Change of the share per step, as a fraction of 1. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly chiSquare: number;
  /** Two-sided, one degree of freedom. */
  readonly p: number;
};

/**
 * Cochran–Armitage test for a straight trend of a share over ordered groups (levels, waves).
 * Armitage (1955), Biometrics 11, 375–386; as R's prop.trend.test. The slope is a weighted sum of the shares, so its
 * interval is `proportionSum`'s.
 *
 * @param groups in their order; those without answers are left out
 * @param scores where each stands on the axis; 1, 2, 3 … when absent
 */
export function proportionTrend(
  groups: readonly Proportion[],
  scores: readonly number[] = groups.map((_, at) => at + 1),
  options: ConfidenceOptions = {},
): Computed<ProportionTrend> {
  if (scores.length !== groups.length) throw new RangeError("every group needs a score");
  if (groups.some(({ successes, n }) => !(successes >= 0 && successes <= n)))
    throw new RangeError("successes lie between 0 and n");
  const n = groups.reduce((sum, one) => sum + one.n, 0);
  if (groups.filter((one) => one.n > 0).length < 2) return notComputable("no-valid-answers");
  const p = groups.reduce((sum, one) => sum + one.successes, 0) / n;
  const centre = groups.reduce((sum, one, at) => sum + one.n * scores[at]!, 0) / n;
  const spread = groups.reduce((sum, one, at) => sum + one.n * (scores[at]! - centre) ** 2, 0);
  if (p === 0 || p === 1 || spread === 0) return notComputable("no-variance");
  const together = groups.reduce((sum, one, at) => sum + one.successes * (scores[at]! - centre), 0);
  const chiSquare = together ** 2 / (spread * p * (1 - p));
  const filled = groups.flatMap((one, at) => (one.n > 0 ? [{ ...one, score: scores[at]! }] : []));
  const slope = proportionSum(
    filled.map((one) => ({ ...one, weight: (one.n * (one.score - centre)) / spread })),
    options,
  );
  if (!slope.computable) return slope;
  const { low, high } = slope;
  return computed({ slope: slope.sum, low, high, chiSquare, p: chiSquareTails(chiSquare, 1).upper });
}

export type MeanTrend = {
  /** Change of the mean per step, in the units of the answers. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
};

/**
 * A straight trend of means over ordered groups whose variances may differ: the least-squares slope over all people,
 * tested as a contrast of means with Satterthwaite's degrees of freedom. Over two groups one step apart it is Welch's t.
 * Welch (1938), Biometrika 29, 350–362; for contrasts as Maxwell & Delaney (2004), Designing Experiments, 4.
 *
 * @param groups in their order; those without answers are left out
 * @param scores where each stands on the axis; 1, 2, 3 … when absent
 */
export function meanTrend(
  groups: readonly Moments[],
  scores: readonly number[] = groups.map((_, at) => at + 1),
  options: ConfidenceOptions = {},
): Computed<MeanTrend> {
  const confidence = confidenceOf(options);
  if (scores.length !== groups.length) throw new RangeError("every group needs a score");
  const filled = groups.flatMap((one, at) => (one.n > 0 ? [{ ...one, score: scores[at]! }] : []));
  if (filled.length < 2) return notComputable("no-valid-answers");
  if (filled.some(({ n }) => n === 1)) return notComputable("one-answer");
  const n = filled.reduce((sum, one) => sum + one.n, 0);
  const centre = filled.reduce((sum, one) => sum + one.n * one.score, 0) / n;
  const spread = filled.reduce((sum, one) => sum + one.n * (one.score - centre) ** 2, 0);
  if (spread === 0 || filled.every(isConstant)) return notComputable("no-variance");
  const parts = filled.map((one) => {
    const weight = (one.n * (one.score - centre)) / spread;
    return { weight, mean: one.mean, n: one.n, error: (weight ** 2 * one.squares) / (one.n - 1) / one.n };
  });
  const variance = parts.reduce((sum, one) => sum + one.error, 0);
  if (variance === 0) return notComputable("no-variance");
  const slope = parts.reduce((sum, one) => sum + one.weight * one.mean, 0);
  const df = variance ** 2 / parts.reduce((sum, one) => sum + one.error ** 2 / (one.n - 1), 0);
  const t = slope / Math.sqrt(variance);
  const half = studentTQuantile((1 - confidence) / 2, df, { tail: "upper" }) * Math.sqrt(variance);
  const p = Math.min(1, 2 * studentTTails(Math.abs(t), df).upper);
  return computed({ slope, low: slope - half, high: slope + half, t, df, p });
}
