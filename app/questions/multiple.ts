import { z } from "zod";
import { baseItem, option } from "./base.ts";
import type { Kind } from "./kind.ts";

/** Several choices from a list, at most `max` of them. */
export const multipleItem = z.strictObject({
  kind: z.literal("multiple").describe("Several choices from a list."),
  ...baseItem,
  options: z.array(option).min(2).describe("In the order in which they are offered."),
  min: z.int().min(1).optional().describe("The least that must be chosen by whoever answers."),
  max: z.int().min(1).optional().describe("The most that may be chosen."),
});
export type MultipleItem = z.infer<typeof multipleItem>;

export const multiple: Kind<MultipleItem, string[]> = {
  measure: "several",
  read(item, given) {
    const chosen = new Set(given.filter(Boolean));
    if (chosen.size === 0) return { answer: null };
    const answer = item.options.map((one) => one.code).filter((code) => chosen.has(code));
    if (answer.length !== chosen.size) return { problem: "unknown-option" };
    const alone = item.options.some((one) => one.exclusive && chosen.has(one.code));
    if (alone) return answer.length > 1 ? { problem: "exclusive" } : { answer };
    if (item.max && answer.length > item.max) return { problem: "too-many" };
    return item.min && answer.length < item.min ? { problem: "too-few" } : { answer };
  },
  write: (answer) => answer,
  categories: (item) => item.options,
};
