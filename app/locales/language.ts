/** The languages the product itself speaks. An instrument may carry more; these two are always complete. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in every language of the product. */
export type Text = Record<Language, string>;

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** Chinese unless the reader's browser clearly prefers English (Accept-Language, first match wins). */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  for (const part of (acceptLanguage ?? "").toLowerCase().split(",")) {
    if (part.trim().startsWith("zh")) return "zh-CN";
    if (part.trim().startsWith("en")) return "en";
  }
  return "zh-CN";
}

/** Replaces `{name}` by its value; an unknown name stays visible, so that a missing value is noticed. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A calendar day (YYYY-MM-DD) as people write it: 2028年11月22日, 22 November 2028. */
export function formatDay(day: string, language: Language): string {
  return longDates[language].format(new Date(`${day}T00:00:00Z`));
}

// Making one costs a hundred times as much as using it.
const longDate = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const longDates = { "zh-CN": longDate("zh-CN"), en: longDate("en-GB") };
