import { languageTag } from "../language-names.ts";
import { conditionIn } from "./condition-field.ts";
import type { Askable } from "./earlier.ts";
import {
  type Field,
  inside,
  keyOf,
  type Problems,
  propertyOf,
  type RowsField,
  type Values,
} from "./field.ts";
import { readLine, readRowLines } from "./read-lines.ts";
import { isMonth, readCode, readList, readMonth, readNumber, readText } from "./read-value.ts";

/** What reading a form needs to know, and what it finds out on the way. */
export interface FormReading {
  values: Values;
  languages: readonly string[];
  askable: readonly Askable[];
  /** Every code of the instrument: a new line gets none of them. */
  codes: ReadonlySet<string>;
  problems: Problems;
  /** Which lines of the form were kept, by the name of the lines: for finding the field of a line of the definition. */
  kept: Map<string, number[]>;
  /** Codes of options and rows that are called something else now. */
  renamed: Map<string, string>;
}

/**
 * Something as its form says it.
 * @param base what it was: what the form has no field for stays
 */
export function readFields(
  fields: readonly Field[],
  base: unknown,
  reading: FormReading,
  prefix = "",
): Record<string, unknown> {
  let read = { ...(base as Record<string, unknown> | undefined) };
  for (const field of fields) {
    if (field.type === "picture") {
      read = { ...read, ...readPicture(reading) };
      continue;
    }
    const value = readField(field, propertyOf(base, field.name), reading, inside(prefix, field.name), read);
    read = withProperty(read, field.name.split("."), value);
  }
  return read;
}

/** The same with one property set, or left out where it is undefined. */
function withProperty(
  object: Record<string, unknown>,
  [first = "", ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  const { [first]: old, ...others } = object;
  if (rest.length > 0)
    return { ...object, [first]: withProperty((old ?? {}) as Record<string, unknown>, rest, value) };
  return value === undefined ? others : { ...object, [first]: value };
}

function readField(
  field: Exclude<Field, { type: "picture" }>,
  base: unknown,
  reading: FormReading,
  name: string,
  read: Record<string, unknown>,
): unknown {
  const { values, problems, languages } = reading;
  const typed = values[name] ?? "";
  switch (field.type) {
    case "text": {
      const text = readText(name, values, languages, base as Record<string, string> | undefined);
      return text ?? (field.optional ? undefined : { "zh-CN": "", en: "" });
    }
    case "code": {
      const { code, problem } = readCode(typed, field.form);
      if (problem) problems[name] = problem;
      if (typeof base === "string" && base !== code) reading.renamed.set(base, code);
      return code;
    }
    case "line":
      return typed.trim() || undefined;
    case "tick":
      if (name in values) return true;
      return field.optional && base !== false ? undefined : false;
    case "number": {
      const number = readNumber(typed);
      if (typeof number === "object") problems[name] = number.problem;
      else if (number === undefined && !field.optional) problems[name] = "required";
      return typeof number === "object" ? undefined : number;
    }
    case "choice":
      if (!typed && !field.optional) problems[name] = "required";
      return typed === "" ? undefined : field.number ? Number(typed) : typed;
    case "month": {
      const month = readMonth(typed);
      if (!isMonth(month)) problems[name] = "not-a-month";
      return month;
    }
    case "limit":
      return readLimit(field.of, name, reading);
    case "list":
      return readTags(field.name, name, reading);
    case "several": {
      const ticked = Object.keys(values).flatMap((key) =>
        key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : [],
      );
      // Those that were there keep their order.
      const before = (base as string[]).filter((code) => ticked.includes(code));
      return [...before, ...ticked.filter((code) => !before.includes(code))];
    }
    case "condition":
      return inside(name, "as") in values ? conditionIn(name, values, reading.askable, problems) : base;
    case "rows":
      return readRowsField(field, base, reading, name, read);
  }
}

function readTags(property: string, name: string, { values, problems }: FormReading): string[] {
  const listed = readList(values[name] ?? "");
  if (property !== "languages") return listed.map((code) => code.toUpperCase());
  const tags = listed.map((tag) => languageTag(tag));
  if (tags.includes(undefined)) problems[name] = "not-a-language";
  return [...new Set(tags.filter((tag) => tag !== undefined))];
}

function readLimit(of: "year" | "month", name: string, { values, problems }: FormReading) {
  if (inside(name, "current") in values) return "current";
  const typed = values[name] ?? "";
  if (of === "month") {
    const month = readMonth(typed);
    if (!isMonth(month)) problems[name] = "not-a-month";
    return month;
  }
  const year = readNumber(typed);
  if (typeof year === "number") {
    // The definition's own bounds; of "a year or `current`" it could not say which is meant.
    if (year < 1900) problems[name] = "at-least:1900";
    if (year > 2200) problems[name] = "at-most:2200";
    return year;
  }
  problems[name] = year?.problem ?? "required";
  return undefined;
}

function readRowsField(
  field: RowsField,
  base: unknown,
  reading: FormReading,
  name: string,
  read: Record<string, unknown>,
): unknown[] {
  const before = (base ?? []) as unknown[];
  const lines = readRowLines(field, before, reading, name, String(read.code ?? reading.values.code ?? ""));
  reading.kept.set(
    name,
    lines.map(({ index }) => index),
  );
  const made = lines.map((line) => readLine(field, line, before, reading, name, readFields));
  const seen = new Set<unknown>();
  const key = keyOf(field) ?? "code";
  for (const [at, line] of made.entries()) {
    const value = propertyOf(line, key);
    const where = inside(name, lines[at]?.index ?? at, key);
    if (field.key && value !== undefined && seen.has(value)) reading.problems[where] ??= "twice";
    seen.add(value);
  }
  return made;
}

function readPicture({ values, problems }: FormReading) {
  const { file = "", width, height, "picture.problem": problem } = values;
  if (problem) problems.picture = problem;
  else if (!/^[0-9a-f]{64}$/.test(file)) problems.picture = "picture-none";
  return { file, width: Number(width), height: Number(height) };
}
