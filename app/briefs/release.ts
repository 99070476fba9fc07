import { z } from "zod";
import { completeText } from "#app/questions/base.ts";
import { disclosures } from "#app/results/policy.ts";
import { share, shown } from "./shown.ts";

/** Fewest respondents behind any number that leaves the house, and the fewest new ones between two releases. */
export const PUBLIC_K = 10;

/** In the languages of the public page; an instrument may have more, which a release leaves out. */
const text = z.object(completeText.shape);
const interval = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
const verdict = z.enum(["positive", "negative", "neutral-indistinct", "none"]);
const count = z.int().min(0);

const itemBlock = z.object({
  code: z.string(),
  text,
  reverse: z.boolean(),
  // Releases made before these two were told apart have neither.
  direction: z.enum(["favourable", "none"]).default("favourable"),
  scored: z.boolean().default(true),
  result: shown({
    n: count,
    notApplicable: count.optional(),
    skipped: count.optional(),
    points: z.array(z.object({ value: z.int(), label: text, share })),
    favourable: z.object({ share, low: z.number().optional(), high: z.number().optional() }),
    neutral: share,
    unfavourable: share,
    mean: z.number().optional(),
  }),
});

const themeBlock = z.object({
  code: z.string(),
  title: text,
  meaning: text,
  result: shown({
    n: count,
    asked: count.optional(),
    mean: interval,
    score: interval,
    verdict,
    alpha: interval.extend({ items: count, n: count, provisional: z.boolean() }).optional(),
  }),
  items: z.array(itemBlock),
});

const variableBlock = z.object({
  code: z.string(),
  text,
  short: text.optional(),
  measure: z.enum(["one", "several", "year", "bipolar"]),
  base: shown({ n: count, skipped: count.optional(), notAsked: count.optional() }),
  options: z.array(
    z.object({
      code: z.string(),
      label: text,
      result: shown({
        count: count.optional(),
        share,
        low: z.number().optional(),
        high: z.number().optional(),
      }),
    }),
  ),
});

const groupTable = z.object({
  theme: z.object({ code: z.string(), title: text }),
  variable: z.object({ code: z.string(), text, short: text.optional() }),
  rows: z.array(
    z.object({
      code: z.string(),
      label: text,
      result: shown({ n: count, mean: interval, score: interval, verdict }),
    }),
  ),
});

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Who was asked, how, when, and what follows from none of it. Printed with every release. */
const methodBox = z.object({
  institution: text,
  lead: text,
  contact: z.string(),
  ethics: text,
  population: text,
  recruitment: text,
  limits: z.array(text),
  firstDay: day,
  lastDay: day,
  instrument: z.object({ code: z.string(), title: text, version: z.int().min(1), status: text }),
});

/**
 * A release's frozen content: everything that the public page, the brief and the tables say, and nothing else. Made
 * once from views that passed the gate; stored as it is; never computed again, whatever happens to the responses.
 */
export const release = z.object({
  format: z.literal(1),
  number: z.int().min(1),
  date: day,
  synthetic: z.boolean(),
  title: text,
  /** Respondents counted in it. */
  n: count,
  k: z.literal(PUBLIC_K),
  /** How closely its numbers are told. Releases made before there was a choice are standard. */
  disclosure: z.enum(disclosures).default("standard"),
  method: methodBox,
  scale: z.object({ points: z.array(text).length(5), notApplicable: text }),
  themes: z.array(themeBlock),
  unscored: z.array(z.object({ code: z.string(), title: text, items: z.array(itemBlock) })),
  variables: z.array(variableBlock),
  /** Variables looked at for group differences, stated beforehand: what passed is in `groups`. */
  groupedBy: z.array(z.object({ code: z.string(), text, short: text.optional() })),
  groups: z.array(groupTable),
  /** Tables that may not stand beside an earlier release, and the newest release in which each of them stands. */
  heldBack: z
    .array(
      z.object({
        /** The theme of a table of groups; without one it is the make-up of those who answered. */
        theme: z.object({ code: z.string(), title: text }).optional(),
        variable: z.object({ code: z.string(), text, short: text.optional() }),
        standsIn: z.int().min(1),
      }),
    )
    .default([]),
});

export type Release = z.infer<typeof release>;
export type ReleaseTheme = Release["themes"][number];
export type ReleaseItem = ReleaseTheme["items"][number];
export type ReleaseVariable = Release["variables"][number];
export type ReleaseGroups = Release["groups"][number];
export type HeldBack = Release["heldBack"][number];
export type MethodBox = Release["method"];

/** What a variable is called in a few words; its question where the instrument has no shorter name. */
export const shortOf = <Text>({ short, text }: { short?: Text; text: Text }): Text => short ?? text;

/** @throws ZodError when the stored text is not a release of this format */
export const readRelease = (stored: string): Release => release.parse(JSON.parse(stored));
