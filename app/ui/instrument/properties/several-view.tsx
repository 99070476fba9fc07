import { placedItems } from "#app/instrument/places.ts";
import { inside, type SeveralField } from "#app/instrument/properties/field.ts";
import { useLanguage } from "../../language.tsx";
import { usePropertiesForm } from "./form-context.ts";
import { useFieldWords } from "./property-frame.tsx";

/** The scale items of the instrument, to be ticked. */
export function SeveralView({ field, name }: { field: SeveralField; name: string }) {
  const reader = useLanguage();
  const { definition, values } = usePropertiesForm();
  const { label, hint, problem, ties } = useFieldWords(field, name);
  const items = placedItems(definition).flatMap(({ item }) => (item.kind === "scale" ? [item] : []));
  const known = new Set(items.map(({ code }) => code));
  const ticked = Object.keys(values).flatMap((key) =>
    key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : [],
  );
  const offered = [
    ...items.map(({ code, text }) => ({ code, text: text[reader] || Object.values(text).find(Boolean) })),
    ...ticked.filter((code) => !known.has(code)).map((code) => ({ code, text: undefined })),
  ];
  return (
    <fieldset className="property property-several" aria-describedby={ties["aria-describedby"]}>
      <legend>{label}</legend>
      {hint}
      {problem}
      <div className="property-scroll">
        {offered.map(({ code, text }) => (
          <label key={code} className="property-check">
            <input
              type="checkbox"
              name={inside(name, code)}
              value="yes"
              defaultChecked={ticked.includes(code)}
              aria-invalid={ties["aria-invalid"]}
            />
            <span>
              <span className="property-code">{code}</span> {text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
