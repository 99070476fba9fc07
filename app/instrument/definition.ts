import { z } from "zod";
import { code, condition, text } from "#app/questions/base.ts";
import { item, writtenItem } from "#app/questions/index.ts";
import { asked, type Instrument, isText } from "./asked.ts";
import { isKnown, leavesOf } from "./condition-leaves.ts";
import { itemsOf } from "./items.ts";

/** A set of labelled answer points. `bipolar` scales are best in the middle, are never reversed and never averaged. */
const answerScale = z.strictObject({
  kind: z
    .enum(["agreement", "bipolar"])
    .describe("`bipolar` scales are best in the middle, are never reversed and never averaged."),
  points: z
    .array(
      z.strictObject({
        value: z.int().min(1).max(11).describe("What is stored."),
        label: text.describe("In full: also what assistive technology reads."),
        short: text.optional().describe("Fits a cell of a phone where the label does not."),
      }),
    )
    .min(2)
    .describe("In the order in which they are offered."),
  notApplicable: text.optional().describe("The answer beside the points, for items that allow it."),
  notApplicableShort: text.optional().describe("The same, for a small button."),
});

/** Items that belong together: shown, moved and shuffled as one. */
const block = z.strictObject({
  kind: z.literal("block").describe("Items that belong together."),
  code,
  title: text.optional().describe("A heading above its items."),
  intro: text.optional().describe("What stands under the heading."),
  showIf: condition.optional().describe("All of it is asked only of those for whom this holds."),
  shuffle: z
    .boolean()
    .default(false)
    .describe("Its items are put in a new order for each respondent, with the stored seed."),
  items: z.array(writtenItem).min(1).describe("In the order in which they are asked."),
});

const page = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/)
    .describe("Stable, lower case, part of the page's address."),
  title: text.describe("The page's heading."),
  intro: text.optional().describe("What stands before its questions."),
  optional: z.boolean().default(false).describe("Offered, but nothing is expected of those who pass it by."),
  shuffle: z
    .boolean()
    .default(false)
    .describe("Runs of scale items on this page are shuffled for each respondent with the stored seed."),
  showIf: condition.optional().describe("Shown only to those for whom this holds."),
  items: z
    .array(z.discriminatedUnion("kind", [...writtenItem.options, block]))
    .min(1)
    .describe("Items and blocks of items, in the order in which they are asked."),
});

/** Items scored together: the mean of valid answers after reversal, if at least `minValid` are valid. */
const scoredScale = z.strictObject({
  code,
  title: text.describe("The scale's name."),
  meaning: text.describe("What a high score means, as a noun phrase for sentences."),
  items: z.array(code).min(2).describe("The codes of its scale items."),
  minValid: z.int().min(1).describe("How many of them must be answered for a score."),
});

/**
 * An instrument as asked: immutable once a version of it has collected an answer.
 * Codes are unique over the whole instrument; answers are stored under them.
 */
