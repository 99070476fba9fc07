import type { Text } from "#app/locales/language.ts";
import type { Association, Reason } from "#app/statistics/index.ts";
import type { Share, Shown } from "./view.ts";

/** One side of a cross-table. */
export interface CrossVariable {
  code: string;
  text: Text;
  short: Text;
  /** several: who chose two options is counted in both. scale: the points of an answer scale. */
  measure: "one" | "several" | "year" | "scale";
  /** Of groups that people outside can know, such as a college. */
  group: boolean;
}

/** People at one category of both variables. No count where the share is only a bound. */
export interface CrossCell {
  count?: number;
  /** Among those of this row, and of this column; undefined where one of them is hidden. */
  ofRow?: Share;
  ofColumn?: Share;
  /** Adjusted standardised residual; undefined where there was nothing to compute it from. */
  residual?: number;
}

/** A category of one variable, and its answers to the other one, which is the base of its shares. */
export interface CrossLine {
  code: string;
  label: Text;
  n: Shown<{ n: number }>;
}

export type CrossAssociation =
  | ({
      computable: true /** Answers it was computed from, and lines that took no part. */;
      n: number;
      leftOut: number;
    } & Pick<
      Association,
      "chiSquare" | "df" | "p" | "v" | "byChance" | "low" | "high" | "leastExpected" | "thinCells"
    >)
  /** hidden: cells are missing · several: one person stands in several cells */
  | { computable: false; reason: Reason | "hidden" | "several" };

/** Two closed variables against each other, within the respondents of a selection. */
export interface CrossTab {
  row: CrossVariable;
  column: CrossVariable;
  /** Respondents of the selection. When hidden, nothing else is filled. */
  base: Shown<{ n: number }>;
  /** Whose answers the gate asked about: each row's, each column's, or every cell by itself. */
  bases: "rows" | "columns" | "cells";
  rows: CrossLine[];
  columns: CrossLine[];
  /** By row, then by column. */
  cells: Shown<CrossCell>[][];
  /** The whole selection's answers, as the overview shows them: one cell per column, or per row where columns are bases. */
  total: { n: Shown<{ n: number }>; cells: Shown<CrossCell>[] };
  /** Categories left out of a long table because nobody is in them. */
  empty: { rows: number; columns: number };
  association: CrossAssociation;
}
