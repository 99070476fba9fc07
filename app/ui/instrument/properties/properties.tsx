import type { Definition } from "#app/instrument/definition.ts";
import type { DraftPlace } from "#app/instrument/draft-change.ts";

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
export function Properties(_: PropertiesProps) {
  return null;
}
