import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { normalQuantile } from "./distributions.ts";

export type ProportionInterval = { readonly estimate: number; readonly low: number; readonly high: number };

export type WilsonOptions = ConfidenceOptions & {
  /** Kish's effective sample size for weighted data; the interval is then approximate, and a page must say so. */
  readonly effectiveN?: number;
};

/**
 * A proportion with Wilson's score interval, as fractions of 1. The lower end is exactly 0 at 0 of n and the upper
 * exactly 1 at n of n. Wilson (1927), JASA 22, 209–212; recommended by Brown, Cai & DasGupta (2001).
 *
 * @param successes how many of n; sums of weights are allowed
 * @throws RangeError unless 0 ≤ successes ≤ n
 */
export function wilson(
  successes: number,
  n: number,
  options: WilsonOptions = {},
): Computed<ProportionInterval> {
  const size = options.effectiveN ?? n;
  if (!(successes >= 0 && successes <= n && n < Infinity && size >= 0 && size < Infinity))
    throw new RangeError(`wilson needs 0 <= successes <= n, got ${successes} of ${n} (effective ${size})`);
  if (n === 0 || size === 0) return notComputable("no-valid-answers");
  const p = successes / n;
  const z = normalQuantile((1 - confidenceOf(options)) / 2, { tail: "upper" });
  const spread = (z * z) / size;
  const centre = (p + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((p * (1 - p)) / size + spread / (4 * size))) / (1 + spread);
  return computed({
    estimate: p,
    // The formula gives 0 and 1 up to rounding noise; readers must not see 0.0000000001.
    low: p === 0 ? 0 : Math.max(0, centre - half),
    high: p === 1 ? 1 : Math.min(1, centre + half),
  });
}
