import { type Computed, notComputable } from "./computable.ts";
import type { ConfidenceOptions } from "./confidence.ts";
import { type MeanInterval, meanInterval } from "./mean-interval.ts";

/** What people who have the same weight gave: how many, and the sums of their values and squared values. */
export type WeightedCell = {
  readonly weight: number;
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
};

/**
 * Mean of weighted values with Student's t interval on Kish's effective size: an approximation, which leaves out that
 * the weights themselves come from a sample; a page must say so. The standard deviation is the unbiased one for weights
 * that tell importance (R: cov.wt(method = "unbiased")). Kish (1965), Survey Sampling.
 *
 * @returns `n` is the effective size, in people and seldom whole
 */
export function weightedMean(
  cells: readonly WeightedCell[],
  options: ConfidenceOptions = {},
): Computed<MeanInterval> {
  const over = (value: (cell: WeightedCell) => number) =>
    cells.reduce((total, cell) => total + value(cell), 0);
  const total = over(({ weight, people }) => weight * people);
  if (!(total > 0)) return notComputable("no-valid-answers");
  const mean = over(({ weight, sum }) => weight * sum) / total;
  const deviations = over(
    ({ weight, people, sum, squares }) => weight * (squares - 2 * mean * sum + mean ** 2 * people),
  );
  const n = total ** 2 / over(({ weight, people }) => weight ** 2 * people);
  if (n <= 1) return notComputable("one-answer");
  // Squares of equal values cancel up to their last digits.
  const squares = deviations < 1e-9 * total ? 0 : (deviations * n) / total;
  return meanInterval({ n, mean, squares }, options);
}
