import { type Field, inside, type LimitField, type TickField } from "#app/instrument/properties/field.ts";
import { useMessages } from "../../language.tsx";
import { fieldId, usePropertiesForm } from "./form-context.ts";
import { PropertyFrame, useFieldWords } from "./property-frame.tsx";

/** Something short that is typed: a code, a number, a list of codes. */
export function LineView({ field, name }: { field: Field; name: string }) {
  const { properties } = useMessages();
  const { values, locked, owner } = usePropertiesForm();
  const value = values[name] ?? "";
  const isCode = field.type === "code";
  const lockedAs =
    isCode && field.form === "option"
      ? `${owner} ${value}`
      : isCode && field.form === "page"
        ? `page:${value}`
        : value;
  const isLocked = isCode && locked.has(lockedAs);
  const hint = isLocked
    ? properties.hints.codeLocked
    : field.type === "month"
      ? properties.hints.month
      : undefined;
  return (
    <PropertyFrame field={field} name={name} hint={hint}>
      {(ties) => (
        <input
          {...ties}
          defaultValue={value}
          readOnly={isLocked}
          autoComplete="off"
          spellCheck={false}
          className={field.type === "number" ? "property-number" : undefined}
          inputMode={field.type === "number" ? "decimal" : undefined}
        />
      )}
    </PropertyFrame>
  );
}

export function TickView({ field, name }: { field: TickField; name: string }) {
  const { values } = usePropertiesForm();
  const { label, ties, hint, problem } = useFieldWords(field, name);
  return (
    <div className="property property-tick">
      <label>
        <input type="checkbox" {...ties} value="yes" defaultChecked={name in values} />
        <span>{label}</span>
      </label>
      {hint}
      {problem}
    </div>
  );
}

/** The last year or month: a certain one, or the current year. */
export function LimitView({ field, name }: { field: LimitField; name: string }) {
  const { properties } = useMessages();
  const { values } = usePropertiesForm();
  const current = inside(name, "current");
  return (
    <>
      <PropertyFrame
        field={field}
        name={name}
        hint={field.of === "month" ? properties.hints.month : undefined}
      >
        {(ties) => (
          <input
            {...ties}
            className="property-number"
            defaultValue={values[name] ?? ""}
            inputMode={field.of === "year" ? "numeric" : undefined}
            autoComplete="off"
          />
        )}
      </PropertyFrame>
      <div className="property property-tick">
        <label>
          <input
            type="checkbox"
            id={fieldId(current)}
            name={current}
            value="yes"
            defaultChecked={current in values}
          />
          <span>{properties.current[field.of]}</span>
        </label>
      </div>
    </>
  );
}
