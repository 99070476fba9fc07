import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { studentTQuantile, studentTTails } from "./distributions.ts";
import { isConstant, type Moments } from "./moments.ts";

export type WelchTest = {
  /** Mean of the first group minus mean of the second, in the units of the answers. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly t: number;
  /** Satterthwaite's degrees of freedom, not whole. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
};

/**
 * Welch's t test for two independent groups whose variances may differ, with the interval of the difference.
 * Welch (1947), Biometrika 34, 28–35; degrees of freedom by Satterthwaite (1946), Biometrics Bulletin 2(6).
 *
 * @param first, second from `momentsOf`; one of them may be constant, not both
 */
export function welch(first: Moments, second: Moments, options: ConfidenceOptions = {}): Computed<WelchTest> {
  const confidence = confidenceOf(options);
  if (first.n === 0 || second.n === 0) return notComputable("no-valid-answers");
  if (first.n === 1 || second.n === 1) return notComputable("one-answer");
  if (isConstant(first) && isConstant(second)) return notComputable("no-variance");
  const a = squaredError(first);
  const b = squaredError(second);
  const difference = first.mean - second.mean;
  const error = Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const t = difference / error;
  const half = studentTQuantile((1 - confidence) / 2, df, { tail: "upper" }) * error;
  const p = Math.min(1, 2 * studentTTails(Math.abs(t), df).upper);
  return computed({ difference, low: difference - half, high: difference + half, t, df, p });
}

/** The squared standard error of a mean. */
function squaredError({ n, squares }: Moments): number {
  return squares / (n - 1) / n;
}
