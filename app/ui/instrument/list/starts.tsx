import type { ReactNode } from "react";

export interface Start {
  value: string;
  name: string;
  about: ReactNode;
}

/** What to start from: one of a few, each with a line about it. */
export function Starts({
  name,
  legend,
  starts,
  value,
  error,
}: {
  name: string;
  legend: string;
  starts: Start[];
  value: string | undefined;
  error: string | undefined;
}) {
  return (
    <fieldset className="instrument-starts" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {error ? (
        <p className="studio-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {starts.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={name}
            value={one.value}
            defaultChecked={value === one.value}
            aria-invalid={error ? true : undefined}
          />
          <span>
            <strong>{one.name}</strong>
            <span className="studio-hint">{one.about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
