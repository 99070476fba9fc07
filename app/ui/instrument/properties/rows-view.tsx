import { type ClipboardEvent, type KeyboardEvent, useId } from "react";
import { changedForm, command } from "#app/instrument/properties/change.ts";
import { inside, type RowsField, rowCount } from "#app/instrument/properties/field.ts";
import { withPasted } from "#app/instrument/properties/lines.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { buttonSaying, ChangeButton } from "./change-button.tsx";
import { fieldNamed, usePropertiesForm } from "./form-context.ts";
import { LineOfRows } from "./line-of-rows.tsx";
import { useFieldWords } from "./property-frame.tsx";

/** Lines to be added, moved and removed: one by one, or many at once as text. */
export function RowsView({ field, name }: { field: RowsField; name: string }) {
  const { lines } = useMessages().properties;
  const form = usePropertiesForm();
  const { label, hint, problem } = useFieldWords(field, name);
  const count = rowCount(form.values, name);
  const many = inside(name, "many");
  const manyId = useId();
  const [language = ""] = form.languages;
  const firstOf = (index: number) => fieldNamed(inside(name, index, field.words, language));

  const goOn = (event: KeyboardEvent<HTMLElement>) => {
    const at = lineOf(event.target, name);
    // While Chinese is being composed, Enter only ends the word.
    if (event.key !== "Enter" || event.nativeEvent.isComposing || at === undefined) return;
    event.preventDefault();
    const { form: element } = event.target as HTMLInputElement;
    const said = command(name, "after", at);
    const around = { fields: [{ ...field, name }], languages: form.languages, askable: form.askable };
    if (element) form.change(element, name, (values) => changedForm(values, said, around), firstOf(at + 1));
  };
  const pasteLines = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text/plain").trim();
    const at = lineOf(event.target, name);
    if (at === undefined || !/[\r\n]/.test(text) || !(event.target instanceof HTMLInputElement)) return;
    const { form: element, value } = event.target;
    if (!element) return;
    event.preventDefault();
    const place = value ? at + 1 : at;
    form.change(
      element,
      name,
      (values) => withPasted(values, field, name, place, text, form.languages),
      firstOf(place),
    );
  };

  return (
    <fieldset className="property property-rows">
      <legend>{label}</legend>
      {hint}
      {problem}
      {count === 0 ? <p className="studio-hint">{lines.none}</p> : null}
      <ol onKeyDown={goOn} onPaste={pasteLines}>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by where they stand, as in the form
          <LineOfRows key={index} field={field} name={name} index={index} count={count} />
        ))}
      </ol>
      <ChangeButton field={field} name={name} verb="add" focus={firstOf(count)}>
        {lines.add}
      </ChangeButton>
      <details className="property-fold">
        <summary>{lines.many}</summary>
        <label className="visually-hidden" htmlFor={manyId}>
          {fill(lines.aria, { what: label, n: lines.many })}
        </label>
        <p className="studio-hint" id={`${manyId}-hint`}>
          {lines.manyHint}
        </p>
        <textarea
          id={manyId}
          name={many}
          rows={4}
          aria-describedby={`${manyId}-hint`}
          defaultValue={form.values[many] ?? ""}
        />
        <ChangeButton field={field} name={name} verb="many" focus={buttonSaying(name, "add")}>
          {lines.manyAdd}
        </ChangeButton>
      </details>
    </fieldset>
  );
}

/** The line an input of one line stands in: elsewhere Enter and pasting do what they always do. */
function lineOf(target: EventTarget, name: string): number | undefined {
  if (!(target instanceof HTMLInputElement) || !/^(text|)$/.test(target.type)) return undefined;
  const rest = target.name.startsWith(`${name}.`) ? target.name.slice(name.length + 1) : "";
  const [number = ""] = rest.split(".");
  return /^\d+$/.test(number) && !rest.includes("showIf") ? Number(number) : undefined;
}
