import { z } from "zod";
import { baseItem, option } from "./base.ts";
import type { Kind } from "./kind.ts";

/** One choice from a list. */
export const singleItem = z.strictObject({
  kind: z.literal("single").describe("One choice from a list."),
  ...baseItem,
  options: z.array(option).min(2).describe("In the order in which they are offered."),
});
export type SingleItem = z.infer<typeof singleItem>;

export const single: Kind<SingleItem, string> = {
  measure: "one",
  read(item, given) {
    if (!given[0]) return { answer: null };
    const known = item.options.some((one) => one.code === given[0]);
    return known && given.length === 1 ? { answer: given[0] } : { problem: "unknown-option" };
  },
  write: (answer) => [answer],
  categories: (item) => item.options,
};
