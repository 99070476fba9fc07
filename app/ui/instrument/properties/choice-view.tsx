import type { ChoiceField } from "#app/instrument/properties/field.ts";
import { linesOf } from "#app/instrument/properties/lines.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { shortened } from "./condition-words.ts";
import { type PropertiesForm, usePropertiesForm } from "./form-context.ts";
import { PropertyFrame } from "./property-frame.tsx";

/** One of several, from a list. */
export function ChoiceView({ field, name }: { field: ChoiceField; name: string }) {
  const { choices } = useMessages().properties;
  const reader = useLanguage();
  const form = usePropertiesForm();
  const value = form.values[name] ?? "";
  const own = field.label in choices ? choices[field.label as keyof typeof choices] : undefined;
  const worded = (one: string) =>
    (typeof own === "object" ? (own as Record<string, string>)[one] : undefined) ?? one;
  const offered: [string, string][] =
    typeof field.from === "string"
      ? offersOf(field.from, form, reader)
      : field.from.map((one) => [one, worded(one)]);
  // What is set and no longer there stays until something else is chosen.
  const isThere = value === "" || offered.some(([one]) => one === value);
  return (
    <PropertyFrame field={field} name={name}>
      {(ties) => (
        <select {...ties} defaultValue={value}>
          {field.optional || value === "" ? <option value="">{choices.none}</option> : null}
          {isThere ? null : <option value={value}>{value}</option>}
          {offered.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      )}
    </PropertyFrame>
  );
}

function offersOf(
  source: string,
  { definition, values, languages }: PropertiesForm,
  reader: string,
): [string, string][] {
  const say = (text: Record<string, string> | undefined) =>
    text?.[reader] || Object.values(text ?? {}).find(Boolean) || "";
  if (source === "scales")
    return Object.entries(definition.scales).map(([key, { points }]) => [
      key,
      `${say(points[0]?.label)} – ${say(points.at(-1)?.label)} (${points.length})`,
    ]);
  if (source === "themes")
    return definition.themes.map(({ code, title }) => [code, `${code} ${say(title)}`.trim()]);
  if (source === "points") {
    const scale = definition.scales[values.scale ?? ""];
    return (scale?.points ?? []).map(({ value, label }) => [String(value), `${value} ${say(label)}`.trim()]);
  }
  return linesOf(values, "options").flatMap((line) => {
    const label = languages.map((one) => line[`label.${one}`]).find(Boolean) ?? "";
    return line.code ? [[line.code, shortened(label) || line.code] as [string, string]] : [];
  });
}
