import {
  type Field,
  inside,
  keyOf,
  type RowsField,
  rowCount,
  type Values,
} from "#app/instrument/properties/field.ts";
import { linesOf } from "#app/instrument/properties/lines.ts";

/**
 * Tells new lines of a form what they are called now that they are saved: from then on they are those lines, whatever
 * becomes of their words.
 */
export function nameNewLines(
  frame: HTMLElement,
  fields: readonly Field[],
  written: Values,
  languages: readonly string[],
): void {
  for (const field of fields) {
    const key = field.type === "rows" ? keyOf(field) : undefined;
    if (field.type !== "rows" || !key || rowCount(written, field.name) === 0) continue;
    const said = linesOf(written, field.name);
    const inputs = (part: string, index: number) =>
      frame.querySelector<HTMLInputElement>(`[name="${inside(field.name, index, part)}"]`);
    const known = new Set<string>();
    for (let index = 0; ; index++) {
      const was = inputs("was", index);
      if (!was) break;
      if (was.value) known.add(was.value.replace(/^\d+:/, ""));
    }
    for (let index = 0; ; index++) {
      const was = inputs("was", index);
      if (!was) break;
      const named = inputs(key, index);
      if (was.value || !named || named.value) continue;
      const words = wordsOf(field, languages, (part) => inputs(part, index)?.value ?? "");
      const line = words.trim()
        ? said.find(
            (one) =>
              !known.has(one[key] ?? "") && wordsOf(field, languages, (part) => one[part] ?? "") === words,
          )
        : undefined;
      if (!line?.[key]) continue;
      named.value = line[key];
      known.add(line[key]);
    }
  }
}

const wordsOf = (field: RowsField, languages: readonly string[], value: (part: string) => string) =>
  languages.map((language) => value(inside(field.words, language)).trim()).join("\n");
