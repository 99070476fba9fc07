import { type Instrument, isText } from "./asked.ts";
import { itemsOf } from "./items.ts";
import { bracketPipes, isPiped } from "./pipes.ts";

/**
 * The instrument as results, files and the studio tell of it: each pipe as the short name of what it refers to, in square
 * brackets, for nobody's own answer stands there. One without pipes comes back as it is.
 */
export function bracketed(instrument: Instrument): Instrument {
  if (!isPiped(JSON.stringify(instrument.pages))) return instrument;
  const names = new Map(itemsOf(instrument).map((item) => [item.code, item.short]));
  const say = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(say);
    if (value === null || typeof value !== "object") return value;
    const isOne = isText(value);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isOne && typeof inner === "string"
          ? bracketPipes(inner, (code) => names.get(code)?.[key as "en"] || code)
          : say(inner),
      ]),
    );
  };
  return { ...instrument, pages: say(instrument.pages) as Instrument["pages"] };
}
