import { strToU8, Unzip, UnzipInflate, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { type CsvRow, readCsv } from "#app/fieldwork/read-csv.ts";
import { type Roster, readRoster, rosterLimits, UnreadableRoster } from "#app/fieldwork/roster.ts";

/** What a spreadsheet may be before it is looked into: a real one of 20,000 rows has a dozen parts and about 15 MB. */
export const archiveLimits = { entries: 200, unpacked: 32 * 1024 * 1024, rows: 60_000 };

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((one, at) => bytes[at] === one);

/**
 * Reads an uploaded roster: CSV (or what is copied from a spreadsheet) in UTF-8, UTF-16 or GBK, or an Excel workbook's
 * first sheet. What kind it is says its content, never its name.
 * @throws UnreadableRoster
 */
export async function readRosterFile(bytes: Uint8Array): Promise<Roster> {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return readRoster(await readWorkbook(bytes));
  // Workbooks of before 2007, and those with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableRoster("old-excel");
  return readRoster(readText(decode(bytes)));
}

/** Bytes as text, in whichever encoding rosters come: with a mark, UTF-8, or else GBK as Chinese Excel saves it. */
function decode(bytes: Uint8Array): string {
  const as = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  try {
    if (startsWith(bytes, 0xff, 0xfe)) return as("utf-16le");
    if (startsWith(bytes, 0xfe, 0xff)) return as("utf-16be");
    if (bytes.includes(0)) throw new UnreadableRoster("not-a-table");
    try {
      return as("utf-8");
    } catch {
      return as("gb18030");
    }
  } catch {
    throw new UnreadableRoster("not-a-table");
  }
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
  const parts = unpack(bytes);
  if (!parts["xl/workbook.xml"]) throw new UnreadableRoster("not-a-table");
  for (const part of Object.values(parts)) guardPart(part);
  // Packed anew, so that the reader sees exactly what was checked and nothing else of the file.
  const checked = Buffer.from(zipSync(parts, { level: 0 }));
  const sheet = await readSheet(checked).catch(() => {
    throw new UnreadableRoster("broken-file");
  });
  return sheet
    .map((cells, at) => ({ line: at + 1, fields: cells.slice(0, 60).map(cellText) }))
    .filter((row) => row.fields.some((cell) => cell.trim() !== ""));
}

const cellText = (cell: unknown) =>
  cell === null || cell === undefined
    ? ""
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);

/**
 * The XML parts of a workbook, counted while they unpack: what the archive says of its own sizes is believed only
 * where it is bad news.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let entries = 0;
  let unpacked = 0;
  const archive = new Unzip((entry) => {
    if (++entries > archiveLimits.entries) throw new UnreadableRoster("hostile");
    if ((entry.originalSize ?? 0) > archiveLimits.unpacked) throw new UnreadableRoster("too-large");
    // Names lead nowhere here, as nothing is written to disk; whoever sends such names sends no roster.
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(entry.name)) throw new UnreadableRoster("hostile");
    // Pictures, printer settings and the like stay packed.
    if (!/\.(xml|xml\.rels)$|^_rels\/\.rels$/.test(entry.name)) return;
    if (parts.has(entry.name)) throw new UnreadableRoster("hostile");
    const chunks: Uint8Array[] = [];
    parts.set(entry.name, chunks);
    entry.ondata = (error, chunk) => {
      // What is thrown below comes back here as an error of the archive.
      if (error) throw error instanceof UnreadableRoster ? error : new UnreadableRoster("broken-file");
      unpacked += chunk.length;
      if (unpacked > archiveLimits.unpacked) throw new UnreadableRoster("too-large");
      chunks.push(chunk.slice());
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += 16_384)
      archive.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  } catch (error) {
    throw error instanceof UnreadableRoster ? error : new UnreadableRoster("broken-file");
  }
  // Without a prototype: a part may be called anything.
  return Object.assign(
    Object.create(null),
    Object.fromEntries([...parts].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))])),
  );
}

/** Refuses XML that defines things of its own, and sheets far larger than any roster. */
function guardPart(part: Uint8Array): void {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (xml.includes("<!DOCTYPE") || xml.includes("<!ENTITY")) throw new UnreadableRoster("hostile");
  const row = Buffer.from(strToU8("<row"));
  let rows = 0;
  for (let at = xml.indexOf(row); at >= 0; at = xml.indexOf(row, at + 4))
    if (++rows > archiveLimits.rows) throw new UnreadableRoster("too-many-rows");
  // A single cell at XFD1048576 would make a reader lay out every row and column before it.
  for (const [, column = "", number = "0"] of xml
    .toString("latin1")
    .matchAll(/\sr\s*=\s*["']\s*([A-Z]{1,3})(\d{1,7})/gi))
    if (column.length > 2 || Number(number) > rosterLimits.rows * 3)
      throw new UnreadableRoster("too-many-rows");
}
