import type { ReactNode } from "react";
import { changedForm, changeField, command } from "#app/instrument/properties/change.ts";
import type { Field } from "#app/instrument/properties/field.ts";
import { usePropertiesForm } from "./form-context.ts";

interface ChangeButtonProps {
  /** The field that changes, and its full name. */
  field: Field;
  name: string;
  verb: string;
  index?: number;
  /** A selector of what has the focus afterwards. */
  focus: string;
  label?: string;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** A button that changes the form itself: in the browser where it can, by sending the form where it cannot. */
export function ChangeButton({
  field,
  name,
  verb,
  index,
  focus,
  label,
  disabled,
  className = "quiet",
  children,
}: ChangeButtonProps) {
  const { askable, languages, change } = usePropertiesForm();
  const said = command(name, verb, index);
  return (
    <button
      type="submit"
      name={changeField}
      value={said}
      className={className}
      aria-label={label}
      title={label}
      disabled={disabled}
      formNoValidate
      onClick={(event) => {
        const { form } = event.currentTarget;
        if (!form) return;
        event.preventDefault();
        const fields = [{ ...field, name }];
        change(form, name, (values) => changedForm(values, said, { fields, languages, askable }), focus);
      }}
    >
      {children}
    </button>
  );
}

/** The button that says so. */
export const buttonSaying = (name: string, verb: string, index?: number) =>
  `button[value="${command(name, verb, index)}"]`;
