import { z } from "zod";

const words = z.string().max(4000);
/**
 * A text in the languages of the product, and in any other the instrument is translated into; in a draft any of them
 * may still be missing ("").
 */
export const text = z
  .object({
    "zh-CN": words.describe("In simplified Chinese; empty where it is not written."),
    en: words.describe("In English; empty where it is not written."),
  })
  .catchall(words)
  .describe("A text in each language of the instrument, by language tag (BCP 47).");

/** A text of a study, in both languages of the product, with something said in both. */
export const completeText = z.strictObject({
  "zh-CN": words.min(1),
  en: words.min(1),
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

/** What is known of a respondent beside the answers, under names no item can have. */
export const known = z
  .string()
  .regex(/^(language|collector\..{1,64})$/s)
  .describe("`language`, or `collector.` and a variable of the link somebody came through.");
/** The name under which routing and piping find what is known of everyone who came through a link. */
export const collectorVariable = (name: string) => `collector.${name}`;

export type Comparison = "<" | "<=" | ">" | ">=" | "!=";
export type Condition =
  | { item: string; in: (string | number)[] }
  | { item: string; answered: boolean }
  | { item: string; is: Comparison; than: number | string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
const asked = z.union([code, known]).describe("The code of an item asked earlier, or something known.");
/** Routing as data: compares earlier answers, and what is known of the respondent, with option codes, points and numbers. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      item: asked,
      in: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .describe("Holds if the answer is, or has among it, one of these option codes or points."),
    }),
    z.strictObject({
      item: asked,
      answered: z.boolean().describe("Holds if there is an answer, or with `false` if there is none."),
    }),
    z.strictObject({
      item: asked,
      is: z.enum(["<", "<=", ">", ">=", "!="]).describe("How the answer compares."),
      than: z
        .union([z.number(), z.string()])
        .describe("A number, or a date as it is stored. Without an answer no comparison holds."),
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

export const plainOption = z.strictObject({
  code: optionCode,
  label: text.describe("The option as it is offered."),
});
export const option = plainOption.extend({
  other: z
    .boolean()
    .optional()
    .describe(
      "Asks for words beside it; they are kept under the item's code with _OTHER, as an open answer.",
    ),
  exclusive: z.boolean().optional().describe("In several choices: goes with no other one (none of these)."),
  showIf: condition.optional().describe("Offered only to those for whom this holds."),
});

/** The separator of a part's name and its value where one question has several fields: `a~30`. See `partsOf`. */
const between = "~";
/** What a question with several fields was given, by part: from `a~30`, `b~70`. Empty parts are left out. */
export const partsOf = (given: readonly string[]): Map<string, string> =>
  new Map(
    given.flatMap((one) => {
      const at = one.indexOf(between);
      const value = one.slice(at + 1).trim();
      return at > 0 && value ? [[one.slice(0, at), value] as const] : [];
    }),
  );
export const partOf = (name: string, value: string | number) => `${name}${between}${value}`;
