import { z } from "zod";
import { baseItem, option, partOf, partsOf } from "./base.ts";
import type { Kind } from "./kind.ts";

/** Options put in order. Stored as their codes, first place first; counted by who is put first. */
export const rankingItem = z.strictObject({
  kind: z.literal("ranking").describe("Options put in order."),
  ...baseItem,
  options: z.array(option).min(2).max(30).describe("In the order in which they are offered."),
  max: z.int().min(1).optional().describe("How many places are given out; all of them where absent."),
});
export type RankingItem = z.infer<typeof rankingItem>;

export const placesOf = ({ max, options }: RankingItem) => Math.min(max ?? options.length, options.length);

export const ranking: Kind<RankingItem, string[]> = {
  measure: "one",
  read(item, given) {
    const parts = partsOf(given);
    if (parts.size === 0) return { answer: null };
    const places: string[] = [];
    for (const [code, typed] of parts) {
      if (!item.options.some((one) => one.code === code)) return { problem: "unknown-option" };
      const place = Number(typed.normalize("NFKC"));
      if (!Number.isInteger(place) || place < 1 || place > placesOf(item)) return { problem: "out-of-range" };
      if (places[place - 1] !== undefined) return { problem: "twice" };
      places[place - 1] = code;
    }
    return places.filter(Boolean).length < placesOf(item) ? { problem: "incomplete" } : { answer: places };
  },
  write: (answer) => answer.map((code, index) => partOf(code, index + 1)),
  categories: (item) => item.options,
  category: (_item, answer) => answer[0],
};
