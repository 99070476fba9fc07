import { cronbachAlpha } from "./alpha.ts";
import { association } from "./association.ts";
import { citations, type StatisticName } from "./citations.ts";
import { cliffsDelta } from "./cliffs-delta.ts";
import { correlation } from "./correlation.ts";
import { feldt } from "./feldt.ts";
import { hedgesG } from "./hedges-g.ts";
import { holm } from "./holm.ts";
import { irv } from "./irv.ts";
import { jonckheere } from "./jonckheere.ts";
import { dunn, kruskalWallis } from "./kruskal-wallis.ts";
import { likert } from "./likert.ts";
import { longstring } from "./longstring.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { meanInterval } from "./mean-interval.ts";
import { netPromoter } from "./net-promoter.ts";
import { newcombe } from "./newcombe.ts";
import { omega } from "./omega.ts";
import { rake } from "./raking.ts";
import { scaleSummary } from "./scale-score.ts";
import type { Statistic } from "./statistic.ts";
import { mantelHaenszel, stratifiedMeans } from "./stratified.ts";
import { meanTrend, proportionTrend } from "./trend.ts";
import { verdict } from "./verdict.ts";
import { weightedMean } from "./weighted-mean.ts";
import { welch } from "./welch.ts";
import { welchAnova } from "./welch-anova.ts";
import { wilson } from "./wilson.ts";

export * from "./alpha.ts";
export * from "./association.ts";
export * from "./category-counts.ts";
export { citations, type StatisticName } from "./citations.ts";
export * from "./cliffs-delta.ts";
export * from "./complete-cases.ts";
export * from "./computable.ts";
export * from "./correlation.ts";
export * from "./distributions.ts";
export * from "./feldt.ts";
export * from "./hedges-g.ts";
export * from "./holm.ts";
export * from "./irv.ts";
export * from "./jonckheere.ts";
export * from "./kruskal-wallis.ts";
export * from "./likert.ts";
export * from "./longstring.ts";
export * from "./mann-whitney.ts";
export * from "./mean-interval.ts";
export * from "./moments.ts";
export * from "./net-promoter.ts";
export * from "./newcombe.ts";
export * from "./omega.ts";
export * from "./raking.ts";
export { reasonTexts } from "./reason-texts.ts";
export type { ScaleColumn, ScaleOptions } from "./scale-column.ts";
export * from "./scale-score.ts";
export type { Bilingual, Citation, Statistic } from "./statistic.ts";
export * from "./stratified.ts";
export * from "./trend.ts";
export * from "./verdict.ts";
export * from "./weighted-mean.ts";
export * from "./welch.ts";
export * from "./welch-anova.ts";
export * from "./wilson.ts";

/** Every statistic the product prints, by name. An entry without its names, reference or function does not compile. */
export const statistics = {
  likert: { ...citations.likert, compute: likert },
  wilson: { ...citations.wilson, compute: wilson },
  newcombe: { ...citations.newcombe, compute: newcombe },
  netPromoter: { ...citations.netPromoter, compute: netPromoter },
  meanInterval: { ...citations.meanInterval, compute: meanInterval },
  scaleScore: { ...citations.scaleScore, compute: scaleSummary },
  alpha: { ...citations.alpha, compute: cronbachAlpha },
  feldt: { ...citations.feldt, compute: feldt },
  welch: { ...citations.welch, compute: welch },
  hedgesG: { ...citations.hedgesG, compute: hedgesG },
  holm: { ...citations.holm, compute: holm },
  longstring: { ...citations.longstring, compute: longstring },
  irv: { ...citations.irv, compute: irv },
  verdict: { ...citations.verdict, compute: verdict },
  association: { ...citations.association, compute: association },
  cliffsDelta: { ...citations.cliffsDelta, compute: cliffsDelta },
  correlation: { ...citations.correlation, compute: correlation },
  kruskalWallis: { ...citations.kruskalWallis, compute: kruskalWallis },
  dunn: { ...citations.dunn, compute: dunn },
  mannWhitney: { ...citations.mannWhitney, compute: mannWhitney },
  omega: { ...citations.omega, compute: omega },
  rake: { ...citations.rake, compute: rake },
  weightedMean: { ...citations.weightedMean, compute: weightedMean },
  proportionTrend: { ...citations.proportionTrend, compute: proportionTrend },
  meanTrend: { ...citations.meanTrend, compute: meanTrend },
  jonckheere: { ...citations.jonckheere, compute: jonckheere },
  stratifiedMeans: { ...citations.stratifiedMeans, compute: stratifiedMeans },
  mantelHaenszel: { ...citations.mantelHaenszel, compute: mantelHaenszel },
  welchAnova: { ...citations.welchAnova, compute: welchAnova },
} as const satisfies Record<StatisticName, Statistic>;
