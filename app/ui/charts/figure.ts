/**
 * What a figure says, as plain data: it can be stored in a release, sent to a browser or drawn on any surface.
 * Shares run from 0 to 1. A row either carries numbers or a reason why it has none; never both, so a number that the
 * disclosure gate withheld has no field to travel in.
 */
export type FigureLang = "zh-CN" | "en";

export interface FigureFooter {
  /** And whose answers, where they are not everybody's. */
  study: string;
  /** Respondents behind the whole figure, where it has one base. */
  n?: number;
  /** Day the data were frozen, already written the way readers of this language write it. */
  date: string;
  synthetic: boolean;
}

interface FigureBase {
  title: string;
  /** Sorting rule, base, caveat: printed under the rows. */
  note?: string;
  /** Printed when the figure leaves the page it was made for: downloads and shared images. */
  footer?: FigureFooter;
}

export interface HiddenRow {
  label: string;
  /** Belongs to the row before it: no line between them. */
  follows?: true;
  detail?: string;
  /** Why there are no numbers, in words: "fewer than 10 answers". */
  hidden: string;
}

interface ShownRow {
  /** A full sentence; it wraps and is never cut. */
  label: string;
  /** Belongs to the row before it: no line between them. */
  follows?: true;
  /** A quieter line under the label, such as a verdict in words. */
  detail?: string;
  /** Valid answers, the base of every share in the row. */
  n: number;
  hidden?: undefined;
}

export type FiveShares = readonly [number, number, number, number, number];

export interface DivergingRow extends ShownRow {
  /** Least to most favourable, after reversal, adding up to 1. */
  shares: FiveShares;
  /** The statement is reverse-worded and its shares were turned: the row says so under its sentence. */
  reversed?: boolean;
  /** Agreeing is neither good nor bad: no favourable colours; `favourable` and `unfavourable` hold the shares who agree and disagree. */
  plain?: true;
  /** "Don't know / not applicable" among all who answered the item, so its base is larger than n. */
  na?: number;
  favourable: number;
  unfavourable: number;
  /** Interval of the favourable share; leave out both when the share itself is coarsened. */
  low?: number;
  high?: number;
  /** Words in place of a percentage that may not be shown exactly: "≥ 95%". */
  words?: { favourable?: string; unfavourable?: string };
}

export interface DivergingFigure extends FigureBase {
  kind: "diverging";
  legend: { scale: readonly [string, string, string, string, string]; na: string };
  rows: readonly (DivergingRow | HiddenRow)[];
  /** Room for the longest bars, as shares, when several figures on a page must share one scale. */
  extent?: { left: number; right: number; na: number };
}

export interface BarsRow extends ShownRow {
  share: number;
  low?: number;
  high?: number;
  words?: string;
}

/** Single and multiple choice, the difficulty distribution, one favourable share by group. */
export interface BarsFigure extends FigureBase {
  kind: "bars";
  rows: readonly (BarsRow | HiddenRow)[];
  /** The axis runs to 100 % and is numbered: where the parts of one whole are to be seen as such. */
  whole?: true;
}

export interface MeansRow extends ShownRow {
  mean: number;
  low?: number;
  high?: number;
}

/** Scale means with intervals: themes, or one theme by group. */
export interface MeansFigure extends FigureBase {
  kind: "means";
  /** The middle of either axis is its neutral point. */
  axis: "1-5" | "0-100";
  rows: readonly (MeansRow | HiddenRow)[];
}

/** How far a number lies below or above what is expected, in steps; 0 is unremarkable. */
export type Shade = -2 | -1 | 0 | 1 | 2;

export interface GridCell {
  /** What the cell says: shade never speaks alone. */
  text: string;
  /** A quieter second line, such as the residual behind the shade. */
  detail?: string;
  shade: Shade;
}

export interface HiddenCell {
  /** Why there is no number, in words. */
  hidden: string;
}

export interface GridRow {
  label: string;
  n?: number;
  /** One for each column. */
  cells: readonly (GridCell | HiddenCell)[];
  /** A total: set off from the rows above it. */
  total?: true;
  hidden?: undefined;
}

/** A table whose cells are shaded: a cross-table, a correlation matrix. */
export interface GridFigure extends FigureBase {
  kind: "grid";
  columns: readonly string[];
  rows: readonly (GridRow | HiddenRow)[];
  /** What the columns are together, over their heads. */
  across?: string;
  /** What each shade means, from far below to far above; none where nothing is shaded. */
  legend?: readonly [string, string, string, string, string];
}

/** Figures whose rows are bars or points on an axis: all that a release is made of. */
export type RowFigure = DivergingFigure | BarsFigure | MeansFigure;

export type Figure = RowFigure | GridFigure;

export function isShown<Row extends ShownRow | GridRow>(row: Row | HiddenRow): row is Row {
  return row.hidden === undefined;
}
