import { z } from "zod";
import { baseItem, option, partOf, partsOf, text } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A fixed amount divided among options: a hundred points, ten hours. Whole numbers; an empty field is nothing. */
export const sumItem = z.strictObject({
  kind: z.literal("sum").describe("A fixed amount divided among options."),
  ...baseItem,
  options: z.array(option).min(2).max(30).describe("In the order in which they are offered."),
  total: z.int().min(1).max(100_000).default(100).describe("What all parts together must make."),
  unit: text.optional().describe("What is divided, such as points."),
});
export type SumItem = z.infer<typeof sumItem>;

export interface Amounts {
  amounts: Record<string, number>;
}

export const sum: Kind<SumItem, Amounts> = {
  measure: "amounts",
  read(item, given) {
    const parts = partsOf(given);
    if (parts.size === 0) return { answer: null };
    const amounts: Record<string, number> = {};
    for (const one of item.options) {
      const typed = (parts.get(one.code) ?? "0").normalize("NFKC");
      if (!/^\d{1,6}$/.test(typed)) return { problem: "not-a-number" };
      amounts[one.code] = Number(typed);
      parts.delete(one.code);
    }
    if (parts.size > 0) return { problem: "unknown-option" };
    const total = Object.values(amounts).reduce((so, one) => so + one, 0);
    return total === item.total ? { answer: { amounts } } : { problem: "wrong-total" };
  },
  write: ({ amounts }) => Object.entries(amounts).map(([code, amount]) => partOf(code, amount)),
  categories: (item) => item.options,
};
