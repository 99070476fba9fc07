import type { BarsFigure, DivergingFigure, FigureFooter, GridFigure, MeansFigure } from "./figure.ts";

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

export const gridFixture: GridFigure = {
  kind: "grid",
  title: "考试形式 × 考试难度",
  note: "百分比按行计算。",
  across: "与预期相比，考试的难度如何？",
  columns: ["过于容易", "偏容易", "难度适中", "偏难", "过于困难"],
  legend: ["明显偏少", "偏少", "相差不多", "偏多", "明显偏多"],
  rows: [
    {
      label: "线下考试",
      n: 812,
      cells: [
        { text: "2%", detail: "−4.1", shade: -2 },
        { text: "11%", detail: "−2.3", shade: -1 },
        { text: "60%", detail: "+0.4", shade: 0 },
        { text: "20%", detail: "+2.2", shade: 1 },
        { text: "7%", detail: "+3.6", shade: 2 },
      ],
    },
    { label: "线上监考", hidden: "回答太少，不予显示" },
    {
      label: "先在线上参加理论考试，再到考点参加实操考试",
      n: 1061,
      cells: [
        { text: "9%", shade: 2 },
        { text: "14%", shade: 0 },
        { hidden: "少于10人" },
        { text: "15%", shade: 0 },
        { text: "3%", shade: -1 },
      ],
    },
    {
      label: "合计",
      n: 1873,
      total: true,
      cells: ["6%", "13%", "59%", "17%", "5%"].map((text) => ({ text, shade: 0 })),
    },
  ],
  footer,
};
