import readWorkbook from "read-excel-file/universal";
import { decodeText } from "#app/fieldwork/decode-text.ts";
import { type CsvRow, readCsv } from "#app/fieldwork/read-csv.ts";
import {
  checkedWorkbook,
  isArchive,
  UnreadableWorkbook,
  type WorkbookFault,
} from "#app/fieldwork/workbook-parts.ts";
import { whatColumnTells } from "./answers-columns.ts";
import type { GivenFile } from "./format.ts";
import { type Refusal, Unreadable } from "./report.ts";

/** Answers as another system exported them: a row a person. What could identify somebody is not among the columns any more. */
export interface AnswersTable {
  /** The file's own name, and whether it is an export of 问卷星. */
  name: string;
  format: "wjx" | "table";
  headings: string[];
  rows: AnswersRow[];
  /** Headings of columns that were not taken over at all, and why. */
  dropped: { heading: string; why: "personal" | "technical" }[];
}
export interface AnswersRow {
  /** Of the file, from 1. */
  line: number;
  cells: string[];
  /** The line it repeats word for word, where a file was put together twice. */
  repeats?: number;
}

/** Far above any survey of one institution, far below what would hold the server up. */
export const answersLimits = { rows: 20_000, columns: 400, cell: 4000, letters: 6_000_000 } as const;
const workbookLimits = { entries: 200, unpacked: 64 * 1024 * 1024, rows: answersLimits.rows + 10 };

const refusals: Record<WorkbookFault, Refusal> = {
  hostile: "dangerous",
  "too-large": "tooLarge",
  "too-many-rows": "tooMany",
  "broken-file": "broken",
  "not-a-table": "wrongFormat",
};

/**
 * Reads a CSV or an Excel file of answers. Addresses, names, sources and precise times are left behind here, before
 * anything else sees the table: of a time only its day goes on.
 * @throws Unreadable
 */
export async function readAnswersTable(file: GivenFile): Promise<AnswersTable> {
  if (file.bytes.length === 0) throw new Unreadable("empty");
  if (file.bytes[0] === 0xd0 && file.bytes[1] === 0xcf) throw new Unreadable("encrypted");
  const rows = isArchive(file.bytes) ? await workbookRows(file.bytes) : textRows(file.bytes);
  const [head, ...people] = rows;
  if (!head || people.length === 0) throw new Unreadable("empty");
  if (people.length > answersLimits.rows) throw new Unreadable("tooMany");
  const headings = head.fields.map((one) => one.replace(/\s+/g, " ").trim().slice(0, 500));
  if (headings.length > answersLimits.columns) throw new Unreadable("tooMany");
  if (headings.filter(Boolean).length < 2) throw new Unreadable("wrongFormat");
  const repeated = repeats(headings, people);
  const told = headings.map(whatColumnTells);
  const kept = headings.flatMap((heading, at) =>
    heading && told[at] !== "personal" && told[at] !== "technical" ? [at] : [],
  );
  const letters = people.reduce(
    (sum, { fields }) => sum + kept.reduce((all, at) => all + (fields[at]?.length ?? 0) + 1, 0),
    0,
  );
  if (letters > answersLimits.letters) throw new Unreadable("tooLarge");
  return {
    name: file.name.replace(/^.*[\\/]/, "").slice(0, 120),
    format: headings.some((one) => /^(提交答卷时间|所用时间)/.test(one)) ? "wjx" : "table",
    headings: kept.map((at) => headings[at]!),
    rows: people.map(({ line, fields }, at) => ({
      line,
      cells: kept.map((column) => {
        const cell = (fields[column] ?? "").trim().slice(0, answersLimits.cell);
        return told[column] === "day" ? (dayOf(cell) ?? "") : cell;
      }),
      ...(repeated[at] !== undefined && { repeats: repeated[at] }),
    })),
    dropped: headings.flatMap((heading, at) => {
      const why = told[at];
      return heading && (why === "personal" || why === "technical") ? [{ heading, why }] : [];
    }),
  };
}

