import type { BarsFigure, DivergingFigure, FigureFooter, MeansFigure } from "./figure.ts";

/** Invented numbers around real sentences of the questionnaire, for the tests of this folder. */
const footer: FigureFooter = { study: "演示研究", n: 1204, date: "2026年3月1日", synthetic: true };

export const divergingFixture: DivergingFigure = {
  kind: "diverging",
  title: "考试：学生怎么看",
  note: "按问卷顺序排列。",
  legend: { scale: ["非常不同意", "不同意", "一般", "同意", "非常同意"], na: "不清楚/不适用" },
  rows: [
    {
      label: "考试能够考查我独立思考、解决问题的能力。",
      shares: [0.05, 0.1, 0.2, 0.4, 0.25],
      na: 0.06,
      favourable: 0.65,
      unfavourable: 0.15,
      low: 0.62,
      high: 0.68,
      n: 1130,
    },
    { label: "评分标准清楚、公平。", hidden: "回答太少，不予显示" },
    {
      label: "只靠刷题、背题就能通过这项考试，不需要动手实践，也不需要理解所学的内容。",
      reversed: true,
      shares: [0.2, 0.3, 0.24, 0.16, 0.1],
      na: 0.12,
      favourable: 0.26,
      unfavourable: 0.5,
      low: 0.23,
      high: 0.29,
      n: 1061,
    },
  ],
  footer,
};

export const barsFixture: BarsFigure = {
  kind: "bars",
  title: "How difficult did you find this exam?",
  rows: [
    { label: "Far too easy", share: 0.04, low: 0.03, high: 0.05, n: 1187 },
    { label: "About right", share: 0.71, low: 0.68, high: 0.74, n: 1187 },
    { label: "Far too hard", hidden: "Too few answers to show" },
  ],
};

export const meansFixture: MeansFigure = {
  kind: "means",
  title: "Themes",
  axis: "1-5",
  rows: [
    { label: "Curriculum", detail: "Leans positive", mean: 3.71, low: 3.66, high: 3.76, n: 1204 },
    { label: "Examination", hidden: "Too few answers to show" },
  ],
};