const shape = z.strictObject({
  format: z.literal(1).describe("The version of this format."),
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,63}$/)
    .describe("The instrument's stable name."),
  respondent: z
    .enum(["student", "teacher", "college", "employer"])
    .describe("Whose survey this is, for mirrored items."),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/))
    .min(1)
    .max(20)
    .default(["zh-CN", "en"])
    .describe(
      "The languages it is asked in (BCP 47), the main one first. Every text must have all of them; where one of zh-CN and en is not among them, the studio and its files show the main one in its place.",
    ),
  title: text.describe("The title as respondents read it."),
  invitation: text.describe("Who asks and why, in a sentence or two, above the consent."),
  minutes: z
    .strictObject({
      from: z.int().min(1).describe("For a quick reader."),
      to: z.int().min(1).describe("For a slow one."),
    })
    .describe("How long answering takes."),
  status: text.describe(
    "How far the instrument has been tested; printed wherever it or its results are published.",
  ),
  scales: z.record(z.string(), answerScale).describe("Sets of labelled answer points, by name."),
  consent: z
    .strictObject({
      letter: z.array(text).min(1).describe("Paragraph by paragraph."),
      ticks: z.array(item).min(1).describe("What is agreed to before the first question."),
    })
    .describe("What is read and agreed to before anything is asked."),
  pages: z.array(page).min(1).describe("In order."),
  themes: z
    .array(z.strictObject({ code, title: text.describe("The theme's name.") }))
    .describe("What items and words can be about."),
  scoring: z.array(scoredScale).describe("Scales made of several items."),
  reserved: z
    .array(z.strictObject({ code, note: text.describe("What it is kept for.") }))
    .default([])
    .describe("Codes kept for parts that are not asked yet, so that nothing else takes them."),
});
/** An instrument as it is written: with blocks and matrices. `Instrument` is the same as it is asked. */
export type Definition = z.infer<typeof shape>;
/** An instrument being written: of the right shape, but texts may be missing and references may lead nowhere yet. */
export const draftDefinition = shape;
/** An instrument that can be asked. */
export const instrumentDefinition = shape.superRefine((definition, context) => {
  for (const path of missingTexts(definition))
    context.addIssue({ code: "custom", path: path.split("."), message: "a text is missing" });
  for (const message of findContradictions(asked(definition))) context.addIssue({ code: "custom", message });
});

/** Where a text lacks one of the instrument's languages: paths such as `pages.0.items.2.text.en`. */
export function missingTexts(definition: Definition): string[] {
  const missing = (value: unknown, path: string): string[] => {
    if (value === null || typeof value !== "object") return [];
    if (isText(value))
      return (
        definition.languages
          .filter((language) => !value[language])
          // A picture needs no caption, a picture's description it does.
          .map((language) => `${path}.${language}`)
      );
    return Object.entries(value).flatMap(([key, inner]) =>
      key === "text" && (value as { kind?: string }).kind === "image"
        ? []
        : missing(inner, path ? `${path}.${key}` : key),
    );
  };
  return missing(definition, "");
}

export type Element = Definition["pages"][number]["items"][number];
export type Block = z.infer<typeof block>;
export type ScoredScale = Definition["scoring"][number];
export type { Item } from "#app/questions/index.ts";
export { type AskedItem, asked, type Instrument, type Page, wholeText } from "./asked.ts";
export { itemsOf };

/** What the shape alone cannot say: unique codes, and every reference leads somewhere (routing only backwards). */
function findContradictions(instrument: Instrument): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const check = (place: string, routing: z.infer<typeof condition> | undefined) => {
    for (const { item: code } of leavesOf(routing)) {
      if (!isKnown(code) && !seen.has(code))
        found.push(`${place}: routing needs ${code}, which is not asked before it`);
    }
  };
  const add = (one: z.infer<typeof item>) => {
    check(one.code, one.showIf);
    if (seen.has(one.code)) found.push(`${one.code}: used twice`);
    seen.add(one.code);
    if (one.kind === "scale" && !instrument.scales[one.scale])
      found.push(`${one.code}: no scale ${one.scale}`);
    if (one.theme && !instrument.themes.some((theme) => theme.code === one.theme)) {
      found.push(`${one.code}: no theme ${one.theme}`);
    }
  };
  instrument.consent.ticks.forEach(add);
  for (const one of instrument.pages) {
    check(`page ${one.code}`, one.showIf);
    one.items.forEach(add);
  }
  for (const scored of instrument.scoring) {
    for (const code of scored.items) if (!seen.has(code)) found.push(`${scored.code}: no item ${code}`);
    if (scored.minValid > scored.items.length)
      found.push(`${scored.code}: more valid items needed than it has`);
  }
  for (const one of instrument.reserved)
    if (seen.has(one.code)) found.push(`${one.code}: reserved, yet asked`);
  return found;
}
