import { type Columns, columnsOf } from "./columns.ts";
import type { Figure, FigureFooter, FigureLang, RowFigure } from "./figure.ts";
import { placeGrid } from "./grid.ts";
import { placeHeading } from "./heading.ts";
import { straightenQuotes } from "./quotes.ts";
import { axisTicks, placeRows } from "./rows.ts";
import { baseline, emptySheet, type LayoutOptions, placeParagraph, type Sheet, type Sides } from "./sheet.ts";
import { type } from "./theme.ts";
import { count, figureWords, percent } from "./words.ts";
import type { Measure } from "./wrap.ts";

interface SheetLayout {
  width: number;
  height: number;
  sheet: Sheet;
}

/** A grid is nothing but its sheet. */
interface GridLayout extends SheetLayout {
  columns?: undefined;
  centres?: undefined;
}

export interface RowLayout extends SheetLayout {
  columns: Columns;
  /** Top and bottom of the rows together: the chart area. */
  top: number;
  bottom: number;
  /** The y of each row's bar or point, in the figure's order; a hidden row has one too, left empty. */
  centres: number[];
}

export type FigureLayout = RowLayout | GridLayout;

/** Places everything of a figure for a width in px. Pure: the same figure, width and font give the same layout. */
export function layoutFigure(source: RowFigure, options: LayoutOptions): RowLayout;
export function layoutFigure(source: Figure, options: LayoutOptions): FigureLayout;
export function layoutFigure(source: Figure, options: LayoutOptions): FigureLayout {
  const figure = straightenQuotes(source);
  const sheet = emptySheet();
  const margin = options.margin ?? 0;
  const sides = { left: margin, right: options.width - margin };
  if (figure.kind === "grid") {
    const below = placeGrid(sheet, figure, sides, options);
    return { width: options.width, height: placeEnd(sheet, figure, sides, below, options), sheet };
  }
  const columns = columnsOf(figure, options);
  const top = placeHeading(sheet, figure, columns, options);
  const { centres, bottom } = placeRows(sheet, figure, columns, top, options);
  let y = bottom;
  if (figure.kind === "means" && figure.rows.some((row) => row.hidden === undefined))
    y = placeTicks(sheet, columns, axisTicks[figure.axis], bottom);
  if (figure.kind === "bars" && figure.whole && figure.rows.some((row) => row.hidden === undefined))
    y = placeTicks(sheet, columns, [0, 0.25, 0.5, 0.75, 1], bottom, percent);
  const height = placeEnd(sheet, figure, sides, y, options);
  return { width: options.width, height, sheet, columns, top, bottom, centres };
}

/** Note and footer under everything else; returns the height of the whole figure. */
function placeEnd(sheet: Sheet, figure: Figure, sides: Sides, y: number, options: LayoutOptions): number {
  if (figure.note) {
    const place = { x: sides.left, y: y + 6, width: sides.right - sides.left } as const;
    y = placeParagraph(sheet, figure.note, { ...place, role: "small", tone: "muted" }, options.measure);
  }
  if (figure.footer && (options.footer ?? true))
    y = placeFooter(sheet, figure.footer, sides, y + 12, options);
  return Math.ceil(y + (options.margin ?? 0));
}

/** Height in px that a figure needs at a width: rows wrap, so it follows from the words and the font. */
export function figureHeight(
  figure: Figure,
  width: number,
  measure: Measure,
  lang: FigureLang = "zh-CN",
): number {
  return layoutFigure(figure, { width, lang, measure }).height;
}

/** Numbers under the axis of means; shares need none unless they are parts of one whole: their bars say their own. */
function placeTicks(
  sheet: Sheet,
  columns: Columns,
  ticks: readonly number[],
  bottom: number,
  text: (tick: number) => string = String,
): number {
  const { size, line } = type.small;
  const y = baseline(bottom + 3 + line / 2, size);
  for (const tick of ticks) {
    const place = { x: columns.toX(tick), y, size, bold: false } as const;
    // Bars may begin at the very edge, where half of a number would be cut off.
    const align = tick === columns.domain.min && columns.valueRight === undefined ? "left" : "center";
    sheet.texts.push({ text: text(tick), ...place, tone: "muted", align });
  }
  return bottom + 3 + line;
}

function placeFooter(sheet: Sheet, footer: FigureFooter, sides: Sides, top: number, options: LayoutOptions) {
  const words = figureWords[options.lang];
  const { size, line } = type.small;
  sheet.rules.push({ x1: sides.left, y1: top, x2: sides.right, y2: top, tone: "axis" });
  const markWidth = footer.synthetic ? options.measure(words.synthetic, size, true) + 16 : 0;
  const width = sides.right - sides.left;
  const base = footer.n === undefined ? [] : [words.base(count(footer.n))];
  const text = [footer.study, ...base, footer.date].join(words.join);
  // Study, base and day stay beside the mark where they fit on one line, else the mark gets its own.
  const beside = options.measure(text, size, false) + markWidth + 16 <= width;
  const place = { x: sides.left, y: top + 9, width: beside ? width - markWidth : width } as const;
  const below = placeParagraph(sheet, text, { ...place, role: "small", tone: "muted" }, options.measure);
  if (!footer.synthetic) return below;
  const middle = beside ? top + 9 + line / 2 : below + 6 + line / 2;
  const x = beside ? sides.right - markWidth : sides.left;
  sheet.frames.push({ x: x + 0.5, y: middle - 11, width: markWidth - 1, height: 22 });
  const mark = { text: words.synthetic, x: x + 8, y: baseline(middle, size), size, bold: true } as const;
  sheet.texts.push({ ...mark, tone: "amber", align: "left" });
  return middle + 12;
}
