import type { ReactNode } from "react";
import { FieldFrame } from "../field.tsx";

interface ChoiceProps {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string | undefined;
  children: ReactNode;
}

/** A list to choose from. */
export function Choice({ name, label, hint, error, value, children }: ChoiceProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(shared) => (
        <select {...shared} defaultValue={value}>
          {children}
        </select>
      )}
    </FieldFrame>
  );
}
