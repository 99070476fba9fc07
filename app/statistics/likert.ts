import { type Computed, computed, notComputable } from "./computable.ts";
import { momentsFromCounts, standardDeviation } from "./moments.ts";

/** How many chose 1, 2, 3, 4 and 5, as answered. N/A, skipped and not asked are not among them. */
export type LikertCounts = readonly [number, number, number, number, number];

export type LikertSummary = {
  /** Valid answers: the base of every percentage. */
  readonly n: number;
  /** Top two choices in the item's direction: after reversal where the item is reversed. */
  readonly favourable: number;
  readonly neutral: number;
  /** Bottom two choices in the item's direction. */
  readonly unfavourable: number;
  /** Median of the answers as given, so that it matches the wording on the page; halves occur when n is even. */
  readonly median: number;
  /** Mean as answered (a reversed item's scale mean is 6 minus this). */
  readonly mean: number;
  /** Standard deviation with n − 1; null for a single answer. */
  readonly sd: number | null;
};

/**
 * One five-point item from its counts. Pair `favourable` with `wilson(favourable, n)` for its interval.
 * Top-two-box and median as in Likert (1932), Archives of Psychology 140, and survey practice since.
 *
 * @throws RangeError unless the counts are non-negative whole numbers
 */
export function likert(
  counts: LikertCounts,
  { reversed = false }: { readonly reversed?: boolean } = {},
): Computed<LikertSummary> {
  const moments = momentsFromCounts(counts);
  if (moments.n === 0) return notComputable("no-valid-answers");
  const low = counts[0] + counts[1];
  const high = counts[3] + counts[4];
  return computed({
    n: moments.n,
    favourable: reversed ? low : high,
    neutral: counts[2],
    unfavourable: reversed ? high : low,
    median: medianFromCounts(counts, moments.n),
    mean: moments.mean,
    sd: moments.n === 1 ? null : standardDeviation(moments),
  });
}

/** The middle of the sorted answers; the mean of the two middle ones when their number is even. */
function medianFromCounts(counts: LikertCounts, n: number): number {
  return (valueAtRank(counts, Math.ceil(n / 2)) + valueAtRank(counts, Math.floor(n / 2) + 1)) / 2;
}

function valueAtRank(counts: LikertCounts, rank: number): number {
  let seen = 0;
  for (const [i, count] of counts.entries()) {
    seen += count;
    if (seen >= rank) return i + 1;
  }
  throw new RangeError(`no answer has rank ${rank}`);
}
