import type { Messages } from "#app/locales/index.ts";

/** What a form of properties says: field names and what stands in them. A field that is not ticked is not there. */
export type Values = Record<string, string>;
/** What is wrong, by field name: a key to be worded, where needed with a number after a colon (`at-least:2`). */
export type Problems = Record<string, string>;

/** Where fields stand: in sight, or in one of the parts that are folded up until somebody wants them. */
export type FieldGroup = "logic" | "analysis" | "more";

interface Base {
  /** The property's name in the definition, and the form field's. Dots lead into it: `minutes.from`. */
  name: string;
  label: keyof Messages["properties"]["fields"];
  group?: FieldGroup;
}
/** Where the choices of a field come from, if they are not always the same. */
export type ChoiceSource = "scales" | "themes" | "points" | "options";
export type CodeForm = "item" | "option" | "page";

/** Words in every language of the instrument; optional ones are left out where no language has any. */
export interface TextField extends Base {
  type: "text";
  optional?: true;
  lines?: number;
}
export interface CodeField extends Base {
  type: "code";
  form: CodeForm;
}
export interface LineField extends Base {
  type: "line";
}
export interface TickField extends Base {
  type: "tick";
  /** Left out, not `false`, where it is not ticked. */
  optional?: true;
}
export interface NumberField extends Base {
  type: "number";
  optional?: true;
}
export interface ChoiceField extends Base {
  type: "choice";
  from: readonly string[] | ChoiceSource;
  optional?: true;
  /** Stored as a number. */
  number?: true;
}
/** The last year or month, which may be the current one. */
export interface LimitField extends Base {
  type: "limit";
  of: "year" | "month";
}
export interface MonthField extends Base {
  type: "month";
}
/** Codes or language tags in a row, with commas between. */
export interface ListField extends Base {
  type: "list";
}
/** Scale items to be ticked. */
export interface SeveralField extends Base {
  type: "several";
}
export interface ConditionField extends Base {
  type: "condition";
}
export interface PictureField extends Base {
  type: "picture";
}
/** Lines that can be added, moved and removed: options, rows, points, paragraphs. */
export interface RowsField extends Base {
  type: "rows";
  of: readonly Field[];
  /** The text of a line: what is pasted becomes these, line by line. `""` where the line is nothing but its text. */
  words: "label" | "text" | "";
  /** How a new line gets the name it goes by. */
  key?: "option" | "item" | "value";
  /** What a new line has beside what is typed. */
  fresh?: Readonly<Record<string, unknown>>;
}
export type Field =
  | TextField
  | CodeField
  | LineField
  | TickField
  | NumberField
  | ChoiceField
  | LimitField
  | MonthField
  | ListField
  | SeveralField
  | ConditionField
  | PictureField
  | RowsField;

/** The full name of a field inside another: `options`, `2`, `label` → `options.2.label`. */
export const inside = (...parts: (string | number)[]) => parts.filter((part) => part !== "").join(".");

/** How many lines a form has of some name: each says which one of the definition it was (`was`), if any. */
export function rowCount(values: Values, name: string): number {
  let count = 0;
  while (inside(name, count, "was") in values) count++;
  return count;
}

/** A property by its name, of whatever it may be. */
export function propertyOf(element: unknown, name: string): unknown {
  if (name === "") return element;
  let value = element;
  for (const part of name.split(".")) value = (value as Record<string, unknown> | undefined)?.[part];
  return value;
}

/**
 * How a form remembers which line of the definition one of its lines was: by its place and, where lines have one, by its
 * code or value, since the definition may have moved on under a form that saves itself.
 */
export function lineName(field: RowsField, line: unknown, index: number): string {
  const key = keyOf(field);
  return key ? `${index}:${String(propertyOf(line, key))}` : String(index);
}

/** Where the line stands now that was called so; -1 for a new one. */
export function lineCalled(field: RowsField, said: string, typed: string, lines: readonly unknown[]): number {
  const [, number = "", name] = /^(\d{1,4})(?::(.*))?$/s.exec(said) ?? [];
  const index = Number(number);
  const key = keyOf(field);
  if (!key) return number && index < lines.length ? index : -1;
  const called = (one: string | undefined) =>
    lines.findIndex((line) => String(propertyOf(line, key)) === one);
  if (number && String(propertyOf(lines[index], key)) === name) return index;
  const there = number ? called(name) : -1;
  return there >= 0 ? there : called(typed);
}

/** What lines of a field go by. */
export const keyOf = ({ key }: RowsField): "code" | "value" | undefined =>
  key && (key === "value" ? "value" : "code");
