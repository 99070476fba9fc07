import { isArchive } from "#app/fieldwork/workbook-parts.ts";
import type { Definition } from "#app/instrument/definition.ts";
import { type Entry, unitsOf } from "#app/instrument/translations.ts";
import type { GivenFile } from "./format.ts";
import { limits, Unreadable } from "./report.ts";
import { readTranslationSheet, writeTranslationSheet } from "./translation-sheet.ts";
import { readXliff, writeXliff } from "./translation-xliff.ts";

/** A translation as a file has it. */
export interface TranslationFile {
  /** What it was translated from and into; undefined where the file does not say. */
  source?: string | undefined;
  target?: string | undefined;
  entries: Entry[];
}

/** What is written for a translator: each text once, with where it stands and what is there so far. */
export interface TranslatorsLine {
  id: string;
  where: string;
  source: string;
  target: string;
}

/** REGISTRY: files translators work in, by their ending. */
export const translationFormats = {
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: writeTranslationSheet,
  },
  xlf: { mediaType: "application/xliff+xml", write: writeXliff },
} as const;
export type TranslationFormat = keyof typeof translationFormats;

/** Everything there is to translate from one language into another. */
export async function writeTranslation(
  definition: Definition,
  format: TranslationFormat,
  languages: { source: string; target: string },
): Promise<Uint8Array> {
  const titles = new Map(
    definition.pages.map(({ code, title }) => [
      `page:${code}`,
      (title as Record<string, string>)[languages.source] ?? "",
    ]),
  );
  const lines = unitsOf(definition).map(({ id, group, text }) => ({
    ...{ id, where: titles.get(group) || group.replace("page:", "") },
    ...{ source: text[languages.source] ?? "", target: text[languages.target] ?? "" },
  }));
  return translationFormats[format].write(definition.code, languages, lines);
}

/**
 * Reads what a translator sends back, an XLSX or an XLIFF of version 1.2 or 2.0: which of them says its content.
 * @throws Unreadable
 */
export async function readTranslation(file: GivenFile): Promise<TranslationFile> {
  if (file.bytes.length === 0) throw new Unreadable("empty");
  if (file.bytes.length > limits.bytes) throw new Unreadable("tooLarge");
  const read = isArchive(file.bytes) ? await readTranslationSheet(file) : readXliff(file);
  if (read.entries.length === 0) throw new Unreadable("noQuestions");
  const long = read.entries.find(({ target }) => target.length > limits.textLength);
  if (long) throw new Unreadable("tooLarge", { path: long.id });
  return read;
}
