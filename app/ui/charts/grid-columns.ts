import { narrowBelow } from "./columns.ts";
import { type GridCell, type GridFigure, type HiddenCell, isShown } from "./figure.ts";
import { type LayoutOptions, linesOf, type Sides } from "./sheet.ts";
import { type } from "./theme.ts";
import { count } from "./words.ts";

/**
 * Where the parts of a grid stand. "beside": labels at the left of their cells; "above": over them, where there is no
 * room beside; "list": every cell on a line of its own with its column's words, where not even the heads have room.
 */
export interface GridColumns extends Sides {
  way: "beside" | "above" | "list";
  labelWidth: number;
  cellsLeft: number;
  cellWidth: number;
  cellX: (column: number) => number;
  nRight?: number;
}

const gap = 2;
/** A percentage and some air; more where a second line stands under it. */
const leastCell = { plain: 46, detailed: 58 } as const;
const widestCell = 128;
const tallestHead = 4;

export function gridColumns(figure: GridFigure, sides: Sides, options: LayoutOptions): GridColumns {
  const width = sides.right - sides.left;
  const cells = figure.rows.filter(isShown).flatMap((row) => row.cells);
  const detailed = cells.some((cell) => "detail" in cell && cell.detail !== undefined);
  const least = Math.max(detailed ? leastCell.detailed : leastCell.plain, cellsWidth(cells, options) + 8);
  const fits = (cellWidth: number) => cellWidth >= least && headsFit(figure, cellWidth, options);
  if (options.width >= narrowBelow) {
    const nWidth = baseWidth(figure, options);
    const natural = labelsWidth(figure, options);
    // Labels give way to cells, down to a quarter of the width.
    for (const part of [0.4, 0.32, 0.25]) {
      const labelWidth = Math.min(Math.round(width * part), Math.max(110, Math.ceil(natural) + 1));
      const cellsLeft = sides.left + labelWidth + 16;
      const cellWidth = cellOf(sides.right - nWidth - cellsLeft, figure);
      if (!fits(cellWidth)) continue;
      const cellX = (column: number) => cellsLeft + column * (cellWidth + gap);
      const nRight = nWidth > 0 ? cellX(figure.columns.length) + nWidth : undefined;
      return { ...sides, way: "beside", labelWidth, cellsLeft, cellWidth, cellX, nRight };
    }
  }
  const above = cellOf(width, figure);
  const common = { ...sides, labelWidth: width, cellsLeft: sides.left };
  if (fits(above))
    return {
      ...common,
      way: "above",
      cellWidth: above,
      cellX: (column) => sides.left + column * (above + gap),
    };
  return { ...common, way: "list", cellWidth: Math.max(84, least), cellX: () => sides.left };
}

const cellOf = (room: number, { columns }: GridFigure) =>
  Math.min(widestCell, Math.floor((room + gap) / Math.max(1, columns.length) - gap));

/** Whether every head can be set over a cell without breaking a word. */
function headsFit(figure: GridFigure, cellWidth: number, { measure }: LayoutOptions): boolean {
  const room = cellWidth - 6;
  const small = (text: string) => measure(text, type.small.size, false);
  return figure.columns.every((head) => {
    return (
      wordsOf(head).every((word) => small(word) <= room) &&
      linesOf(head, room, "small", measure).length <= tallestHead
    );
  });
}

/** The widest number, or the widest word of a reason in its place. */
const cellsWidth = (cells: readonly (GridCell | HiddenCell)[], { measure }: LayoutOptions) =>
  Math.max(
    0,
    ...cells.map((cell) => {
      const small = (text: string) => measure(text, type.small.size, false);
      if ("hidden" in cell) return Math.max(...wordsOf(cell.hidden).map(small));
      return Math.max(measure(cell.text, type.value.size, true), small(cell.detail ?? ""));
    }),
  );

/** What cannot be broken into lines: words, where they are not Chinese. */
const wordsOf = (text: string) => text.split(/[\s\u2e80-\uffef]+/u);

const labelsWidth = (figure: GridFigure, { measure }: LayoutOptions) =>
  Math.max(
    ...figure.rows.map((row) => measure(row.label, type.label.size, isShown(row) && row.total === true)),
    0,
  );

/** Room for the column of bases and the air before it; 0 where no row has one. */
function baseWidth(figure: GridFigure, { measure }: LayoutOptions): number {
  const bases = figure.rows.flatMap((row) => (isShown(row) && row.n !== undefined ? [count(row.n)] : []));
  if (bases.length === 0) return 0;
  return 12 + Math.ceil(Math.max(...["n", ...bases].map((text) => measure(text, type.small.size, false))));
}
