import { type CategoryCounts, pooled, sizeOf } from "./category-counts.ts";
import { type Computed, computed, notComputable } from "./computable.ts";
import { normalTails } from "./distributions.ts";

export type Jonckheere = {
  /** Pairs of people in which the later group answers higher, minus those in which it answers lower. */
  readonly s: number;
  readonly z: number;
  /** Two-sided, normal approximation. */
  readonly p: number;
  /** Kendall's τ-b between the order of the groups and the answers, −1..1. */
  readonly tau: number;
};

/**
 * Jonckheere–Terpstra test: whether answers to an ordinal item rise or fall along ordered groups. Ties within groups and
 * within categories are corrected for, which makes it Kendall's test of group against answer.
 * Jonckheere (1954), Biometrika 41, 133–145; Kendall (1970), Rank Correlation Methods, 4.
 *
 * @param groups counts per category of the same item, in the order of the groups; those without answers are left out
 */
export function jonckheere(groups: readonly CategoryCounts[]): Computed<Jonckheere> {
  const filled = groups.filter((one) => sizeOf(one) > 0);
  if (filled.length < 2) return notComputable("no-valid-answers");
  const all = pooled(filled);
  if (all.filter((count) => count > 0).length < 2) return notComputable("no-variance");
  const sizes = filled.map(sizeOf);
  const n = sizeOf(all);
  let s = 0;
  const before = all.map(() => 0);
  for (const group of filled) {
    let below = 0;
    let above = before.reduce((sum, count) => sum + count, 0);
    group.forEach((count, at) => {
      above -= before[at]!;
      s += count * (below - above);
      below += before[at]!;
    });
    group.forEach((count, at) => {
      before[at]! += count;
    });
  }
  const over = (ties: readonly number[], of: (t: number) => number) =>
    ties.reduce((sum, t) => sum + of(t), 0);
  const v = (t: number) => t * (t - 1) * (2 * t + 5);
  const two = (t: number) => t * (t - 1);
  const three = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (v(n) - over(sizes, v) - over(all, v)) / 18 +
    (over(sizes, two) * over(all, two)) / (2 * two(n)) +
    (n > 2 ? (over(sizes, three) * over(all, three)) / (9 * three(n)) : 0);
  if (variance <= 0) return notComputable("no-variance");
  const z = s / Math.sqrt(variance);
  const tau = s / Math.sqrt(((two(n) - over(sizes, two)) / 2) * ((two(n) - over(all, two)) / 2));
  return computed({ s, z, p: Math.min(1, 2 * normalTails(Math.abs(z)).upper), tau });
}
