import type { GridCell, GridFigure, GridRow, HiddenCell } from "./figure.ts";
import type { GridColumns } from "./grid-columns.ts";
import { baseline, type LayoutOptions, linesOf, placeParagraph, type Sheet } from "./sheet.ts";
import { type } from "./theme.ts";

const isHidden = (cell: GridCell | HiddenCell): cell is HiddenCell => "hidden" in cell;

/** The tiles of one row with their words; returns the height they take. @param least what the label beside them takes */
export function placeCells(
  sheet: Sheet,
  figure: GridFigure,
  cells: GridRow["cells"],
  columns: GridColumns,
  top: number,
  least: number,
  options: LayoutOptions,
): number {
  if (columns.way === "list") return placeList(sheet, figure, cells, columns, top, options);
  const height = Math.max(least, ...cells.map((cell) => heightOf(cell, columns.cellWidth, options)));
  cells.forEach((cell, at) => {
    placeCell(sheet, cell, { x: columns.cellX(at), y: top, width: columns.cellWidth, height }, options);
  });
  return height;
}

/** One line for each cell: tile first, then what its column is. */
function placeList(
  sheet: Sheet,
  figure: GridFigure,
  cells: GridRow["cells"],
  columns: GridColumns,
  top: number,
  options: LayoutOptions,
): number {
  const { measure } = options;
  let y = top;
  cells.forEach((cell, at) => {
    const text = figure.columns[at] ?? "";
    const x = columns.cellsLeft + columns.cellWidth + 10;
    const width = columns.right - x;
    const words = linesOf(text, width, "small", measure).length * type.small.line;
    const height = Math.max(words + 6, heightOf(cell, columns.cellWidth, options));
    placeCell(sheet, cell, { x: columns.cellsLeft, y, width: columns.cellWidth, height }, options);
    placeParagraph(sheet, text, { x, y: y + (height - words) / 2, width, role: "small" }, measure);
    y += height + 2;
  });
  return y - top - 2;
}

function heightOf(cell: GridCell | HiddenCell, width: number, { measure }: LayoutOptions): number {
  if (isHidden(cell)) return linesOf(cell.hidden, width - 8, "small", measure).length * type.small.line + 8;
  return type.value.line + (cell.detail ? type.small.line : 0) + 8;
}

function placeCell(
  sheet: Sheet,
  cell: GridCell | HiddenCell,
  box: { x: number; y: number; width: number; height: number },
  { measure }: LayoutOptions,
): void {
  const x = box.x + box.width / 2;
  const centre = { x, align: "center", tone: "ink" } as const;
  if (isHidden(cell)) {
    sheet.tiles.push({ ...box, shade: 0 });
    const { size, line } = type.small;
    const lines = linesOf(cell.hidden, box.width - 8, "small", measure);
    lines.forEach((text, at) => {
      const middle = box.y + box.height / 2 + (at - (lines.length - 1) / 2) * line;
      sheet.texts.push({ ...centre, text, y: baseline(middle, size), size, bold: false, tone: "muted" });
    });
    return;
  }
  const { shade, text, detail } = cell;
  sheet.tiles.push({ ...box, shade });
  const used = type.value.line + (detail ? type.small.line : 0);
  const top = box.y + (box.height - used) / 2;
  const y = baseline(top + type.value.line / 2, type.value.size);
  sheet.texts.push({ ...centre, text, y, size: type.value.size, bold: true, on: shade });
  if (!detail) return;
  const below = baseline(top + type.value.line + type.small.line / 2, type.small.size);
  sheet.texts.push({ ...centre, text: detail, y: below, size: type.small.size, bold: false, on: shade });
}
