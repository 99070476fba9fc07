import {
  type BarsFigure,
  type DivergingFigure,
  type FigureLang,
  isShown,
  type MeansFigure,
  type RowFigure,
} from "./figure.ts";
import type { LayoutOptions } from "./sheet.ts";
import { type } from "./theme.ts";
import { count, figureWords, meanText, percent } from "./words.ts";

/** Below this width sentences stand above their bars instead of beside them. */
export const narrowBelow = 600;

export interface Columns {
  narrow: boolean;
  left: number;
  right: number;
  labelWidth: number;
  /** Where the domain's ends lie. */
  plot: { left: number; right: number };
  domain: { min: number; max: number };
  toX: (value: number) => number;
  /** Where words in place of a hidden row's bar begin. */
  wordsLeft: number;
  naLeft?: number;
  valueRight?: number;
  nRight?: number;
}

/** The quieter line under a row's sentence. */
export function detailOf(
  row: { detail?: string; reversed?: boolean; plain?: boolean },
  lang: FigureLang,
): string {
  const words = figureWords[lang];
  const plain = row.plain ? words.plain : undefined;
  const reversed = row.reversed && !row.plain ? words.reversed : undefined;
  return [row.detail, plain, reversed].filter((part) => part !== undefined).join(lang === "en" ? ". " : "；");
}

/** The base, where every row has the same: it is then said once instead of in a column. */
export function commonBase(figure: RowFigure): number | undefined {
  if (figure.kind !== "bars") return undefined;
  const bases = new Set(figure.rows.filter(isShown).map((row) => row.n));
  return bases.size === 1 ? [...bases][0] : undefined;
}

export const favourableText = (row: { favourable: number; words?: { favourable?: string } }) =>
  row.words?.favourable ?? percent(row.favourable);

export const unfavourableText = (row: { unfavourable: number; words?: { unfavourable?: string } }) =>
  row.words?.unfavourable ?? percent(row.unfavourable);

const gap = 20;

function frame(figure: RowFigure, options: LayoutOptions) {
  const margin = options.margin ?? 0;
  const narrow = options.width < narrowBelow;
  const width = options.width - 2 * margin;
  const aligned = figure.kind === "diverging" && figure.extent !== undefined;
  const natural = Math.max(
    widest(
      figure.rows.map((row) => row.label),
      (text) => options.measure(text, type.label.size, false),
    ),
    widest(
      figure.rows.map((row) => detailOf(row, options.lang)),
      (text) => options.measure(text, type.small.size, false),
    ),
  );
  const widestLabel = Math.min(Math.round(width * 0.41), 400);
  const labelWidth = narrow
    ? width
    : aligned
      ? widestLabel
      : Math.min(widestLabel, Math.max(140, Math.ceil(natural) + 1));
  const plotLeft = narrow ? margin : margin + labelWidth + gap;
  const right = margin + width;
  const shown: { n: number }[] = figure.rows.filter(isShown);
  const nWidth = widest(["n", ...(aligned ? ["00,000"] : []), ...shown.map((row) => count(row.n))], (text) =>
    options.measure(text, type.small.size, false),
  );
  const nRight = commonBase(figure) === undefined && shown.length > 0 ? right : undefined;
  const bodyRight = nRight === undefined ? right : right - nWidth - (narrow ? 12 : gap);
  return { narrow, left: margin, right, labelWidth, plotLeft, bodyRight, nRight };
}

const widest = (texts: string[], measure: (text: string) => number) =>
  texts.reduce((width, text) => Math.max(width, measure(text)), 0);

function linear(plot: { left: number; right: number }, domain: { min: number; max: number }) {
  const scale = (plot.right - plot.left) / (domain.max - domain.min);
  return (value: number) => plot.left + (value - domain.min) * scale;
}

