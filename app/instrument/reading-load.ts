import type { Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { type Finding, finding } from "./finding.ts";
import { lengthOf } from "./pace.ts";
import { placedItems } from "./places.ts";
import { longStatement, stumblesIn } from "./wording.ts";

/** What one question asks of its readers, language by language. */
export interface ReadingLoad {
  code: string;
  place: DraftPlace;
  /** Its words in each language of the instrument. */
  text: Record<string, string>;
  /** Agreed to, or rated, as a whole. */
  isStatement: boolean;
  /** Characters and words by language; texts mix them. */
  length: Record<string, { characters: number; words: number }>;
}

/** All questions and rows, in order; headings and pictures ask nothing. */
export function readingLoad(definition: Definition): ReadingLoad[] {
  const row = (code: string, place: DraftPlace, text: Record<string, string>, isStatement: boolean) => ({
    ...{ code, place, text, isStatement },
    length: Object.fromEntries(definition.languages.map((one) => [one, lengthOf(text[one] ?? "")])),
  });
  return placedItems(definition).flatMap(({ item, place, page }): ReadingLoad[] => {
    if (page < 0 || item.kind === "section" || item.kind === "image") return [];
    if (item.kind === "matrix") return item.rows.map((one) => row(one.code, place, one.text, true));
    const isStatement =
      (item.kind === "scale" && item.expect === undefined) || item.kind === "nps" || item.kind === "slider";
    return [row(item.code, place, item.text, isStatement)];
  });
}

/** Hints on wording; they never stand in the way of anything. */
export function checkWording(definition: Definition): Finding[] {
  return readingLoad(definition).flatMap(({ code, place, text, isStatement, length }) =>
    definition.languages.flatMap((language) => {
      const { characters = 0, words = 0 } = length[language] ?? {};
      const isLong = isStatement && (characters > longStatement.characters || words > longStatement.words);
      return [
        ...(isLong ? [finding("long-statement", place, { item: code, language, characters, words })] : []),
        ...stumblesIn(text[language] ?? "", language, isStatement).map((one) =>
          finding(one.code, place, { item: code, language, words: one.words }),
        ),
      ];
    }),
  );
}
