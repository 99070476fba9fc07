import { type Instrument, itemsOf, wholeText } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";

/** A closed question whose answers fall into no categories: nothing of it is counted, files hold its answers. */
export interface Uncounted {
  code: string;
  text: Text;
  kind: "number" | "sum";
}

/** Numbers without bands, and totals divided among options. */
export const uncountedIn = (instrument: Instrument): Uncounted[] =>
  itemsOf(instrument).flatMap((item) => {
    const { kind, code } = item;
    return kind === "sum" || (kind === "number" && item.bands.length === 0)
      ? [{ code, text: wholeText(item), kind }]
      : [];
  });
