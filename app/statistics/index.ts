import { cronbachAlpha } from "./alpha.ts";
import { feldt } from "./feldt.ts";
import { hedgesG } from "./hedges-g.ts";
import { holm } from "./holm.ts";
import { irv } from "./irv.ts";
import { likert } from "./likert.ts";
import { longstring } from "./longstring.ts";
import { meanInterval } from "./mean-interval.ts";
import { newcombe } from "./newcombe.ts";
import { scaleSummary } from "./scale-score.ts";
import type { Statistic } from "./statistic.ts";
import { verdict } from "./verdict.ts";
import { welch } from "./welch.ts";
import { wilson } from "./wilson.ts";

export * from "./alpha.ts";
export * from "./complete-cases.ts";
export * from "./computable.ts";
export * from "./distributions.ts";
export * from "./feldt.ts";
export * from "./hedges-g.ts";
export * from "./holm.ts";
export * from "./irv.ts";
export * from "./likert.ts";
export * from "./longstring.ts";
export * from "./mean-interval.ts";
export * from "./moments.ts";
export * from "./newcombe.ts";
export { reasonTexts } from "./reason-texts.ts";
export type { ScaleColumn, ScaleOptions } from "./scale-column.ts";
export * from "./scale-score.ts";
export type { Bilingual, Statistic } from "./statistic.ts";
export * from "./verdict.ts";
export * from "./welch.ts";
export * from "./wilson.ts";

export type StatisticName =
  | "likert"
  | "wilson"
  | "newcombe"
  | "meanInterval"
  | "scaleScore"
  | "alpha"
  | "feldt"
  | "welch"
  | "hedgesG"
  | "holm"
  | "longstring"
  | "irv"
  | "verdict";

/** Every statistic the product prints, by name. An entry without its names, reference or function does not compile. */
export const statistics = {
  likert: {
    name: { "zh-CN": "李克特题：赞同率与中位数", en: "Likert item: favourable share and median" },
    reference:
      "Likert, R. (1932). A technique for the measurement of attitudes. Archives of Psychology, 140.",
    compute: likert,
  },
  wilson: {
    name: { "zh-CN": "比例的威尔逊区间", en: "Wilson interval of a proportion" },
    reference: "Wilson, E. B. (1927). Journal of the American Statistical Association, 22, 209–212.",
    compute: wilson,
  },
  newcombe: {
    name: { "zh-CN": "两个比例之差（纽科姆区间）", en: "Difference of two proportions (Newcombe)" },
    reference: "Newcombe, R. G. (1998). Statistics in Medicine, 17, 873–890, method 10.",
    compute: newcombe,
  },
  meanInterval: {
    name: { "zh-CN": "均值及其 t 区间", en: "Mean with t interval" },
    reference: "Student (1908). The probable error of a mean. Biometrika, 6(1), 1–25.",
    compute: meanInterval,
  },
  scaleScore: {
    name: { "zh-CN": "量表得分", en: "Scale score" },
    reference:
      "Mazza, G. L., Enders, C. K. & Ruehlman, L. S. (2015). Multivariate Behavioral Research, 50(5).",
    compute: scaleSummary,
  },
  alpha: {
    name: { "zh-CN": "克隆巴赫 α 系数", en: "Cronbach’s alpha" },
    reference: "Cronbach, L. J. (1951). Psychometrika, 16(3), 297–334.",
    compute: cronbachAlpha,
  },
  feldt: {
    name: { "zh-CN": "α 系数的费尔特区间", en: "Feldt interval of alpha" },
    reference: "Feldt, L. S. (1965). Psychometrika, 30(3), 357–370.",
    compute: feldt,
  },
  welch: {
    name: { "zh-CN": "韦尔奇 t 检验", en: "Welch’s t test" },
    reference: "Welch, B. L. (1947). Biometrika, 34, 28–35.",
    compute: welch,
  },
  hedgesG: {
    name: { "zh-CN": "标准化均值差（赫奇斯 g）", en: "Standardised mean difference (Hedges’ g)" },
    reference: "Hedges, L. V. (1981). Journal of Educational Statistics, 6(2), 107–128.",
    compute: hedgesG,
  },
  holm: {
    name: { "zh-CN": "多重比较的霍尔姆校正", en: "Holm’s adjustment for several tests" },
    reference: "Holm, S. (1979). Scandinavian Journal of Statistics, 6(2), 65–70.",
    compute: holm,
  },
  longstring: {
    name: { "zh-CN": "最长连续同答", en: "Longest run of the same answer" },
    reference: "Johnson, J. A. (2005). Journal of Research in Personality, 39(1), 103–129.",
    compute: longstring,
  },
  irv: {
    name: { "zh-CN": "个体内作答变异", en: "Intra-individual response variability" },
    reference:
      "Dunn, A. M., Heggestad, E. D., Shanock, L. R. & Theilgard, N. (2018). Journal of Business and Psychology, 33, 105–121.",
    compute: irv,
  },
  verdict: {
    name: { "zh-CN": "主题倾向判定", en: "Verdict on a theme" },
    reference:
      "Tributary’s own rule: the whole 95 % interval of the scale mean on one side of neutral, n ≥ 30.",
    compute: verdict,
  },
} as const satisfies Record<StatisticName, Statistic>;