/** For each row the line of an earlier one that says the same in every column: its number in the file apart. */
function repeats(headings: readonly string[], rows: readonly CsvRow[]): (number | undefined)[] {
  const counted = headings.map((heading) => !/^(序号|编号|no\.?|#|row|index)$/i.test(heading));
  // Without a time two people may well have answered alike: nothing says that they are one.
  const timed = headings.some((heading) => /时间|time|date|stamp/i.test(heading));
  if (!timed) return [];
  const seen = new Map<string, number>();
  return rows.map(({ line, fields }) => {
    const key = fields.filter((_, at) => counted[at]).join("\u0000");
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    return before;
  });
}

/** 2024-05-12 of "2024/5/12 10:20:30", "2024年5月12日" or a spreadsheet's own date. */
export function dayOf(cell: string): string | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(cell.normalize("NFKC").trim());
  const serial = /^\d{5}(\.\d+)?$/.test(cell) ? Number(cell) : undefined;
  const day = found
    ? [found[1], ...found.slice(2, 4).map((part) => part!.padStart(2, "0"))].join("-")
    : serial === undefined
      ? ""
      : new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

async function workbookRows(bytes: Uint8Array): Promise<CsvRow[]> {
  try {
    const checked = checkedWorkbook(bytes, workbookLimits);
    const sheets = await readWorkbook(new Blob([checked as Uint8Array<ArrayBuffer>]), { trim: false });
    const rows = (sheets[0]?.data ?? []).map((cells, at) => ({ line: at + 1, fields: cells.map(cellText) }));
    return rows.filter(({ fields }) => fields.some((one) => one.trim() !== ""));
  } catch (error) {
    throw new Unreadable(error instanceof UnreadableWorkbook ? refusals[error.fault] : "broken");
  }
}

function textRows(bytes: Uint8Array): CsvRow[] {
  const text = decodeText(bytes);
  if (text === undefined) throw new Unreadable("wrongFormat");
  const start = text.slice(0, 10_000).trimStart().split(/\r?\n/, 1)[0] ?? "";
  const count = (sign: string) => start.split(sign).length;
  const separator = ["\t", ";"].find((one) => count(one) > count(",")) ?? ",";
  try {
    return readCsv(text, separator);
  } catch {
    throw new Unreadable("broken");
  }
}

const cellText = (cell: unknown) =>
  cell === null || cell === undefined
    ? ""
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const unescapes: Record<string, string> = { "\\": "\\", t: "\t", n: "\n", r: "\r" };
const escaped = (cell: string) => cell.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!);
const unescaped = (cell: string) => cell.replace(/\\(.)/g, (_, sign: string) => unescapes[sign] ?? sign);

/**
 * A table as text for a hidden field: between the steps of an import it is with the person who imports, and nowhere else.
 * Lines of cells, because quotes would grow sixfold in a page.
 */
export function packTable({ name, format, headings, rows, dropped }: AnswersTable): string {
  const head = [name, format, ...dropped.map(({ heading, why }) => `${why} ${heading}`)];
  const lines = rows.map(({ line, repeats, cells }) => [`${line} ${repeats ?? ""}`, ...cells]);
  return [head, headings, ...lines].map((cells) => cells.map(escaped).join("\t")).join("\n");
}

/** @throws Unreadable for what no import of ours has written */
export function unpackTable(packed: string): AnswersTable {
  if (packed.length > answersLimits.letters * 2) throw new Unreadable("tooLarge");
  const [head, headings, ...rows] = packed
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.split("\t").map(unescaped));
  const [name, format, ...dropped] = head ?? [];
  if (!headings || (format !== "wjx" && format !== "table") || rows.length === 0)
    throw new Unreadable("broken");
  if (rows.length > answersLimits.rows || headings.length > answersLimits.columns)
    throw new Unreadable("tooMany");
  return {
    name: name ?? "",
    format,
    headings,
    rows: rows.map(([place, ...cells]) => {
      const [line, repeats] = (place ?? "").split(" ").map((part) => (part ? Number(part) : Number.NaN));
      if (!Number.isInteger(line) || cells.length !== headings.length) throw new Unreadable("broken");
      return { line: line!, cells, ...(Number.isInteger(repeats) && { repeats: repeats! }) };
    }),
    dropped: dropped.map((one) => ({
      heading: one.replace(/^\w+ /, ""),
      why: one.startsWith("personal ") ? "personal" : "technical",
    })),
  };
}
