import { useMemo } from "react";
import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { elementAt } from "#app/instrument/properties/place.ts";
import { fieldsAt } from "#app/instrument/properties/place-fields.ts";
import { writeFields } from "#app/instrument/properties/write.ts";
import { PropertyForm } from "./property-form.tsx";
import "./properties.css";

interface PropertiesProps {
  definition: Definition;
  place: DraftPlace;
  /** What came back from `readProperties`: everything typed, and each problem by its field. */
  refused?: { values: Record<string, string>; errors: Record<string, string> } | undefined;
  /** The newest published version's definition: its codes can no longer be changed. */
  published?: Definition | undefined;
}

/**
 * The fields of one place of an instrument, without the form around them. The form is `multipart/form-data` (pictures),
 * carries `intent=set` as a hidden field (some of the fields' own buttons submit it too, to add a line) and goes to
 * `readProperties`.
 */
export function Properties({ definition, place, refused, published }: PropertiesProps) {
  const found = elementAt(definition, place);
  const fields = fieldsAt(definition, place);
  const written = useMemo(
    () => (fields ? writeFields(fields, found?.element, definition.languages) : {}),
    [fields, found?.element, definition.languages],
  );
  if (!found || !fields) return null;
  return (
    <PropertyForm
      key={place}
      definition={definition}
      place={place}
      fields={fields}
      written={written}
      typed={refused?.values}
      problems={refused?.errors ?? {}}
      published={published}
    />
  );
}
