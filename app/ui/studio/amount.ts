import { fill, type Language } from "#app/locales/language.ts";

/** A sentence around a number, in the form that number takes in this language; digits grouped. */
export function amount(
  language: Language,
  forms: { one: string; other: string },
  n: number,
  more: Record<string, string | number> = {},
): string {
  const form = new Intl.PluralRules(language).select(n) === "one" ? forms.one : forms.other;
  return fill(form, { n: grouped(language, n), ...more });
}

export const grouped = (language: Language, n: number) => new Intl.NumberFormat(language).format(n);

/** A percentage, whole unless told; a share that is not nothing never reads as nothing. */
export function percent(language: Language, share: number, digits = 0): string {
  const least = 10 ** -digits;
  const text = (value: number) =>
    new Intl.NumberFormat(language, {
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  return share > 0 && share * 100 < least / 2 ? `<${text(least / 100)}` : text(share);
}
