import { fill } from "#app/locales/language.ts";
import type { CrossCell, CrossTab } from "#app/results/cross-tab.ts";
import type { Shown } from "#app/results/view.ts";
import type { GridCell, GridFigure, GridRow, HiddenCell, HiddenRow } from "../charts/figure.ts";
import { grouped } from "../studio/amount.ts";
import { residualText, shadeOf, shortWhy, tableTitle, whyLine } from "./cross-words.ts";
import type { Reader } from "./figures.ts";
import { hiddenText, sentences, shareText } from "./numbers.ts";

/** The table as a shaded grid: percentages of the lines that are the bases, residuals, and how all answered. */
export function crossFigure(table: CrossTab, reader: Reader): GridFigure {
  const { messages, language, k } = reader;
  const { cross } = messages;
  const { column, rows, columns, cells, total, bases } = table;
  const byColumn = bases === "columns";
  const lines = rows.map((line, at): GridRow | HiddenRow => {
    const own = cells[at]!;
    const label = line.label[language];
    const why = byColumn ? undefined : whyLine(line, own);
    if (why) return { label, hidden: hiddenText(why, messages, k) };
    const all = byColumn ? [totalCell(total.cells[at]!, true, reader)] : [];
    const n = byColumn || !line.n.shown ? undefined : line.n.n;
    return {
      label,
      ...(n !== undefined && { n }),
      cells: [...own.map((cell, to) => gridCell(cell, baseOf(table, at, to), byColumn, reader)), ...all],
    };
  });
  const last: GridRow = byColumn
    ? {
        label: "n",
        total: true,
        cells: [...columns.map(({ n }) => n), total.n].map((n) =>
          n.shown ? plain(grouped(language, n.n)) : { hidden: shortWhy(n.why, reader) },
        ),
      }
    : {
        label: cross.all,
        total: true,
        ...(total.n.shown && { n: total.n.n }),
        cells: total.cells.map((cell) => totalCell(cell, false, reader)),
      };
  const shaded = cells.flat().some((cell) => cell.shown && cell.residual !== undefined);
  return {
    kind: "grid",
    title: tableTitle(table, reader),
    across: column.text[language] === column.short[language] ? undefined : column.text[language],
    columns: [...columns.map(({ label }) => label[language]), ...(byColumn ? [cross.all] : [])],
    rows: [...lines, last],
    ...(shaded && { legend: cross.legend as unknown as GridFigure["legend"] }),
    note: noteOf(table, shaded, reader),
  };
}

const plain = (text: string): GridCell => ({ text, shade: 0 });

/** People behind the percentage of a cell: its line's, whichever side is the base. */
function baseOf({ rows, columns, bases }: CrossTab, at: number, to: number): number {
  const n = bases === "columns" ? columns[to]!.n : rows[at]!.n;
  return n.shown ? n.n : 0;
}

function gridCell(
  cell: Shown<CrossCell>,
  n: number,
  byColumn: boolean,
  reader: Reader,
): GridCell | HiddenCell {
  if (!cell.shown) return { hidden: shortWhy(cell.why, reader) };
  const { messages, language } = reader;
  const share = byColumn ? cell.ofColumn : cell.ofRow;
  const { count, residual } = cell;
  const text =
    share === undefined
      ? fill(messages.cross.counted, { n: grouped(language, count ?? 0) })
      : shareText(share, messages, language, n);
  return {
    text,
    ...(residual !== undefined && { detail: residualText(residual) }),
    shade: shadeOf(residual),
  };
}

const totalCell = (cell: Shown<CrossCell>, byColumn: boolean, reader: Reader): GridCell | HiddenCell => {
  const found = gridCell(cell, 0, byColumn, reader);
  return "hidden" in found ? found : plain(found.text);
};

/** What the numbers are, and what is not there. */
function noteOf(table: CrossTab, shaded: boolean, { messages, language }: Reader): string {
  const { note } = messages.cross;
  const { bases, cells, rows, empty, column } = table;
  const partly = rows.some(({ n }, at) => !n.shown && cells[at]!.some((cell) => cell.shown));
  return sentences(language, [
    bases === "columns" ? note.columns : note.rows,
    shaded ? note.residuals : undefined,
    column.measure === "several" ? note.several : undefined,
    note.total,
    cells.flat().some((cell) => !cell.shown) ? note.hiddenCells : undefined,
    bases === "cells" && partly ? note.bases : undefined,
    empty.rows > 0 ? fill(note.emptyRows, { n: empty.rows }) : undefined,
    empty.columns > 0 ? fill(note.emptyColumns, { n: empty.columns }) : undefined,
  ]);
}
