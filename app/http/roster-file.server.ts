import { readSheet } from "read-excel-file/node";
import { decodeText } from "#app/fieldwork/decode-text.ts";
import { type CsvRow, readCsv } from "#app/fieldwork/read-csv.ts";
import { type Roster, readRoster, rosterLimits, UnreadableRoster } from "#app/fieldwork/roster.ts";
import { checkedWorkbook, isArchive, UnreadableWorkbook } from "#app/fieldwork/workbook-parts.ts";

/** What a spreadsheet may be before it is looked into: a real one of 20,000 rows has a dozen parts and about 15 MB. */
export const archiveLimits = { entries: 200, unpacked: 32 * 1024 * 1024, rows: rosterLimits.rows * 3 };

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((one, at) => bytes[at] === one);

/**
 * Reads an uploaded roster: CSV (or what is copied from a spreadsheet) in UTF-8, UTF-16 or GBK, or an Excel workbook's
 * first sheet. What kind it is says its content, never its name.
 * @throws UnreadableRoster
 */
export async function readRosterFile(bytes: Uint8Array): Promise<Roster> {
  if (isArchive(bytes)) return readRoster(await readWorkbook(bytes));
  // Workbooks of before 2007, and those with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableRoster("old-excel");
  const text = decodeText(bytes);
  if (text === undefined) throw new UnreadableRoster("not-a-table");
  return readRoster(readText(text));
}

function readText(text: string): CsvRow[] {
  const start = text.slice(0, 10_000).trimStart().split(/\r?\n/, 1)[0] ?? "";
  const count = (sign: string) => start.split(sign).length;
  const separator = ["\t", ";"].find((one) => count(one) > count(",")) ?? ",";
  try {
    return readCsv(text, separator);
  } catch {
    throw new UnreadableRoster("broken-file");
  }
}

/** The first sheet of a workbook as a table. Empty rows are left out. */
async function readWorkbook(bytes: Uint8Array): Promise<CsvRow[]> {
  const sheet = await readSheet(Buffer.from(checked(bytes))).catch(() => {
    throw new UnreadableRoster("broken-file");
  });
  return sheet
    .map((cells, at) => ({ line: at + 1, fields: cells.slice(0, 60).map(cellText) }))
    .filter((row) => row.fields.some((cell) => cell.trim() !== ""));
}

function checked(bytes: Uint8Array): Uint8Array {
  try {
    return checkedWorkbook(bytes, archiveLimits);
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? new UnreadableRoster(error.fault) : error;
  }
}

const cellText = (cell: unknown) =>
  cell === null || cell === undefined
    ? ""
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);
