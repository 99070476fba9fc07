import type { Reason } from "./computable.ts";
import type { Bilingual } from "./statistic.ts";

/** What a reader sees in place of a number that does not exist. */
export const reasonTexts: Record<Reason, Bilingual> = {
  "no-valid-answers": {
    "zh-CN": "没有有效作答，无法计算",
    en: "Cannot be computed: there are no valid answers",
  },
  "one-answer": {
    "zh-CN": "有效作答只有一份，看不出离散程度",
    en: "Cannot be computed: one answer shows no spread",
  },
  "no-variance": {
    "zh-CN": "所有作答完全一致，没有差异可供计算",
    en: "Cannot be computed: all answers are the same",
  },
  "one-item": {
    "zh-CN": "只有一道题，谈不上题目之间是否一致",
    en: "Cannot be computed: consistency needs at least two items",
  },
  "few-items": {
    "zh-CN": "至少要三道题才能估计共同因子",
    en: "Cannot be computed: a common factor needs at least three items",
  },
  "no-common-factor": {
    "zh-CN": "这几道题凑不成一个共同因子，无法计算",
    en: "Cannot be computed: these items do not fit one common factor",
  },
  "empty-cell": {
    "zh-CN": "总体中有的类别没有人作答，无法加权",
    en: "Cannot be computed: nobody answered in a category the population has",
  },
};
