import type { Language, Text } from "#app/locales/language.ts";
import { collectorVariable } from "#app/questions/base.ts";
import type { Answers } from "#app/questions/kind.ts";

/**
 * What is known of everyone who comes through a door, as routing compares it. A variable counts by what it is called in
 * any language. It stands among the answers only while they are being routed; it is never stored with them.
 */
export const knownAnswers = (language: string, cohort: Record<string, Text>): Answers => ({
  language,
  ...Object.fromEntries(
    Object.entries(cohort).map(([name, text]) => {
      const [own, ...others] = new Set([text["zh-CN"], text.en].filter(Boolean));
      return [collectorVariable(name), others.length > 0 ? [own as string, ...others] : (own ?? null)];
    }),
  ),
});

/** The same as it is said, in one language: for pipes. */
export const knownWords = (language: Language, cohort: Record<string, Text>): Record<string, string> =>
  Object.fromEntries(Object.entries(cohort).map(([name, text]) => [collectorVariable(name), text[language]]));
