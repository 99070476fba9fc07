import type { Field, RowsField } from "./field.ts";
import { inside, keyOf, rowCount, type Values } from "./field.ts";

/** The fields of one line, without the line's own name before them. */
function lineAt(values: Values, name: string, index: number): Values {
  const prefix = `${inside(name, index)}.`;
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

export const linesOf = (values: Values, name: string): Values[] =>
  Array.from({ length: rowCount(values, name) }, (_, index) => lineAt(values, name, index));

/** The same form with other lines. */
export function withLines(values: Values, name: string, lines: readonly Values[]): Values {
  const isLine = (key: string) => key.startsWith(`${name}.`) && /^\d/.test(key.slice(name.length + 1));
  const rest = Object.entries(values).filter(([key]) => !isLine(key));
  const numbered = lines.flatMap((line, index) =>
    Object.entries(line).map(([key, value]) => [inside(name, index, key), value]),
  );
  return Object.fromEntries([...rest, ...numbered]);
}

/** The fields of a line that is new and empty. */
export function blankLine(field: RowsField, languages: readonly string[]): Values {
  const empty = (one: Field): string[] => {
    if (one.type === "text") return languages.map((language) => inside(one.name, language));
    return one.type === "code" || one.type === "number" || one.type === "line" ? [one.name] : [];
  };
  return Object.fromEntries([["was", ""], ...field.of.flatMap(empty).map((name) => [name, ""])]);
}

/** Whether nothing is typed in a line. Ticks alone say nothing. */
export function isBlank(line: Values, field: RowsField, languages: readonly string[]): boolean {
  return Object.keys(blankLine(field, languages)).every((key) => key === "was" || !line[key]?.trim());
}

/** More lines at once than anybody writes. */
const mostLines = 200;

/**
 * Lines typed or pasted as text, one a line: the text in the main language, or in each language with `|` or a tab between,
 * with or without a code before them.
 */
export function readLines(text: string, field: RowsField, languages: readonly string[]): Values[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, mostLines)
    .map((line) => {
      const parts = line.split(/[|｜\t]/).map((part) => part.trim());
      const [first = "", ...others] = parts;
      const hasCode =
        field.key !== undefined && (parts.length > languages.length || looksLikeCode(first, others));
      const words = parts.length === 1 ? parts : hasCode ? others : parts;
      const labels = languages.map((language, index) => [inside(field.words, language), words[index] ?? ""]);
      const key = keyOf(field) ?? "code";
      const named = hasCode && parts.length > 1 ? [[key, first]] : [];
      return { ...blankLine(field, languages), ...Object.fromEntries([...labels, ...named]) };
    });
}

// "yes|是": what stands before words in another script is a code.
const looksLikeCode = (first: string, others: readonly string[]) =>
  /^[A-Za-z0-9_]{1,32}$/.test(first) && others.length === 1 && /\p{Script=Han}/u.test(others[0] ?? "");

/**
 * The form with lines put in at a place. One that names a code the form has already brings that line's texts, so that a
 * translation can be pasted over a list.
 */
export function withPasted(
  values: Values,
  field: RowsField,
  name: string,
  at: number,
  text: string,
  languages: readonly string[],
): Values {
  const lines = linesOf(values, name);
  const key = keyOf(field) ?? "code";
  const added: Values[] = [];
  for (const line of readLines(text, field, languages)) {
    const there = line[key] ? lines.find((one) => one[key] === line[key]) : undefined;
    if (!there) added.push(line);
    else for (const [part, value] of Object.entries(line)) if (value) there[part] = value;
  }
  const before = lines.slice(0, at);
  const after = lines.slice(at);
  const kept = after[0] && isBlank(after[0], field, languages) ? after.slice(1) : after;
  return withLines(values, name, [...before, ...added, ...kept]);
}
