import { guardText } from "#app/exports/cell.ts";
import type { Messages } from "#app/locales/index.ts";
import { columnName, wholeText } from "./cells.ts";
import type { Cell, DataTable } from "./exhibit.ts";

/** A table for the clipboard, tab-separated, as people read it: it goes into a report as often as into a spreadsheet. */
export const tableTsv = ({ head, rows }: DataTable, messages: Messages): string =>
  [head.map((one) => plain(columnName(one, messages))), ...rows.map((cells) => cells.map(textOf))]
    .map((cells) => `${cells.join("\t")}\r\n`)
    .join("");

const plain = (text: string) => guardText(text.replace(/\s+/gu, " ").trim());

function textOf(cell: Cell): string {
  const holdsNumber =
    typeof cell !== "string" && "text" in cell && (cell.value !== undefined || cell.low !== undefined);
  // What we wrote of a number, such as "+3", is no formula.
  return holdsNumber ? wholeText(cell) : plain(wholeText(cell));
}
