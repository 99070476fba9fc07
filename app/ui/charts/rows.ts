import { type Columns, commonBase, detailOf, favourableText, leftOf, unfavourableText } from "./columns.ts";
import {
  type BarsRow,
  type DivergingRow,
  type HiddenRow,
  isShown,
  type MeansRow,
  type RowFigure,
} from "./figure.ts";
import {
  baseline,
  type LayoutOptions,
  linesOf,
  type PlacedText,
  placeParagraph,
  type Rule,
  type Sheet,
} from "./sheet.ts";
import { type } from "./theme.ts";
import { count, meanText, percent } from "./words.ts";

export const barThickness = 18;

type AnyRow = DivergingRow | BarsRow | MeansRow | HiddenRow;

/** Sets every row's words, whisker and numbers; returns where each row's bar is centred and the y below the last. */
export function placeRows(
  sheet: Sheet,
  figure: RowFigure,
  columns: Columns,
  top: number,
  options: LayoutOptions,
) {
  const centres: number[] = [];
  let y = top;
  figure.rows.forEach((row: AnyRow, i) => {
    if (i > 0 && !row.follows)
      sheet.rules.push({ x1: columns.left, y1: y, x2: columns.right, y2: y, tone: "hairline" });
    const placed = placeRow(sheet, row, columns, y, options);
    centres.push(placed.centre);
    if (isShown(row as DivergingRow | HiddenRow)) {
      const [from, to] = columns.narrow ? [placed.centre - 13, placed.centre + 13] : [y, placed.bottom];
      placeAxis(sheet, figure, columns, from, to);
      placeNumbers(sheet, figure, i, columns, placed.centre);
    }
    y = placed.bottom;
  });
  return { centres, bottom: y };
}

function placeRow(sheet: Sheet, row: AnyRow, columns: Columns, top: number, options: LayoutOptions) {
  const { measure } = options;
  const detail = detailOf(row, options.lang);
  const wordsWidth = columns.right - columns.wordsLeft;
  const labelHeight =
    linesOf(row.label, columns.labelWidth, "label", measure).length * type.label.line +
    (detail ? linesOf(detail, columns.labelWidth, "small", measure).length * type.small.line : 0);
  const bodyHeight =
    row.hidden === undefined
      ? type.value.line
      : linesOf(row.hidden, wordsWidth, "small", measure).length * type.small.line;
  const padding = columns.narrow ? 9 : 8;
  const height = columns.narrow ? labelHeight + 4 + bodyHeight : Math.max(labelHeight, bodyHeight);
  const labelTop = top + padding + (columns.narrow ? 0 : (height - labelHeight) / 2);
  const centre = columns.narrow
    ? top + padding + labelHeight + 4 + bodyHeight / 2
    : top + padding + height / 2;
  const place = { x: columns.left, width: columns.labelWidth };
  const below = placeParagraph(sheet, row.label, { ...place, y: labelTop, role: "label" }, measure);
  if (detail) placeParagraph(sheet, detail, { ...place, y: below, role: "small", tone: "muted" }, measure);
  if (row.hidden !== undefined) {
    const words = { x: columns.wordsLeft, y: centre - bodyHeight / 2, width: wordsWidth };
    placeParagraph(sheet, row.hidden, { ...words, role: "small", tone: "muted" }, measure);
  }
  return { centre, bottom: top + height + 2 * padding };
}

export const axisTicks = { "1-5": [1, 2, 3, 4, 5], "0-100": [0, 25, 50, 75, 100] } as const;

/** Piece by piece, so that no line runs through a sentence or through the words of a hidden row. */
function placeAxis(sheet: Sheet, figure: RowFigure, columns: Columns, y1: number, y2: number) {
  const vertical = (value: number, look: Pick<Rule, "tone" | "dashed">) => {
    const x = columns.toX(value);
    sheet.rules.push({ x1: x, y1, x2: x, y2, ...look });
  };
  if (figure.kind !== "means") vertical(0, { tone: "axis" });
  else {
    axisTicks[figure.axis].forEach((tick, i) => {
      vertical(tick, i === 2 ? { tone: "axis", dashed: true } : { tone: "hairline" });
    });
  }
}

/** Numbers beside the bar of row i, on its centre line. */
function placeNumbers(sheet: Sheet, figure: RowFigure, i: number, columns: Columns, middle: number) {
  const { toX } = columns;
  const text = (content: string, x: number, look: Partial<PlacedText>) => {
    const size = look.size ?? type.value.size;
    const y = baseline(middle, size);
    sheet.texts.push({ text: content, x, y, size, bold: true, tone: "ink", align: "left", ...look });
  };
  const whisker = (low: number | undefined, high: number | undefined, offset = 0) => {
    if (low === undefined || high === undefined) return;
    sheet.whiskers.push({ y: middle, from: toX(offset + low), to: toX(offset + high) });
  };
  const small = { size: type.small.size, bold: false, tone: "muted" } as const;
  const base = (n: number) => {
    if (columns.nRight !== undefined && commonBase(figure) === undefined)
      text(count(n), columns.nRight, { ...small, align: "right" });
  };
  if (figure.kind === "diverging") {
    const row = figure.rows[i] as DivergingRow;
    const half = row.shares[2] / 2;
    text(unfavourableText(row), toX(-leftOf(row.shares)) - 7, { align: "right" });
    text(favourableText(row), toX(half + Math.max(row.favourable, row.high ?? 0)) + 8, {});
    whisker(row.low, row.high, half);
    placeSeams(sheet, row, columns, middle);
    if (columns.naLeft !== undefined && row.na !== undefined) {
      const width = toX(row.na) - toX(0);
      sheet.hatches.push({ x: columns.naLeft, y: middle - 7, width, height: 14 });
      text(percent(row.na), columns.naLeft + width + 6, small);
    }
    base(row.n);
  } else if (figure.kind === "bars") {
    const row = figure.rows[i] as BarsRow;
    text(row.words ?? percent(row.share), toX(Math.max(row.share, row.high ?? 0)) + 8, {});
    whisker(row.low, row.high);
    base(row.n);
  } else {
    const row = figure.rows[i] as MeansRow;
    text(meanText(row.mean, figure.axis), columns.valueRight!, { align: "right" });
    if (row.low !== undefined && row.high !== undefined)
      sheet.whiskers.push({ y: middle, from: toX(row.low), to: toX(row.high), aroundPoint: true });
    base(row.n);
  }
}

/** A hair of paper between neighbouring segments, so that they part even in a bad grey print. */
function placeSeams(sheet: Sheet, row: DivergingRow, columns: Columns, middle: number) {
  let end = -leftOf(row.shares);
  row.shares.slice(0, -1).forEach((share, i) => {
    end += share;
    if (share === 0 || row.shares[i + 1] === 0) return;
    const x = columns.toX(end);
    const reach = barThickness / 2;
    sheet.seams.push({ x1: x, y1: middle - reach, x2: x, y2: middle + reach, tone: "hairline" });
  });
}
