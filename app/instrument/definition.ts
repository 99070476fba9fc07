import { z } from "zod";
import { code, condition, text } from "#app/questions/base.ts";
import { item } from "#app/questions/index.ts";

/** A set of labelled answer points. `bipolar` scales are best in the middle, are never reversed and never averaged. */
const answerScale = z.strictObject({
  kind: z.enum(["agreement", "bipolar"]),
  /** `short` fits a cell of a phone where `label` does not; the full label is what assistive technology reads. */
  points: z
    .array(z.strictObject({ value: z.int().min(1).max(11), label: text, short: text.optional() }))
    .min(2),
  notApplicable: text.optional(),
  notApplicableShort: text.optional(),
});

const page = z.strictObject({
  /** Stable, lower case, part of the page's address. */
  code: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  title: text,
  intro: text.optional(),
  /** Offered, but nothing is expected of those who pass it by. */
  optional: z.boolean().default(false),
  /** Runs of scale items on this page are shuffled for each respondent with the stored seed. */
  shuffle: z.boolean().default(false),
  showIf: condition.optional(),
  items: z.array(item).min(1),
});

/** Items scored together: the mean of valid answers after reversal, if at least `minValid` are valid. */
const scoredScale = z.strictObject({
  code,
  title: text,
  /** What a high score means, as a noun phrase for sentences. */
  meaning: text,
  items: z.array(code).min(2),
  minValid: z.int().min(1),
});

/**
 * An instrument as asked: immutable once a version of it has collected an answer.
 * Codes are unique over the whole instrument; answers are stored under them.
 */
const shape = z.strictObject({
  format: z.literal(1),
  code: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/),
  /** Whose survey this is, for mirrored items: student, teacher, college, employer. */
  respondent: z.enum(["student", "teacher", "college", "employer"]),
  title: text,
  /** Who asks and why, in a sentence or two, above the consent. */
  invitation: text,
  minutes: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
  /** How far the instrument has been tested; printed wherever it or its results are published. */
  status: text,
  scales: z.record(z.string(), answerScale),
  consent: z.strictObject({ letter: z.array(text).min(1), ticks: z.array(item).min(1) }),
  pages: z.array(page).min(1),
  themes: z.array(z.strictObject({ code, title: text })),
  scoring: z.array(scoredScale),
  /** Codes kept for parts that are not asked yet, so that nothing else takes them. */
  reserved: z.array(z.strictObject({ code, note: text })).default([]),
});
export type Instrument = z.infer<typeof shape>;
/** An instrument being written: of the right shape, but texts may be missing and references may lead nowhere yet. */
export const draftDefinition = shape;
/** An instrument that can be asked. */
export const instrumentDefinition = shape.superRefine((instrument, context) => {
  for (const path of missingTexts(instrument))
    context.addIssue({ code: "custom", path: path.split("."), message: "a text is missing" });
  for (const message of findContradictions(instrument)) context.addIssue({ code: "custom", message });
});

/** Where a text has nothing in one of the languages: paths such as `pages.0.items.2.text.en`. */
export function missingTexts(value: unknown, path = ""): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    if ((key === "zh-CN" || key === "en") && inner === "") return [here];
    return missingTexts(inner, here);
  });
}

export type Page = Instrument["pages"][number];
export type ScoredScale = Instrument["scoring"][number];
export type { Item } from "#app/questions/index.ts";
export { itemsOf } from "./items.ts";

/** What the shape alone cannot say: unique codes, and every reference leads somewhere (routing only backwards). */
function findContradictions(instrument: Instrument): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const codesIn = (value: z.infer<typeof condition> | undefined): string[] => {
    if (!value) return [];
    if ("item" in value) return [value.item];
    if ("not" in value) return codesIn(value.not);
    return ("all" in value ? value.all : value.any).flatMap(codesIn);
  };
  const check = (place: string, routing: z.infer<typeof condition> | undefined) => {
    for (const code of codesIn(routing)) {
      if (!seen.has(code)) found.push(`${place}: routing needs ${code}, which is not asked before it`);
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
