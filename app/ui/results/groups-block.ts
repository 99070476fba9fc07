import { fill } from "#app/locales/language.ts";
import type { ComparedTheme, GroupComparison } from "#app/results/groups.ts";
import type { Interval } from "#app/results/view.ts";
import type { StatisticName } from "#app/statistics/citations.ts";
import type { Cell, Column } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import type { GroupsData } from "./groups-data.ts";
import { inPoints, number, rangeCell, scoreText, valueCell } from "./groups-words.ts";

/** What a block is about: the scores of all themes, or the statements of one. */
export interface Block {
  /** Ends the codes of its exhibits. */
  code: string;
  kind: "theme" | "item";
  name(code: string): string;
  /** What a column of differences is called, and its numbers in the points that it says. */
  difference: { head: string; of: (found: Interval) => Interval };
  shown: GroupComparison;
  least: number;
  strict: boolean;
  /** The theme's title, for headings of statements. */
  theme: string;
}

export function scoresBlock({ shown, tests, strict }: GroupsData, { messages, language }: Reader): Block {
  return {
    code: "scores",
    kind: "theme",
    name: (code) => shown.themes.find((one) => one.code === code)?.title[language] ?? code,
    difference: { head: messages.groups.tests.points, of: (points) => points },
    ...{ shown, strict, least: tests.least, theme: "" },
  };
}

export function itemsBlock(data: GroupsData, theme: ComparedTheme, { messages, language }: Reader): Block {
  const { shown, tests, strict } = data;
  return {
    code: theme.code,
    kind: "item",
    name: (code) => theme.items.find((one) => one.code === code)?.text[language] ?? code,
    difference: { head: messages.groups.tests.share, of: inPoints },
    ...{ shown, strict, least: tests.least, theme: theme.title[language] },
  };
}

export function differenceCells(found: Interval, { difference }: Block): Cell[] {
  const points = difference.of(found);
  return [valueCell(points.estimate, scoreText), rangeCell(points, scoreText)];
}

/** How a test is reported after its effect: the people, the statistic, and p twice. */
export const testColumns = (m: number, { messages: { exhibits, groups } }: Reader): Column[] => [
  number(groups.scores.n),
  number(groups.tests.statistic),
  number(exhibits.p),
  number(fill(exhibits.adjusted, { m })),
];

export const strictNote = ({ strict }: Block, { messages }: Reader) =>
  strict ? messages.groups.strict : undefined;

export function methodOf(
  statistics: StatisticName[],
  formula: readonly string[],
  block: Block,
  { messages }: Reader,
) {
  const { tests, strict } = messages.groups;
  return {
    statistics,
    formula: [...formula, ...(block.strict ? [strict] : [])],
    base: fill(tests.base, { least: block.least }),
    missing: tests.missing,
  };
}
