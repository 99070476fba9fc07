import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { studentTQuantile } from "./distributions.ts";
import { isConstant, type Moments, standardDeviation } from "./moments.ts";

export type MeanInterval = {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with n − 1. */
  readonly sd: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Mean, standard deviation and Student's t interval of the mean, in the units of the answers.
 * One answer has no interval; neither has a sample in which all agree, whose interval would pretend to certainty.
 * Student (1908), Biometrika 6(1), 1–25.
 *
 * @param sample from `momentsOf` or `momentsFromCounts`
 */
export function meanInterval(sample: Moments, options: ConfidenceOptions = {}): Computed<MeanInterval> {
  const confidence = confidenceOf(options);
  const { n, mean } = sample;
  if (n === 0) return notComputable("no-valid-answers");
  if (n === 1) return notComputable("one-answer");
  if (isConstant(sample)) return notComputable("no-variance");
  const sd = standardDeviation(sample);
  const half = (studentTQuantile((1 - confidence) / 2, n - 1, { tail: "upper" }) * sd) / Math.sqrt(n);
  return computed({ n, mean, sd, low: mean - half, high: mean + half });
}
