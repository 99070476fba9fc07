import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import { fieldsAt } from "#app/instrument/properties/place-fields.ts";
import { setProperties } from "#app/instrument/properties/set-properties.ts";
import { notFound } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";

/**
 * Reads the fields that `<Properties>` shows for a place.
 * Await `keepPicture(study.id, form)` (pictures.server.ts) before it: a picture sent along is stored, and named in the form.
 *
 * @param published the newest published version: its codes can no longer be changed
 * @returns the definition with the place as typed, and where that place is now (its code may be another); or, with
 *   nothing changed, everything typed and each problem by its field. A form sent by one of the fields' own buttons (one
 *   more line, move a line) comes back as refused without any errors, for the page to be shown again.
 * @throws 404 where the definition has no such place
 */
export function readProperties(
  definition: Definition,
  place: DraftPlace,
  form: FormData,
  published?: Definition,
): { definition: Definition; place: DraftPlace } | { refused: Refused } {
  if (!fieldsAt(definition, place)) throw notFound();
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of form) if (typeof value === "string") values[name] ??= value;
  const set = setProperties(definition, place, { ...values }, published);
  return "definition" in set ? set : { refused: { values: set.values, errors: set.problems } };
}
