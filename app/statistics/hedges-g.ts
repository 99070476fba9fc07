import { type Computed, computed, notComputable } from "./computable.ts";
import { isConstant, type Moments } from "./moments.ts";

export type StandardisedDifference = {
  /** Cohen's d with the pooled standard deviation. */
  readonly d: number;
  /** d with Hedges' correction for small samples: the one to print. */
  readonly g: number;
};

/**
 * Difference of two group means in units of their pooled standard deviation.
 * Hedges (1981), J. Educational Statistics 6(2), 107–128, with the approximate factor 1 − 3/(4(n₁+n₂−2) − 1).
 *
 * @param first, second from `momentsOf`; positive when the first group is higher
 */
export function hedgesG(first: Moments, second: Moments): Computed<StandardisedDifference> {
  if (first.n === 0 || second.n === 0) return notComputable("no-valid-answers");
  if (first.n === 1 || second.n === 1) return notComputable("one-answer");
  if (isConstant(first) && isConstant(second)) return notComputable("no-variance");
  const df = first.n + second.n - 2;
  const d = (first.mean - second.mean) / Math.sqrt((first.squares + second.squares) / df);
  return computed({ d, g: d * (1 - 3 / (4 * df - 1)) });
}
