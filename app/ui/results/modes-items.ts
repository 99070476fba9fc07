import { fill } from "#app/locales/language.ts";
import type { ModeDifference, Pooled } from "#app/results/mode-tests.ts";
import { type Family, isTested } from "#app/results/tested.ts";
import type { Interval } from "#app/results/view.ts";
import { countCell, pCell } from "./cells.ts";
import type { Cell, Column, DataTable, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { testColumns } from "./groups-block.ts";
import {
  inPoints,
  interval,
  number,
  rangeCell,
  scoreText,
  testCells,
  untestedText,
  valueCell,
} from "./groups-words.ts";
import { type ModesReport, modeNames } from "./modes-words.ts";

/* Differences of the two modes in tables: as they stand, and within years with their tests. */

interface Rows {
  /** What a row is about. */
  head: string;
  nameOf(code: string): Cell;
  /** In the points that the page says. */
  pointsOf(difference: Interval): Interval;
  /** A column of its own after the tests. */
  last?: Column & { cell(pooled: Pooled): Cell };
}

function differences(
  { m, tests }: Family<ModeDifference>,
  { head, nameOf, pointsOf, last }: Rows,
  { tests: { least } }: ModesReport,
  reader: Reader,
): Omit<DataTable, "caption"> {
  const { modes, tests: testWords } = reader.messages.groups;
  const words = modes.items;
  const difference = (found: Interval, strong: boolean): Cell[] => {
    const points = pointsOf(found);
    return [{ ...valueCell(points.estimate, scoreText), strong }, rangeCell(points, scoreText)];
  };
  const cells = (pooled: Pooled): Cell[] => [
    ...difference(pooled.within, true),
    ...[countCell(pooled.strata, reader), ...testCells(pooled, reader)],
    ...(last ? [last.cell(pooled)] : []),
  ];
  return {
    head: [
      { text: head },
      ...[number(words.overall), interval(testWords.interval, words.overall)],
      ...[number(words.within), interval(testWords.interval, words.within), number(words.years)],
      ...testColumns(m, reader),
      ...(last ? [{ text: last.text, number: last.number ?? false }] : []),
    ],
    rows: tests.map(({ code, overall, pooled }): Cell[] => [
      nameOf(code),
      ...(overall ? difference(overall, false) : ["–", ""]),
      ...(isTested(pooled) ? cells(pooled) : [{ hidden: untestedText(pooled, least, reader) }]),
    ]),
    notes: modes.caution,
  };
}

/** The scores of all themes: all tests of one family in one table. */
export function testsExhibit(report: ModesReport, reader: Reader): Exhibit {
  const { overall, tests, strict } = report;
  const { messages, language } = reader;
  const { modes, scores, tests: testWords } = messages.groups;
  const { title, lead, uneven } = modes.tests;
  const rows: Rows = {
    head: testWords.what.theme,
    nameOf: (code) => overall.themes.find((one) => one.code === code)?.title[language] ?? code,
    pointsOf: (points) => points,
    last: {
      ...number(uneven),
      cell: ({ heterogeneity: p }) => (p === undefined ? "–" : pCell(p)),
    },
  };
  return {
    code: "tests",
    title,
    lead: fill(lead, { ...modeNames(reader), m: tests.scores.m }),
    table: { caption: title, ...differences(tests.scores, rows, report, reader) },
    method: {
      statistics: ["scaleScore", "welch", "stratifiedMeans", "holm"],
      formula: [...modes.scores.formula, ...(strict ? [messages.groups.strict] : [])],
      base: fill(modes.scores.base, { least: tests.least }),
      missing: scores.missing,
    },
  };
}

/** The statements of the theme looked at: the difference as it stands, and within years. */
export function itemsExhibit(report: ModesReport, reader: Reader): Exhibit | undefined {
  const { overall, tests, theme: code, strict } = report;
  const { messages, language } = reader;
  const { modes, tests: testWords } = messages.groups;
  const words = modes.items;
  const theme = overall.themes.find((one) => one.code === code);
  const family = tests.themes.find((one) => one.code === code)?.items;
  if (!theme || !family || theme.items.length === 0) return undefined;
  const rows: Rows = {
    head: testWords.what.item,
    nameOf: (code) => {
      const item = theme.items.find((other) => other.code === code)!;
      const detail = item.reverse && item.direction !== "none" ? messages.results.items.reversed : "";
      return { text: item.text[language], ...(detail && { detail }) };
    },
    pointsOf: inPoints,
  };
  return {
    code: `items-${code}`,
    title: fill(words.title, { theme: theme.title[language] }),
    lead: fill(words.lead, modeNames(reader)),
    table: {
      caption: fill(words.caption, { theme: theme.title[language] }),
      ...differences(family, rows, report, reader),
    },
    method: {
      statistics: ["newcombe", "mantelHaenszel", "holm"],
      formula: [...words.formula, ...(strict ? [messages.groups.strict] : [])],
      base: fill(words.base, { least: tests.least }),
      missing: messages.groups.items.missing,
    },
  };
}
