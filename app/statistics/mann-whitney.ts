import {
  type CategoryCounts,
  doubledMidRanks,
  doubledRankSum,
  pooled,
  sizeOf,
  tieTerm,
} from "./category-counts.ts";
import { type Computed, computed, notComputable } from "./computable.ts";
import { normalTails } from "./distributions.ts";

export type MannWhitney = {
  /** Pairs in which the first group is higher, ties counting half. */
  readonly u: number;
  /** With continuity correction, 0 where the correction swallows the difference. */
  readonly z: number;
  /** Two-sided, normal approximation. */
  readonly p: number;
};

/**
 * Mann–Whitney test of two groups on one ordinal item, corrected for ties and for continuity.
 * Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60; tie correction as Lehmann (1975), 1.20.
 *
 * @param first, second counts per category of the same item
 * @throws RangeError for different categories or counts that are none
 */
export function mannWhitney(first: CategoryCounts, second: CategoryCounts): Computed<MannWhitney> {
  const [n1, n2] = [sizeOf(first), sizeOf(second)];
  if (n1 === 0 || n2 === 0) return notComputable("no-valid-answers");
  const all = pooled([first, second]);
  const n = n1 + n2;
  const u = (doubledRankSum(first, doubledMidRanks(all)) - n1 * (n1 + 1)) / 2;
  const variance = ((n1 * n2) / 12) * (n + 1 - tieTerm(all) / (n * (n - 1)));
  if (all.filter((count) => count > 0).length < 2) return notComputable("no-variance");
  const away = u - (n1 * n2) / 2;
  const z = (Math.sign(away) * Math.max(0, Math.abs(away) - 0.5)) / Math.sqrt(variance);
  return computed({ u, z, p: Math.min(1, 2 * normalTails(Math.abs(z)).upper) });
}
