import { z } from "zod";
import { baseItem, text } from "./base.ts";
import type { Kind } from "./kind.ts";

/** How likely one is to recommend something, 0 to 10 (net promoter, Reichheld 2003). */
export const npsItem = z.strictObject({
  kind: z.literal("nps").describe("How likely one is to recommend something, 0 to 10."),
  ...baseItem,
  low: text.describe("What 0 stands for."),
  high: text.describe("What 10 stands for."),
});
export type NpsItem = z.infer<typeof npsItem>;

/** The three groups in which recommending is counted, by their lower ends. */
export const npsBands = [
  { code: "detractor", from: 0, label: { "zh-CN": "贬损者（0–6 分）", en: "Detractors (0–6)" } },
  { code: "passive", from: 7, label: { "zh-CN": "中立者（7–8 分）", en: "Passives (7–8)" } },
  { code: "promoter", from: 9, label: { "zh-CN": "推荐者（9–10 分）", en: "Promoters (9–10)" } },
] as const;

export const nps: Kind<NpsItem, number> = {
  measure: "one",
  ordered: true,
  read(_item, given) {
    if (!given[0]) return { answer: null };
    const known = given.length === 1 && /^([0-9]|10)$/.test(given[0]);
    return known ? { answer: Number(given[0]) } : { problem: "unknown-option" };
  },
  write: (answer) => [String(answer)],
  categories: () => npsBands.map(({ code, label }) => ({ code, label })),
  category: (_item, answer) => npsBands.findLast(({ from }) => answer >= from)?.code,
};
