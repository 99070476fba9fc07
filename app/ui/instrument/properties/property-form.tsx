import { useEffect, useMemo, useRef, useState } from "react";
import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { changeField } from "#app/instrument/properties/change.ts";
import { lockedCodes } from "#app/instrument/properties/codes.ts";
import { askedBefore } from "#app/instrument/properties/earlier.ts";
import type { Field, Problems, Values } from "#app/instrument/properties/field.ts";
import { FieldGroups } from "./field-groups.tsx";
import { FormContext, type PropertiesForm } from "./form-context.ts";

interface PropertyFormProps {
  definition: Definition;
  place: DraftPlace;
  fields: readonly Field[];
  /** What stands in the fields at first. */
  written: Values;
  problems: Problems;
  published: Definition | undefined;
}

/** The fields of a place. Their own buttons work in the browser where they can; else they send the form. */
export function PropertyForm({ definition, place, fields, written, problems, published }: PropertyFormProps) {
  const [values, setValues] = useState(written);
  // A field whose lines changed is put up anew: what stands in its inputs is no longer what React put there.
  const [rounds, setRounds] = useState<Record<string, number>>({});
  const frame = useRef<HTMLDivElement>(null);
  const focus = useRef<string>();
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, []);
  useEffect(() => {
    if (focus.current && rounds) frame.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = undefined;
  }, [rounds]);
  const askable = useMemo(() => askedBefore(definition, place), [definition, place]);
  const locked = useMemo(() => lockedCodes(published), [published]);
  const form: PropertiesForm = {
    ...{ definition, languages: definition.languages, values, problems, askable, locked },
    owner: written.code ?? "",
    change(element, name, by, afterwards) {
      focus.current = afterwards;
      setValues(by(valuesIn(element)));
      const [top = name] = name.split(".");
      setRounds((before) => ({ ...before, [top]: (before[top] ?? 0) + 1 }));
    },
  };
  return (
    <FormContext.Provider value={form}>
      <div className="properties" ref={frame}>
        {/* Enter in a field presses a form's first button: let it be one that saves. */}
        <button type="submit" className="properties-default" tabIndex={-1} aria-hidden="true" />
        <FieldGroups fields={fields} rounds={rounds} />
      </div>
    </FormContext.Provider>
  );
}

function valuesIn(form: HTMLFormElement): Values {
  const texts = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && name !== changeField ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
