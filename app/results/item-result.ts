import {
  type LikertCounts,
  likert,
  momentsFromCounts,
  standardDeviation,
  wilson,
} from "#app/statistics/index.ts";
import type { Column } from "./column.ts";
import { boundOf, nearlyAlike } from "./group-disclosure.ts";
import type { Policy } from "./policy.ts";
import { hide, show } from "./shown.ts";
import type { Tally } from "./tally.ts";
import { told, toldEstimate, toldTally, tooThinForShares } from "./told.ts";
import type { ItemResult, OptionResult, Share, Shown } from "./view.ts";

/**
 * One agreement item of a selection whose base has passed. Where the group is nearly alike, every share is a bound and
 * interval, mean, spread and median are left out, because each of them would give the exact share back. Under the strict
 * profile everything is computed from the rounded counts.
 *
 * @param showGaps whether N/A and skipped may be told
 */
export function itemResult(
  column: Column,
  exact: Tally,
  showGaps: boolean,
  policy: Policy,
): Shown<ItemResult> {
  if (tooThinForShares(exact.valid, policy)) return hide("thin");
  const tally = toldTally(exact, policy);
  const { counts } = tally;
  const n = baseOf(counts);
  const { points } = column.scale!;
  const reverse = column.item?.kind === "scale" && column.item.reverse;
  const alike = nearlyAlike(exact.counts) || nearlyAlike(counts);
  const [low, neutral, high] = thirds(counts);
  const share = (count: number): Share =>
    alike ? boundOf(count, n, policy) : toldEstimate(count / n, policy);
  const favourable = reverse ? low : high;
  const interval = alike ? undefined : wilson(favourable, n);
  const result: ItemResult = {
    code: column.code,
    text: column.text,
    reverse,
    n: tally.valid,
    points: points.map(({ value, label }, index) => ({ value, label, share: share(counts[index]!) })),
    favourable: {
      share: share(favourable),
      ...(interval?.computable && ends(interval, policy)),
    },
    neutral: share(neutral),
    unfavourable: share(reverse ? high : low),
  };
  if (showGaps) Object.assign(result, { notApplicable: tally.notApplicable, skipped: tally.skipped });
  if (!alike) Object.assign(result, centre(counts, points[0]!.value));
  return show(result);
}

const ends = ({ low, high }: { low: number; high: number }, policy: Policy) => ({
  low: toldEstimate(low, policy),
  high: toldEstimate(high, policy),
});

const baseOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

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

/** One option of n people's choice; a bound when `alike`. Under the strict profile computed from the rounded counts. */
export function optionResult(count: number, n: number, alike: boolean, policy: Policy): Shown<OptionResult> {
  if (tooThinForShares(n, policy)) return hide("thin");
  const [people, base] = [told(count, policy), told(n, policy)];
  if (alike) return show({ share: boundOf(people, base, policy) });
  const interval = wilson(people, base);
  const share = toldEstimate(people / base, policy);
  return show({ count: people, share, ...(interval.computable && ends(interval, policy)) });
}
