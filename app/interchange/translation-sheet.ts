import writeWorkbook from "write-excel-file/universal";
import { nativeName } from "#app/instrument/language-names.ts";
import type { GivenFile } from "./format.ts";
import { Unreadable } from "./report.ts";
import type { TranslationFile, TranslatorsLine } from "./translation-file.ts";
import { workbookText } from "./xlsform-cells.ts";
import { readWorkbookSheets } from "./xlsform-sheets.ts";

/** The column in which each text's place stands; nobody should change it. */
const idColumn = "id";

/** A sheet with a row for each text: its place, the page it stands on, and two languages side by side. */
export async function writeTranslationSheet(
  _code: string,
  { source, target }: { source: string; target: string },
  lines: readonly TranslatorsLine[],
): Promise<Uint8Array> {
  const heading = (value: string) => ({ value, fontWeight: "bold" as const });
  // Texts are written as texts: a spreadsheet takes none of them for a formula.
  const cell = (value: string) => ({ value: workbookText(value), type: String, wrap: true as const });
  const named = (tag: string) => `${nativeName(tag)} (${tag})`;
  const workbook = await writeWorkbook(
    [
      [heading(idColumn), heading("where"), heading(named(source)), heading(named(target))],
      ...lines.map((line) => [
        { value: line.id, type: String, textColor: "#6b7280" },
        { value: workbookText(line.where), type: String, textColor: "#6b7280" },
        ...[line.source, line.target].map((text) => (text ? cell(text) : null)),
      ]),
    ],
    {
      sheet: "translation",
      columns: [{ width: 30 }, { width: 18 }, { width: 55 }, { width: 55 }],
      stickyRowsCount: 1,
    },
  ).toBlob();
  return new Uint8Array(await workbook.arrayBuffer());
}

/** @throws Unreadable where no sheet has places and at least one language */
export async function readTranslationSheet(file: GivenFile): Promise<TranslationFile> {
  for (const { headings, rows } of (await readWorkbookSheets(file)).values()) {
    const id = headings.find((one) => one.toLowerCase() === idColumn);
    const spoken = headings.flatMap((heading) => {
      const tag =
        /\(([\w-]+)\)\s*$/.exec(heading)?.[1] ?? (/^[a-z]{2,3}(-\w+)*$/.test(heading) ? heading : "");
      return tag && heading !== id ? [{ heading, tag }] : [];
    });
    const target = spoken.at(-1);
    const source = spoken.length > 1 ? spoken[0] : undefined;
    if (!id || !target) continue;
    return {
      source: source?.tag,
      target: target.tag,
      entries: rows.flatMap(({ cells }) => {
        const place = cells.get(id)?.trim();
        const from = source && { source: cells.get(source.heading) ?? "" };
        return place ? [{ id: place, ...from, target: cells.get(target.heading) ?? "" }] : [];
      }),
    };
  }
  throw new Unreadable("wrongFormat");
}
