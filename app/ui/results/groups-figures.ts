import { fill } from "#app/locales/language.ts";
import type { ComparedItem, ComparedTheme, GroupComparison, GroupScore } from "#app/results/groups.ts";
import type { GroupTests } from "#app/results/tested.ts";
import { isTested } from "#app/results/tested.ts";
import type { Shown } from "#app/results/view.ts";
import { sharedExtent } from "../charts/columns.ts";
import type { DivergingFigure, HiddenRow, MeansRow } from "../charts/figure.ts";
import { countCell, hiddenCell, meanCell, meanIntervalCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import { itemRow, type Reader } from "./figures.ts";
import {
  effectLabel,
  effectRange,
  interval,
  number,
  pairPrefix,
  pointsText,
  scoreText,
  shownGroups,
  unbroken,
  untestedText,
  varianceRange,
  varianceText,
} from "./groups-words.ts";
import { bounded, hiddenText, probability, rangeText } from "./numbers.ts";

/* Small multiples: one figure for each score and each statement, a row for each group that may be shown. */

/** The row of one group's mean score. */
export function scoreRow(
  label: string,
  result: Shown<GroupScore>,
  { messages, k }: Reader,
): MeansRow | HiddenRow {
  if (!result.shown) return { label, hidden: hiddenText(result.why, messages, k) };
  const { n, score } = result;
  // A t interval may run past the end of the scale; nobody can score there.
  return { label, n, mean: score.estimate, low: Math.max(0, score.low), high: Math.min(100, score.high) };
}

export const scoreCells = (result: Shown<GroupScore>, reader: Reader): Cell[] => {
  if (!result.shown) return [hiddenCell(result.why, reader)];
  const { n, score, sd } = result;
  return [
    { ...meanCell(score.estimate, n, 1), strong: true },
    meanIntervalCell(Math.max(0, score.low), Math.min(100, score.high), n, 1),
    meanCell(sd, n, 1),
    countCell(n, reader),
  ];
};

export function scoreExhibit(
  shown: GroupComparison,
  theme: ComparedTheme,
  tests: GroupTests,
  reader: Reader,
): Exhibit {
  const { messages, language } = reader;
  const { scores: words } = messages.groups;
  const title = theme.title[language];
  const scores = theme.scores!;
  return {
    code: `score-${theme.code}`,
    title,
    lead: scoreLead(theme.code, shown, tests, reader),
    n: sizeOf(scores),
    figure: {
      kind: "means",
      axis: "0-100",
      title,
      rows: shownGroups(shown).map(({ group, at }) => scoreRow(group.label[language], scores[at]!, reader)),
    },
    table: {
      caption: fill(words.caption, { theme: title }),
      head: [
        { text: words.group },
        ...[number(words.score), interval(words.interval, words.score), number(words.sd), number(words.n)],
      ],
      rows: shown.groups.map((group, at) => [group.label[language], ...scoreCells(scores[at]!, reader)]),
      notes: words.note,
    },
    method: {
      statistics: ["scaleScore", "meanInterval"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}

function scoreLead(
  code: string,
  shown: GroupComparison,
  { scores, least }: GroupTests,
  reader: Reader,
): string {
  const { inline } = reader.messages.groups.tests;
  const one = scores.tests.find((test) => test.code === code);
  if (!one) return "";
  const { test, groups } = one;
  if (!isTested(test)) return untestedText(test, least, reader);
  const common = { p: probability(test.p), adjusted: probability(test.adjusted), m: scores.m };
  if (test.kind === "more")
    return unbroken(
      fill(inline.scoreMore, {
        ...common,
        effect: varianceText(test.effect.estimate),
        range: varianceRange(test.effect),
      }),
    );
  const said = fill(inline.scoreTwo, {
    ...common,
    points: scoreText(test.points.estimate),
    pointsRange: rangeText(test.points.low, test.points.high, scoreText),
    g: bounded(test.g.estimate),
    range: effectRange(test.g),
  });
  return unbroken(pairPrefix(groups, shown, reader) + said);
}

/** The statements of the theme looked at, drawn to one scale. */
export function itemExhibits(
  shown: GroupComparison,
  theme: ComparedTheme,
  tests: GroupTests,
  reader: Reader,
): Exhibit[] {
  const figures = theme.items.map((item) => itemFigure(shown, item, reader));
  const extent = sharedExtent(figures.flatMap((figure) => figure ?? []));
  return theme.items.map((item, at): Exhibit => {
    const { messages, language } = reader;
    const { items: words, scores } = messages.groups;
    const { items: table } = messages.results;
    const figure = figures[at];
    const title = item.text[language];
    const heads = table.heads[item.direction === "none" ? "plain" : "favour"];
    const points = item.results.flatMap((result) => (result.shown ? [result.points] : []))[0] ?? [];
    return {
      code: `item-${item.code}`,
      title,
      lead: itemLead(item, theme.code, shown, tests, reader),
      n: sizeOf(item.results),
      ...(figure && { figure: { ...figure, extent } }),
      table: {
        caption: fill(words.caption, { item: title }),
        head: [
          { text: scores.group },
          ...[
            number(heads.up),
            interval(scores.interval, heads.up),
            number(table.neutral),
            number(heads.down),
          ],
          ...points.map((point) => number(point.label[language])),
          number(table.n),
        ],
        rows: shown.groups.map((group, at): Cell[] => [
          group.label[language],
          ...itemCells(item.results[at]!, reader),
        ]),
        ...(item.direction === "none" && { notes: words.plain }),
      },
      method: {
        statistics: ["likert", "wilson"],
        formula: [...words.formula, words.note],
        base: words.base,
        missing: words.missing,
      },
    };
  });
}

function itemCells(result: ComparedItem["results"][number], reader: Reader): Cell[] {
  if (!result.shown) return [hiddenCell(result.why, reader)];
  const { n, points, favourable, neutral, unfavourable } = result;
  return [
    { ...shareCell(favourable.share, n, reader), strong: true },
    shareIntervalCell(favourable.low, favourable.high, n, reader),
    shareCell(neutral, n, reader),
    shareCell(unfavourable, n, reader),
    ...points.map((point) => shareCell(point.share, n, reader)),
    countCell(n, reader),
  ];
}

function itemFigure(shown: GroupComparison, item: ComparedItem, reader: Reader): DivergingFigure | undefined {
  const { messages, language } = reader;
  const points = item.results.flatMap((result) => (result.shown ? [result.points] : []))[0];
  if (points?.length !== 5) return undefined;
  const rows = shownGroups(shown).map(({ group, at }) => {
    const row = itemRow(group.label[language], item.results[at]!, reader);
    if (row.hidden !== undefined) return row;
    // What is true of the statement is said once, above the figure.
    return { ...row, reversed: false, ...(item.direction === "none" && { plain: true as const }) };
  });
  return {
    kind: "diverging",
    title: item.text[language],
    legend: {
      scale: points.map((point) => point.label[language]) as unknown as DivergingFigure["legend"]["scale"],
      na: messages.results.items.notApplicable,
    },
    rows,
  };
}

function itemLead(
  item: ComparedItem,
  theme: string,
  shown: GroupComparison,
  tests: GroupTests,
  reader: Reader,
): string {
  const { messages, language } = reader;
  const { inline, clear } = messages.groups.tests;
  const family = tests.themes.find((one) => one.code === theme)?.items;
  const one = family?.tests.find((test) => test.code === item.code);
  const marks =
    item.reverse && item.direction !== "none"
      ? `${fill(messages.groups.items.reversed, { text: messages.results.items.reversed })}`
      : "";
  if (!family || !one) return marks.trim();
  const { test, groups } = one;
  if (!isTested(test)) return marks + untestedText(test, tests.least, reader);
  const common = { p: probability(test.p), adjusted: probability(test.adjusted), m: family.m };
  const said =
    test.kind === "more"
      ? fill(inline.more, {
          ...common,
          effect: varianceText(test.effect.estimate),
          range: varianceRange(test.effect),
          label: effectLabel("epsilon", test.effect.estimate, reader),
        })
      : fill(inline.two, {
          ...common,
          delta: bounded(test.delta.estimate),
          range: effectRange(test.delta),
          label: effectLabel("delta", test.delta.estimate, reader),
          share: pointsText(test.share.estimate),
          shareRange: rangeText(test.share.low, test.share.high, pointsText),
        });
  const verdict = one.clear ? sentence(clear, language) : "";
  return [marks + unbroken(pairPrefix(groups, shown, reader) + said), verdict]
    .filter(Boolean)
    .join(language === "en" ? " " : "");
}

const sentence = (words: string, language: string) =>
  language === "en" ? `${words[0]!.toUpperCase()}${words.slice(1)}.` : `${words}。`;

const sizeOf = (results: readonly Shown<{ n: number }>[]): number =>
  results.reduce((sum, one) => sum + (one.shown ? one.n : 0), 0);
