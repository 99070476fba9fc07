import type { InputHTMLAttributes, ReactNode } from "react";

interface FrameProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The control, given what ties it to its label, hint and error. */
  children(shared: {
    id: string;
    name: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }): ReactNode;
}

/** A label, a control, and beside it what was wrong with it. */
export function FieldFrame({ name, label, hint, error, children }: FrameProps) {
  const says = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="studio-field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="studio-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id: name,
        name,
        "aria-describedby": says || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? (
        <p className="studio-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** A longer text, in a box of several lines. */
  lines?: number;
}

/** A field to type in. */
export function Field({ name, label, hint, error, lines, ...input }: FieldProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(shared) =>
        lines ? (
          <textarea
            {...shared}
            rows={lines}
            required={input.required}
            lang={input.lang}
            maxLength={input.maxLength}
            defaultValue={input.defaultValue}
          />
        ) : (
          <input {...input} {...shared} />
        )
      }
    </FieldFrame>
  );
}
