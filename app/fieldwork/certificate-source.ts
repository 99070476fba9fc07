import type { Language } from "#app/locales/language.ts";

/**
 * A certificate's source in the reader's language. A source in two lines says the same twice, in Chinese first, then
 * in English; any other is shown to everybody as it was written.
 */
export function sourceIn(source: string, language: Language): string {
  const lines = source.split(/\r?\n/).map((line) => line.trim());
  if (lines.length !== 2) return source;
  return (language === "en" ? lines[1] : lines[0]) || source;
}
