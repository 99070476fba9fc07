import type { Text } from "#app/locales/language.ts";

/** Whether this may name a cohort variable, in columns and exported files; what every object has by itself may not. */
export const isVariable = (name: string): boolean => /^[a-z][a-z0-9_]{0,31}$/.test(name) && !(name in {});

/** More would tell classes apart until they are people. */
export const mostCohortVariables = 8;
export const mostNameLetters = 120;
export const mostExpected = 100_000;

/** What variables are called in tables and forms, whatever the language and spelling. */
export const variableSpellings: Record<string, readonly string[]> = {
  college: ["college", "school", "institution", "学校", "院校", "学院", "院系", "系部", "二级学院"],
  campus: ["campus", "校区"],
  class: ["class", "classname", "班级", "班级名称", "班", "行政班", "教学班"],
  major: ["major", "programme", "program", "专业", "专业名称"],
  grade: ["grade", "year", "年级", "届别"],
  region: ["region", "city", "prefecture", "地区", "地市", "城市"],
};

/** The variable a person means by a word: a usual one by any of its names, else the word itself. */
export function variableCalled(word: string): string {
  const spelled = word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
  return (
    Object.keys(variableSpellings).find((one) => variableSpellings[one]?.includes(spelled)) ?? word.trim()
  );
}

/** The variables that doors are usually told apart by; a form offers them first. */
export const usualVariables = ["college", "campus", "class"] as const;

/** A row of the form: a variable, and what it is for everyone who comes through the door. */
export interface CohortRow {
  variable: string;
  "zh-CN": string;
  en: string;
}
export type CohortProblem = "badVariable" | "variableTwice" | "required" | "tooLong";

/** Rows typed into a form, as a cohort. English left empty is the same as Chinese; empty rows count for nothing. */
export function readCohort(
  rows: readonly CohortRow[],
): { cohort: Record<string, Text> } | { problems: Record<number, CohortProblem> } {
  const cohort: Record<string, Text> = {};
  const problems: Record<number, CohortProblem> = {};
  for (const [at, row] of rows.entries()) {
    // What may name a variable stays as it was typed: a door that has it keeps it.
    const typed = row.variable.trim();
    const variable = isVariable(typed) ? typed : variableCalled(typed);
    const zh = row["zh-CN"].replace(/\s+/g, " ").trim();
    const en = row.en.replace(/\s+/g, " ").trim();
    if (!variable && !zh && !en) continue;
    if (!isVariable(variable)) problems[at] = "badVariable";
    else if (Object.hasOwn(cohort, variable)) problems[at] = "variableTwice";
    else if (!zh && !en) problems[at] = "required";
    else if (zh.length > mostNameLetters || en.length > mostNameLetters) problems[at] = "tooLong";
    else cohort[variable] = { "zh-CN": zh || en, en: en || zh };
  }
  return Object.keys(problems).length > 0 ? { problems } : { cohort };
}
