import { z } from "zod";
import { baseItem, text } from "./base.ts";
import type { Kind } from "./kind.ts";

/** Words between questions: a heading and what follows it. Asks nothing. */
export const sectionItem = z.strictObject({
  kind: z.literal("section").describe("A heading and words between questions. Asks nothing."),
  ...baseItem,
  body: z.array(text).default([]).describe("Paragraph by paragraph."),
});
export type SectionItem = z.infer<typeof sectionItem>;

/** Asks nothing, so nothing is ever read. */
export const section: Kind<SectionItem, never> = {
  measure: "none",
  read: () => ({ answer: null }),
  write: () => [],
  categories: () => undefined,
};
