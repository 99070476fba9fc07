import type { Condition } from "#app/questions/base.ts";
import { conditionValues } from "./condition-field.ts";
import { type Field, inside, lineName, propertyOf, type Values } from "./field.ts";

/**
 * What stands in the fields of something.
 * @param languages the instrument's: only their texts are shown
 * @param prefix the name of what it is a line of
 */
export function writeFields(
  fields: readonly Field[],
  element: unknown,
  languages: readonly string[],
  prefix = "",
): Values {
  return Object.assign(
    {},
    ...fields.map((field) =>
      writeField(field, propertyOf(element, field.name), languages, inside(prefix, field.name), element),
    ),
  );
}

function writeField(
  field: Field,
  value: unknown,
  languages: readonly string[],
  name: string,
  element: unknown,
): Values {
  switch (field.type) {
    case "text": {
      const text = (value ?? {}) as Record<string, string>;
      return Object.fromEntries(languages.map((one) => [inside(name, one), text[one] ?? ""]));
    }
    case "tick":
      return value === true ? { [name]: "yes" } : {};
    case "list":
      return { [name]: (value as string[]).join(", ") };
    case "several":
      return Object.fromEntries((value as string[]).map((code) => [inside(name, code), "yes"]));
    case "limit":
      return value === "current"
        ? { [name]: "", [inside(name, "current")]: "yes" }
        : { [name]: String(value ?? "") };
    case "condition":
      return conditionValues(name, value as Condition | undefined);
    case "picture": {
      const { file, width, height } = element as Record<string, unknown>;
      return { file: String(file ?? ""), width: String(width ?? ""), height: String(height ?? "") };
    }
    case "rows":
      return Object.assign(
        {},
        ...((value ?? []) as unknown[]).map((line, index) => ({
          [inside(name, index, "was")]: lineName(field, line, index),
          ...writeFields(field.of, line, languages, inside(name, index)),
        })),
      );
    default:
      return { [name]: value === undefined ? "" : String(value) };
  }
}
