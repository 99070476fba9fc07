import type { Comparison, Condition } from "#app/questions/base.ts";
import type { Askable } from "./earlier.ts";
import { inside, type Problems, type Values } from "./field.ts";

/** What a row of the form can ask of an answer. */
export const tests = ["in", "notIn", "answered", "unanswered", "<", "<=", ">", ">=", "!="] as const;
export type Test = (typeof tests)[number];
/** In the form's list of questions: a variable of the link, named in a field of its own. */
export const variableChoice = "collector.";
export const mostConditionRows = 8;

/** A row of the form as it stands in its fields; what is typed may make no sense yet. */
export interface ConditionRow {
  item: string;
  test: Test;
  values: (string | number)[];
}
export interface ConditionRows {
  join: "all" | "any";
  rows: ConditionRow[];
}

/** A condition as rows of the form; undefined for what they cannot say (conditions inside conditions). */
export function rowsOfCondition(condition: Condition | undefined): ConditionRows | undefined {
  if (!condition) return { join: "all", rows: [] };
  const [join, parts]: ["all" | "any", Condition[]] =
    "all" in condition
      ? ["all", condition.all]
      : "any" in condition
        ? ["any", condition.any]
        : ["all", [condition]];
  const rows = parts.map(rowOf);
  return rows.length <= mostConditionRows && rows.every((row) => row !== undefined)
    ? { join, rows }
    : undefined;
}

function rowOf(condition: Condition): ConditionRow | undefined {
  if ("not" in condition) {
    const { not } = condition;
    return "in" in not ? { item: not.item, test: "notIn", values: not.in } : undefined;
  }
  if (!("item" in condition)) return undefined;
  const { item } = condition;
  if ("answered" in condition)
    return { item, test: condition.answered ? "answered" : "unanswered", values: [] };
  if ("in" in condition) return { item, test: "in", values: condition.in };
  return { item, test: condition.is, values: [condition.than] };
}

/** Rows as the condition they say; undefined without any. */
export function conditionOfRows({ join, rows }: ConditionRows): Condition | undefined {
  const parts = rows.map(({ item, test, values }): Condition => {
    if (test === "in") return { item, in: values };
    if (test === "notIn") return { not: { item, in: values } };
    if (test === "answered" || test === "unanswered") return { item, answered: test === "answered" };
    return { item, is: test satisfies Comparison, than: values[0] ?? "" };
  });
  if (parts.length <= 1) return parts[0];
  return join === "all" ? { all: parts } : { any: parts };
}

/** Which questions a row can ask of something: of one without known answers and without order only whether it was answered. */
export function testsFor(about: Askable | "language" | "variable" | undefined): readonly Test[] {
  if (about === "language") return ["in", "notIn"];
  if (about === "variable") return ["in", "notIn", "answered", "unanswered"];
  if (!about) return tests;
  const choosing: Test[] = about.picks || about.compared ? ["in", "notIn"] : [];
  const comparing: Test[] = about.compared ? ["<", "<=", ">", ">=", "!="] : [];
  return [...choosing, "answered", "unanswered", ...comparing];
}

/** The fields of rows. */
export function rowValues(name: string, { join, rows }: ConditionRows, askable: readonly Askable[]): Values {
  const values: Values = { [inside(name, "join")]: join };
  for (const [index, row] of rows.entries()) {
    const field = (part: string) => inside(name, index, part);
    const isVariable = row.item.startsWith(variableChoice);
    values[field("was")] = String(index);
    values[field("item")] = isVariable ? variableChoice : row.item;
    values[field("of")] = values[field("item")] ?? "";
    values[field("test")] = row.test;
    if (isVariable) values[field("variable")] = row.item.slice(variableChoice.length);
    const one = askable.find(({ code }) => code === row.item);
    const picks = one?.picks?.map(({ value }) => value);
    if (row.item === "language" || (picks && (row.test === "in" || row.test === "notIn")))
      for (const value of row.values) values[inside(field("pick"), value)] = "yes";
    else if (row.values.length > 0) values[field("than")] = row.values.join(", ");
  }
  return values;
}

/** A row that asks nothing yet. */
export const blankRow = (name: string, index: number): Values => ({
  [inside(name, index, "was")]: "",
  [inside(name, index, "item")]: "",
  [inside(name, index, "of")]: "",
  [inside(name, index, "test")]: "in",
});

/** Reads the rows of a form; rows without a question are dropped. What is wrong is noted by field. */
export function readRows(
  name: string,
  values: Values,
  askable: readonly Askable[],
  problems: Problems,
): ConditionRows {
  const rows: ConditionRow[] = [];
  for (let index = 0; inside(name, index, "was") in values; index++) {
    const row = readRow(inside(name, index), values, askable, problems);
    if (row) rows.push(row);
  }
  return { join: values[inside(name, "join")] === "any" ? "any" : "all", rows };
}

function readRow(
  name: string,
  values: Values,
  askable: readonly Askable[],
  problems: Problems,
): ConditionRow | undefined {
  const chosen = values[inside(name, "item")] ?? "";
  if (!chosen) return undefined;
  const test = tests.find((one) => one === values[inside(name, "test")]) ?? "in";
  const variable = (values[inside(name, "variable")] ?? "").trim();
  const item = chosen === variableChoice ? chosen + variable : chosen;
  if (chosen === variableChoice && !variable) problems[inside(name, "variable")] = "required";
  if (test === "answered" || test === "unanswered") return { item, test, values: [] };
  const about = askable.find(({ code }) => code === chosen);
  const picks = chosen === "language" || about?.picks !== undefined;
  const typed = (values[inside(name, "than")] ?? "")
    .normalize("NFKC")
    .split(/[,、;]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const prefix = `${inside(name, "pick")}.`;
  // Answers that were ticked while another question stood there are not answers to this one.
  const ticked =
    values[inside(name, "of")] === chosen
      ? Object.keys(values).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
      : [];
  const many = test === "in" || test === "notIn";
  const given = many && picks ? ticked : many ? typed : typed.slice(0, 1);
  const read = given.map((one) => (about?.compared === "number" ? Number(one) : one));
  const where = inside(name, many && picks ? "item" : "than");
  if (read.length === 0) problems[where] = many ? "no-values" : "required";
  else if (read.some((one) => Number.isNaN(one))) problems[where] = "not-a-number";
  else if (about && !testsFor(about).includes(test)) problems[inside(name, "test")] = "no-comparison";
  else if (about?.compared === "date" && !read.every((one) => /^\d{4}(-\d{2}){0,2}$/.test(String(one))))
    problems[where] = "not-a-month";
  return { item, test, values: read };
}
