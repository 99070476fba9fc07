import { type Field, inside, keyOf, lineCalled, type RowsField, type Values } from "./field.ts";
import { isBlank, linesOf, withPasted } from "./lines.ts";
import { newOptionCode, newRowCode } from "./new-codes.ts";
import type { FormReading } from "./read.ts";
import { readText } from "./read-value.ts";

interface Line {
  /** Where it stands in the form. */
  index: number;
  /** Where it stood in the definition; -1 for a new one. */
  was: number;
}

/** The lines of a form that say something; new ones get the code they go by. Those pasted below them are among them. */
export function readRowLines(
  field: RowsField,
  before: readonly unknown[],
  reading: FormReading,
  name: string,
  owner: string,
): Line[] {
  const { languages } = reading;
  const many = reading.values[inside(name, "many")] ?? "";
  const { length } = linesOf(reading.values, name);
  const values = many.trim()
    ? withPasted(reading.values, field, name, length, many, languages)
    : reading.values;
  const lines = linesOf(values, name);
  const key = keyOf(field) ?? "code";
  const named = lines.map((line) => line[key]?.trim() ?? "").filter(Boolean);
  const taken = new Set([...named, ...(field.key === "item" ? reading.codes : [])]);
  let near: string | undefined;
  const kept: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const was = lineCalled(field, line.was ?? "", line[key]?.trim() ?? "", before);
    // A line that was empty before stays; one that was emptied, or never filled, goes.
    const wasBlank = was >= 0 && field.words === "" && saysNothing(before[was]);
    if (isBlank(line, field, languages) && !wasBlank) continue;
    const whole = field.key ? withKey(field, line, taken, owner, near ?? named.at(-1), languages) : line;
    near = whole[key];
    for (const [part, value] of Object.entries(whole)) reading.values[inside(name, index, part)] = value;
    kept.push({ index, was });
  }
  return kept;
}

const saysNothing = (text: unknown) => Object.values(text as Record<string, string>).every((one) => !one);

function withKey(
  field: RowsField,
  line: Values,
  taken: Set<string>,
  owner: string,
  near: string | undefined,
  languages: readonly string[],
): Values {
  const key = keyOf(field) ?? "code";
  if (line[key]?.trim()) return line;
  const english = languages.includes("en") ? (line[inside(field.words, "en")] ?? "") : "";
  const made =
    field.key === "value"
      ? String(Math.max(0, ...[...taken].map((one) => Number(one) || 0)) + 1)
      : field.key === "item"
        ? newRowCode(taken, owner, near)
        : newOptionCode(taken, english, near);
  taken.add(made);
  return { ...line, [key]: made };
}

/** One line as the definition holds it. */
export function readLine(
  field: RowsField,
  { index, was }: Line,
  before: readonly unknown[],
  reading: FormReading,
  name: string,
  read: (fields: readonly Field[], base: unknown, reading: FormReading, prefix: string) => unknown,
): unknown {
  const base = was >= 0 ? before[was] : undefined;
  if (field.words === "") {
    const text = readText(
      inside(name, index),
      reading.values,
      reading.languages,
      base as Record<string, string> | undefined,
    );
    return text ?? { "zh-CN": "", en: "" };
  }
  return read(field.of, base ?? field.fresh, reading, inside(name, index));
}
