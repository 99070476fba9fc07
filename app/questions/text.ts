import { z } from "zod";
import { baseItem } from "./base.ts";
import type { Kind } from "./kind.ts";

/** An open question answered in the student's own words. */
export const textItem = z.strictObject({
  kind: z.literal("text").describe("An open question answered in words."),
  ...baseItem,
  maxLength: z
    .int()
    .min(1)
    .max(5000)
    .default(1000)
    .describe("In characters as a reader counts them (code points), not UTF-16 units."),
});
export type TextItem = z.infer<typeof textItem>;

export const words: Kind<TextItem, string> = {
  measure: "words",
  read(item, given) {
    // Form encoding turns every line break into CR LF; stored text has LF only.
    const typed = (given[0] ?? "").replace(/\r\n?/g, "\n").trim();
    if (!typed) return { answer: null };
    return [...typed].length > item.maxLength ? { problem: "too-long" } : { answer: typed };
  },
  write: (answer) => [answer],
  categories: () => undefined,
};
