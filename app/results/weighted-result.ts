import { toHundred, weightedMean, wilson } from "#app/statistics/index.ts";
import { levelsOf } from "./bundle.ts";
import type { Column } from "./column.ts";
import { type Cube, levelTable, scoresByCell } from "./cube.ts";
import type { Policy } from "./policy.ts";
import { hide, show } from "./shown.ts";
import type { ThemeScale } from "./theme-score.ts";
import { told, toldEstimate } from "./told.ts";
import type { Interval, Shown } from "./view.ts";

/** One statement with everybody weighted. Points are as answered; favourable counts are after reversal. */
export interface WeightedItem {
  /** Effective size of those who answered. */
  effective: number;
  points: number[];
  /** Wilson's interval on the effective size: approximate. */
  favourable: Interval;
  neutral: number;
  unfavourable: number;
}

/** A theme's score with everybody weighted. */
export interface WeightedScore {
  effective: number;
  /** Scale points, and the same on 0..100; t intervals on the effective size: approximate. */
  mean: Interval;
  score: Interval;
}

/** For a statement with a factor per cell whose weighted shares may be told. Under the strict profile in whole percent. */
export function weightedItem(
  cube: Cube,
  column: Column,
  factors: Float64Array,
  policy: Policy,
): WeightedItem {
  const table = levelTable(cube, column);
  const levels = levelsOf(column);
  const points = column.categories.map(() => 0);
  let squares = 0;
  factors.forEach((factor, cell) => {
    for (let index = 0; index < points.length; index++) {
      const people = table[cell * levels + 3 + index]!;
      points[index]! += factor * people;
      squares += factor ** 2 * people;
    }
  });
  const total = points.reduce((sum, one) => sum + one, 0);
  const effective = total ** 2 / squares;
  const middle = (points.length - 1) / 2;
  const sum = (wanted: (index: number) => boolean) =>
    points.reduce((part, one, index) => (wanted(index) ? part + one : part), 0);
  const [low, high] = [sum((index) => index < middle), sum((index) => index > middle)];
  const reverse = column.item?.kind === "scale" && column.item.reverse;
  const say = (share: number) => toldEstimate(share, policy);
  const interval = wilson(Math.min(reverse ? low : high, total), total, { effectiveN: effective });
  if (!interval.computable) throw new RangeError(`${column.code} was shown with nobody's answers`);
  return {
    effective: told(effective, policy),
    points: points.map((one) => say(one / total)),
    favourable: { estimate: say(interval.estimate), low: say(interval.low), high: say(interval.high) },
    neutral: say(sum((index) => index === middle) / total),
    unfavourable: say((reverse ? high : low) / total),
  };
}

/** For a theme with a factor per cell whose weighted score may be told. */
export function weightedScore(
  cube: Cube,
  { scored, low: bottom, high: top }: ThemeScale,
  factors: Float64Array,
  policy: Policy,
): Shown<WeightedScore> {
  const { people, sums, squares, unit, low } = scoresByCell(cube, scored.code);
  const cells = Array.from(factors, (weight, cell) => {
    const [n, sum] = [people[cell]!, sums[cell]! / unit];
    return {
      weight,
      people: n,
      sum: n * low + sum,
      squares: n * low ** 2 + 2 * low * sum + squares[cell]! / unit ** 2,
    };
  });
  const interval = weightedMean(cells);
  if (!interval.computable) return hide("alike");
  const say = (value: number) => toldEstimate(value, policy);
  const mean = { estimate: say(interval.mean), low: say(interval.low), high: say(interval.high) };
  const hundred = (value: number) => toHundred(value, [bottom, top]);
  return show({
    effective: told(interval.n, policy),
    mean,
    score: { estimate: hundred(mean.estimate), low: hundred(mean.low), high: hundred(mean.high) },
  });
}
