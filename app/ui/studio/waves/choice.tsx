import type { ReactNode } from "react";

interface ChoiceProps {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string | undefined;
  children: ReactNode;
}

/** A label, a list to choose from, and beside it what was wrong with the choice. */
export function Choice({ name, label, hint, error, value, children }: ChoiceProps) {
  const says = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="studio-field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="studio-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <select
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={says || undefined}
        aria-invalid={error ? true : undefined}
      >
        {children}
      </select>
      {error ? (
        <p className="studio-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
