import { type Language, languages } from "#app/locales/language.ts";
import { type Instrument, isText } from "./asked.ts";

/** The languages an instrument can be answered in, as one of them is wished for: the wish, or the main one. */
export const spokenOf = (
  { languages: all }: Pick<Instrument, "languages">,
  wish: string | undefined,
): string => (wish !== undefined && all.includes(wish) ? wish : (all[0] ?? languages[0]));

const made = new WeakMap<Instrument, Map<string, Instrument>>();

/**
 * The instrument with the words of one of its languages where pages look for those of the product's: whoever answers in
 * Uyghur reads its questions between buttons in Chinese or English. Words that are missing are those of the main language.
 * @param shown the product's language around the questions
 */
export function inLanguage(instrument: Instrument, spoken: string, shown: Language): Instrument {
  if (spoken === shown) return instrument;
  const key = `${spoken} ${shown}`;
  const known = made.get(instrument)?.get(key);
  if (known) return known;
  const main = instrument.languages[0] ?? shown;
  const said = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(said);
    if (value === null || typeof value !== "object") return value;
    if (isText(value)) return { ...value, [shown]: value[spoken] || value[main] || value[shown] };
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, said(inner)]));
  };
  const instrumentSaid = said(instrument) as Instrument;
  const before = made.get(instrument) ?? new Map<string, Instrument>();
  made.set(instrument, before.set(key, instrumentSaid));
  return instrumentSaid;
}
