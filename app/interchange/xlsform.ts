import writeWorkbook from "write-excel-file/universal";
import { guardText, unguardText } from "#app/exports/cell.ts";
import type { Definition } from "#app/instrument/definition.ts";
import type { InstrumentFormat } from "./format.ts";
import { type WrittenSheet, workbookText } from "./xlsform-cells.ts";
import { isOwn } from "./xlsform-own.ts";
import { readForm } from "./xlsform-read.ts";
import {
  isSurveyTable,
  isSurveyWorkbook,
  readTableSheets,
  readWorkbookSheets,
  type Sheets,
} from "./xlsform-sheets.ts";
import { writeForm } from "./xlsform-write.ts";

/**
 * XLSForm (xlsform.org), the workbook ODK, KoBoToolbox, SurveyCTO and Survey123 read: sheets survey, choices and
 * settings. What the standard has no place for is in columns and a sheet called "tributary", so that a form of ours
 * comes back as it was; other programs pass them by, and `findings` says what they will not see.
 */
export const xlsform: InstrumentFormat<Definition> = {
  name: { "zh-CN": "XLSForm 表格", en: "XLSForm workbook" },
  extensions: ["xlsx"],
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  recognises: isSurveyWorkbook,
  read: async (file) => readForm(await readWorkbookSheets(file)),
  async write(instrument) {
    const { sheets, findings } = writeForm(instrument);
    const workbook = await writeWorkbook(
      sheets.map((sheet) => ({
        sheet: sheet.name,
        data: tableOf(sheet).map((cells, at) =>
          cells.map((value) =>
            at === 0 ? { value, fontWeight: "bold" as const } : workbookText(value) || null,
          ),
        ),
        columns: sheet.headings.map((heading) => ({ width: /label|hint/.test(heading) ? 40 : 16 })),
        stickyRowsCount: 1,
      })),
    ).toBlob();
    return { bytes: new Uint8Array(await workbook.arrayBuffer()), findings };
  },
};

/**
 * The same as CSV: all sheets one below the other, the name of each in the first column, as pyxform has it; or the
 * survey sheet alone.
 */
export const xlsformCsv: InstrumentFormat<Definition> = {
  name: { "zh-CN": "XLSForm（CSV）", en: "XLSForm (CSV)" },
  extensions: ["csv"],
  mediaType: "text/csv",
  recognises: isSurveyTable,
  read: (file) => readForm(unguarded(readTableSheets(file))),
  write(instrument) {
    const { sheets, findings } = writeForm(instrument);
    const rows = sheets.flatMap((sheet) => [[sheet.name], ...tableOf(sheet).map((cells) => ["", ...cells])]);
    const text = rows.map((cells) => cells.map((cell) => quoted(guardText(cell))).join(",")).join("\r\n");
    return { bytes: new TextEncoder().encode(`\ufeff${text}\r\n`), findings };
  },
};

const tableOf = ({ headings, rows }: WrittenSheet): string[][] => [
  headings,
  ...rows.map((row) => headings.map((heading) => row[heading] ?? "")),
];

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Takes back what keeps spreadsheets from running our texts as formulas. Files of others have no such signs. */
function unguarded(sheets: Sheets): Sheets {
  if (!isOwn(sheets)) return sheets;
  for (const { rows } of sheets.values())
    for (const { cells } of rows) for (const [heading, cell] of cells) cells.set(heading, unguardText(cell));
  return sheets;
}
