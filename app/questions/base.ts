import { z } from "zod";

/** A text in both languages of the product; in a draft either may still be missing (""). */
export const text = z.strictObject({ "zh-CN": z.string().max(4000), en: z.string().max(4000) });
/** The same, with something said in both. */
export const completeText = z.strictObject({
  "zh-CN": z.string().min(1).max(4000),
  en: z.string().min(1).max(4000),
});

/** A stable code: never reused for another meaning, also the form field's and the export column's name. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]{1,31}$/);
export const optionCode = z.string().regex(/^[a-z0-9_]{1,32}$/);

export type Condition =
  | { item: string; in: (string | number)[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
/** Routing as data: compares earlier answers with option codes or scale points. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: code, in: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

/** What every item has, whatever its kind. */
export const baseItem = {
  code,
  /** Raised when the wording changes; waves join only on equal code and rev. A change of meaning needs a new code. */
  rev: z.int().min(1),
  text,
  /** A few words for tables, filters and charts, where the whole question would be in the way. */
  short: text.optional(),
  help: text.optional(),
  required: z.boolean().default(false),
  showIf: condition.optional(),
  /** The theme (and finer subtheme) the item belongs to: joins numbers and words. */
  theme: code.optional(),
  subtheme: z.string().optional(),
  /** Usable as a filter and a grouping variable. */
  background: z.boolean().default(false),
  /** Items of other respondents' instruments that ask the same thing from their side. */
  mirrors: z.array(code).default([]),
};

export const option = z.strictObject({ code: optionCode, label: text });
