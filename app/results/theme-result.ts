import {
  cronbachAlpha,
  feldt,
  keepItems,
  meanInterval,
  reliabilityStanding,
  toHundred,
  verdict,
} from "#app/statistics/index.ts";
import type { ThemeScale, ThemeTally } from "./theme-score.ts";
import type { GroupTable, Interval, ThemeResult } from "./view.ts";

type Score = Extract<GroupTable["rows"][number]["result"], { shown: true }>;

/** Mean score with its t interval, on scale points and on 0..100, and the verdict; undefined when all scores are equal. */
export function scoreOf(
  tally: ThemeTally,
  { low, high }: ThemeScale,
  k: number,
): (Omit<Score, "shown"> & { sd: number }) | undefined {
  const interval = meanInterval(tally.scored);
  if (!interval.computable) return undefined;
  const mean: Interval = { estimate: interval.mean, low: interval.low, high: interval.high };
  const hundred = (value: number) => toHundred(value, [low, high]);
  return {
    n: interval.n,
    mean,
    score: { estimate: hundred(mean.estimate), low: hundred(mean.low), high: hundred(mean.high) },
    verdict: verdict(interval, { neutral: (low + high) / 2, k }),
    sd: interval.sd,
  };
}

/**
 * All that is said of one theme, of a selection whose base has passed.
 * @param showAsked whether the number asked may be told
 */
export function themeResult(
  tally: ThemeTally,
  scale: ThemeScale,
  k: number,
  showAsked: boolean,
): ThemeResult | undefined {
  const score = scoreOf(tally, scale, k);
  if (!score) return undefined;
  const result: ThemeResult = { ...score, ...reliability(tally, scale) };
  if (showAsked) result.asked = tally.asked;
  const { scored, complete } = tally;
  const gaps = scored.n - complete.n;
  // With fewer than k people in between, the two means would give away what those few said.
  if (complete.n >= k && (gaps === 0 || gaps >= k)) {
    const apart = Math.abs(scored.mean - complete.mean) > 0.1;
    result.completeCase = { mean: complete.mean, n: complete.n, apart };
  }
  return result;
}

/** Cronbach's alpha with Feldt's interval, and alpha without reversed items; nothing below 30 complete cases. */
function reliability(
  { covariance, complete }: ThemeTally,
  { columns }: ThemeScale,
): Pick<ThemeResult, "alpha" | "alphaWithoutReversed"> {
  const standing = reliabilityStanding(complete.n);
  if (standing === "hidden") return {};
  const whole = cronbachAlpha(covariance);
  if (!whole.computable) return {};
  const { alpha, k: items } = whole;
  const interval = feldt(alpha, complete.n, items);
  if (!interval.computable) return {};
  const { low, high } = interval;
  const straight = columns.flatMap(({ item }, at) => (item?.kind === "scale" && item.reverse ? [] : [at]));
  const without = straight.length < items ? cronbachAlpha(keepItems(covariance, straight)) : undefined;
  return {
    alpha: { estimate: alpha, low, high, items, n: complete.n, provisional: standing === "provisional" },
    ...(without?.computable && { alphaWithoutReversed: without.alpha }),
  };
}
