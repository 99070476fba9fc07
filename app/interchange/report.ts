import type { Definition, Instrument } from "#app/instrument/definition.ts";

/** Where in a file something stands: a line of a text, a row of a sheet, or a path in a tree. */
export interface Place {
  sheet?: string;
  /** From 1, as the program that made the file counts. */
  line?: number;
  path?: string;
}

/**
 * What became of one thing in a file.
 * changed: carried, but not as it stood · lost: could not be carried.
 * The sentence of each is in `locales/…/interchange.ts`, under `findings`, with the details as {fields}.
 */
export type FindingCode =
  | "changed.code"
  | "changed.kind"
  | "changed.scale"
  | "changed.text"
  | "changed.markup"
  | "changed.options"
  | "changed.values"
  | "changed.bounds"
  | "changed.order"
  | "changed.routing"
  | "changed.untranslated"
  | "changed.consent"
  | "lost.kind"
  | "lost.routing"
  | "lost.constraint"
  | "lost.choiceFilter"
  | "lost.calculation"
  | "lost.other"
  | "lost.piping"
  | "lost.media"
  | "lost.script"
  | "lost.setting"
  | "lost.language"
  | "lost.randomisation"
  | "lost.appearance"
  | "lost.default"
  | "lost.text"
  | "lost.repeat"
  | "lost.score";

export interface Finding {
  code: FindingCode;
  place: Place;
  /** Of the question it concerns, as it will be called. */
  item?: string;
  /** Fills the sentence's fields: short strings out of the file, cut to 200 characters. */
  details?: Record<string, string | number>;
}

/** An instrument as a file describes it, and everything about it that is not as it stood there. Nothing is dropped silently. */
export interface Imported<Draft extends Definition = Instrument> {
  /** As it is asked, where the format knows no blocks and matrices. Passes `draftDefinition`; texts in a language the file does not have are "". */
  draft: Draft;
  /** How many questions were read, by kind of question in the file's own words. */
  read: Record<string, number>;
  findings: Finding[];
}

/** Why a file cannot be read at all: one sentence each in `locales/…/interchange.ts`, under `refused`. */
export type Refusal =
  | "empty"
  | "tooLarge"
  | "tooMany"
  | "wrongFormat"
  | "broken"
  | "noQuestions"
  | "encrypted"
  | "newerVersion"
  | "dangerous";

/** Thrown by readers; whatever else they throw is a fault of ours. */
export class Unreadable extends Error {
  readonly reason: Refusal;
  readonly place: Place | undefined;
  constructor(reason: Refusal, place?: Place) {
    super(`the file cannot be read: ${reason}`);
    this.name = "Unreadable";
    this.reason = reason;
    this.place = place;
  }
}

/** No file may hold more: far above any questionnaire, far below what would hurt. */
export const limits = { bytes: 10_000_000, items: 2000, options: 2000, textLength: 4000, depth: 60 } as const;
