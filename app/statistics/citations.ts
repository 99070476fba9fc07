import type { Citation } from "./statistic.ts";

export type StatisticName =
  | "likert"
  | "wilson"
  | "newcombe"
  | "netPromoter"
  | "meanInterval"
  | "scaleScore"
  | "alpha"
  | "feldt"
  | "welch"
  | "hedgesG"
  | "holm"
  | "association"
  | "cliffsDelta"
  | "correlation"
  | "kruskalWallis"
  | "dunn"
  | "mannWhitney"
  | "omega"
  | "rake"
  | "weightedMean"
  | "proportionTrend"
  | "meanTrend"
  | "jonckheere"
  | "stratifiedMeans"
  | "mantelHaenszel"
  | "welchAnova"
  | "longstring"
  | "irv"
  | "verdict";

/** What every statistic is called, and where it comes from. Apart from their functions: pages print these and compute nothing. */
export const citations = {
  likert: {
    name: { "zh-CN": "李克特题：赞同率与中位数", en: "Likert item: favourable share and median" },
    reference:
      "Likert, R. (1932). A technique for the measurement of attitudes. Archives of Psychology, 140.",
  },
  wilson: {
    name: { "zh-CN": "比例的威尔逊区间", en: "Wilson interval of a proportion" },
    reference: "Wilson, E. B. (1927). Journal of the American Statistical Association, 22, 209–212.",
  },
  newcombe: {
    name: { "zh-CN": "两个比例之差（纽科姆区间）", en: "Difference of two proportions (Newcombe)" },
    reference: "Newcombe, R. G. (1998). Statistics in Medicine, 17, 873–890, method 10.",
  },
  netPromoter: {
    name: { "zh-CN": "净推荐值（推荐者减贬损者）", en: "Net promoter score (promoters minus detractors)" },
    reference:
      "Tango, T. (1998). Statistics in Medicine, 17, 891–908; Rocks, B. (2016). The American Statistician, 70(4), 365–372.",
  },
  meanInterval: {
    name: { "zh-CN": "均值及其 t 区间", en: "Mean with t interval" },
    reference: "Student (1908). The probable error of a mean. Biometrika, 6(1), 1–25.",
  },
  scaleScore: {
    name: { "zh-CN": "量表得分", en: "Scale score" },
    reference:
      "Mazza, G. L., Enders, C. K. & Ruehlman, L. S. (2015). Multivariate Behavioral Research, 50(5).",
  },
  alpha: {
    name: { "zh-CN": "克隆巴赫 α 系数", en: "Cronbach’s alpha" },
    reference: "Cronbach, L. J. (1951). Psychometrika, 16(3), 297–334.",
  },
  feldt: {
    name: { "zh-CN": "α 系数的费尔特区间", en: "Feldt interval of alpha" },
    reference: "Feldt, L. S. (1965). Psychometrika, 30(3), 357–370.",
  },
  welch: {
    name: { "zh-CN": "韦尔奇 t 检验", en: "Welch’s t test" },
    reference: "Welch, B. L. (1947). Biometrika, 34, 28–35.",
  },
  hedgesG: {
    name: { "zh-CN": "标准化均值差（赫奇斯 g）", en: "Standardised mean difference (Hedges’ g)" },
    reference: "Hedges, L. V. (1981). Journal of Educational Statistics, 6(2), 107–128.",
  },
  holm: {
    name: { "zh-CN": "多重比较的霍尔姆校正", en: "Holm’s adjustment for several tests" },
    reference: "Holm, S. (1979). Scandinavian Journal of Statistics, 6(2), 65–70.",
  },
  longstring: {
    name: { "zh-CN": "最长连续同答", en: "Longest run of the same answer" },
    reference: "Johnson, J. A. (2005). Journal of Research in Personality, 39(1), 103–129.",
  },
  irv: {
    name: { "zh-CN": "个体内作答变异", en: "Intra-individual response variability" },
    reference:
      "Dunn, A. M., Heggestad, E. D., Shanock, L. R. & Theilgard, N. (2018). Journal of Business and Psychology, 33, 105–121.",
  },
  verdict: {
    name: { "zh-CN": "主题倾向判定", en: "Verdict on a theme" },
    reference:
      "Tributary’s own rule: the whole 95 % interval of the scale mean on one side of neutral, n ≥ 30.",
  },
  association: {
    name: {
      "zh-CN": "变量关联（卡方与克拉默 V）",
      en: "Association of two variables (chi-square, Cramér’s V)",
    },
    reference: "Cramér, H. (1946). Mathematical Methods of Statistics, p. 282. Princeton University Press.",
  },
  cliffsDelta: {
    name: { "zh-CN": "克利夫 δ 效应量", en: "Cliff’s delta" },
    reference: "Cliff, N. (1993). Psychological Bulletin, 114(3), 494–509.",
  },
  correlation: {
    name: { "zh-CN": "皮尔逊相关系数", en: "Pearson’s correlation" },
    reference:
      "Fisher, R. A. (1921). On the probable error of a coefficient of correlation. Metron, 1, 3–32.",
  },
  kruskalWallis: {
    name: { "zh-CN": "克鲁斯卡尔–沃利斯检验", en: "Kruskal–Wallis test" },
    reference:
      "Kruskal, W. H. & Wallis, W. A. (1952). Journal of the American Statistical Association, 47, 583–621.",
  },
  dunn: {
    name: { "zh-CN": "邓恩两两比较", en: "Dunn’s pairwise comparisons" },
    reference: "Dunn, O. J. (1964). Multiple comparisons using rank sums. Technometrics, 6(3), 241–252.",
  },
  mannWhitney: {
    name: { "zh-CN": "曼–惠特尼检验", en: "Mann–Whitney test" },
    reference: "Mann, H. B. & Whitney, D. R. (1947). Annals of Mathematical Statistics, 18(1), 50–60.",
  },
  omega: {
    name: { "zh-CN": "麦克唐纳 ω 系数（单因子，最小残差）", en: "McDonald’s omega (one factor, minres)" },
    reference: "McDonald, R. P. (1999). Test Theory: A Unified Treatment, p. 89. Lawrence Erlbaum.",
  },
  rake: {
    name: { "zh-CN": "边际加权（迭代比例拟合）", en: "Raking to known margins" },
    reference: "Deming, W. E. & Stephan, F. F. (1940). Annals of Mathematical Statistics, 11(4), 427–444.",
  },
  weightedMean: {
    name: { "zh-CN": "加权均值与有效样本量", en: "Weighted mean and effective sample size" },
    reference: "Kish, L. (1965). Survey Sampling. Wiley.",
  },
  proportionTrend: {
    name: {
      "zh-CN": "比例的趋势检验（科克伦–阿米蒂奇）",
      en: "Trend of a share over ordered groups (Cochran–Armitage)",
    },
    reference:
      "Armitage, P. (1955). Tests for linear trends in proportions and frequencies. Biometrics, 11(3), 375–386.",
  },
  meanTrend: {
    name: { "zh-CN": "均值随有序分组的变化（斜率）", en: "Slope of a mean over ordered groups" },
    reference:
      "Maxwell, S. E. & Delaney, H. D. (2004). Designing Experiments and Analyzing Data, 2nd ed., ch. 4. Erlbaum.",
  },
  jonckheere: {
    name: {
      "zh-CN": "有序分组的趋势检验（乔恩克希尔–特普斯特拉）",
      en: "Jonckheere–Terpstra test of ordered groups",
    },
    reference: "Jonckheere, A. R. (1954). Biometrika, 41, 133–145; ties as Kendall, M. G. (1970), ch. 4.",
  },
  stratifiedMeans: {
    name: {
      "zh-CN": "层内均值差的合并（方差倒数加权）",
      en: "Difference of means within strata, inverse-variance weighted",
    },
    reference:
      "Cochran, W. G. (1954). The combination of estimates from different experiments. Biometrics, 10, 101–129.",
  },
  mantelHaenszel: {
    name: {
      "zh-CN": "层内比例差的合并（曼特尔–亨塞尔加权）",
      en: "Difference of shares within strata, Mantel–Haenszel weighted",
    },
    reference: "Mantel, N. & Haenszel, W. (1959). Journal of the National Cancer Institute, 22, 719–748.",
  },
  welchAnova: {
    name: { "zh-CN": "韦尔奇方差分析", en: "Welch’s test of several means" },
    reference: "Welch, B. L. (1951). On the comparison of several mean values. Biometrika, 38(3/4), 330–336.",
  },
} as const satisfies Record<StatisticName, Citation>;
