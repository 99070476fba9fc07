import type { Text } from "#app/locales/language.ts";
import type { missing } from "#app/questions/kind.ts";

const label = (chinese: string, english: string): Text => ({ "zh-CN": chinese, en: english });

export const yesNo = [
  { code: "0", label: label("否", "No") },
  { code: "1", label: label("是", "Yes") },
];

export const missingLabels: Record<keyof typeof missing, Text> = {
  notAsked: label("没有问到", "Not asked"),
  notApplicable: label("不清楚/不适用", "Don't know / not applicable"),
  skipped: label("跳过", "Skipped"),
};

/** In a column that says why another one is empty. */
export const answered = { code: "0", label: label("已作答", "Answered") };
/** The rank of an option that got none of the places. */
export const unplaced = { code: "0", label: label("没有排上", "Given no place") };
export const unlisted = {
  code: "unlisted",
  label: label("目录之外的证书", "A certificate not in the catalogue"),
};
