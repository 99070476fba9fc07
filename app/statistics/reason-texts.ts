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
};
