import { Parser } from "htmlparser2";
import type { Entry } from "#app/instrument/translations.ts";
import type { GivenFile } from "./format.ts";
import { limits, Unreadable } from "./report.ts";
import type { TranslationFile, TranslatorsLine } from "./translation-file.ts";
import { readText } from "./tree.ts";

const mostUnits = 50_000;

/** XLIFF 1.2 (OASIS 2008), which every translation program reads: a unit for each text, its place as the id. */
export function writeXliff(
  code: string,
  { source, target }: { source: string; target: string },
  lines: readonly TranslatorsLine[],
): Uint8Array {
  const unit = ({ id, where, source: from, target: into }: TranslatorsLine) =>
    [
      `      <trans-unit id="${xml(id)}" xml:space="preserve">`,
      `        <source>${xml(from)}</source>`,
      `        <target state="${into ? "translated" : "new"}">${xml(into)}</target>`,
      `        <note>${xml(where)}</note>`,
      "      </trans-unit>",
    ].join("\n");
  const head = `<file original="${xml(code)}" source-language="${xml(source)}" target-language="${xml(target)}" datatype="plaintext">`;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  ${head}`,
    "    <body>",
    ...lines.map(unit),
    "    </body>",
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
  return new TextEncoder().encode(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those XML cannot hold
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};
const xml = (text: string) =>
  text.replace(unwritable, "").replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign);

/**
 * Reads XLIFF 1.2 (`trans-unit`) and 2.x (`unit`, whose segments are put together). Suggestions of translation programs
 * are passed over. A file that would define entities is refused before they could be.
 * @throws Unreadable
 */
export function readXliff(file: GivenFile): TranslationFile {
  const text = readText(file);
  if (!/<xliff[\s>]/.test(text.slice(0, 20_000))) throw new Unreadable("wrongFormat");
  if (!/<\/xliff>\s*$/.test(text.slice(-2000))) throw new Unreadable("broken");
  const found: TranslationFile = { entries: [] };
  const open: string[] = [];
  let unit: Entry | undefined;
  let says: "source" | "target" | undefined;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.startsWith("!")) throw new Unreadable("dangerous");
      },
      onopentag(name, attributes) {
        if (open.length >= limits.depth) throw new Unreadable("dangerous");
        if (name === "xliff") Object.assign(found, languagesOf(attributes.srcLang, attributes.trgLang));
        if (name === "file" && attributes["source-language"])
          Object.assign(found, languagesOf(attributes["source-language"], attributes["target-language"]));
        if (name === "trans-unit" || name === "unit") unit = { id: attributes.id ?? "", target: "" };
        const within = open.at(-1);
        const isPart = within === "trans-unit" || within === "segment" || within === "ignorable";
        if (isPart && (name === "source" || name === "target")) says = name;
        open.push(name);
      },
      ontext(piece) {
        if (unit && says) unit[says] = (unit[says] ?? "") + piece;
      },
      onclosetag(name) {
        open.pop();
        if (name === says) says = undefined;
        if (name !== "trans-unit" && name !== "unit") return;
        if (unit?.id) found.entries.push(unit);
        if (found.entries.length > mostUnits) throw new Unreadable("tooMany");
        unit = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return found;
}

const languagesOf = (source: string | undefined, target: string | undefined) => ({
  ...(source ? { source: source.slice(0, 40) } : {}),
  ...(target ? { target: target.slice(0, 40) } : {}),
});
