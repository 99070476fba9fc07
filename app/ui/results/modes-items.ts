import { fill } from "#app/locales/language.ts";
import type { Pooled } from "#app/results/mode-tests.ts";
import { isTested } from "#app/results/tested.ts";
import { countCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { testColumns } from "./groups-block.ts";
import {
  interval,
  number,
  pointsText,
  rangeCell,
  testCells,
  untestedText,
  valueCell,
} from "./groups-words.ts";
import { type ModesReport, modeNames } from "./modes-words.ts";

/** The statements of the theme looked at: the difference as it stands, and within years. */
export function itemsExhibit(report: ModesReport, reader: Reader): Exhibit | undefined {
  const { overall, tests, theme: code, strict } = report;
  const { messages, language } = reader;
  const { modes, tests: testWords } = messages.groups;
  const words = modes.items;
  const theme = overall.themes.find((one) => one.code === code);
  const family = tests.themes.find((one) => one.code === code)?.items;
  if (!theme || !family || theme.items.length === 0) return undefined;
  const names = modeNames(reader);
  const title = fill(words.title, { theme: theme.title[language] });
  const cells = (pooled: Pooled): Cell[] => [
    ...[valueCell(pooled.within.estimate, pointsText), rangeCell(pooled.within, pointsText)],
    ...[countCell(pooled.strata, reader), ...testCells(pooled, reader)],
  ];
  return {
    code: `items-${code}`,
    title,
    lead: fill(words.lead, names),
    table: {
      caption: fill(words.caption, { theme: theme.title[language] }),
      head: [
        { text: testWords.what.item },
        ...[number(words.overall), interval(testWords.interval, words.overall)],
        ...[number(words.within), interval(testWords.interval, words.within), number(words.years)],
        ...testColumns(family.m, reader),
      ],
      rows: family.tests.map((one): Cell[] => {
        const item = theme.items.find((other) => other.code === one.code)!;
        const detail = item.reverse && item.direction !== "none" ? messages.results.items.reversed : "";
        return [
          { text: item.text[language], ...(detail && { detail }) },
          ...(one.overall
            ? [
                { ...valueCell(one.overall.estimate, pointsText), strong: false },
                rangeCell(one.overall, pointsText),
              ]
            : ["–", ""]),
          ...(isTested(one.pooled)
            ? cells(one.pooled)
            : [{ hidden: untestedText(one.pooled, tests.least, reader) }]),
        ];
      }),
      notes: messages.groups.modes.caution,
    },
    method: {
      statistics: ["newcombe", "mantelHaenszel", "holm"],
      formula: [...words.formula, ...(strict ? [messages.groups.strict] : [])],
      base: fill(words.base, { least: tests.least }),
      missing: messages.groups.items.missing,
    },
  };
}
