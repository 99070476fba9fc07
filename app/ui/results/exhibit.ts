import type { StatisticName } from "#app/statistics/citations.ts";
import type { Figure } from "../charts/figure.ts";

/**
 * One piece of evidence on a results page: a chart, the table of the same numbers, and how they were computed. The page,
 * the copied table and every file (CSV, PNG, SVG) are made of this one description, so they cannot say different things.
 * Built in the browser as well as on the server, from what has passed the gate and nothing else.
 */
export interface Exhibit {
  /** Unique on its page; names its section and its files: letters, digits and hyphens. */
  code: string;
  title: string;
  /** What it says, in a sentence or two, above the chart. */
  lead?: string;
  figure?: Figure;
  table?: DataTable;
  /** Respondents behind it, printed in files. */
  n?: number;
  /** Shows suspects too, also where the page leaves them out. */
  suspectsToo?: true;
  /** What its CSV says besides in every row, by column: where outside figures come from. */
  about?: readonly (readonly [name: string, value: string])[];
  method: Method;
}

export const fileFormats = ["csv", "png", "svg"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What an exhibit can be taken away as: its table, its chart. */
export const formatsOf = ({ table, figure }: Pick<Exhibit, "table" | "figure">): FileFormat[] =>
  fileFormats.filter((format) => (format === "csv" ? table : figure) !== undefined);

/** A table as data; the first cell of a row names it. Rows that follow each other under one name share its cell. */
export interface DataTable {
  caption: string;
  head: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Under the table: what a column means, what was adjusted for. */
  notes?: string;
}

/** An interval is one column to read and two, low and high, in a file. */
export interface Column {
  text: string;
  /** What it belongs to, where the column before it says so on a page but not in a file: "Mean" of "95% interval". */
  of?: string;
  number?: boolean;
  interval?: boolean;
}

/**
 * `text` is what a person reads, `value` (`low` and `high` of an interval) what a file holds: all its digits, shares as
 * fractions. A hidden cell says why and has no number to travel in; as the last of its row it takes the rest of it.
 */
export type Cell = string | ShownCell | { hidden: string };

export interface ShownCell {
  text: string;
  /** A quieter word after a text: "reverse-worded". */
  detail?: string;
  value?: number;
  low?: number;
  high?: number;
  strong?: boolean;
  shade?: Shade;
}

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
