import { fill } from "#app/locales/language.ts";
import { missing } from "#app/questions/kind.ts";
import type { Cell } from "./cell.ts";
import type { TableFormat } from "./table-format.ts";
import { missingLabels } from "./value-labels.ts";
import type { ExportVariable } from "./variables.ts";

export const codebookColumns = [
  "variable",
  "label_zh",
  "label_en",
  "type",
  "values_zh",
  "values_en",
  "missing_zh",
  "missing_en",
  "theme",
  "reverse",
  "scale",
  "rev",
] as const;

const list = (values: { code: string | number; label: string }[]) =>
  values.map(({ code, label }) => `${code} = ${label}`).join("\n");

const missingOf = (variable: ExportVariable) =>
  variable.missing.map((kind) => ({ code: missing[kind], label: missingLabels[kind] }));

const empty = { "zh-CN": "空白；原因见 {column}", en: "Empty; {column} says why" };

/** How to read the data file: a row a column, values and missing codes line by line. */
export function codebookTable(variables: ExportVariable[], format: TableFormat): string {
  const rows = variables.map((variable): Cell[] => {
    const told = (language: "zh-CN" | "en") => [
      list(variable.values.map(({ code, label }) => ({ code, label: label[language] }))),
      variable.missingIn
        ? fill(empty[language], { column: variable.missingIn })
        : list(missingOf(variable).map(({ code, label }) => ({ code, label: label[language] }))),
    ];
    const [valuesZh, missingZh] = told("zh-CN") as [string, string];
    const [valuesEn, missingEn] = told("en") as [string, string];
    return [
      ...[variable.name, variable.label["zh-CN"], variable.label.en, variable.type],
      ...[valuesZh, valuesEn, missingZh, missingEn],
      ...[variable.theme ?? "", variable.reverse ? 1 : 0, variable.scale ?? "", variable.rev ?? ""],
    ];
  });
  return format.start([...codebookColumns]) + rows.map((row) => format.row(row)).join("");
}

/** The same for programs, with the rules that hold for the whole file. */
export function codebookJson(variables: ExportVariable[]): string {
  return JSON.stringify(
    {
      format: 1,
      missing: Object.fromEntries(
        (Object.keys(missing) as (keyof typeof missing)[]).map((kind) => [
          missing[kind],
          { kind, label: missingLabels[kind] },
        ]),
      ),
      empty:
        "Numbers typed in, amounts, sliders and dates can be 97, 98 or 99 themselves, or would not be dates with them: where such an answer is missing the cell is empty, and the column named in missingIn says why (0 = answered). In columns of ranks, 0 = the option was given no place. In columns of amounts, a cell is empty as well where its option was not offered.",
      text: "Lines of text that a spreadsheet could take for a formula, or that begin with an apostrophe, have an apostrophe put before them. To undo, remove one apostrophe from each line that begins with one.",
      variables: variables.map(({ cell: _cell, missing: gaps, ...variable }) => ({
        ...variable,
        missing: gaps.map((kind) => missing[kind]),
      })),
    },
    null,
    1,
  );
}
