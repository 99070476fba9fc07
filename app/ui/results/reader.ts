import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { Reader } from "./figures.ts";
import { selectionWords } from "./filter-words.ts";
import type { ResultsHead } from "./results-head.ts";

/** What builders of exhibits need to know of who reads a page, on the server and in the browser alike. */
export function readerOf(
  { k, asked, variables }: Pick<ResultsHead, "k" | "asked" | "variables">,
  messages: Messages,
  language: Language,
): Reader {
  const words = (filter: typeof asked.first) => selectionWords(filter, variables, messages, language);
  return {
    messages,
    language,
    k,
    ...(asked.second && { groups: [words(asked.first), words(asked.second)] as const }),
  };
}
