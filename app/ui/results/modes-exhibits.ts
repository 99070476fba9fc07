import { fill } from "#app/locales/language.ts";
import { examMode } from "#app/results/exam-mode.ts";
import type { ModeDifference } from "#app/results/mode-tests.ts";
import { hide } from "#app/results/shown.ts";
import { isTested } from "#app/results/tested.ts";
import type { Interval } from "#app/results/view.ts";
import type { HiddenRow, MeansRow } from "../charts/figure.ts";
import { countCell, hiddenCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import type { ModesData } from "./groups-data.ts";
import { scoreCells, scoreRow } from "./groups-figures.ts";
import { interval, number, rangeCell, scoreText, unbroken, untestedText, valueCell } from "./groups-words.ts";
import { itemsExhibit, testsExhibit } from "./modes-items.ts";
import { comparable, type ModesReport, modeNames, yearsOf } from "./modes-words.ts";
import { probability, rangeText, sentences } from "./numbers.ts";

/** How many sat in which mode in which year: what ties the mode to the year can be seen here. */
function yearsExhibit(report: ModesReport, reader: Reader): Exhibit {
  const { within, overall } = report;
  const { years: words } = reader.messages.groups.modes;
  const { first, second } = modeNames(reader);
  const { all } = yearsOf(report, reader);
  const cells = (groups: (typeof overall.groups)[number][]): Cell[] =>
    groups.map(({ base }) => (base.shown ? countCell(base.n, reader) : hiddenCell(base.why, reader)));
  const whole = examMode.pair.flatMap((code) => overall.groups.find((one) => one.code === code) ?? []);
  return {
    code: "years",
    title: words.title,
    table: {
      caption: words.caption,
      head: [{ text: words.year }, number(first), number(second), { text: words.used }],
      rows: [
        ...all.map((year): Cell[] => [
          year.label,
          ...cells(within.strata[year.at]!.groups),
          year.used ? words.yes : words.no,
        ]),
        [words.all, ...cells(whole), ""],
      ],
    },
    method: {
      statistics: [],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}

function scoresExhibit(report: ModesReport, one: ModeDifference, reader: Reader): Exhibit {
  const { overall, within, tests, strict } = report;
  const { messages, language } = reader;
  const { modes, scores, tests: testWords } = messages.groups;
  const words = modes.scores;
  const names = modeNames(reader);
  const theme = overall.themes.find(({ code }) => code === one.code)!;
  const title = fill(words.title, { theme: theme.title[language] });
  const years = yearsOf(report, reader).all.filter(({ some }) => some);
  // A year with one mode only shows nothing of their difference: it is for the table.
  const drawn = years.filter(({ used }) => used);
  const ofYear = (at: number) => within.strata[at]!.themes.find(({ code }) => code === one.code)?.scores;
  const whole = examMode.pair.map((code) => {
    const at = overall.groups.findIndex((group) => group.code === code);
    return theme.scores?.[at] ?? hide("few");
  });
  const two = [names.first, names.second];
  const difference = (found: Interval | undefined): Cell[] =>
    found ? [valueCell(found.estimate, scoreText), rangeCell(found, scoreText)] : ["", ""];
  const rowsOf = (label: string, results: typeof whole, found: Interval | undefined): Cell[][] =>
    results.map((result, group) => [
      label,
      two[group]!,
      ...scoreCells(result, reader),
      ...(result.shown ? difference(group === 0 ? found : undefined) : []),
    ]);
  return {
    code: `score-${one.code}`,
    title,
    lead: scoreLead(one, report, reader),
    n: whole.reduce((sum, result) => sum + (result.shown ? result.n : 0), 0),
    figure: {
      kind: "means",
      axis: "0-100",
      title,
      note: fill(words.note, names),
      rows: (drawn.length > 0 ? drawn : years).flatMap(({ at, label }) =>
        [0, 1].map((group): MeansRow | HiddenRow =>
          scoreRow(
            fill(words.row, { year: label, mode: two[group]! }),
            ofYear(at)?.[group] ?? hide("few"),
            reader,
          ),
        ),
      ),
    },
    table: {
      caption: fill(words.caption, { theme: theme.title[language] }),
      head: [
        ...[{ text: modes.years.year }, { text: scores.group }],
        ...[
          number(scores.score),
          interval(scores.interval, scores.score),
          number(scores.sd),
          number(scores.n),
        ],
        ...[number(words.difference), interval(testWords.interval, words.difference)],
      ],
      rows: [
        ...years.flatMap(({ at, label }) =>
          rowsOf(
            label,
            [0, 1].map((group) => ofYear(at)?.[group] ?? hide("few")),
            one.strata[at],
          ),
        ),
        ...rowsOf(words.allYears, whole, one.overall),
        [
          words.within,
          ...(isTested(one.pooled)
            ? [
                fill(testWords.pair, { a: names.first, b: names.second }),
                "",
                "",
                "",
                "",
                ...difference(one.pooled.within),
              ]
            : [{ hidden: untestedText(one.pooled, tests.least, reader) }]),
        ],
      ],
    },
    method: {
      statistics: ["scaleScore", "meanInterval", "welch", "stratifiedMeans", "holm"],
      formula: [...words.formula, ...(strict ? [messages.groups.strict] : [])],
      base: fill(words.base, { least: tests.least }),
      missing: scores.missing,
    },
  };
}

function scoreLead(one: ModeDifference, report: ModesReport, reader: Reader): string {
  const { tests } = report;
  const { modes } = reader.messages.groups;
  if (!isTested(one.pooled)) return untestedText(one.pooled, tests.least, reader);
  const { within, p, adjusted, heterogeneity } = one.pooled;
  const text = fill(modes.scores.inline, {
    ...modeNames(reader),
    within: scoreText(within.estimate),
    range: rangeText(within.low, within.high, scoreText),
    overall: one.overall ? scoreText(one.overall.estimate) : "–",
    overallRange: one.overall ? rangeText(one.overall.low, one.overall.high, scoreText) : "–",
    p: probability(p),
    adjusted: probability(adjusted),
    m: tests.scores.m,
  });
  const said = unbroken(text);
  const uneven = heterogeneity !== undefined && heterogeneity < 0.05;
  return sentences(reader.language, [
    said,
    uneven ? unbroken(fill(modes.scores.uneven, { p: probability(heterogeneity) })) : undefined,
  ]);
}

export function modesParts(report: ModesReport, reader: Reader) {
  const items = itemsExhibit(report, reader);
  return {
    years: yearsExhibit(report, reader),
    tests: testsExhibit(report, reader),
    scores: report.tests.scores.tests.map((one) => scoresExhibit(report, one, reader)),
    ...(items && { items }),
  };
}

/** The same as a list, for files. */
export function modesExhibits({ report }: ModesData, reader: Reader): Exhibit[] {
  if (!report || !comparable(report)) return [];
  const { years, tests, scores, items } = modesParts(report, reader);
  return [years, tests, ...scores, ...(items ? [items] : [])];
}
