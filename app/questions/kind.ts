import type { Text } from "#app/locales/language.ts";

/**
 * What a student's answer to one item looks like once read.
 * scale: the point (1..n) or 98 for N/A · single: option code · multiple: option codes in the instrument's order ·
 * year: the year · catalogue: the certificate's code, or what was typed if the catalogue does not know it ·
 * text, short: the words · consent: true · differential, slider, nps, number: the number · date: 2024-05 or 2024-05-12 ·
 * ranking: option codes, first place first · sum: the amount of each option · check: option code.
 * `null` means asked and skipped; an item that was never asked has no entry at all.
 */
export type Answer =
  | number
  | string
  | string[]
  | { pending: string }
  | { amounts: Record<string, number> }
  | true;
export type Answers = Record<string, Answer | null>;

/** The codes that stand for a missing answer in files and columns; never a scale point. */
export const missing = { notAsked: 97, notApplicable: 98, skipped: 99 } as const;

export interface ScalePoint {
  value: number;
  label: Text;
  /** Fits a narrow cell. */
  short?: Text | undefined;
}
/** A set of answer points shared by many items. `bipolar` scales have their best point in the middle. */
export interface AnswerScale {
  kind: "agreement" | "bipolar";
  points: ScalePoint[];
  notApplicable?: Text | undefined;
  /** Fits a small button beside the statement. */
  notApplicableShort?: Text | undefined;
}

/** What reading an answer may need to know beyond the item itself. */
export interface Surroundings {
  scales: Record<string, AnswerScale>;
  /** The certificate a typed name or code means, if the catalogue knows exactly one. */
  findCertificate(typed: string): string | undefined;
  /** The calendar year in the study's time zone: the upper end of `max: "current"`. */
  year: number;
}

/** Why an answer cannot be kept as given. The page turns it into a sentence beside the field. */
export type Problem =
  | "required"
  | "unknown-option"
  | "too-many"
  | "too-few"
  | "exclusive"
  | "out-of-range"
  | "too-long"
  | "not-a-number"
  | "decimals"
  | "not-a-date"
  | "incomplete"
  | "twice"
  | "wrong-total"
  | "wrong-format";
export type Reading<A extends Answer = Answer> = { answer: A | null } | { problem: Problem };

/** One category an answer can fall into, for counting and for codebooks. */
export interface Category {
  code: string;
  label: Text;
}

/** The rule of a question kind. Its look lives in `app/ui/questions/<kind>.tsx`. */
export interface Kind<Item, A extends Answer> {
  /**
   * How answers may be analysed: scale points, one of many, several of many, a year, words, a tick, amounts by option ·
   * check: for attention only · none: asks nothing, has no answer.
   */
  measure: "scale" | "one" | "several" | "year" | "words" | "tick" | "amounts" | "check" | "none";
  /** Whether the categories of a "one" go from less to more. */
  ordered?: boolean;
  /** Reads the values one form field carried. Empty input is `null` (skipped), never an error. */
  read(item: Item, given: string[], around: Surroundings): Reading<A>;
  /** The form values that would read back as this answer: what a resumed page shows. */
  write(answer: A): string[];
  /** All categories in the instrument's order; undefined where they are not known beforehand (words, catalogue). */
  categories(item: Item, around: Pick<Surroundings, "scales" | "year">): Category[] | undefined;
  /** The code of the category an answer falls into, where the answer is not that code itself. */
  category?(item: Item, answer: A): string | undefined;
}
