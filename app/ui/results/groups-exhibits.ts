import type { Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { itemsBlock, scoresBlock } from "./groups-block.ts";
import type { GroupsData } from "./groups-data.ts";
import { itemExhibits, scoreExhibit } from "./groups-figures.ts";
import { pairsExhibit, testsExhibit, trendExhibit } from "./groups-tables.ts";
import { shownGroups } from "./groups-words.ts";

/** One block of the page: small figures, the table of tests, and what is folded away below it. */
export interface GroupsPart {
  figures: Exhibit[];
  tests: Exhibit;
  pairs?: Exhibit;
  trend?: Exhibit;
}

/** What the page is made of; nothing where there are no two groups to compare. */
export function groupsParts(data: GroupsData, reader: Reader): { scores?: GroupsPart; items?: GroupsPart } {
  const { shown, tests } = data;
  if (shownGroups(shown).length < 2) return {};
  const years = shown.groups.some(({ position }) => position !== undefined && position > 1000);
  const scored = shown.themes.filter((theme) => theme.scores);
  const scores = scoresBlock(data, reader);
  const theme = shown.themes.find(({ code }) => code === data.theme);
  const family = tests.themes.find(({ code }) => code === data.theme);
  const items = theme && itemsBlock(data, theme, reader);
  return {
    ...(scored.length > 0 && {
      scores: {
        figures: scored.map((one) => scoreExhibit(shown, one, tests, reader)),
        tests: testsExhibit(tests.scores, scores, reader),
        ...(tests.scorePairs && { pairs: pairsExhibit(tests.scorePairs, scores, reader) }),
        ...(tests.scoreTrends && { trend: trendExhibit(tests.scoreTrends, scores, years, reader) }),
      },
    }),
    ...(theme &&
      items &&
      family && {
        items: {
          figures: itemExhibits(shown, theme, tests, reader),
          tests: testsExhibit(family.items, items, reader),
          ...(family.pairs && { pairs: pairsExhibit(family.pairs, items, reader) }),
          ...(family.trends && { trend: trendExhibit(family.trends, items, years, reader) }),
        },
      }),
  };
}

/** The same as a list, for files. */
export function groupsExhibits(data: GroupsData | undefined, reader: Reader): Exhibit[] {
  if (!data) return [];
  const { scores, items } = groupsParts(data, reader);
  return [scores, items].flatMap((part) =>
    part
      ? [
          ...part.figures,
          part.tests,
          ...(part.pairs ? [part.pairs] : []),
          ...(part.trend ? [part.trend] : []),
        ]
      : [],
  );
}
