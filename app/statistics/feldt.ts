import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { fQuantile } from "./distributions.ts";

/**
 * Feldt's interval for Cronbach's alpha: 1 − (1−α)·F, with F's two quantiles at n−1 and (n−1)(k−1) degrees of freedom.
 * Feldt (1965), Psychometrika 30(3), 357–370. The lower end may be negative.
 *
 * @param alpha raw alpha, at most 1
 * @param n complete cases
 * @param k items
 * @throws RangeError for an alpha above 1
 */
export function feldt(
  alpha: number,
  n: number,
  k: number,
  options: ConfidenceOptions = {},
): Computed<{ readonly low: number; readonly high: number }> {
  if (!(alpha <= 1)) throw new RangeError(`alpha is at most 1, got ${alpha}`);
  const tail = (1 - confidenceOf(options)) / 2;
  if (n === 0) return notComputable("no-valid-answers");
  if (n === 1) return notComputable("one-answer");
  if (k < 2) return notComputable("one-item");
  const df1 = n - 1;
  const df2 = df1 * (k - 1);
  return computed({
    low: 1 - (1 - alpha) * fQuantile(tail, df1, df2, { tail: "upper" }),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
  });
}
