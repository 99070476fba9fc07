import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { Exhibit } from "./exhibit.ts";
import { selectionWords } from "./filter-words.ts";
import type { ResultsHead } from "./results-head.ts";

/**
 * Whose answers a page shows, in words: of which instrument, where it is not the study's main one, its conditions, both groups when comparing, and whether suspects are left out.
 * @param exhibit where it is of one exhibit
 */
export function whoWords(
  { asked, variables, choice }: Pick<ResultsHead, "asked" | "variables" | "choice">,
  messages: Messages,
  language: Language,
  exhibit: Pick<Exhibit, "suspectsToo"> = {},
): string {
  const { filters } = messages.results;
  const words = (filter: typeof asked.first) => selectionWords(filter, variables, messages, language);
  const group = (name: string, filter: typeof asked.first) => `${name}${filters.colon}${words(filter)}`;
  const other = asked.respondent && choice?.options.find((one) => one.key === asked.respondent);
  return [
    ...(other
      ? [
          other.key === other.respondent
            ? messages.respondents.names[other.respondent]
            : other.title[language],
        ]
      : []),
    asked.second ? group(filters.groupA, asked.first) : words(asked.first),
    ...(asked.second ? [group(filters.groupB, asked.second)] : []),
    ...(asked.withoutSuspects && !exhibit.suspectsToo ? [messages.exhibits.suspects.words] : []),
  ].join(filters.and);
}
