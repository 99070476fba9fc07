import { type CategoryCounts, pooled, sizeOf } from "./category-counts.ts";
import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { studentTQuantile } from "./distributions.ts";

export type CliffsDelta = {
  /** Chance that somebody of the first group answers higher than somebody of the second, minus the reverse: −1..1. */
  readonly delta: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Cliff's delta, the effect size that goes with Mann–Whitney, with the asymmetric interval for independent groups.
 * Cliff (1993), Psychological Bulletin 114, 494–509; interval as Feng & Cliff (2004), J. Modern Applied Statistical
 * Methods 3(2), 322–332, with Student's t on n₁ + n₂ − 2 degrees of freedom.
 *
 * @param first, second counts per category of the same item
 */
export function cliffsDelta(
  first: CategoryCounts,
  second: CategoryCounts,
  options: ConfidenceOptions = {},
): Computed<CliffsDelta> {
  const confidence = confidenceOf(options);
  const [n1, n2] = [sizeOf(first), sizeOf(second)];
  if (n1 === 0 || n2 === 0) return notComputable("no-valid-answers");
  pooled([first, second]);
  // Dominance of a category over a group: those below it minus those above it.
  const overSecond = dominance(second);
  const overFirst = dominance(first);
  const delta = first.reduce((sum, count, at) => sum + count * overSecond[at]!, 0) / (n1 * n2);
  if (n1 === 1 || n2 === 1) return notComputable("one-answer");
  // Complete separation has no spread to build an interval from; only the far end of it is known.
  if (Math.abs(delta) === 1) return computed({ delta, ...separated(delta, n1, n2, confidence) });
  const rows = first.reduce((sum, count, at) => sum + count * (overSecond[at]! / n2 - delta) ** 2, 0);
  const columns = second.reduce((sum, count, at) => sum + count * (-overFirst[at]! / n1 - delta) ** 2, 0);
  let cells = 0;
  first.forEach((a, i) => {
    second.forEach((b, j) => {
      cells += a * b * (Math.sign(i - j) - delta) ** 2;
    });
  });
  const variance = Math.max(
    (n2 ** 2 * rows + n1 ** 2 * columns - cells) / (n1 * n2 * (n1 - 1) * (n2 - 1)),
    (1 - delta ** 2) / (n1 * n2 - 1),
  );
  const t = studentTQuantile((1 - confidence) / 2, n1 + n2 - 2, { tail: "upper" });
  const wide = t * Math.sqrt(variance) * Math.sqrt((1 - delta ** 2) ** 2 + t ** 2 * variance);
  const divisor = 1 - delta ** 2 + t ** 2 * variance;
  return computed({
    delta,
    low: Math.max(-1, (delta - delta ** 3 - wide) / divisor),
    high: Math.min(1, (delta - delta ** 3 + wide) / divisor),
  });
}

function dominance(counts: CategoryCounts): number[] {
  const all = sizeOf(counts);
  let below = 0;
  return counts.map((count) => {
    const value = below - (all - below - count);
    below += count;
    return value;
  });
}

/** With every pair in one direction: (n_b − t²)/(n_b + t²) is the end nearest zero, n_b the smaller group. */
function separated(delta: number, n1: number, n2: number, confidence: number) {
  const smaller = Math.min(n1, n2);
  const t = studentTQuantile((1 - confidence) / 2, n1 + n2 - 2, { tail: "upper" });
  const near = (smaller - t ** 2) / (smaller + t ** 2);
  return delta > 0 ? { low: near, high: 1 } : { low: -1, high: -near };
}
