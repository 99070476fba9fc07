import {
  cronbachAlpha,
  feldt,
  keepItems,
  meanInterval,
  reliabilityStanding,
  toHundred,
  verdict,
} from "#app/statistics/index.ts";
import type { Policy } from "./policy.ts";
import { hide, show } from "./shown.ts";
import type { ThemeScale, ThemeTally } from "./theme-score.ts";
import { told, toldEstimate, toldMoments, tooThinForMeans } from "./told.ts";
import type { GroupTable, Interval, Shown, ThemeResult } from "./view.ts";

type Score = Extract<GroupTable["rows"][number]["result"], { shown: true }>;

/**
 * Mean score with its t interval, on scale points and on 0..100, and the verdict; hidden when all scores are equal. Under
 * the strict profile interval and verdict are computed from the rounded mean, spread and size.
 */
export function scoreOf(
  tally: ThemeTally,
  { low, high, columns }: ThemeScale,
  policy: Policy,
): Shown<Omit<Score, "shown"> & { sd: number }> {
  if (tooThinForMeans(tally.scored.n, policy)) return hide("thin");
  const interval = meanInterval(toldMoments(tally.scored, columns.length, policy));
  if (!interval.computable) return hide("alike");
  const told = (value: number) => toldEstimate(value, policy);
  const mean: Interval = { estimate: interval.mean, low: told(interval.low), high: told(interval.high) };
  const hundred = (value: number) => toHundred(value, [low, high]);
  return show({
    n: interval.n,
    mean,
    score: { estimate: hundred(mean.estimate), low: hundred(mean.low), high: hundred(mean.high) },
    verdict: verdict(interval, { neutral: (low + high) / 2, k: policy.k }),
    sd: interval.sd,
  });
}

/**
 * All that is said of one theme, of a selection whose base has passed.
 * @param showAsked whether the number asked may be told
 */
export function themeResult(
  tally: ThemeTally,
  scale: ThemeScale,
  policy: Policy,
  showAsked: boolean,
): Shown<ThemeResult> {
  const score = scoreOf(tally, scale, policy);
  if (!score.shown) return score;
  const { scored, complete } = tally;
  const gaps = scored.n - complete.n;
  // With fewer than k people in between, the two means would give away what those few said.
  const comparable = complete.n >= policy.k && (gaps === 0 || gaps >= policy.k);
  return {
    ...score,
    ...reliability(tally, scale, policy),
    ...(showAsked && { asked: told(tally.asked, policy) }),
    ...(comparable &&
      !tooThinForMeans(complete.n, policy) && { completeCase: completeCase(tally, scale, policy) }),
  };
}

function completeCase({ scored, complete }: ThemeTally, { columns }: ThemeScale, policy: Policy) {
  const [all, whole] = [scored, complete].map((one) => toldMoments(one, columns.length, policy));
  return { mean: whole!.mean, n: whole!.n, apart: Math.abs(all!.mean - whole!.mean) > 0.1 };
}

/** Cronbach's alpha with Feldt's interval, and alpha without reversed items; nothing below 30 complete cases. */
function reliability(
  { covariance, complete }: ThemeTally,
  { columns }: ThemeScale,
  policy: Policy,
): Pick<ThemeResult, "alpha" | "alphaWithoutReversed"> {
  const n = told(complete.n, policy);
  const standing = reliabilityStanding(n);
  if (standing === "hidden") return {};
  const whole = cronbachAlpha(covariance);
  if (!whole.computable) return {};
  const items = whole.k;
  const two = (value: number) => toldEstimate(value, policy);
  const estimate = two(whole.alpha);
  const interval = feldt(estimate, n, items);
  if (!interval.computable) return {};
  const [low, high] = [two(interval.low), two(interval.high)];
  const straight = columns.flatMap(({ item }, at) => (item?.kind === "scale" && item.reverse ? [] : [at]));
  const without = straight.length < items ? cronbachAlpha(keepItems(covariance, straight)) : undefined;
  return {
    alpha: { estimate, low, high, items, n, provisional: standing === "provisional" },
    ...(without?.computable && { alphaWithoutReversed: two(without.alpha) }),
  };
}
