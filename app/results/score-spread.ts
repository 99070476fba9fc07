import type { ThemeCounts } from "./count-plan.ts";
import { nearlyAlike } from "./group-disclosure.ts";
import type { Policy } from "./policy.ts";
import { hide, show } from "./shown.ts";
import type { ThemeScale } from "./theme-score.ts";
import { told, toldCounts, toldEstimate, tooThinForShares } from "./told.ts";
import type { Shown } from "./view.ts";

/** How the scores of one theme spread. */
export interface ScoreSpread {
  /** People with a score: the base of every share. */
  n: number;
  /** From low to high, edge to edge, on 0..100. */
  bins: { from: number; to: number; count: number; share: number }[];
  /** The ends hold several bins' worth, so that nobody's lowest or highest score can be read off. */
  gathered: boolean;
}

/** More bars than this are a comb, not a shape. */
const mostBins = 13;

/**
 * Distribution of the scores of a group whose base has passed. Every bin holds the same number of possible scores of
 * people who answered all items (uneven ones would draw a comb), the middle bin lies around neutral. From both ends bins
 * are gathered until k people are in them: the lowest and the highest score are nobody's business.
 */
export function scoreSpread(
  { people }: Pick<ThemeCounts, "people">,
  scale: ThemeScale,
  policy: Policy,
): Shown<ScoreSpread> | { shown: false; why: "few-apart" } {
  const { counts, width } = binned(people, scale);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (tooThinForShares(n, policy)) return hide("thin");
  const half = (counts.length - 1) / 2;
  const edge = (offset: number) => Math.max(0, Math.min(100, 50 + offset * width));
  let bins = counts.map((count, at) => ({
    from: edge(at - half - 0.5),
    to: edge(at - half + 0.5),
    count,
  }));
  const whole = bins.length;
  bins = gather(gather(bins, policy.k).reverse(), policy.k).reverse();
  if (bins.length < 3) return { shown: false, why: "few-apart" };
  const exact = bins.map((bin) => bin.count);
  if (nearlyAlike(exact)) return hide("alike");
  const shown = toldCounts(exact, policy);
  const base = told(n, policy);
  return show({
    n: base,
    bins: bins.map(({ from, to }, at) => {
      const count = shown[at]!;
      return { from, to, count, share: toldEstimate(count / base, policy) };
    }),
    gathered: bins.length < whole,
  });
}

type Bin = { from: number; to: number; count: number };

/** The first bins as one, until k people are in it. */
function gather(bins: readonly Bin[], k: number): Bin[] {
  let people = 0;
  const end = bins.findIndex(({ count }) => {
    people += count;
    return people >= k;
  });
  const some = bins.slice(0, end + 1);
  if (some.length === 0) return [...bins];
  const from = Math.min(...some.map((bin) => bin.from));
  const to = Math.max(...some.map((bin) => bin.to));
  return [{ from, to, count: people }, ...bins.slice(end + 1)];
}

/** People by bin, symmetric about neutral. @returns width of a bin on 0..100 */
function binned(people: Int32Array, { columns, low, high, scored }: ThemeScale) {
  const items = columns.length;
  const steps = high - low;
  const half = (items * steps) / 2;
  const perSide = (size: number) => Math.max(0, Math.ceil((half - (size - 1) / 2) / size));
  // As many possible scores in the middle bin as in any other, half of them on either side of neutral.
  let size = Number.isInteger(half) ? 1 : 2;
  while (1 + 2 * perSide(size) > mostBins) size += 2;
  const side = perSide(size);
  const counts = new Array<number>(1 + 2 * side).fill(0);
  const rowLength = items * steps + 1;
  for (let valid = Math.max(1, scored.minValid); valid <= items; valid++)
    for (let sum = 0; sum < rowLength; sum++) {
      const count = people[valid * rowLength + sum]!;
      if (count === 0) continue;
      const offset = (((2 * sum) / valid - steps) * items) / 2 / size;
      // On an edge, which only scores from some of the items can be: towards neutral, alike on both sides.
      const bin = Math.sign(offset) * Math.ceil(Math.abs(offset) - 0.5 - 1e-9);
      counts[side + bin]! += count;
    }
  return { counts, width: (size / (items * steps)) * 100 };
}
