import type { Definition } from "#app/instrument/definition.ts";
import { type Finding, type FormatName, formats, writeInstrument } from "#app/interchange/index.ts";
import type { Text } from "#app/locales/language.ts";
import { attachment } from "./attachment.server.ts";
import { notFound } from "./errors.server.ts";

/** One format this draft can be downloaded in, and what it will not carry. */
export interface OfferedFile {
  format: FormatName;
  name: Text;
  extension: string;
  changed: { total: number; shown: Finding[] };
  lost: { total: number; shown: Finding[] };
}

const mostShown = 200;
const names = Object.keys(formats) as FormatName[];

/** Each format is written to see what it cannot carry: that takes a few milliseconds. */
export async function offeredFiles(definition: Definition): Promise<OfferedFile[]> {
  const offered: OfferedFile[] = [];
  for (const format of names) {
    const written = await writeInstrument(format, definition);
    if (!written) continue;
    const of = (sort: string) => {
      const all = written.findings.filter(({ code }) => code.startsWith(sort));
      return { total: all.length, shown: all.slice(0, mostShown) };
    };
    const { name, extensions } = formats[format];
    offered.push({
      format,
      name,
      extension: extensions[0] ?? "",
      changed: of("changed."),
      lost: of("lost."),
    });
  }
  return offered;
}

/** The formats that can only be read. */
export const readOnlyFormats = (): Text[] =>
  names
    .map((name) => formats[name])
    .flatMap((format) => ("write" in format && format.write ? [] : [format.name]));

/** A draft as a file. @throws 404 for a format that is not there or cannot be written */
export async function instrumentFile(definition: Definition, format: string): Promise<Response> {
  const name = names.find((one) => one === format);
  const written = name && (await writeInstrument(name, definition));
  if (!name || !written) throw notFound();
  const { extensions, mediaType } = formats[name];
  const title = definition.languages
    .map((one) => (definition.title as Record<string, string>)[one])
    .find(Boolean);
  const ending = extensions[0] ?? "txt";
  return new Response(written.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": /^text|json$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
      "Content-Disposition": attachment(
        `${title || definition.code}.${ending}`,
        `${definition.code}.${ending}`,
      ),
      "Cache-Control": "no-store",
    },
  });
}
