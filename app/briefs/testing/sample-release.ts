import { itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Text } from "#app/locales/language.ts";
import { kinds } from "#app/questions/index.ts";
import type { GroupTable, ItemResult, ThemeBlock, VariableBlock, View } from "#app/results/view.ts";
import { freeze, type ReleaseFacts } from "../freeze.ts";
import { PUBLIC_K, type Release } from "../release.ts";

const instrument = templates["oneplusx-student"]();
const points = instrument.scales.agree5!.points;

export const sampleFacts: ReleaseFacts = {
  number: 1,
  date: "2026-06-30",
  title: instrument.title,
  synthetic: true,
  method: {
    institution: { "zh-CN": "示例研究所（虚构）", en: "Sample institute (invented)" },
    lead: { "zh-CN": "张三（虚构）", en: "Zhang San (invented)" },
    contact: "team@example.edu.cn",
    ethics: { "zh-CN": "演示，无须审批", en: "Demo, none needed" },
    population: { "zh-CN": "三所虚构院校的学生。", en: "Students of three invented colleges." },
    recruitment: { "zh-CN": "班级二维码，自愿参加。", en: "A QR code shown in class; voluntary." },
    limits: [
      { "zh-CN": "不含已毕业三年以上的学生。", en: "Leaves out those who graduated over three years ago." },
      { "zh-CN": "合成数据，不代表任何真实院校。", en: "Synthetic data; stands for no real college." },
    ],
  },
  instrument,
  version: 1,
  firstDay: "2026-03-02",
  lastDay: "2026-06-28",
  groupedBy: ["BG01", "BG07", "BG09"].map((code) => ({
    code,
    text: itemsOf(instrument).find((one) => one.code === code)!.text,
  })),
};

/** Five shares around a centre from 0 (all disagree) to 1; the same for the same centre. */
function fiveShares(centre: number): number[] {
  const weights = [0, 1, 2, 3, 4].map((point) => Math.exp(-((point - centre * 4) ** 2) / 2.2));
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => one / sum);
}

function itemResult(code: string, text: Text, reverse: boolean, centre: number, n: number): ItemResult {
  const shares = fiveShares(centre);
  const [a, b, c, d, e] = shares as [number, number, number, number, number];
  const high = reverse ? a + b : d + e;
  return {
    ...{ code, text, reverse, n, notApplicable: 21, skipped: 8 },
    points: points.map((point, index) => ({ ...point, share: shares[index]! })),
    favourable: { share: high, low: Math.max(0, high - 0.03), high: Math.min(1, high + 0.03) },
    neutral: c,
    unfavourable: 1 - high - c,
    mean: shares.reduce((total, share, index) => total + share * (index + 1), 0),
  };
}

const interval = (estimate: number, half: number) => ({
  estimate,
  low: estimate - half,
  high: estimate + half,
});
const scored = (mean: number, n: number) => ({
  shown: true as const,
  n,
  mean: interval(mean, 1.8 / Math.sqrt(n)),
  score: interval((mean - 1) * 25, 45 / Math.sqrt(n)),
  verdict:
    n < 30
      ? ("none" as const)
      : mean > 3.1
        ? ("positive" as const)
        : mean < 2.9
          ? ("negative" as const)
          : ("neutral-indistinct" as const),
});

const means: Record<string, number> = { CUR: 3.54, EXM: 2.71, CAR: 3.36, SUP: 3.02 };
const itemsOfTheme = (codes: string[], mean: number, n: number): ThemeBlock["items"] =>
  codes.map((code, index) => {
    const item = itemsOf(instrument).find((one) => one.code === code)!;
    const reverse = item.kind === "scale" && item.reverse;
    const centre = (mean - 1) / 4 + ((index % 4) - 1.5) * 0.06;
    const result = itemResult(code, item.text, reverse, reverse ? 1 - centre : centre, n - index * 3);
    const direction = item.kind === "scale" ? item.direction : "favourable";
    const scored = instrument.scoring.some((one) => one.items.includes(code));
    return { code, text: item.text, reverse, direction, scored, result: { shown: true, ...result } };
  });

function variable(code: string): VariableBlock {
  const item = itemsOf(instrument).find((one) => one.code === code)!;
  const categories = kinds[item.kind].categories(item, { scales: instrument.scales, year: 2026 })!;
  const several = item.kind === "multiple";
  return {
    code,
    text: item.text,
    short: item.short ?? item.text,
    measure: item.kind === "scale" ? "bipolar" : several ? "several" : item.kind === "year" ? "year" : "one",
    base: { shown: true, n: 1180, skipped: 24, notAsked: 0 },
    options: categories.map(({ code: option, label }, index) => {
      const portion = several
        ? 0.4 / (index + 1)
        : fiveShares(0.62)[index % 5]! / Math.ceil(categories.length / 5);
      return {
        code: option,
        label,
        result:
          index === 5
            ? { shown: false, why: "few" }
            : {
                shown: true,
                count: Math.round(1180 * portion),
                share: portion,
                low: portion * 0.9,
                high: portion * 1.1,
              },
      };
    }),
  };
}

function groupTable(theme: string, code: string, spread: number): GroupTable {
  const scale = instrument.scoring.find((one) => one.code === theme)!;
  const item = itemsOf(instrument).find((one) => one.code === code)!;
  const categories = kinds[item.kind].categories(item, { scales: instrument.scales, year: 2026 })!;
  return {
    theme: { code: theme, title: scale.title },
    variable: { code, text: item.text, short: item.short ?? item.text },
    rows: categories.map((one, index) => ({
      code: one.code,
      label: one.label,
      result:
        index >= 3
          ? { shown: false, why: index === 3 ? "few" : "complement" }
          : scored(means[theme]! + spread * (1 - index), 420 - index * 150),
    })),
  };
}

const view: View = {
  base: { shown: true, n: 1204 },
  themes: instrument.scoring.map(({ code, title, meaning, items }) => ({
    code,
    title,
    meaning,
    result: {
      ...scored(means[code]!, 1102),
      asked: 1140,
      alpha: { ...interval(0.84, 0.02), items: items.length, n: 1030, provisional: false },
      sd: 0.7,
    },
    items: itemsOfTheme(items, means[code]!, 1130),
  })),
  unscored: [
    {
      code: "OVR",
      title: { "zh-CN": "总体评价", en: "Overall view" },
      items: itemsOfTheme(["OVR01", "OVR02", "OVR03"], 3.3, 1120),
    },
  ],
  variables: ["SCR01", "BG01", "BG02", "BG07", "BG09", "BG13", "EXB01"].map(variable),
};

/** What a release of the 1+X questionnaire looks like, with invented numbers: for tests and for looking at pages. */
export function sampleRelease(change: Partial<ReleaseFacts> = {}, n = 1204): Release {
  const groups = [
    ...["CUR", "EXM", "CAR", "SUP"].map((theme) => groupTable(theme, "BG01", 0.02)),
    ...["CUR", "EXM", "CAR"].map((theme) => groupTable(theme, "BG07", 0.12)),
    groupTable("EXM", "BG09", 0.3),
  ];
  const frozen = freeze(
    { ...sampleFacts, ...change },
    { ...view, base: { shown: true, n } } as Parameters<typeof freeze>[1],
    groups as Parameters<typeof freeze>[2],
  );
  if (!frozen) throw new Error(`a release needs ${PUBLIC_K} answers`);
  return frozen;
}
