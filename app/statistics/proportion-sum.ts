import { type Computed, computed, notComputable } from "./computable.ts";
import type { ConfidenceOptions } from "./confidence.ts";
import type { Proportion } from "./newcombe.ts";
import { wilson } from "./wilson.ts";

export type ProportionSum = { readonly sum: number; readonly low: number; readonly high: number };

/**
 * A weighted sum of independent proportions, with an interval put together from their Wilson intervals; the difference
 * of two (weights 1 and −1) gets Newcombe's. Zou, Huang & Zhang (2009), Computational Statistics & Data Analysis 53, 1080–1085.
 */
export function proportionSum(
  parts: readonly (Proportion & { readonly weight: number })[],
  options: ConfidenceOptions = {},
): Computed<ProportionSum> {
  let sum = 0;
  let down = 0;
  let up = 0;
  for (const { successes, n, weight } of parts) {
    const part = wilson(successes, n, options);
    if (!part.computable) return part;
    const [lower, upper] = [part.estimate - part.low, part.high - part.estimate];
    sum += weight * part.estimate;
    down += (weight * (weight > 0 ? lower : upper)) ** 2;
    up += (weight * (weight > 0 ? upper : lower)) ** 2;
  }
  if (parts.length === 0) return notComputable("no-valid-answers");
  return computed({ sum, low: sum - Math.sqrt(down), high: sum + Math.sqrt(up) });
}
