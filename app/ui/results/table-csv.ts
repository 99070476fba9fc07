import type { Cell as FileCell } from "#app/exports/cell.ts";
import { csv } from "#app/exports/csv.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { columnName, wholeText } from "./cells.ts";
import type { Cell, Column, DataTable } from "./exhibit.ts";

/**
 * A table as a CSV file that any program reads without being told anything: one head row, one row for each row, every
 * number with its meaningful digits, shares as fractions. A column of numbers holds numbers or nothing: why a cell is not
 * shown, or is told only as a bound, stands in a column of its own at the end of its row. Study, selection, n and date
 * follow in columns, the same in each row: lines above or below the table would break `read.csv`, and rows of several
 * files put under each other still say whose they are.
 *
 * @param about heads and values of those last columns
 */
export function tableCsv(
  { head, rows }: DataTable,
  about: readonly (readonly [string, FileCell])[],
  messages: Messages,
): string {
  const { file } = messages.exhibits;
  const columns = head.map((column, at) => ({
    ...column,
    text: columnName(column, messages),
    // A column that carries no numbers at all is one of words, whatever its looks.
    number: column.number && rows.some((cells) => numberOf(cells[at]) !== undefined),
  }));
  const lines = rows.map((cells) => linesOf(cells, columns, messages));
  const reasons = lines.some((one) => one.reasons !== "");
  const names = columns.flatMap((column) =>
    column.interval
      ? [fill(file.low, { column: column.text }), fill(file.high, { column: column.text })]
      : [column.text],
  );
  return (
    csv.start([...names, ...(reasons ? [file.hidden] : []), ...about.map(([name]) => name)]) +
    lines
      .map((one) =>
        csv.row([...one.values, ...(reasons ? [one.reasons] : []), ...about.map(([, value]) => value)]),
      )
      .join("")
  );
}

function linesOf(cells: readonly Cell[], columns: readonly Column[], messages: Messages) {
  const { file } = messages.exhibits;
  const reasons: string[] = [];
  const values = columns.flatMap((column, at): FileCell[] => {
    const cell = cells[at];
    const hidden = typeof cell === "object" && "hidden" in cell ? cell.hidden : undefined;
    const text = cell === undefined || hidden !== undefined ? "" : wholeText(cell);
    const why = (words: string) =>
      // The last one speaks for the rest of its row.
      reasons.push(
        hidden !== undefined && at === cells.length - 1 ? words : `${column.text}${file.colon}${words}`,
      );
    if (hidden !== undefined) why(hidden);
    if (column.interval) return [finite(cell, "low"), finite(cell, "high")];
    if (!column.number) return [text];
    const value = numberOf(cell);
    if (value === undefined && text !== "") why(text);
    return [value ?? ""];
  });
  return { values, reasons: reasons.join(file.join) };
}

const finite = (cell: Cell | undefined, end: "low" | "high"): FileCell => {
  const value = typeof cell === "object" && "text" in cell ? cell[end] : undefined;
  return meaningful(value) ?? "";
};

function numberOf(cell: Cell | undefined): number | undefined {
  return meaningful(typeof cell === "object" && "text" in cell ? cell.value : undefined);
}

/** Twelve digits: beyond them lies only the noise of binary fractions, 48.25000000000001. */
const meaningful = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined;
