import { isCondition, lookOf } from "#app/instrument/properties/condition-field.ts";
import { rowsOfCondition } from "#app/instrument/properties/condition-rows.ts";
import { type ConditionField, inside } from "#app/instrument/properties/field.ts";
import { fill } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { buttonSaying, ChangeButton } from "./change-button.tsx";
import { ConditionRowsView } from "./condition-rows-view.tsx";
import { conditionWords } from "./condition-words.ts";
import { fieldNamed, usePropertiesForm } from "./form-context.ts";
import { useFieldWords } from "./property-frame.tsx";

/** When something is shown: told in words; on demand as lines to be changed, or written out. */
export function ConditionView({ field, name }: { field: ConditionField; name: string }) {
  const { condition: words } = useMessages().properties;
  const { values } = usePropertiesForm();
  const { label } = useFieldWords(field, name);
  const look = lookOf(name, values);
  const button = (verb: string, text: string, focus: string) => (
    <ChangeButton field={field} name={name} verb={verb} focus={focus}>
      {text}
    </ChangeButton>
  );
  return (
    <fieldset className="property property-condition">
      {/* The part that is folded up is headed by the same words. */}
      <legend className={name === "showIf" ? "visually-hidden" : undefined}>{label}</legend>
      <input type="hidden" name={inside(name, "as")} value={look} readOnly />
      {look === "words" ? (
        <InWords field={field} name={name} />
      ) : (
        <>
          {look === "rows" ? <ConditionRowsView field={field} name={name} /> : <AsText name={name} />}
          <div className="property-buttons">
            {look === "rows"
              ? button("text", words.asText, fieldNamed(inside(name, "json")))
              : button("rows", words.asRows, fieldNamed(inside(name, "rows", 0, "item")))}
            {button("clear", words.clear, buttonSaying(name, "rows"))}
          </div>
        </>
      )}
    </fieldset>
  );
}

function InWords({ field, name }: { field: ConditionField; name: string }) {
  const { condition: words } = useMessages().properties;
  const reader = useLanguage();
  const { definition, values } = usePropertiesForm();
  const json = values[inside(name, "json")] ?? "";
  const condition = json ? readCondition(json) : undefined;
  const isDeep = condition !== undefined && rowsOfCondition(condition) === undefined;
  const says = condition ? conditionWords(condition, definition, reader) : json || words.always;
  const button = (verb: string, text: string, focus: string) => (
    <ChangeButton field={field} name={name} verb={verb} focus={focus}>
      {text}
    </ChangeButton>
  );
  const rowsFocus = fieldNamed(inside(name, "rows", 0, "item"));
  return (
    <>
      <input type="hidden" name={inside(name, "json")} value={json} readOnly />
      <p className="property-says">{says}</p>
      {isDeep ? <p className="studio-hint">{words.tooDeep}</p> : null}
      <div className="property-buttons">
        {json && !isDeep ? button("rows", words.change, rowsFocus) : null}
        {json ? null : button("rows", words.set, rowsFocus)}
        {isDeep ? button("text", words.asText, fieldNamed(inside(name, "json"))) : null}
        {isDeep ? button("rows", words.replace, rowsFocus) : null}
        {json ? button("clear", words.clear, buttonSaying(name, "rows")) : null}
      </div>
    </>
  );
}

function readCondition(json: string): Condition | undefined {
  try {
    const read: unknown = JSON.parse(json);
    return isCondition(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function AsText({ name }: { name: string }) {
  const { condition: words } = useMessages().properties;
  const { values } = usePropertiesForm();
  const json = inside(name, "json");
  const { ties, problem } = useFieldWords({ label: "showIf" }, json);
  return (
    <>
      <p className="studio-hint">{fill(words.textHint, { example: '{"item":"BG01","in":["a"]}' })}</p>
      <textarea
        {...ties}
        aria-label={words.asText}
        rows={5}
        spellCheck={false}
        className="property-json"
        defaultValue={values[json] ?? ""}
      />
      {problem}
    </>
  );
}
