import { fill } from "#app/locales/language.ts";
import type { ComparedTheme, GroupComparison } from "#app/results/groups.ts";
import {
  type Family,
  type ItemPair,
  isTested,
  type Pair,
  type ScorePair,
  type Tested,
  type Trend,
} from "#app/results/tested.ts";
import type { Interval } from "#app/results/view.ts";
import type { StatisticName } from "#app/statistics/citations.ts";
import { pCell } from "./cells.ts";
import type { Cell, Column, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import type { GroupsData } from "./groups-data.ts";
import {
  effectLabel,
  groupsText,
  interval,
  number,
  pointsText,
  rangeCell,
  scoreText,
  untestedText,
  valueCell,
  variableName,
} from "./groups-words.ts";
import { bounded } from "./numbers.ts";

/* One table of tests for each block, one of all pairs, and one of trends where groups are ordered. */

/** What a block is about: the scores of all themes, or the statements of one. */
export interface Block {
  /** Ends the codes of its exhibits. */
  code: string;
  kind: "theme" | "item";
  name(code: string): string;
  difference: { head: string; text: (value: number) => string };
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
    difference: { head: messages.groups.tests.points, text: scoreText },
    ...{ shown, strict, least: tests.least, theme: "" },
  };
}

export function itemsBlock(data: GroupsData, theme: ComparedTheme, { messages, language }: Reader): Block {
  const { shown, tests, strict } = data;
  return {
    code: theme.code,
    kind: "item",
    name: (code) => theme.items.find((one) => one.code === code)?.text[language] ?? code,
    difference: { head: messages.groups.tests.share, text: pointsText },
    ...{ shown, strict, least: tests.least, theme: theme.title[language] },
  };
}

type Two = Partial<Pick<ItemPair, "delta" | "share">> & Partial<Pick<ScorePair, "g" | "points">>;
const effectOf = (pair: Two): { sign: string; effect: Interval } =>
  pair.delta ? { sign: "δ", effect: pair.delta } : { sign: "g", effect: pair.g! };
const differenceOf = (pair: Two): Interval => (pair.share ?? pair.points)!;

export function testsExhibit(
  { m, tests }: Family<Tested<ItemPair> | Tested<ScorePair>>,
  block: Block,
  reader: Reader,
): Exhibit {
  const { messages } = reader;
  const words = messages.groups.tests;
  const items = block.kind === "item";
  const two = tests.some(({ test }) => isTested(test) && test.kind === "two");
  const title = items ? fill(words.items, { theme: block.theme }) : words.scores;
  return {
    code: `tests-${block.code}`,
    title,
    lead: fill(words.lead, { m, variable: variableName(block.shown, reader) }),
    table: {
      caption: title,
      head: [
        { text: words.what[block.kind] },
        ...[{ text: words.groups }, { text: words.measure }],
        ...[number(words.size), interval(words.interval, words.size)],
        ...(two ? [number(block.difference.head), interval(words.interval, block.difference.head)] : []),
        ...probabilities(m, reader),
        { text: words.words },
      ],
      rows: tests.map((one): Cell[] => {
        const { test } = one;
        const name = block.name(one.code);
        if (!isTested(test)) return [name, { hidden: untestedText(test, block.least, reader) }];
        const clear = one.clear ? words.clear : words.unclear;
        const ends = [pCell(test.p), pCell(test.adjusted)];
        const groups = groupsText(one.groups, block.shown.groups, reader);
        if (test.kind === "more") {
          const label = items ? effectLabel("epsilon", test.effect.estimate, reader) : undefined;
          return [
            ...[name, groups, items ? "ε²" : "ω²"],
            ...[valueCell(test.effect.estimate, bounded), rangeCell(test.effect, bounded)],
            ...(two ? ["", ""] : []),
            ...ends,
            label ? fill(words.reading, { label, clear }) : clear,
          ];
        }
        const { sign, effect } = effectOf(test);
        const difference = differenceOf(test);
        const label = items ? effectLabel("delta", effect.estimate, reader) : undefined;
        return [
          ...[name, groups, sign],
          ...[valueCell(effect.estimate, bounded), rangeCell(effect, bounded)],
          ...differenceCells(difference, block),
          ...ends,
          label ? fill(words.reading, { label, clear }) : clear,
        ];
      }),
      notes: [words.note, ...(items ? [words.noteLabels] : []), ...strictNote(block, reader)].join(" "),
    },
    method: methodOf(
      items ? itemStatistics : scoreStatistics,
      items ? words.itemFormula : words.scoreFormula,
      block,
      reader,
    ),
  };
}

