import { z } from "zod";
import { baseItem, plainOption, text } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A number typed in: how many hours, how much money. Results count it by bands, files hold the number itself. */
export const numberItem = z.strictObject({
  kind: z.literal("number").describe("A number typed in."),
  ...baseItem,
  min: z.number().optional().describe("The least that is taken."),
  max: z.number().optional().describe("The most that is taken."),
  decimals: z.int().min(0).max(4).default(0).describe("How many digits after the point are taken."),
  unit: text.optional().describe("What stands after the field, such as hours a week."),
  bands: z
    .array(
      plainOption.extend({
        from: z.number().optional().describe("The least number of the band; open below where absent."),
        below: z
          .number()
          .optional()
          .describe("The number at which the next band begins; open above where absent."),
      }),
    )
    .default([])
    .describe(
      "The categories in which answers are counted, from low to high. Without any, nothing is counted.",
    ),
});
export type NumberItem = z.infer<typeof numberItem>;

export const number: Kind<NumberItem, number> = {
  measure: "one",
  ordered: true,
  read(item, given) {
    // Chinese keyboards offer full-width digits and points.
    const typed = (given[0] ?? "").normalize("NFKC").replace(/[,\s]/g, "");
    if (!typed) return { answer: null };
    if (!/^[+-]?\d{1,12}(\.\d{1,10})?$/.test(typed)) return { problem: "not-a-number" };
    if ((typed.split(".")[1]?.length ?? 0) > item.decimals) return { problem: "decimals" };
    const value = Number(typed);
    if ((item.min !== undefined && value < item.min) || (item.max !== undefined && value > item.max))
      return { problem: "out-of-range" };
    return { answer: value === 0 ? 0 : value };
  },
  write: (answer) => [String(answer)],
  categories: (item) =>
    item.bands.length > 0 ? item.bands.map(({ code, label }) => ({ code, label })) : undefined,
  category: (item, answer) =>
    item.bands.find((band) => answer >= (band.from ?? -Infinity) && answer < (band.below ?? Infinity))?.code,
};
