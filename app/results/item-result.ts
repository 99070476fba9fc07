import {
  type LikertCounts,
  likert,
  momentsFromCounts,
  standardDeviation,
  wilson,
} from "#app/statistics/index.ts";
import type { Column } from "./column.ts";
import { boundOf, nearlyAlike, sharesOf } from "./group-disclosure.ts";
import type { Tally } from "./tally.ts";
import type { ItemResult, OptionResult, Share } from "./view.ts";

/**
 * One agreement item of a selection whose base has passed. Where the group is nearly alike, every share is a bound and
 * interval, mean, spread and median are left out, because each of them would give the exact share back.
 *
 * @param showGaps whether N/A and skipped may be told
 */
export function itemResult(column: Column, tally: Tally, showGaps: boolean): ItemResult {
  const { counts, valid: n } = tally;
  const { points } = column.scale!;
  const reverse = column.item?.kind === "scale" && column.item.reverse;
  const alike = nearlyAlike(counts);
  const shares = sharesOf(counts, n, alike);
  const [low, neutral, high] = thirds(counts);
  const share = (count: number): Share => (alike ? boundOf(count, n) : count / n);
  const favourable = reverse ? low : high;
  const interval = alike ? undefined : wilson(favourable, n);
  const result: ItemResult = {
    code: column.code,
    text: column.text,
    reverse,
    n,
    points: points.map(({ value, label }, index) => ({ value, label, share: shares[index]! })),
    favourable: {
      share: share(favourable),
      ...(interval?.computable && { low: interval.low, high: interval.high }),
    },
    neutral: share(neutral),
    unfavourable: share(reverse ? high : low),
  };
  if (showGaps) Object.assign(result, { notApplicable: tally.notApplicable, skipped: tally.skipped });
  if (!alike) Object.assign(result, centre(counts, points[0]!.value));
  return result;
}

/** People below, at and above the middle of the scale: on five points bottom two, middle, top two. */
function thirds(counts: readonly number[]): [number, number, number] {
  const middle = (counts.length - 1) / 2;
  const sum = (wanted: (index: number) => boolean) =>
    counts.reduce((total, count, index) => total + (wanted(index) ? count : 0), 0);
  return [sum((i) => i < middle), sum((i) => i === middle), sum((i) => i > middle)];
}

function centre(counts: readonly number[], first: number): Pick<ItemResult, "mean" | "sd" | "median"> {
  if (counts.length === 5 && first === 1) {
    const summary = likert(counts as unknown as LikertCounts);
    if (summary.computable)
      return { mean: summary.mean, sd: summary.sd ?? undefined, median: summary.median };
  }
  const moments = momentsFromCounts(counts, first);
  return { mean: moments.mean, sd: moments.n > 1 ? standardDeviation(moments) : undefined };
}

/** One option of n people's choice; a bound when `alike`. */
export function optionResult(count: number, n: number, alike: boolean): OptionResult {
  if (alike) return { share: boundOf(count, n) };
  const interval = wilson(count, n);
  return { count, share: count / n, ...(interval.computable && { low: interval.low, high: interval.high }) };
}
