import type { ReactNode } from "react";
import type { Field } from "#app/instrument/properties/field.ts";
import { useMessages } from "../../language.tsx";
import { fieldId, usePropertiesForm } from "./form-context.ts";
import { problemWords } from "./problem-words.ts";

/** What ties a control to its label, hint and problem. */
export interface Ties {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** The words around a field, and what ties a control to them. */
export function useFieldWords(field: Pick<Field, "label">, name: string, hint?: string) {
  const messages = useMessages();
  const { problems } = usePropertiesForm();
  const { fields, hints } = messages.properties;
  const problem = problemWords(messages, problems[name]);
  const said = hint ?? (field.label in hints ? hints[field.label as keyof typeof hints] : undefined);
  const id = fieldId(name);
  const by = [said ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  const ties: Ties = {
    ...{ id, name },
    "aria-describedby": by || undefined,
    "aria-invalid": problem ? true : undefined,
  };
  return {
    label: fields[field.label],
    ties,
    hint: said ? (
      <p className="studio-hint" id={`${id}-hint`}>
        {said}
      </p>
    ) : null,
    problem: problem ? (
      <p className="studio-error" id={`${id}-problem`}>
        {problem}
      </p>
    ) : null,
  };
}

/** A label, a control, and what is said about it. */
export function PropertyFrame({
  field,
  name,
  hint,
  children,
}: {
  field: Pick<Field, "label">;
  name: string;
  hint?: string | undefined;
  children(ties: Ties): ReactNode;
}) {
  const words = useFieldWords(field, name, hint);
  return (
    <div className="property">
      <label htmlFor={words.ties.id}>{words.label}</label>
      {words.hint}
      {children(words.ties)}
      {words.problem}
    </div>
  );
}
