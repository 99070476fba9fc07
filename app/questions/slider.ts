import { z } from "zod";
import { baseItem, text } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A line with steps, some of them labelled. Without script, and for those who hear the page, a row of radio buttons. */
export const sliderItem = z.strictObject({
  kind: z.literal("slider").describe("A line with steps, some of them labelled."),
  ...baseItem,
  steps: z
    .array(
      z.strictObject({
        value: z.int().min(0).max(100).describe("What is stored."),
        label: text.optional().describe("What stands at this step."),
      }),
    )
    .min(3)
    .max(21)
    .describe("From left to right."),
});
export type SliderItem = z.infer<typeof sliderItem>;

export const slider: Kind<SliderItem, number> = {
  measure: "one",
  ordered: true,
  read(item, given) {
    if (!given[0]) return { answer: null };
    const value = Number(given[0]);
    const known = item.steps.some((step) => step.value === value);
    return known && given.length === 1 ? { answer: value } : { problem: "unknown-option" };
  },
  write: (answer) => [String(answer)],
  categories: (item) =>
    item.steps.map(({ value, label }) => ({
      code: String(value),
      label: {
        "zh-CN": `${value} ${label?.["zh-CN"] ?? ""}`.trim(),
        en: `${value} ${label?.en ?? ""}`.trim(),
      },
    })),
};
