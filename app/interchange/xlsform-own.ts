import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { ChoiceLists } from "./xlsform-choices.ts";
import type { Columns } from "./xlsform-columns.ts";
import { type FormReport, hasWords } from "./xlsform-report.ts";
import type { AnswerScale } from "./xlsform-scales.ts";
import type { Sheet, SheetRow, Sheets } from "./xlsform-sheets.ts";

/**
 * What XLSForm has no place for stands in a sheet of our own, which other programs pass by: one row for each part.
 * `part` says which; `name`, `is`, `items` and `list_name` hold what has no language, `label` and `hint` what has.
 */
export const ownSheet = "tributary";
/** The columns of ours on the survey sheet begin with this. */
export const ownColumn = (name: string) => `${ownSheet}::${name}`;

/** What our own sheet says of an instrument. */
export interface Own {
  respondent: Definition["respondent"];
  languages?: string[];
  title?: Text;
  invitation?: Text;
  status?: Text;
  minutes?: Definition["minutes"];
  themes: Definition["themes"];
  scoring: Definition["scoring"];
  reserved: Definition["reserved"];
  /** By the name of the list its points are in. */
  scales: Map<string, { code: string; scale: AnswerScale }>;
}

export const isOwn = (sheets: Sheets): boolean =>
  !!sheets.get(ownSheet)?.rows.some(({ cells }) => cells.get("part") === "instrument");

/** Reads our own sheet. What somebody changed into something that cannot be is reported and left out. */
export function readOwn(
  sheet: Sheet | undefined,
  columns: Columns,
  lists: ChoiceLists,
  report: FormReport,
): Own {
  const own: Own = { respondent: "student", themes: [], scoring: [], reserved: [], scales: new Map() };
  const { shape } = draftDefinition;
  for (const row of sheet?.rows ?? []) {
    const part = columns.value(row, "part");
    const place = { sheet: ownSheet, line: row.line };
    const code = columns.value(row, "name");
    const value = columns.value(row, "is");
    const label = columns.text(row, "label");
    const keep = <T>(read: { success: boolean; data?: T | undefined }, use: (data: T) => void) => {
      if (read.success && read.data !== undefined) use(read.data);
      else report.add("lost.setting", place, { name: part });
    };
    const numbers = columns.value(row, "items").split(" ");
    if (part === "instrument") keep(shape.respondent.safeParse(value), (data) => (own.respondent = data));
    else if (part === "languages")
      keep(shape.languages.safeParse(columns.value(row, "items").split(" ").filter(Boolean)), (data) => {
        own.languages = data;
      });
    else if (part === "title" || part === "status") own[part] = label;
    else if (part === "minutes")
      keep(shape.minutes.safeParse({ from: Number(numbers[0]), to: Number(numbers[1]) }), (data) => {
        own.minutes = data;
      });
    else if (part === "theme")
      keep(shape.themes.element.safeParse({ code, title: label }), (data) => own.themes.push(data));
    else if (part === "reserved")
      keep(shape.reserved.unwrap().element.safeParse({ code, note: label }), (data) =>
        own.reserved.push(data),
      );
    else if (part === "score")
      keep(shape.scoring.element.safeParse(scoreOf(row, columns)), (data) => own.scoring.push(data));
    else if (part === "scale")
      own.scales.set(columns.value(row, "list_name"), { code, scale: scaleOf(value, row, columns, lists) });
    else if (part === "short" || part === "no answer" || part === "no answer, short")
      addToScale(own.scales.get(columns.value(row, "list_name"))?.scale, part, value, label);
    else report.add("lost.setting", place, { name: part || "?" });
  }
  for (const [list, { code, scale }] of own.scales) {
    // A name every object knows is no scale's name.
    if (code && !(code in {}) && shape.scales.valueType.safeParse(scale).success) continue;
    report.add("lost.setting", { sheet: ownSheet }, { name: list });
    own.scales.delete(list);
  }
  return own;
}

const scoreOf = (row: SheetRow, columns: Columns) => ({
  code: columns.value(row, "name"),
  title: columns.text(row, "label"),
  meaning: columns.text(row, "hint"),
  items: columns.value(row, "items").split(/\s+/),
  minValid: Number(columns.value(row, "is")),
});

function scaleOf(kind: string, row: SheetRow, columns: Columns, lists: ChoiceLists): AnswerScale {
  const choices = lists.get(columns.value(row, "list_name")) ?? [];
  return {
    kind: kind === "bipolar" ? "bipolar" : "agreement",
    points: choices
      .filter(({ name }) => /^([1-9]|1[01])$/.test(name))
      .map(({ name, label }) => ({ value: Number(name), label })),
  };
}

function addToScale(scale: AnswerScale | undefined, part: string, value: string, label: Text) {
  if (!scale || !hasWords(label)) return;
  if (part === "no answer") scale.notApplicable = label;
  else if (part === "no answer, short") scale.notApplicableShort = label;
  else {
    const point = scale.points.find((one) => String(one.value) === value);
    if (point) point.short = label;
  }
}
