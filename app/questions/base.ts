import { z } from "zod";

/** A text in both languages of the product; in a draft either may still be missing (""). */
export const text = z
  .strictObject({
    "zh-CN": z.string().max(4000).describe("In simplified Chinese; empty where it is not written yet."),
    en: z.string().max(4000).describe("In English; empty where it is not written yet."),
  })
  .describe("A text in both languages of the product.");
/** The same, with something said in both. */
export const completeText = z.strictObject({
  "zh-CN": z.string().min(1).max(4000),
  en: z.string().min(1).max(4000),
});

/** A stable code: never reused for another meaning, also the form field's and the export column's name. */
export const code = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,31}$/)
  .describe("A stable code, never reused for another meaning: also the export column's name.");
export const optionCode = z
  .string()
  .regex(/^[a-z0-9_]{1,32}$/)
  .describe("The option's stable code: what is stored when it is chosen.");

export type Condition =
  | { item: string; in: (string | number)[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
/** Routing as data: compares earlier answers with option codes or scale points. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      item: code.describe("The code of an item asked earlier."),
      in: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .describe("Holds if the answer is, or has among it, one of these option codes or points."),
    }),
    z.strictObject({ all: z.array(condition).min(1).describe("Holds if every one of these holds.") }),
    z.strictObject({ any: z.array(condition).min(1).describe("Holds if one of these holds.") }),
    z.strictObject({
      // Of its own, because a description would otherwise make a second, endless copy of the whole.
      not: z.lazy(() => condition).describe("Holds if this does not."),
    }),
  ]),
);

/** What every item has, whatever its kind. */
export const baseItem = {
  code,
  rev: z
    .int()
    .min(1)
    .describe(
      "Raised when the wording changes; waves join only on equal code and rev. A change of meaning needs a new code.",
    ),
  text: text.describe("The question or statement as it is asked."),
  short: text
    .optional()
    .describe("A few words for tables, filters and charts, where the whole question would be in the way."),
  help: text.optional().describe("What stands under the question, smaller."),
  required: z.boolean().default(false).describe("Whether the page insists on an answer."),
  showIf: condition.optional().describe("Asked only of those for whom this holds."),
  theme: code
    .optional()
    .describe("The theme the item belongs to: joins numbers and words. A code of `themes`."),
  subtheme: z.string().optional().describe("A finer division of the theme."),
  background: z.boolean().default(false).describe("Usable as a filter and a grouping variable."),
  mirrors: z
    .array(code)
    .default([])
    .describe("Items of other respondents' instruments that ask the same thing from their side."),
};

export const option = z.strictObject({
  code: optionCode,
  label: text.describe("The option as it is offered."),
});
