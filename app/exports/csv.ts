import { type Cell, guardText } from "./cell.ts";
import type { TableFormat } from "./table-format.ts";

const byteOrderMark = "\ufeff";
const quoted = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const field = (cell: Cell) => (typeof cell === "number" ? String(cell) : quoted(guardText(cell)));
const line = (cells: readonly Cell[]) => `${cells.map(field).join(",")}\r\n`;

/** Comma-separated values as RFC 4180 has them, in UTF-8 with the mark that Excel needs to read Chinese. */
export const csv: TableFormat = {
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  start: (names) => byteOrderMark + line(names),
  row: line,
};
