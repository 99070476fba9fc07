import type { Messages } from "#app/locales/index.ts";
import type { Language, Text } from "#app/locales/language.ts";
import type { Filter } from "#app/results/filter.ts";

/** A variable as the filter form offers it. */
export interface FilterVariable {
  code: string;
  text: Text;
  short: Text;
  section: "people" | "certificate" | "other";
  categories: { code: string; label: Text }[];
}

/** One condition in words: the chosen options, and the question they belong to. */
export interface ConditionWords {
  code: string;
  /** Its short name, and the question as it was asked. */
  name: string;
  question: string;
  options: string;
}

export function conditionWords(
  filter: Filter,
  variables: readonly FilterVariable[],
  messages: Messages,
  language: Language,
): ConditionWords[] {
  return Object.entries(filter).flatMap(([code, values]) => {
    const variable = variables.find((one) => one.code === code);
    if (!variable || values.length === 0) return [];
    const labels = variable.categories.filter((one) => values.includes(one.code));
    return {
      code,
      name: variable.short[language],
      question: variable.text[language],
      options: labels.map((one) => one.label[language]).join(messages.results.filters.or),
    };
  });
}

/** The whole selection in a few words, for sentences and column heads. */
export function selectionWords(
  filter: Filter,
  variables: readonly FilterVariable[],
  messages: Messages,
  language: Language,
): string {
  const words = conditionWords(filter, variables, messages, language);
  const { everyone, and, colon } = messages.results.filters;
  return words.length === 0 ? everyone : words.map((one) => `${one.name}${colon}${one.options}`).join(and);
}
