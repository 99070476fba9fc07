import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { normalQuantile } from "./distributions.ts";
import { isConstant, type Moments } from "./moments.ts";

export type StandardisedDifference = {
  /** Cohen's d with the pooled standard deviation. */
  readonly d: number;
  /** d with Hedges' correction for small samples: the one to print. */
  readonly g: number;
  /** Interval of g, approximate for large samples. */
  readonly low: number;
  readonly high: number;
};

/**
 * Difference of two group means in units of their pooled standard deviation.
 * Hedges (1981), J. Educational Statistics 6(2), 107–128, with the approximate factor 1 − 3/(4(n₁+n₂−2) − 1).
 * Interval from the variance 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)): Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, 86.
 *
 * @param first, second from `momentsOf`; positive when the first group is higher
 */
export function hedgesG(
  first: Moments,
  second: Moments,
  options: ConfidenceOptions = {},
): Computed<StandardisedDifference> {
  const confidence = confidenceOf(options);
  if (first.n === 0 || second.n === 0) return notComputable("no-valid-answers");
  if (first.n === 1 || second.n === 1) return notComputable("one-answer");
  if (isConstant(first) && isConstant(second)) return notComputable("no-variance");
  const df = first.n + second.n - 2;
  const d = (first.mean - second.mean) / Math.sqrt((first.squares + second.squares) / df);
  const g = d * (1 - 3 / (4 * df - 1));
  const error = Math.sqrt(1 / first.n + 1 / second.n + g ** 2 / (2 * (first.n + second.n)));
  const half = normalQuantile((1 - confidence) / 2, { tail: "upper" }) * error;
  return computed({ d, g, low: g - half, high: g + half });
}
