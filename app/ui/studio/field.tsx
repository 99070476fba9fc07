import type { InputHTMLAttributes } from "react";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** A longer text, in a box of several lines. */
  lines?: number;
}

/** A label, a field, and beside it what was wrong with it. */
export function Field({ name, label, hint, error, lines, ...input }: FieldProps) {
  const says = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  const shared = {
    id: name,
    name,
    "aria-describedby": says || undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className="studio-field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="studio-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {lines ? (
        <textarea {...shared} rows={lines} required={input.required} defaultValue={input.defaultValue} />
      ) : (
        <input {...input} {...shared} />
      )}
      {error ? (
        <p className="studio-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
