import { z } from "zod";
import { baseItem } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A calendar year between two bounds; the upper one may be the current year. */
export const yearItem = z.strictObject({
  kind: z.literal("year").describe("A calendar year between two bounds."),
  ...baseItem,
  min: z.int().min(1900).max(2200).describe("The earliest year that may be chosen."),
  max: z
    .union([z.int().min(1900).max(2200), z.literal("current")])
    .describe("The latest year, or `current` for the year in which it is answered."),
});
export type YearItem = z.infer<typeof yearItem>;

/** The years that may be chosen, newest first: most students answer about a recent exam. */
export function yearsOf(item: YearItem, currentYear: number): number[] {
  const last = item.max === "current" ? currentYear : item.max;
  return Array.from({ length: Math.max(0, last - item.min + 1) }, (_, index) => last - index);
}

export const year: Kind<YearItem, number> = {
  measure: "year",
  read(item, given, around) {
    if (!given[0]) return { answer: null };
    const value = Number(given[0]);
    return yearsOf(item, around.year).includes(value) ? { answer: value } : { problem: "out-of-range" };
  },
  write: (answer) => [String(answer)],
  categories: (item, around) =>
    yearsOf(item, around.year).map((value) => ({
      code: String(value),
      label: { "zh-CN": `${value}年`, en: String(value) },
    })),
};
