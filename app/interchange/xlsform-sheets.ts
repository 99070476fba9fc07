import readWorkbook from "read-excel-file/universal";
import { decodeText } from "#app/fieldwork/decode-text.ts";
import { type CsvRow, readCsv } from "#app/fieldwork/read-csv.ts";
import {
  checkedWorkbook,
  isArchive,
  UnreadableWorkbook,
  type WorkbookFault,
  workbookParts,
} from "#app/fieldwork/workbook-parts.ts";
import type { GivenFile } from "./format.ts";
import { limits, type Refusal, Unreadable } from "./report.ts";

/** A row below the header: what stands under each heading, and where the row is. Cells without content are absent. */
export interface SheetRow {
  line: number;
  cells: Map<string, string>;
}
export interface Sheet {
  headings: string[];
  rows: SheetRow[];
}
/** The sheets of an XLSForm by name, in small letters. */
export type Sheets = Map<string, Sheet>;

/** Far above any form (a thousand questions and all districts of China as choices), far below what would hurt. */
const workbookLimits = { entries: 200, unpacked: 8 * 1024 * 1024, rows: 10_000 };
const tableBytes = 4_000_000;
const columnLimit = 200;

const refusals: Record<WorkbookFault, Refusal> = {
  hostile: "dangerous",
  "too-large": "tooLarge",
  "too-many-rows": "tooMany",
  "broken-file": "broken",
  "not-a-table": "wrongFormat",
};

/**
 * Whether this is a workbook with a sheet called "survey". An archive that must not be looked into is taken for one,
 * so that reading it says why.
 */
export function isSurveyWorkbook({ bytes }: GivenFile): boolean {
  if (!isArchive(bytes)) return false;
  try {
    const book = workbookParts(bytes, workbookLimits, /^xl\/workbook\.xml$/)["xl/workbook.xml"];
    return /<(\w+:)?sheet\s[^>]*name\s*=\s*["']survey["']/i.test(new TextDecoder().decode(book));
  } catch {
    return true;
  }
}

/** @throws Unreadable */
export async function readWorkbookSheets({ bytes }: GivenFile): Promise<Sheets> {
  if (bytes.length > limits.bytes) throw new Unreadable("tooLarge");
  if (bytes.length === 0) throw new Unreadable("empty");
  // Workbooks with a password, and those of before 2007.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable("encrypted");
  if (!isArchive(bytes)) throw new Unreadable("wrongFormat");
  try {
    const checked = checkedWorkbook(bytes, workbookLimits);
    // White space around a text is the text's own until we know whose file this is.
    const sheets = await readWorkbook(new Blob([checked as Uint8Array<ArrayBuffer>]), { trim: false });
    return new Map(
      sheets.map(({ sheet, data }) => [
        sheet.trim().toLowerCase(),
        tableOf(data.map((cells, at) => ({ line: at + 1, fields: cells.map(cellText) }))),
      ]),
    );
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(error instanceof UnreadableWorkbook ? refusals[error.fault] : "broken");
  }
}

const cellText = (cell: unknown) =>
  cell === null || cell === undefined
    ? ""
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);

/** Whether a text is an XLSForm as CSV, with one sheet or several. */
export function isSurveyTable({ bytes }: GivenFile): boolean {
  if (isArchive(bytes)) return false;
  const start = decodeText(bytes.subarray(0, 200_000)) ?? decodeText(bytes) ?? "";
  const names = start
    .slice(0, 20_000)
    .split(/\r?\n/, 20)
    .map((line) => line.split(",").map((one) => one.replace(/^[\ufeff"\s]+|["\s]+$/g, "").toLowerCase()));
  const header = names.find(
    (fields) => fields.some(Boolean) && !fields.every((one) => !one || one === "survey"),
  );
  const isHeader = !!header?.includes("type") && header.some((one) => one === "name" || /^label/.test(one));
  // A column called "type" is common: one of the form's own words must stand somewhere too.
  return (
    isHeader && /(^|[",\n])\s*"?(select[_ ]|text|integer|note|begin[_ ]|calculate|acknowledge)/i.test(start)
  );
}

/**
 * The sheets of a CSV file: either the survey alone, or, as pyxform has it, one below the other with the name of each
 * in the first column.
 * @throws Unreadable
 */
export function readTableSheets({ bytes }: GivenFile): Sheets {
  if (bytes.length > tableBytes) throw new Unreadable("tooLarge");
  const rows = rowsOf(bytes);
  const first = rows[0];
  if (!first) throw new Unreadable("empty");
  if (rows.length > workbookLimits.rows) throw new Unreadable("tooMany");
  if (first.fields.some((one) => one.trim().toLowerCase() === "type") && first.fields[0]?.trim() !== "survey")
    return new Map([["survey", tableOf(rows)]]);
  const sections = new Map<string, CsvRow[]>();
  let current: CsvRow[] = [];
  for (const { line, fields } of rows) {
    const name = fields[0]?.trim().toLowerCase();
    if (name) {
      current = sections.get(name) ?? [];
      sections.set(name, current);
    }
    const rest = fields.slice(1);
    if (rest.some((one) => one.trim() !== "")) current.push({ line, fields: rest });
  }
  return new Map([...sections].map(([name, section]) => [name, tableOf(section)]));
}

function rowsOf(bytes: Uint8Array): CsvRow[] {
  const text = decodeText(bytes);
  if (text === undefined) throw new Unreadable("wrongFormat");
  try {
    return readCsv(text);
  } catch {
    throw new Unreadable("broken");
  }
}

/** Rows as a table: the first with any content is the header. Rows without content are left out. */
function tableOf(rows: CsvRow[]): Sheet {
  const filled = rows.filter(({ fields }) => fields.some((one) => one.trim() !== ""));
  const headings = (filled[0]?.fields ?? []).map((one) => one.trim());
  if (headings.length > columnLimit) throw new Unreadable("tooMany");
  return {
    headings: [...new Set(headings.filter(Boolean))],
    rows: filled.slice(1).map(({ line, fields }) => {
      const cells = new Map<string, string>();
      for (const [at, heading] of headings.entries()) {
        const cell = fields[at] ?? "";
        if (heading && cell.trim() !== "" && !cells.has(heading)) cells.set(heading, cell);
      }
      return { line, cells };
    }),
  };
}
