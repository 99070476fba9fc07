import type { Computed } from "./computable.ts";

export type Verdict = "positive" | "negative" | "neutral-indistinct" | "none";

export type VerdictOptions = {
  /** The scale's neutral point, in the units of the interval: 3 on one to five. */
  readonly neutral?: number;
  /** The disclosure threshold of the audience: below it nothing is said about a group. */
  readonly k?: number;
};

/** Below this many scored respondents a verdict would be louder than the evidence. */
export const VERDICT_MINIMUM = 30;

/**
 * What may be said about a theme: it leans positive or negative only when the whole 95 % interval of the scale mean
 * lies on one side of neutral. Few answers, or no interval at all, give no verdict.
 * The rule is this project's own; it stands in for adjectives chosen by hand.
 *
 * @param interval from `meanInterval` at its default 95 %
 */
export function verdict(
  interval: Computed<{ readonly n: number; readonly low: number; readonly high: number }>,
  { neutral = 3, k = 10 }: VerdictOptions = {},
): Verdict {
  if (!interval.computable || interval.n < Math.max(VERDICT_MINIMUM, k)) return "none";
  if (interval.low > neutral) return "positive";
  if (interval.high < neutral) return "negative";
  return "neutral-indistinct";
}

/**
 * Whether a scale mean lies so close to neutral (less than a quarter of a point) that a verdict on it should be worded as
 * slight: with many answers a difference nobody would notice is still distinguishable. A convention of this product.
 */
export const isSlight = (mean: number, neutral = 3): boolean => Math.abs(mean - neutral) < 0.25;
