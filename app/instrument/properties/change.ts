import { changedCondition } from "./condition-field.ts";
import type { Askable } from "./earlier.ts";
import { type Field, inside, type RowsField, type Values } from "./field.ts";
import { blankLine, linesOf, withLines, withPasted } from "./lines.ts";

/** What the form's own buttons are called and what they say: `options up 2`, `showIf rows`. */
export const changeField = "change";
export const command = (name: string, verb: string, index?: number) =>
  [name, verb, ...(index === undefined ? [] : [index])].join(" ");

interface Around {
  fields: readonly Field[];
  languages: readonly string[];
  askable: readonly Askable[];
}

/** The form after one of its own buttons: a line more, less or elsewhere; a condition opened or closed. Nothing is stored. */
export function changedForm(values: Values, said: string, around: Around): Values {
  const [name = "", verb = "", number = ""] = said.split(" ");
  const index = Number(number) || 0;
  const field = fieldCalled(around.fields, name);
  if (field?.type === "condition") return changedCondition(name, values, verb, index, around.askable);
  return field?.type === "rows" ? changedLines(values, field, name, verb, index, around.languages) : values;
}

/** The field of a full name: `options.2.showIf` is a field of `options`. */
export function fieldCalled(fields: readonly Field[], name: string): Field | undefined {
  const own = fields.find((one) => one.name === name);
  if (own) return own;
  const within = /^([^.]+)\.\d+\.(.+)$/.exec(name);
  const rows = within && fields.find((one) => one.name === within[1]);
  return rows?.type === "rows" ? fieldCalled(rows.of, within?.[2] ?? "") : undefined;
}

function changedLines(
  values: Values,
  field: RowsField,
  name: string,
  verb: string,
  index: number,
  languages: readonly string[],
): Values {
  const lines = linesOf(values, name);
  if (verb === "many") {
    const many = inside(name, "many");
    const { [many]: text = "", ...rest } = values;
    return withPasted(rest, field, name, lines.length, text, languages);
  }
  const line = lines[index];
  const blank = blankLine(field, languages);
  if (verb === "add") lines.push(blank);
  else if (verb === "after") lines.splice(index + 1, 0, blank);
  else if (verb === "remove") lines.splice(index, 1);
  else if (line && (verb === "up" || verb === "down")) {
    lines.splice(index, 1);
    lines.splice(Math.max(0, index + (verb === "up" ? -1 : 1)), 0, line);
  }
  return withLines(values, name, lines);
}
