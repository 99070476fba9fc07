import type { Condition } from "#app/questions/base.ts";
import {
  blankRow,
  conditionOfRows,
  mostConditionRows,
  readRows,
  rowsOfCondition,
  rowValues,
} from "./condition-rows.ts";
import type { Askable } from "./earlier.ts";
import { inside, type Problems, rowCount, type Values } from "./field.ts";

/** How a condition stands in the form: told in words, as rows to be changed, or written out for experts. */
export type ConditionLook = "words" | "rows" | "text";

/** The fields of a condition that nobody is changing: all of it, hidden, so that nothing is lost. */
export const conditionValues = (name: string, condition: Condition | undefined): Values => ({
  [inside(name, "as")]: "words",
  [inside(name, "json")]: condition ? JSON.stringify(condition) : "",
});

export const lookOf = (name: string, values: Values): ConditionLook => {
  const said = values[inside(name, "as")];
  return said === "rows" || said === "text" ? said : "words";
};

/** The condition that the form says; undefined for none. What is wrong is noted by field. */
export function conditionIn(
  name: string,
  values: Values,
  askable: readonly Askable[],
  problems: Problems,
): Condition | undefined {
  if (lookOf(name, values) === "rows")
    return conditionOfRows(readRows(inside(name, "rows"), values, askable, problems));
  const json = (values[inside(name, "json")] ?? "").trim();
  if (!json) return undefined;
  try {
    const read: unknown = JSON.parse(json);
    if (isCondition(read)) return read;
  } catch {
    // Said below.
  }
  problems[inside(name, "json")] = "not-a-condition";
  return undefined;
}

/** Whether a value has the shape of a condition, told without a schema: the browser asks too. */
export function isCondition(value: unknown, deep = 0): value is Condition {
  if (value === null || typeof value !== "object" || deep > 20) return false;
  const { item, in: among, answered, is, than, all, any, not, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return false;
  const plain = (one: unknown) => typeof one === "string" || typeof one === "number";
  const list = (some: unknown) =>
    Array.isArray(some) && some.length > 0 && some.every((one) => isCondition(one, deep + 1));
  const said = [among, answered, is, all, any, not].filter((one) => one !== undefined);
  if (said.length !== 1 || (is === undefined) !== (than === undefined)) return false;
  if (all !== undefined || any !== undefined) return item === undefined && list(all ?? any);
  if (not !== undefined) return item === undefined && isCondition(not, deep + 1);
  if (typeof item !== "string") return false;
  if (among !== undefined) return Array.isArray(among) && among.length > 0 && among.every(plain);
  return typeof answered === "boolean" || (["<", "<=", ">", ">=", "!="].includes(String(is)) && plain(than));
}

/** What the buttons of a condition do to its fields. */
export function changedCondition(
  name: string,
  values: Values,
  verb: string,
  index: number,
  askable: readonly Askable[],
): Values {
  const rest = Object.fromEntries(
    Object.entries(values).filter(([key]) => key !== name && !key.startsWith(`${name}.`)),
  );
  const rows = inside(name, "rows");
  const asRows = (more: Values): Values => ({ ...rest, [inside(name, "as")]: "rows", ...more });
  if (verb === "clear") return { ...rest, ...conditionValues(name, undefined) };
  if (verb === "add-row") {
    const count = rowCount(values, rows);
    return count < mostConditionRows ? { ...values, ...blankRow(rows, count) } : values;
  }
  if (verb === "refresh" || verb === "remove-row") {
    const read = readRows(rows, values, askable, {});
    // Read anew, each row shows the answers of the question it is now about.
    const kept = verb === "refresh" ? read.rows : withoutRow(rows, values, askable, index);
    const fields = rowValues(rows, { ...read, rows: kept }, askable);
    return asRows({ ...fields, ...(kept.length === 0 ? blankRow(rows, 0) : {}) });
  }
  const condition = conditionIn(name, values, askable, {});
  if (verb === "rows") {
    const opened = rowsOfCondition(condition) ?? { join: "all" as const, rows: [] };
    const fields = rowValues(rows, opened, askable);
    return asRows({ ...fields, ...(opened.rows.length === 0 ? blankRow(rows, 0) : {}) });
  }
  const written = condition ? JSON.stringify(condition, null, verb === "text" ? 1 : 0) : "";
  return {
    ...rest,
    [inside(name, "as")]: verb === "text" ? "text" : "words",
    [inside(name, "json")]: written,
  };
}

function withoutRow(rows: string, values: Values, askable: readonly Askable[], index: number) {
  const marked = { ...values, [inside(rows, index, "item")]: "" };
  return readRows(rows, marked, askable, {}).rows;
}
