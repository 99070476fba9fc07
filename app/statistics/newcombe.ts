import { type Computed, computed } from "./computable.ts";
import type { ConfidenceOptions } from "./confidence.ts";
import { wilson } from "./wilson.ts";

export type Proportion = { readonly successes: number; readonly n: number };

export type ProportionDifference = {
  /** First minus second, as a fraction of 1 (0.2 is 20 percentage points). */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Difference of two independent proportions with Newcombe's hybrid score interval (his method 10, no continuity
 * correction), built from the two Wilson intervals. Newcombe (1998), Statistics in Medicine 17, 873–890.
 *
 * @throws RangeError unless 0 ≤ successes ≤ n in both groups
 */
export function newcombe(
  first: Proportion,
  second: Proportion,
  options: ConfidenceOptions = {},
): Computed<ProportionDifference> {
  const a = wilson(first.successes, first.n, options);
  const b = wilson(second.successes, second.n, options);
  if (!a.computable) return a;
  if (!b.computable) return b;
  const difference = a.estimate - b.estimate;
  return computed({
    difference,
    low: Math.max(-1, difference - Math.hypot(a.estimate - a.low, b.high - b.estimate)),
    high: Math.min(1, difference + Math.hypot(a.high - a.estimate, b.estimate - b.low)),
  });
}
