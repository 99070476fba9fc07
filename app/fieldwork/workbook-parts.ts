import { Unzip, UnzipInflate, zipSync } from "fflate";

/** What a workbook may be before it is looked into. */
export interface WorkbookLimits {
  entries: number;
  /** Bytes of all its XML together, unpacked. */
  unpacked: number;
  rows: number;
}

/** Why a workbook is not looked into. */
export type WorkbookFault = "hostile" | "too-large" | "too-many-rows" | "broken-file" | "not-a-table";

export class UnreadableWorkbook extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(`unreadable workbook: ${fault}`);
    this.fault = fault;
  }
}

/** Whether bytes begin as a zip archive does, which every workbook since 2007 is. */
export const isArchive = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * A workbook with nothing in it but the XML parts that were counted and looked through: packed anew, so that a reader
 * sees exactly what was checked and nothing else of the file.
 * @throws UnreadableWorkbook
 */
export function checkedWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Uint8Array {
  const parts = workbookParts(bytes, limits);
  if (!parts["xl/workbook.xml"]) throw new UnreadableWorkbook("not-a-table");
  for (const part of Object.values(parts)) guardPart(part, limits);
  return zipSync(parts, { level: 0 });
}

/**
 * The XML parts of a workbook, counted while they unpack: what the archive says of its own sizes is believed only
 * where it is bad news.
 * @param wanted which of them to unpack, by name
 * @throws UnreadableWorkbook
 */
export function workbookParts(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  wanted = /\.(xml|xml\.rels)$|^_rels\/\.rels$/,
): Record<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let entries = 0;
  let unpacked = 0;
  const archive = new Unzip((entry) => {
    if (++entries > limits.entries) throw new UnreadableWorkbook("hostile");
    if ((entry.originalSize ?? 0) > limits.unpacked) throw new UnreadableWorkbook("too-large");
    // Names lead nowhere here, as nothing is written to disk; whoever sends such names sends no workbook.
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(entry.name)) throw new UnreadableWorkbook("hostile");
    // Pictures, printer settings and the like stay packed.
    if (!wanted.test(entry.name)) return;
    if (parts.has(entry.name)) throw new UnreadableWorkbook("hostile");
    const chunks: Uint8Array[] = [];
    parts.set(entry.name, chunks);
    entry.ondata = (error, chunk) => {
      // What is thrown below comes back here as an error of the archive.
      if (error) throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook("broken-file");
      unpacked += chunk.length;
      if (unpacked > limits.unpacked) throw new UnreadableWorkbook("too-large");
      chunks.push(chunk.slice());
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += 16_384)
      archive.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook("broken-file");
  }
  // Without a prototype: a part may be called anything.
  return Object.assign(
    Object.create(null),
    Object.fromEntries([...parts].map(([name, chunks]) => [name, joined(chunks)])),
  );
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Refuses XML that defines things of its own, and sheets larger than the limits. */
function guardPart(part: Uint8Array, limits: WorkbookLimits): void {
  const xml = new TextDecoder("latin1").decode(part);
  if (xml.includes("<!DOCTYPE") || xml.includes("<!ENTITY")) throw new UnreadableWorkbook("hostile");
  let rows = 0;
  for (let at = xml.indexOf("<row"); at >= 0; at = xml.indexOf("<row", at + 4))
    if (++rows > limits.rows) throw new UnreadableWorkbook("too-many-rows");
  // A single cell at XFD1048576 would make a reader lay out every row and column before it.
  for (const [, column = "", number = "0"] of xml.matchAll(/\sr\s*=\s*["']\s*([A-Z]{1,3})(\d{1,7})/gi))
    if (column.length > 2 || Number(number) > limits.rows) throw new UnreadableWorkbook("too-many-rows");
}
