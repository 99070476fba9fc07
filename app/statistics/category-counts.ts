/**
 * Answers of one group to one item: how many chose each category, in the order of the categories. Ordinal statistics
 * work on these: ranks of tied answers are whole-number sums, so no rounding can break a tie.
 */
export type CategoryCounts = readonly number[];

/** Number of answers. @throws RangeError unless every count is a non-negative whole number */
export function sizeOf(counts: CategoryCounts): number {
  let size = 0;
  for (const count of counts) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a count cannot be ${count}`);
    size += count;
  }
  return size;
}

/** The groups' counts added up. @throws RangeError when the groups have not the same categories */
export function pooled(groups: readonly CategoryCounts[]): number[] {
  const length = groups[0]?.length ?? 0;
  if (groups.some((one) => one.length !== length))
    throw new RangeError("groups are compared on the same categories");
  return Array.from({ length }, (_, at) => groups.reduce((sum, one) => sum + one[at]!, 0));
}

/** Σ(t³ − t) over the categories: how much ties take from the variance of ranks. */
export const tieTerm = (all: CategoryCounts): number => all.reduce((sum, t) => sum + (t ** 3 - t), 0);

/** Twice the mid-rank of each category when all answers are ranked together: a whole number. */
export function doubledMidRanks(all: CategoryCounts): number[] {
  let below = 0;
  return all.map((count) => {
    const doubled = 2 * below + count + 1;
    below += count;
    return doubled;
  });
}

/** Twice the rank sum of a group, exactly. */
export const doubledRankSum = (counts: CategoryCounts, doubledRanks: readonly number[]): number =>
  counts.reduce((sum, count, at) => sum + count * doubledRanks[at]!, 0);
