import { fill, type Language } from "#app/locales/language.ts";

// Making one of these costs a hundred times as much as using it, and a page of results uses thousands.
function kept<T>(
  make: (language: Language, digits: number) => T,
): (language: Language, digits?: number) => T {
  const made = new Map<string, T>();
  return (language, digits = 0) => {
    const key = `${language} ${digits}`;
    const known = made.get(key) ?? make(language, digits);
    made.set(key, known);
    return known;
  };
}
const plural = kept((language) => new Intl.PluralRules(language));
const whole = kept((language) => new Intl.NumberFormat(language));
const share = kept(
  (language, digits) =>
    new Intl.NumberFormat(language, {
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);

/** A sentence around a number, in the form that number takes in this language; digits grouped. */
export function amount(
  language: Language,
  forms: { one: string; other: string },
  n: number,
  more: Record<string, string | number> = {},
): string {
  const form = plural(language).select(n) === "one" ? forms.one : forms.other;
  return fill(form, { n: grouped(language, n), ...more });
}

export const grouped = (language: Language, n: number) => whole(language).format(n);

/** A percentage, whole unless told; a part that is not nothing never reads as nothing. */
export function percent(language: Language, part: number, digits = 0): string {
  const least = 10 ** -digits;
  const { format } = share(language, digits);
  return part > 0 && part * 100 < least / 2 ? `<${format(least / 100)}` : format(part);
}