/** The longest reach of several figures' bars: give it to each, and equal shares get equal lengths on one page. */
export function sharedExtent(figures: readonly DivergingFigure[]): {
  left: number;
  right: number;
  na: number;
} {
  const rows = figures.flatMap((figure) => figure.rows.filter(isShown));
  return {
    left: Math.max(0.2, ...rows.map((row) => leftOf(row.shares))),
    right: Math.max(0.2, ...rows.map((row) => row.shares[2] / 2 + Math.max(row.favourable, row.high ?? 0))),
    // The hatched part keeps the bar's own scale, so its length can be compared with the bar.
    na: Math.max(0, ...rows.map((row) => row.na ?? 0)),
  };
}

function divergingColumns(figure: DivergingFigure, options: LayoutOptions): Columns {
  const { bodyRight, plotLeft, ...common } = frame(figure, options);
  const rows = figure.rows.filter(isShown);
  const value = (text: string) => options.measure(text, type.value.size, true);
  const small = (text: string) => options.measure(text, type.small.size, false);
  // With a given extent nothing may depend on this figure's own numbers, or its scale would drift from its neighbours'.
  const reserve = figure.extent ? ["100%"] : [];
  // 7 px between number and bar; the rest is room for a fallback font a little wider than the one measured.
  const unfavourableWidth = widest([...reserve, ...rows.map(unfavourableText)], value) + 7 + 5;
  const favourableWidth = widest([...reserve, ...rows.map(favourableText)], value) + 8;
  const own = sharedExtent([figure]);
  const left = Math.max(own.left, figure.extent?.left ?? 0);
  const right = Math.max(own.right, figure.extent?.right ?? 0);
  const na = Math.max(own.na, figure.extent?.na ?? 0);
  const naText = widest([...reserve, ...rows.map((row) => percent(row.na ?? 0))], small);
  const naFixed = na > 0 ? gap + 6 + naText : 0;
  const scale = (bodyRight - plotLeft - unfavourableWidth - favourableWidth - naFixed) / (left + right + na);
  const plot = {
    left: plotLeft + unfavourableWidth,
    right: plotLeft + unfavourableWidth + (left + right) * scale,
  };
  const domain = { min: -left, max: right };
  return {
    ...common,
    plot,
    domain,
    toX: linear(plot, domain),
    wordsLeft: plotLeft,
    naLeft: na > 0 ? plot.right + favourableWidth + gap : undefined,
  };
}

/** How far a bar reaches left of the centre: the unfavourable part and half of the neutral one. */
export const leftOf = (shares: readonly number[]) => shares[0]! + shares[1]! + shares[2]! / 2;

function barsColumns(figure: BarsFigure, options: LayoutOptions): Columns {
  const { bodyRight, plotLeft, ...common } = frame(figure, options);
  const rows = figure.rows.filter(isShown);
  const valueWidth = widest(
    rows.map((row) => row.words ?? percent(row.share)),
    (text) => options.measure(text, type.value.size, true),
  );
  const plot = { left: plotLeft, right: bodyRight - valueWidth - 8 };
  const longest = Math.max(0.2, ...rows.map((row) => Math.max(row.share, row.high ?? 0)));
  const domain = { min: 0, max: figure.whole ? 1 : longest };
  return { ...common, plot, domain, toX: linear(plot, domain), wordsLeft: plotLeft };
}

function meansColumns(figure: MeansFigure, options: LayoutOptions): Columns {
  const { bodyRight, plotLeft, ...common } = frame(figure, options);
  const valueWidth = widest(
    figure.rows.filter(isShown).map((row) => meanText(row.mean, figure.axis)),
    (text) => options.measure(text, type.value.size, true),
  );
  // Ticks are centred on the axis' ends: leave half a number of room.
  const plot = { left: plotLeft + 8, right: bodyRight - valueWidth - gap };
  const domain = figure.axis === "1-5" ? { min: 1, max: 5 } : { min: 0, max: 100 };
  return { ...common, plot, domain, toX: linear(plot, domain), wordsLeft: plotLeft, valueRight: bodyRight };
}

export function columnsOf(figure: RowFigure, options: LayoutOptions): Columns {
  if (figure.kind === "diverging") return divergingColumns(figure, options);
  return figure.kind === "bars" ? barsColumns(figure, options) : meansColumns(figure, options);
}
