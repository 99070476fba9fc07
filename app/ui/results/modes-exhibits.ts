import { fill } from "#app/locales/language.ts";
import { examMode } from "#app/results/exam-mode.ts";
import type { ModeDifference, Pooled } from "#app/results/mode-tests.ts";
import { hide } from "#app/results/shown.ts";
import { isTested } from "#app/results/tested.ts";
import type { Interval } from "#app/results/view.ts";
import type { HiddenRow, MeansRow } from "../charts/figure.ts";
import { countCell, pCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import type { ModesData } from "./groups-data.ts";
import { scoreCells, scoreRow } from "./groups-figures.ts";
import {
  interval,
  number,
  pointsText,
  rangeCell,
  scoreText,
  untestedText,
  valueCell,
} from "./groups-words.ts";
import { hiddenText, probability, rangeText } from "./numbers.ts";

export type ModesReport = NonNullable<ModesData["report"]>;

/** On site and remote, in the order in which one is subtracted from the other. */
export function modeNames({ overall }: ModesReport, { language }: Reader): { first: string; second: string } {
  const [first, second] = examMode.pair.map(
    (code) => overall.groups.find((one) => one.code === code)?.label[language] ?? code,
  );
  return { first: first!, second: second! };
}

/** Years in which both modes can be compared, and the others. Years in which nobody may be shown are not worth a word. */
export function yearsOf({ within, tests }: ModesReport, { language }: Reader) {
  const years = within.strata.map(({ groups }, at) => {
    const people = groups.map(({ base }) => (base.shown ? base.n : 0));
    return {
      at,
      label: within.labels[at]!.label[language],
      used: people.every((n) => n >= tests.least),
      some: people.some((n) => n > 0),
    };
  });
  return {
    used: years.filter((one) => one.used),
    out: years.filter((one) => !one.used && one.some),
    all: years,
  };
}

/** How many sat in which mode in which year: what ties the mode to the year can be seen here. */
function yearsExhibit(report: ModesReport, reader: Reader): Exhibit {
  const { within, overall } = report;
  const { years: words } = reader.messages.groups.modes;
  const { first, second } = modeNames(report, reader);
  const { all } = yearsOf(report, reader);
  const some = all.filter((one) => one.some);
  const cells = (groups: (typeof overall.groups)[number][]): Cell[] =>
    groups.map(({ base }) =>
      base.shown ? countCell(base.n, reader) : { text: hiddenText(base.why, reader.messages, reader.k) },
    );
  const whole = examMode.pair.flatMap((code) => overall.groups.find((one) => one.code === code) ?? []);
  return {
    code: "years",
    title: words.title,
    table: {
      caption: words.caption,
      head: [{ text: words.year }, number(first), number(second), { text: words.used }],
      rows: [
        ...(some.length > 0 ? some : all).map((year): Cell[] => [
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
  const names = modeNames(report, reader);
  const theme = overall.themes.find(({ code }) => code === one.code)!;
  const title = fill(words.title, { theme: theme.title[language] });
  const years = yearsOf(report, reader).all.filter(({ some }) => some);
  const ofYear = (at: number) => within.strata[at]!.themes.find(({ code }) => code === one.code)?.scores;
  const whole = examMode.pair.map((code) => {
    const at = overall.groups.findIndex((group) => group.code === code);
    return theme.scores?.[at] ?? hide("few");
  });
  const two = [names.first, names.second];
  const difference = (found: Interval | undefined): Cell[] =>
    found ? [valueCell(found.estimate, scoreText), rangeCell(found, scoreText)] : [];
  const rowsOf = (label: string, results: typeof whole, found: Interval | undefined): Cell[][] =>
    results.map((result, group) => [
      label,
      two[group]!,
      ...scoreCells(result, reader),
      ...(group === 0 && result.shown ? difference(found) : []),
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
      rows: years.flatMap(({ at, label }) =>
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
  const said = fill(modes.scores.inline, {
    ...modeNames(report, reader),
    within: scoreText(within.estimate),
    range: rangeText(within.low, within.high, scoreText),
    overall: one.overall ? scoreText(one.overall.estimate) : "–",
    overallRange: one.overall ? rangeText(one.overall.low, one.overall.high, scoreText) : "–",
    p: probability(p),
    adjusted: probability(adjusted),
    m: tests.scores.m,
  });
  const uneven = heterogeneity !== undefined && heterogeneity < 0.05;
  return uneven ? `${said} ${fill(modes.scores.uneven, { p: probability(heterogeneity) })}` : said;
}

/** The statements of the theme looked at: the difference as it stands, and within years. */
function itemsExhibit(report: ModesReport, reader: Reader): Exhibit | undefined {
  const { overall, tests, theme: code, strict } = report;
  const { messages, language } = reader;
  const { modes, tests: testWords } = messages.groups;
  const { exhibits } = messages;
  const words = modes.items;
  const theme = overall.themes.find((one) => one.code === code);
  const family = tests.themes.find((one) => one.code === code)?.items;
  if (!theme || !family || theme.items.length === 0) return undefined;
  const names = modeNames(report, reader);
  const title = fill(words.title, { theme: theme.title[language] });
  const cells = ({ within, strata, p, adjusted }: Pooled): Cell[] => [
    ...[valueCell(within.estimate, pointsText), rangeCell(within, pointsText)],
    ...[countCell(strata, reader), pCell(p), pCell(adjusted)],
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
        ...[number(exhibits.p), number(fill(exhibits.adjusted, { m: family.m }))],
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

/** Whether there is anything to compare: two modes that the filter leaves, in a selection that may be shown. */
export const comparable = ({ overall, within }: ModesReport): boolean =>
  !overall.withheld &&
  !within.withheld &&
  examMode.pair.every((code) => overall.groups.some((one) => one.code === code));

export function modesParts(report: ModesReport, reader: Reader) {
  const items = itemsExhibit(report, reader);
  return {
    years: yearsExhibit(report, reader),
    scores: report.tests.scores.tests.map((one) => scoresExhibit(report, one, reader)),
    ...(items && { items }),
  };
}

/** The same as a list, for files. */
export function modesExhibits({ report }: ModesData, reader: Reader): Exhibit[] {
  if (!report || !comparable(report)) return [];
  const { years, scores, items } = modesParts(report, reader);
  return [years, ...scores, ...(items ? [items] : [])];
}

/** What is going on: in which themes the modes differ within years. */
export function modesLead(report: ModesReport, reader: Reader): string {
  const { lead } = reader.messages.groups.modes;
  const { m, tests } = report.tests.scores;
  if (m === 0) return lead.none;
  const clear = tests.flatMap((one) =>
    one.clear && isTested(one.pooled) ? [{ ...one, within: one.pooled.within }] : [],
  );
  if (clear.length === 0) return fill(lead.unclear, { m });
  const { first, second } = modeNames(report, reader);
  const theme = (one: (typeof clear)[number]) => {
    const { estimate, low, high } = one.within;
    const [from, to] = estimate > 0 ? [low, high] : [-high, -low];
    return fill(lead.theme, {
      theme: report.overall.themes.find(({ code }) => code === one.code)!.title[reader.language],
      points: Math.abs(estimate).toFixed(1),
      range: rangeText(from, to, (value) => value.toFixed(1)),
    });
  };
  return [
    { higher: first, themes: clear.filter((one) => one.within.estimate > 0) },
    { higher: second, themes: clear.filter((one) => one.within.estimate < 0) },
  ]
    .filter(({ themes }) => themes.length > 0)
    .map(({ higher, themes }) => fill(lead.clear, { higher, themes: themes.map(theme).join(lead.join), m }))
    .join(reader.language === "en" ? " " : "");
}
