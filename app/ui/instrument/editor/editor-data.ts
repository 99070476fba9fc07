import type { Definition } from "#app/instrument/definition.ts";
import type { DraftChange, DraftPlace } from "#app/instrument/draft-change.ts";
import type { Refusal } from "#app/instrument/edit.ts";
import type { FieldDifference } from "#app/instrument/field-differences.ts";
import type { InstrumentHead } from "../instrument-head.ts";

export const columns = ["outline", "preview", "properties"] as const;
export type Column = (typeof columns)[number];

/** What the checker says of one place, in numbers; the languages its texts lack. */
export interface Marks {
  errors: number;
  hints: number;
  missing: string;
}

/** A line of the history. */
export interface HistoryLine {
  number: number;
  change: DraftChange;
  by: string;
  savedAt: string;
}

/** What the editor's page shows. */
export interface EditorPageData {
  head: InstrumentHead;
  timeZone: string;
  definition: Definition;
  /** The newest published version; undefined before the first. */
  published: { number: number; definition: Definition } | undefined;
  differs: boolean;
  place: DraftPlace;
  /** The one column that a narrow screen shows. */
  column: Column;
  /** The language of the preview, and the one it has where nobody chose: the reader's, if the survey has it. */
  language: string;
  usualLanguage: string;
  /** What the checker found, by place. */
  marks: Record<DraftPlace, Marks>;
  errors: number;
  hints: number;
  last: HistoryLine | undefined;
  /** What a step back or forth would take back or bring back. */
  undo: DraftChange | undefined;
  redo: DraftChange | undefined;
  /** Whether the last change has just been made from here: it is said, and can be undone at once. */
  isDone: boolean;
}

/** What somebody else changed while this page was open, and what was to be done with it here. */
export interface Conflict {
  intent: "add" | "duplicate" | "delete" | "move" | "set" | "undo" | "redo";
  place: DraftPlace | undefined;
  /** Who changed it, and when (ISO-8601 UTC). */
  by: string;
  savedAt: string;
  /** The number of the state that has their change: what to save over, if that is wanted. */
  latest: number;
  /** Whether they have taken it away altogether. */
  isGone: boolean;
  /** Field by field, where both wrote something. */
  fields: FieldDifference[];
  /** The draft as it was when the page was made, for a place that is there no more. */
  definition?: Definition;
}

/** What comes back of a form that was not saved, or of one that saved itself. */
export interface Returned {
  /** The number of the state the form was made from: it stays so until the form is made anew. */
  base: number;
  /** What the form was about. */
  place?: DraftPlace;
  saved?: number;
  cannot?: Refusal;
  refused?: { values: Record<string, string>; errors: Record<string, string> };
  conflict?: Conflict;
}
