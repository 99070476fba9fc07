import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { asked, type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { shownIn } from "#app/instrument/items.ts";
import {
  type Finding,
  type FormatName,
  formats,
  type GivenFile,
  type InstrumentFormat,
  Unreadable,
} from "#app/interchange/index.ts";

/** What a thread is given to read: a file somebody sent, or what its report page sent back. */
export type ImportWork = { file: GivenFile } | { pack: string };

/** What somebody is told of a file before anything is stored. */
export interface ImportReport {
  format: FormatName;
  /** The file's name; "" for what was pasted. */
  name: string;
  /** How many questions were read, by kind in the file's own words. */
  read: Record<string, number>;
  /** Questions in the draft. */
  items: number;
  changed: { total: number; shown: Finding[] };
  lost: { total: number; shown: Finding[] };
}
export interface ReadFile {
  report: ImportReport;
  draft: Definition;
  /** Draft and report, to be sent along with the page: nothing is kept here until somebody agrees. */
  pack: string;
}

const mostShown = 400;
const mostUnpacked = 24_000_000;

/** @throws Unreadable */
export async function readWork(work: ImportWork): Promise<ReadFile> {
  return "file" in work ? readFile(work.file) : unpacked(work.pack);
}

async function readFile(file: GivenFile): Promise<ReadFile> {
  if (file.bytes.length === 0) throw new Unreadable("empty");
  const found = (Object.entries(formats) as [FormatName, InstrumentFormat<Definition>][]).find(([, format]) =>
    format.recognises(file),
  );
  if (!found) throw new Unreadable("wrongFormat");
  const [name, format] = found;
  const { draft, read, findings } = await format.read(file);
  const of = (sort: string) => {
    const all = findings.filter(({ code }) => code.startsWith(sort));
    return { total: all.length, shown: all.slice(0, mostShown) };
  };
  const report: ImportReport = {
    ...{ format: name, name: file.name.slice(0, 200), read, items: shownIn(asked(draft)).length },
    ...{ changed: of("changed."), lost: of("lost.") },
  };
  return packed(draft, report);
}

const packed = (draft: Definition, report: ImportReport): ReadFile => ({
  ...{ draft, report },
  pack: gzipSync(JSON.stringify({ draft, report })).toString("base64"),
});

const findings = z.object({
  total: z.number(),
  shown: z.array(z.custom<Finding>((one) => finding.safeParse(one).success)).max(mostShown),
});
const finding = z.object({
  code: z.string().max(40),
  place: z.record(z.string(), z.union([z.string(), z.number()])),
  item: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const pack = z.object({
  draft: draftDefinition,
  report: z.object({
    format: z.enum(Object.keys(formats) as [FormatName, ...FormatName[]]),
    name: z.string().max(200),
    read: z.record(z.string(), z.number()),
    items: z.number(),
    changed: findings,
    lost: findings,
  }),
});

/** It has been outside: it is looked through as any file is. */
function unpacked(sent: string): ReadFile {
  try {
    const text = gunzipSync(Buffer.from(sent, "base64"), { maxOutputLength: mostUnpacked }).toString();
    const read = pack.parse(JSON.parse(text));
    return { ...read, pack: sent };
  } catch {
    throw new Unreadable("broken");
  }
}
