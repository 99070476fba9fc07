import type { StatisticName } from "#app/statistics/index.ts";
import type { Figure } from "../charts/figure.ts";

/**
 * One piece of evidence on a results page: a chart, the table of the same numbers, and how they were computed. The page,
 * the copied table and every file (CSV, PNG, SVG) are made of this one description, so they cannot say different things.
 * Built in the browser as well as on the server, from what has passed the gate and nothing else.
 */
export interface Exhibit {
  /** Unique on its page; names its section and its files: lower-case letters, digits and hyphens. */
  code: string;
  title: string;
  /** What it says, in a sentence or two, above the chart. */
  lead?: string;
  figure?: Figure;
  table?: DataTable;
  /** Respondents behind it, printed in files. */
  n?: number;
  method: Method;
}

/** A table as data; the first cell of a row names it. */
export interface DataTable {
  caption: string;
  head: readonly { text: string; number?: boolean }[];
  rows: readonly (readonly Cell[])[];
  /** Under the table: what a column means, what was adjusted for. */
  notes?: string;
}

/**
 * `text` is what a person reads, `value` what a file holds (with all its digits; shares as fractions). A hidden cell says
 * why and takes the rest of its row; it has no number to travel in.
 */
export type Cell =
  | string
  | { text: string; value?: number; strong?: boolean; shade?: Shade }
  | { hidden: string };

/** How far a cell lies above or below what independence would give, in steps. */
export type Shade = -2 | -1 | 0 | 1 | 2;

/** How an exhibit was computed. */
export interface Method {
  /** Names and references come from the registry of statistics. */
  statistics: readonly StatisticName[];
  /** The formulas in words, a sentence each. */
  formula: readonly string[];
  /** Who is counted in it. */
  base: string;
  /** What became of missing answers. */
  missing: string;
}
