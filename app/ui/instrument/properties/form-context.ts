import { createContext, useContext } from "react";
import type { Definition } from "#app/instrument/definition.ts";
import type { Askable } from "#app/instrument/properties/earlier.ts";
import type { Problems, Values } from "#app/instrument/properties/field.ts";

/** What every field of a form of properties may need. */
export interface PropertiesForm {
  definition: Definition;
  languages: readonly string[];
  values: Values;
  problems: Problems;
  /** What a condition here can be about. */
  askable: readonly Askable[];
  /** Codes that have answers under them. */
  locked: ReadonlySet<string>;
  /** The code of what is being written. */
  owner: string;
  /** Agreed to, or rated, as a whole: has to say one thing, and briefly. */
  isStatement: boolean;
  /**
   * Changes the form where it stands, in the browser: one of its buttons, or something pasted.
   * @param name the field whose lines or looks change
   * @param focus a selector of what has the focus afterwards
   */
  change(form: HTMLFormElement, name: string, by: (values: Values) => Values, focus: string): void;
}

export const FormContext = createContext<PropertiesForm | undefined>(undefined);

export function usePropertiesForm(): PropertiesForm {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field of properties outside their form");
  return form;
}

/** Fields that have no name of their own on the page would share ids with others on it. */
export const fieldId = (name: string) => `property-${name}`;
/** A field by its name, whatever stands in it. */
export const fieldNamed = (name: string) => `[name="${name}"]`;
