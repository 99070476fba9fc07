import { fill } from "#app/locales/language.ts";
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
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { type Block, differenceCells, methodOf, strictNote, testColumns } from "./groups-block.ts";
import {
  effectLabel,
  groupsText,
  interval,
  number,
  orderWords,
  rangeCell,
  testCells,
  untestedText,
  valueCell,
  variableName,
  varianceText,
} from "./groups-words.ts";
import { bounded, sentences } from "./numbers.ts";

/* One table of tests for each block, one of all pairs, and one of trends where groups are ordered. */

type Two = Partial<Pick<ItemPair, "delta" | "share">> & Partial<Pick<ScorePair, "g" | "points">>;
const effectOf = (pair: Two): Interval => (pair.delta ?? pair.g)!;
const differenceOf = (pair: Two): Interval => (pair.share ?? pair.points)!;

export function testsExhibit(
  { m, tests }: Family<Tested<ItemPair> | Tested<ScorePair>>,
  block: Block,
  reader: Reader,
): Exhibit {
  const { messages } = reader;
  const words = messages.groups.tests;
  const items = block.kind === "item";
  const first = tests[0]?.groups.join(" ");
  // Where all tests are of the same groups, the sentence above says so once.
  const sameGroups = tests.every(({ groups }) => groups.join(" ") === first);
  const signs = items ? { two: "δ", more: "ε²" } : { two: "g", more: "ω²" };
  const measures = new Set(tests.flatMap(({ test }) => (isTested(test) ? [signs[test.kind]] : [])));
  const size = measures.size === 1 ? [...measures][0]! : words.size;
  const signOf = (kind: keyof typeof signs): Cell[] => (measures.size > 1 ? [signs[kind]] : []);
  const two = tests.some(({ test }) => isTested(test) && test.kind === "two");
  const title = items ? fill(words.items, { theme: block.theme }) : words.scores;
  return {
    code: `tests-${block.code}`,
    title,
    lead: sentences(reader.language, [
      fill(words.lead, { m, variable: variableName(block.shown, reader) }),
      orderWords(block.shown, reader),
    ]),
    table: {
      caption: title,
      head: [
        { text: words.what[block.kind] },
        ...(sameGroups ? [] : [{ text: words.groups }]),
        ...(measures.size > 1 ? [{ text: words.measure }] : []),
        ...[number(size), interval(words.interval, size)],
        ...(two ? [number(block.difference.head), interval(words.interval, block.difference.head)] : []),
        ...testColumns(m, reader),
        { text: words.words },
      ],
      rows: tests.map((one): Cell[] => {
        const { test } = one;
        const name = block.name(one.code);
        if (!isTested(test)) return [name, { hidden: untestedText(test, block.least, reader) }];
        const clear = one.clear ? words.clear : words.unclear;
        const ends = testCells(test, reader);
        const groups = sameGroups ? [] : [groupsText(one.groups, block.shown.groups, reader)];
        if (test.kind === "more") {
          const label = items ? effectLabel("epsilon", test.effect.estimate, reader) : undefined;
          return [
            ...[name, ...groups, ...signOf("more")],
            ...[valueCell(test.effect.estimate, varianceText), rangeCell(test.effect, varianceText)],
            ...(two ? ["", ""] : []),
            ...ends,
            label ? fill(words.reading, { label, clear }) : clear,
          ];
        }
        const effect = effectOf(test);
        const difference = differenceOf(test);
        const label = items ? effectLabel("delta", effect.estimate, reader) : undefined;
        return [
          ...[name, ...groups, ...signOf("two")],
          ...[valueCell(effect.estimate, bounded), rangeCell(effect, bounded)],
          ...differenceCells(difference, block),
          ...ends,
          label ? fill(words.reading, { label, clear }) : clear,
        ];
      }),
      notes: sentences(reader.language, [
        words.note,
        items ? words.noteLabels : undefined,
        strictNote(block, reader),
      ]),
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
        ...testColumns(m, reader),
      ],
      rows: tests.map((one): Cell[] => {
        const effect = effectOf(one);
        return [
          block.name(one.code),
          groupsText([one.first, one.second], block.shown.groups, reader),
          ...[valueCell(effect.estimate, bounded), rangeCell(effect, bounded)],
          ...differenceCells(differenceOf(one), block),
          ...testCells(one, reader),
        ];
      }),
      notes: sentences(reader.language, [words.note, strictNote(block, reader)]),
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
        ...testColumns(m, reader),
      ],
      rows: tests.map(({ code, test }): Cell[] => {
        if (!isTested(test)) return [block.name(code), { hidden: untestedText(test, block.least, reader) }];
        return [block.name(code), ...differenceCells(test.slope, block), ...testCells(test, reader)];
      }),
      notes: sentences(language, [
        fill(trend.note, { groups: names.join(hiddenGroups) }),
        strictNote(block, reader),
      ]),
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
