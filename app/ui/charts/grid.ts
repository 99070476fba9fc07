import { type GridFigure, type GridRow, type HiddenRow, isShown } from "./figure.ts";
import { placeCells } from "./grid-cells.ts";
import { type GridColumns, gridColumns } from "./grid-columns.ts";
import { baseline, type LayoutOptions, linesOf, placeParagraph, type Sheet, type Sides } from "./sheet.ts";
import { type } from "./theme.ts";
import { count } from "./words.ts";

const swatch = 12;
const gap = 8;

/** Sets a whole grid, from its title to its last row; returns the y below. */
export function placeGrid(sheet: Sheet, figure: GridFigure, sides: Sides, options: LayoutOptions): number {
  const columns = gridColumns(figure, sides, options);
  const width = sides.right - sides.left;
  let y = options.margin ?? 0;
  if (options.title ?? true) {
    const place = { x: sides.left, y, width, role: "title", bold: true } as const;
    y = placeParagraph(sheet, figure.title, place, options.measure) + 8;
  }
  y = placeLegend(sheet, figure, sides, y, options);
  y = placeHeads(sheet, figure, columns, y, options);
  figure.rows.forEach((row, at) => {
    const total = isShown(row) && row.total;
    if (total && columns.way === "beside") y += 4;
    if (total || (at > 0 && columns.way !== "beside"))
      sheet.rules.push({ x1: sides.left, y1: y, x2: sides.right, y2: y, tone: total ? "axis" : "hairline" });
    y = placeRow(sheet, figure, row, columns, total && columns.way === "beside" ? y + 3 : y, options);
  });
  return y;
}

/** Explained at each grid, also where the page has shown the legend of its other figures: it is not theirs. */
function placeLegend(
  sheet: Sheet,
  { legend }: GridFigure,
  sides: Sides,
  top: number,
  { measure }: LayoutOptions,
): number {
  if (!legend) return top;
  const { size, line } = type.small;
  let x = sides.left;
  let middle = top + line / 2;
  legend.forEach((text, step) => {
    const width = swatch + 6 + measure(text, size, false);
    if (x > sides.left && x + width > sides.right) {
      x = sides.left;
      middle += line + 3;
    }
    const shade = (step - 2) as -2 | -1 | 0 | 1 | 2;
    sheet.tiles.push({ x, y: middle - swatch / 2, width: swatch, height: swatch, shade });
    const place = { x: x + swatch + 6, y: baseline(middle, size), size, bold: false } as const;
    sheet.texts.push({ text, ...place, tone: "muted", align: "left" });
    x += width + 16;
  });
  return middle + line / 2 + gap;
}

/** What the columns are, each over its own cells; in a list every cell says it itself. */
function placeHeads(
  sheet: Sheet,
  figure: GridFigure,
  columns: GridColumns,
  top: number,
  { measure }: LayoutOptions,
): number {
  const { size, line } = type.small;
  let y = top;
  if (figure.across) {
    const place = { x: columns.cellsLeft, y, width: columns.right - columns.cellsLeft } as const;
    y = placeParagraph(sheet, figure.across, { ...place, role: "small", tone: "muted" }, measure) + 4;
  }
  if (columns.way === "list") return y;
  const heads = figure.columns.map((text) => linesOf(text, columns.cellWidth - 6, "small", measure));
  const most = heads.reduce((lines, one) => Math.max(lines, one.length), 0);
  heads.forEach((lines, at) => {
    lines.forEach((text, i) => {
      // Short heads stand right over their cells.
      const middle = y + (most - lines.length + i + 0.5) * line;
      const x = columns.cellX(at) + columns.cellWidth / 2;
      sheet.texts.push({
        text,
        x,
        y: baseline(middle, size),
        size,
        bold: false,
        tone: "muted",
        align: "center",
      });
    });
  });
  if (columns.nRight !== undefined) {
    const place = {
      x: columns.nRight,
      y: baseline(y + (most - 0.5) * line, size),
      size,
      bold: false,
    } as const;
    sheet.texts.push({ text: "n", ...place, tone: "muted", align: "right" });
  }
  return y + most * line + 4;
}

function placeRow(
  sheet: Sheet,
  figure: GridFigure,
  row: GridRow | HiddenRow,
  columns: GridColumns,
  top: number,
  options: LayoutOptions,
): number {
  const { measure } = options;
  const beside = columns.way === "beside";
  const padding = beside ? 1 : gap;
  const bold = isShown(row) && row.total === true;
  const base = isShown(row) && row.n !== undefined ? count(row.n) : undefined;
  const baseText = base && (beside ? base : `n\u00a0=\u00a0${base}`);
  const room = beside || !baseText ? 0 : measure(baseText, type.small.size, false) + 12;
  const width = columns.labelWidth - room;
  const labelHeight = linesOf(row.label, width, "label", measure, bold).length * type.label.line;
  const cellsTop = beside ? top + padding : top + padding + labelHeight + 4;
  const cellsHeight = isShown(row)
    ? placeCells(sheet, figure, row.cells, columns, cellsTop, beside ? labelHeight : 0, options)
    : placeHidden(sheet, row, columns, cellsTop, beside ? labelHeight : 0, options);
  const labelTop = beside ? cellsTop + (cellsHeight - labelHeight) / 2 : top + padding;
  placeParagraph(sheet, row.label, { x: columns.left, y: labelTop, width, role: "label", bold }, measure);
  if (baseText) {
    const middle = beside ? cellsTop + cellsHeight / 2 : labelTop + type.label.line / 2;
    const { size } = type.small;
    const place = {
      x: columns.nRight ?? columns.right,
      y: baseline(middle, size),
      size,
      bold: false,
    } as const;
    sheet.texts.push({ text: baseText, ...place, tone: "muted", align: "right" });
  }
  return cellsTop + cellsHeight + padding;
}

/** Why a whole row has no numbers, where they would stand. */
function placeHidden(
  sheet: Sheet,
  row: HiddenRow,
  columns: GridColumns,
  top: number,
  least: number,
  { measure }: LayoutOptions,
): number {
  const width = columns.right - columns.cellsLeft;
  const needed = linesOf(row.hidden, width, "small", measure).length * type.small.line;
  const height = Math.max(needed + 8, least);
  const place = { x: columns.cellsLeft, y: top + (height - needed) / 2, width } as const;
  placeParagraph(sheet, row.hidden, { ...place, role: "small", tone: "muted" }, measure);
  return height;
}
