import type { Text } from "#app/locales/language.ts";
import { isVariable, mostCohortVariables, mostExpected, mostNameLetters, variableCalled } from "./cohort.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";

export type ClassProblem =
  | "excel-file"
  | "broken-file"
  | "no-class-column"
  | "too-many-columns"
  | "too-many-rows"
  | "missing-class"
  | "bad-size"
  | "too-long"
  | "duplicate";

/** One class of a list, ready to become a door. */
export interface ListedClass {
  /** Line of the pasted text; 1 is the row of headings. */
  line: number;
  name: Text;
  /** Undefined where the list does not say. */
  size: number | undefined;
  /** The class itself and what else the list says of it. */
  cohort: Record<string, Text>;
}

export interface ClassRow extends ListedClass {
  problems: ClassProblem[];
}

export interface ClassList {
  rows: ClassRow[];
  /** What is wrong with the list as a whole; then it has no rows. */
  problem?: { problem: ClassProblem; line?: number };
  /** Headings of columns that were left aside. */
  ignored: string[];
}

export const mostClasses = 5000;
/** No list of so many classes is longer; reading ten megabytes to find that out would hold everybody up. */
const mostLetters = 2_000_000;

/** What the heading of a column of sizes may be. */
const sizes = [
  "size",
  "students",
  "count",
  "expected",
  "expectedsize",
  "人数",
  "班级人数",
  "学生人数",
  "学生数",
  "应答人数",
];
const english = /[\s_(（-]*(?:en|english|英文|英语)[)）]?$/i;

/** A column: the class, its size, or a variable, in both languages or in English only. */
interface Column {
  variable: string;
  englishOnly: boolean;
}

function columnOf(heading: string): Column | undefined {
  const text = heading.trim().normalize("NFKC");
  const englishOnly = english.test(text) && text.replace(english, "") !== "";
  const base = (englishOnly ? text.replace(english, "") : text).trim();
  const isSize = sizes.includes(base.toLowerCase().replace(/[\s_-]/g, ""));
  const variable = isSize ? "size" : variableCalled(base);
  return isVariable(variable) ? { variable, englishOnly } : undefined;
}

/** Excel pastes tabs; files have commas, or semicolons where commas are decimal; people type full-width commas. */
function separatorOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => one.trim() !== "") ?? "";
  return ["\t", ",", ";", "，"].find((sign) => line.includes(sign)) ?? ",";
}

/**
 * Reads a pasted or uploaded list of classes: a row of headings, then a class a row. Needs a column with the class;
 * its size and other columns that headings make sense of (college, campus, …) are taken along, and a column with the
 * same heading plus "en" or "英文" holds the English of it. Without English a text stands for both languages.
 * A class listed twice with the same company (college, campus, …) is a problem of the second.
 */
export function readClassList(text: string): ClassList {
  // A workbook is an archive, before 2007 a compound file: as text it is noise, and no place to look for headings.
  if (["PK\u0003\u0004", "\u90a2\u0011"].some((mark) => text.startsWith(mark)))
    return { rows: [], problem: { problem: "excel-file" }, ignored: [] };
  if (text.length > mostLetters) return { rows: [], problem: { problem: "too-many-rows" }, ignored: [] };
  let rows: CsvRow[];
  try {
    rows = readCsv(text, separatorOf(text));
  } catch (error) {
    const line = Number(/\d+/.exec((error as Error).message)?.[0]);
    return { rows: [], problem: { problem: "broken-file", line }, ignored: [] };
  }
  const [head, ...body] = rows;
  const columns = (head?.fields ?? []).map(columnOf);
  const ignored = (head?.fields ?? []).filter((one, at) => !columns[at] && one.trim() !== "");
  const variables = new Set(columns.flatMap((one) => (one && one.variable !== "size" ? [one.variable] : [])));
  const refused = (problem: ClassProblem): ClassList => ({ rows: [], problem: { problem }, ignored });
  if (!columns.some((one) => one?.variable === "class" && !one.englishOnly))
    return refused("no-class-column");
  if (variables.size > mostCohortVariables) return refused("too-many-columns");
  if (body.length > mostClasses) return refused("too-many-rows");
  const seen = new Set<string>();
  return { rows: body.map((row) => readRow(row, columns, seen)), ignored };
}

function readRow({ line, fields }: CsvRow, columns: (Column | undefined)[], seen: Set<string>): ClassRow {
  const cell = (variable: string, englishOnly: boolean) => {
    const at = columns.findIndex((one) => one?.variable === variable && one.englishOnly === englishOnly);
    return (fields[at] ?? "").replace(/\s+/g, " ").trim();
  };
  const cohort: Record<string, Text> = {};
  for (const column of columns) {
    if (!column || column.variable === "size" || cohort[column.variable]) continue;
    const [zh, en] = [cell(column.variable, false), cell(column.variable, true)];
    if (zh || en) cohort[column.variable] = { "zh-CN": zh || en, en: en || zh };
  }
  const name = cohort.class ?? { "zh-CN": "", en: "" };
  const said = cell("size", false)
    .normalize("NFKC")
    .replace(/[人名]$/, "");
  const size = /^\d{1,6}$/.test(said) ? Number(said) : undefined;
  const problems: ClassProblem[] = [];
  if (!cohort.class) problems.push("missing-class");
  if (said !== "" && (size === undefined || size < 1 || size > mostExpected)) problems.push("bad-size");
  if (Object.values(cohort).some((one) => Object.values(one).some((text) => text.length > mostNameLetters)))
    problems.push("too-long");
  const key = cohortKey(cohort);
  if (cohort.class && seen.has(key)) problems.push("duplicate");
  seen.add(key);
  return { line, name, size, cohort, problems };
}

/** The same for two doors exactly if they stand for the same people. */
export const cohortKey = (cohort: Record<string, Text>): string =>
  JSON.stringify(
    Object.entries(cohort)
      .map(([variable, text]) => [variable, text["zh-CN"]])
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );
