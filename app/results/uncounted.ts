import { type Instrument, itemsOf, wholeText } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Item } from "#app/questions/index.ts";
import { mostOptions } from "./column.ts";

/** A closed question of which nothing is counted; files hold its answers. */
export interface Uncounted {
  code: string;
  text: Text;
  /** Numbers without bands · a total divided among options · several choices from more options than a column holds. */
  kind: "number" | "sum" | "many";
}

function kindOf(item: Item): Uncounted["kind"] | undefined {
  if (item.kind === "sum") return "sum";
  if (item.kind === "number" && item.bands.length === 0) return "number";
  return item.kind === "multiple" && item.options.length > mostOptions ? "many" : undefined;
}

export const uncountedIn = (instrument: Instrument): Uncounted[] =>
  itemsOf(instrument).flatMap((item) => {
    const kind = kindOf(item);
    return kind ? [{ code: item.code, text: wholeText(item), kind }] : [];
  });
