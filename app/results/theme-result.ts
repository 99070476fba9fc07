import { meanInterval, toHundred, verdict } from "#app/statistics/index.ts";
import type { Policy } from "./policy.ts";
import type { Judgement } from "./protections.ts";
import { headlineReliability } from "./scale-reliability.ts";
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

/** What may be told beside a score: how many were asked, something of those with complete answers, and of them and all. */
export interface BesideScore {
  asked: boolean;
  complete: boolean;
  both: boolean;
}

/** What the gate thinks of complete answers, and of the scores that miss some: with one mean of the rest follows. */
export function besideScore(judge: Judgement, scale: ThemeScale): Omit<BesideScore, "asked"> {
  const complete = judge.part({ of: "complete", scale }) === undefined;
  return { complete, both: complete && judge.part({ of: "incomplete", scale }) === undefined };
}

/** All that is said of one theme, of a selection whose base has passed. */
export function themeResult(
  tally: ThemeTally,
  scale: ThemeScale,
  policy: Policy,
  beside: BesideScore,
): Shown<ThemeResult> {
  const score = scoreOf(tally, scale, policy);
  if (!score.shown) return score;
  return {
    ...score,
    ...(beside.complete && reliability(tally, scale, policy)),
    ...(beside.asked && { asked: told(tally.asked, policy) }),
    ...(beside.both &&
      !tooThinForMeans(tally.complete.n, policy) && { completeCase: completeCase(tally, scale, policy) }),
  };
}

function completeCase({ scored, complete }: ThemeTally, { columns }: ThemeScale, policy: Policy) {
  const [all, whole] = [scored, complete].map((one) => toldMoments(one, columns.length, policy));
  return { mean: whole!.mean, n: whole!.n, apart: Math.abs(all!.mean - whole!.mean) > 0.1 };
}

/** Alpha as a headline tells it; the page of scale quality says the rest, and why there is none. */
function reliability(
  tally: ThemeTally,
  scale: ThemeScale,
  policy: Policy,
): Pick<ThemeResult, "alpha" | "alphaWithoutReversed"> {
  const found = headlineReliability(tally, scale, policy);
  if (!found.shown) return {};
  const { n, alpha, provisional, straight } = found;
  return {
    alpha: { ...alpha, items: scale.columns.length, n, provisional },
    ...(straight?.alpha.computable && { alphaWithoutReversed: straight.alpha.value }),
  };
}
