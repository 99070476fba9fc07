import { type Computed, computed, notComputable } from "./computable.ts";
import { chiSquareTails } from "./distributions.ts";
import type { Proportion } from "./newcombe.ts";

export type ProportionTrend = {
  /** Change of the share per step, as a fraction of 1. */
  readonly slope: number;
  readonly chiSquare: number;
  /** Two-sided, one degree of freedom. */
  readonly p: number;
};

/**
 * Cochran–Armitage test for a straight trend of a share over ordered groups (levels, waves).
 * Armitage (1955), Biometrics 11, 375–386; as R's prop.trend.test.
 *
 * @param groups in their order; those without answers are left out
 * @param scores where each stands on the axis; 1, 2, 3 … when absent
 */
export function proportionTrend(
  groups: readonly Proportion[],
  scores: readonly number[] = groups.map((_, at) => at + 1),
): Computed<ProportionTrend> {
  if (scores.length !== groups.length) throw new RangeError("every group needs a score");
  if (groups.some(({ successes, n }) => !(successes >= 0 && successes <= n)))
    throw new RangeError("successes lie between 0 and n");
  const n = groups.reduce((sum, one) => sum + one.n, 0);
  if (groups.filter((one) => one.n > 0).length < 2) return notComputable("no-valid-answers");
  const p = groups.reduce((sum, one) => sum + one.successes, 0) / n;
  const centre = groups.reduce((sum, one, at) => sum + one.n * scores[at]!, 0) / n;
  const spread = groups.reduce((sum, one, at) => sum + one.n * (scores[at]! - centre) ** 2, 0);
  if (p === 0 || p === 1 || spread === 0) return notComputable("no-variance");
  const together = groups.reduce((sum, one, at) => sum + one.successes * (scores[at]! - centre), 0);
  const chiSquare = together ** 2 / (spread * p * (1 - p));
  return computed({ slope: together / spread, chiSquare, p: chiSquareTails(chiSquare, 1).upper });
}
