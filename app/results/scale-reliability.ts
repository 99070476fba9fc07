import type { Text } from "#app/locales/language.ts";
import {
  alphaOf,
  type Computed,
  cronbachAlpha,
  feldt,
  type ItemReliability,
  itemCorrelations,
  omega,
  type Reason,
  reliabilityStanding,
  turnItems,
} from "#app/statistics/index.ts";
import type { Column } from "./column.ts";
import { fewestComplete } from "./fewest-complete.ts";
import type { Policy } from "./policy.ts";
import { show } from "./shown.ts";
import { isReversed, type ThemeScale, type ThemeTally } from "./theme-score.ts";
import { told, toldEstimate } from "./told.ts";
import type { HiddenBecause, Interval, Shown } from "./view.ts";

/**
 * few-complete: too few answered every item · few-both: too few have both scores · few-apart: nearly all lie in one bar ·
 * a `Reason`: the number does not exist
 */
export type NoNumber = HiddenBecause | "few-complete" | "few-both" | "few-apart" | Reason;
export type Stated<T> = Shown<T> | { shown: false; why: NoNumber };
export type Estimate = Computed<{ value: number }>;

/** How well the items of one scale hang together, among those who answered every one of them. */
export interface ScaleReliability {
  n: number;
  /** Fewer than 100 complete answers. */
  provisional: boolean;
  alpha: Interval;
  standardised: Estimate;
  omega: Estimate;
  /** Correlations between each two items: mean, least and most. */
  between: Computed<{ mean: number; low: number; high: number }>;
  /** Alpha of the items that are not reversed; undefined where none or all are. */
  straight?: { items: number; alpha: Estimate };
  /** Alpha had reversed items been counted as answered; undefined where there are none. */
  asAnswered?: Estimate;
  /** In the order of the scale. */
  items: ItemQuality[];
}

export interface ItemQuality {
  code: string;
  text: Text;
  reverse: boolean;
  itemRest: Estimate;
  alphaIfDeleted: Estimate;
  flag: ItemReliability["flag"];
}

/** What a headline tells of reliability. */
export type HeadlineReliability = Pick<ScaleReliability, "n" | "provisional" | "alpha" | "straight">;

/** Alpha of a scale whose base has passed. Under the strict profile computed from what may be told of it. */
export function headlineReliability(
  { variances: { ofItems, ofTotal, ofStraight }, complete }: ThemeTally,
  { columns }: ThemeScale,
  policy: Policy,
): Stated<HeadlineReliability> {
  const n = told(complete.n, policy);
  if (Math.min(n, complete.n) < fewestComplete(policy.k)) return { shown: false, why: "few-complete" };
  const whole = alphaOf(ofItems, ofTotal);
  // Where an item is constant among the complete cases, saying so would tell what each of them answered.
  if (ofItems.some((own) => own === 0)) return { shown: false, why: "alike" };
  if (!whole.computable) return { shown: false, why: whole.reason };
  const two = (value: number) => toldEstimate(value, policy);
  const alpha = two(whole.alpha);
  const interval = feldt(alpha, n, ofItems.length);
  if (!interval.computable) return { shown: false, why: interval.reason };
  const straight = placesOf(columns, false);
  return show({
    n,
    provisional: reliabilityStanding(n) === "provisional",
    alpha: { estimate: alpha, low: two(interval.low), high: two(interval.high) },
    ...(straight.length > 0 &&
      straight.length < columns.length && {
        straight: {
          items: straight.length,
          alpha: rounded(
            alphaOf(
              straight.map((at) => ofItems[at]!),
              ofStraight,
            ),
            (of) => of.alpha,
            policy,
          ),
        },
      }),
  });
}

const placesOf = (columns: readonly Column[], reversed: boolean): number[] =>
  columns.flatMap((column, at) => (isReversed(column) === reversed ? [at] : []));

const rounded = <T>(of: Computed<T>, value: (of: T) => number, policy: Policy): Estimate =>
  of.computable ? { computable: true, value: toldEstimate(value(of), policy) } : of;

/** All of it, likewise. */
export function scaleReliability(
  tally: ThemeTally,
  scale: ThemeScale,
  policy: Policy,
): Stated<ScaleReliability> {
  const headline = headlineReliability(tally, scale, policy);
  if (!headline.shown) return headline;
  const { covariance } = tally;
  const { columns } = scale;
  const whole = cronbachAlpha(covariance);
  if (!whole.computable) return { shown: false, why: whole.reason };
  const estimate = <T>(of: Computed<T>, value: (of: T) => number) => rounded(of, value, policy);
  const two = (value: number) => toldEstimate(value, policy);
  const turned = placesOf(columns, true);
  const between = itemCorrelations(covariance);
  return show({
    ...headline,
    standardised: estimate(whole.standardised, (of) => of.alpha),
    omega: estimate(omega(covariance), (of) => of.omega),
    between: between.computable
      ? { computable: true, mean: two(between.mean), low: two(between.low), high: two(between.high) }
      : between,
    ...(turned.length > 0 && {
      asAnswered: estimate(cronbachAlpha(turnItems(covariance, turned)), (of) => of.alpha),
    }),
    items: whole.items.map(({ itemRest, alphaIfDeleted, flag }, at) => ({
      code: columns[at]!.code,
      text: columns[at]!.text,
      reverse: isReversed(columns[at]!),
      itemRest: estimate(itemRest, (of) => of.r),
      alphaIfDeleted: estimate(alphaIfDeleted, (of) => of.alpha),
      flag,
    })),
  });
}