export function pairsExhibit(
  { m, tests }: Family<Pair<ItemPair> | Pair<ScorePair>>,
  block: Block,
  reader: Reader,
): Exhibit {
  const { pairs, tests: words } = reader.messages.groups;
  const items = block.kind === "item";
  const title = items ? fill(pairs.items, { theme: block.theme }) : pairs.scores;
  const sign = items ? "δ" : "g";
  return {
    code: `pairs-${block.code}`,
    title,
    table: {
      caption: title,
      head: [
        { text: words.what[block.kind] },
        { text: words.groups },
        ...[number(sign), interval(words.interval, sign)],
        ...[number(block.difference.head), interval(words.interval, block.difference.head)],
        ...probabilities(m, reader),
      ],
      rows: tests.map((one): Cell[] => {
        const { effect } = effectOf(one);
        return [
          block.name(one.code),
          groupsText([one.first, one.second], block.shown.groups, reader),
          ...[valueCell(effect.estimate, bounded), rangeCell(effect, bounded)],
          ...differenceCells(differenceOf(one), block),
          ...[pCell(one.p), pCell(one.adjusted)],
        ];
      }),
      notes: [words.note, ...strictNote(block, reader)].join(" "),
    },
    method: methodOf(
      items ? ["dunn", "cliffsDelta", "newcombe", "holm"] : ["welch", "hedgesG", "holm"],
      items ? pairs.itemFormula : pairs.scoreFormula,
      block,
      reader,
    ),
  };
}

/** @param years whether a step is a year */
export function trendExhibit(
  { m, tests }: Family<Trend>,
  block: Block,
  years: boolean,
  reader: Reader,
): Exhibit {
  const { trend, tests: words, hiddenGroups } = reader.messages.groups;
  const { language } = reader;
  const items = block.kind === "item";
  const variable = variableName(block.shown, reader);
  const title = fill(items ? trend.items : trend.scores, { theme: block.theme, variable });
  const slope = items
    ? years
      ? trend.yearShare
      : trend.slopeShare
    : years
      ? trend.yearScore
      : trend.slopeScore;
  const placed = new Set(tests.flatMap(({ groups }) => groups));
  const names = block.shown.groups.flatMap(({ label }, at) => (placed.has(at) ? [label[language]] : []));
  return {
    code: `trend-${block.code}`,
    title,
    table: {
      caption: title,
      head: [
        { text: words.what[block.kind] },
        ...[number(slope), interval(words.interval, slope)],
        ...probabilities(m, reader),
      ],
      rows: tests.map(({ code, test }): Cell[] => {
        if (!isTested(test)) return [block.name(code), { hidden: untestedText(test, block.least, reader) }];
        const { estimate, ...ends } = test.slope;
        return [
          block.name(code),
          valueCell(estimate, block.difference.text),
          rangeCell({ estimate, ...ends }, block.difference.text),
          ...[pCell(test.p), pCell(test.adjusted)],
        ];
      }),
      notes: [fill(trend.note, { groups: names.join(hiddenGroups) }), ...strictNote(block, reader)].join(" "),
    },
    method: methodOf(
      items ? ["jonckheere", "proportionTrend", "holm"] : ["meanTrend", "holm"],
      items ? trend.itemFormula : trend.scoreFormula,
      block,
      reader,
    ),
  };
}

const scoreStatistics: StatisticName[] = ["welch", "hedgesG", "welchAnova", "holm"];
const itemStatistics: StatisticName[] = ["mannWhitney", "cliffsDelta", "newcombe", "kruskalWallis", "holm"];

const differenceCells = (difference: Interval, { difference: { text } }: Block): Cell[] => [
  valueCell(difference.estimate, text),
  rangeCell(difference, text),
];

const probabilities = (m: number, { messages: { exhibits } }: Reader): Column[] => [
  number(exhibits.p),
  number(fill(exhibits.adjusted, { m })),
];

const strictNote = ({ strict }: Block, { messages }: Reader) => (strict ? [messages.groups.strict] : []);

function methodOf(
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
