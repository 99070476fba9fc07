import type { Language } from "#app/locales/language.ts";

const formats = new Map<Language, Intl.DateTimeFormat>();

/** A stored day as its readers write it. */
export function dayName(language: Language, day: string): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: language === "en" ? "short" : "long",
      day: "numeric",
      timeZone: "UTC",
    });
    formats.set(language, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}
