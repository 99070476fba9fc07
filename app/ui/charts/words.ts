import type { FigureLang } from "./figure.ts";

interface FigureWords {
  favourable: string;
  unfavourable: string;
  neutral: string;
  interval: string;
  reversed: string;
  plain: string;
  agree: string;
  disagree: string;
  synthetic: string;
  mean: string;
  na: string;
  seeTable: (title: string) => string;
  base: (n: string) => string;
  join: string;
}

/** The few words a figure adds to what its author supplied. */
export const figureWords: Record<FigureLang, FigureWords> = {
  "zh-CN": {
    favourable: "正面",
    unfavourable: "负面",
    neutral: "中立",
    interval: "95% 置信区间",
    reversed: "反向题，已反向计分：蓝色为不同意",
    plain: "同意与否不分好坏：左为不同意，右为同意",
    agree: "同意",
    disagree: "不同意",
    synthetic: "合成数据",
    mean: "均值",
    na: "不适用",
    seeTable: (title) => `图：${title}（相同数据见表格）`,
    base: (n) => `n\u00a0=\u00a0${n}`,
    join: "，",
  },
  en: {
    favourable: "Favourable",
    unfavourable: "Unfavourable",
    neutral: "Neutral",
    interval: "95% interval",
    reversed: "Reverse-worded and scored in reverse: blue means disagree",
    plain: "Agreeing is neither good nor bad: disagree left, agree right",
    agree: "Agree",
    disagree: "Disagree",
    synthetic: "Synthetic data",
    mean: "Mean",
    na: "N/A",
    seeTable: (title) => `Chart: ${title} (same numbers in the table)`,
    base: (n) => `n\u00a0=\u00a0${n}`,
    join: ", ",
  },
};

export const percent = (share: number) => `${Math.round(share * 100)}%`;

export const count = (n: number) => n.toLocaleString("en-US");

export const meanText = (mean: number, axis: "1-5" | "0-100") => mean.toFixed(axis === "1-5" ? 2 : 0);
