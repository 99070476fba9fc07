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

/** A whole percentage; a share that is not nothing never reads as nothing. */
export function percent(language: Language, share: number): string {
  if (share > 0 && share < 0.005) return "<1%";
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
