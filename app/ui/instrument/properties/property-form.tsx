import { useEffect, useMemo, useRef, useState } from "react";
import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { changeField } from "#app/instrument/properties/change.ts";
import { lockedCodes } from "#app/instrument/properties/codes.ts";
import { askedBefore } from "#app/instrument/properties/earlier.ts";
import type { Field, Problems, Values } from "#app/instrument/properties/field.ts";
import { elementAt } from "#app/instrument/properties/place.ts";
import { FieldGroups } from "./field-groups.tsx";
import { FormContext, type PropertiesForm } from "./form-context.ts";
import { nameNewLines } from "./name-new-lines.ts";

interface PropertyFormProps {
  definition: Definition;
  place: DraftPlace;
  fields: readonly Field[];
  /** What the definition says. */
  written: Values;
  /** What was typed and could not be saved. */
  typed: Values | undefined;
  problems: Problems;
  published: Definition | undefined;
}

/**
 * The fields of a place. Their own buttons work in the browser where they can; else they send the form. What stands in the
 * fields at first stays its writer's: a form that saves itself is not put up anew when the definition has followed it.
 */
export function PropertyForm(props: PropertyFormProps) {
  const { definition, place, fields, written, typed, problems, published } = props;
  const [values, setValues] = useState(typed ?? written);
  // A field whose lines changed is put up anew: what stands in its inputs is no longer what React put there.
  const [rounds, setRounds] = useState<Record<string, number>>({});
  const frame = useRef<HTMLDivElement>(null);
  const focus = useRef<string>();
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, []);
  useEffect(() => {
    const { current } = frame;
    if (!current || focus.current === undefined || !rounds) return;
    current.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = undefined;
    // To whoever saves the form, a line moved is as good as a word typed.
    current.dispatchEvent(new Event("change", { bubbles: true }));
  }, [rounds]);
  useEffect(() => {
    if (frame.current) nameNewLines(frame.current, fields, written, definition.languages);
  }, [fields, written, definition.languages]);
  const askable = useMemo(() => askedBefore(definition, place), [definition, place]);
  const locked = useMemo(() => lockedCodes(published), [published]);
  const form: PropertiesForm = {
    ...{ definition, languages: definition.languages, values, problems, askable, locked },
    owner: written.code ?? "",
    isStatement: isStatement(definition, place),
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
        <button type="submit" className="properties-default" data-save="" tabIndex={-1} aria-hidden="true" />
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

function isStatement(definition: Definition, place: DraftPlace): boolean {
  const found = elementAt(definition, place);
  if (found?.kind !== "item") return false;
  const { element } = found;
  const isRated = element.kind === "nps" || element.kind === "slider";
  return isRated || (element.kind === "scale" && element.expect === undefined);
}
