import { fill } from "#app/locales/language.ts";
import { fewestToTest } from "#app/results/testable.ts";
import type { Trend, TrendItem } from "#app/results/trend.ts";
import type { BarsRow, HiddenRow } from "../charts/figure.ts";
import { amount } from "../studio/amount.ts";
import { countCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import { testCells } from "./groups-words.ts";
import { digitsFor, drawn, shareText, signed } from "./numbers.ts";
import {
  changeCell,
  changeHead,
  changeIntervalCell,
  nameOf,
  rowLabel,
  shownAt,
  stepText,
  type TrendReader,
  whyNot,
} from "./trend-words.ts";

/** The statements of one theme: the favourable share of each at every wave. @param title of the theme; "" for none */
export function itemsExhibit(
  code: string,
  title: string,
  items: readonly TrendItem[],
  reader: TrendReader,
): Exhibit {
  const { messages, language, n } = reader;
  const { trend } = messages;
  const words = trend.items;
  const heading = title ? fill(words.title, { theme: title }) : words.unthemed;
  return {
    code: `items-${code}`,
    title: heading,
    n,
    figure: {
      kind: "bars",
      title: heading,
      note: words.note,
      rows: items.flatMap((item) =>
        item.waves.map((at, index): BarsRow | HiddenRow => {
          const label = rowLabel(item.text[language], at.wave, index === 0, reader);
          const detail = index === 0 ? sideOf(item, reader) : undefined;
          const result = shownAt(at);
          if (!result) return { label, ...(detail && { detail }), hidden: whyNot(at, reader) ?? "" };
          const { share, low, high } = result.favourable;
          return {
            label,
            ...(detail && { detail }),
            n: result.n,
            share: drawn(share),
            ...(low !== undefined && high !== undefined && { low, high }),
            ...(typeof share !== "number" && { words: shareText(share, messages, language) }),
          };
        }),
      ),
    },
    table: {
      caption: heading,
      head: [
        { text: words.statement },
        { text: trend.wave },
        { text: trend.n, number: true },
        { text: words.favourable, number: true },
        { text: trend.interval, of: words.favourable, interval: true },
      ],
      rows: items.flatMap((item) =>
        item.waves.map((at): Cell[] => {
          const name = [nameOfItem(item, reader), nameOf(at.wave, reader)];
          const result = shownAt(at);
          if (!result) return [...name, { hidden: whyNot(at, reader) ?? "" }];
          const { favourable, n } = result;
          return [
            ...name,
            countCell(n, reader),
            { ...shareCell(favourable.share, n, reader), strong: true },
            shareIntervalCell(favourable.low, favourable.high, n, reader),
          ];
        }),
      ),
    },
    method: {
      statistics: ["wilson"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}

/** What has to be known to read a share: that a statement was turned, or that agreeing is no favour. */
function sideOf({ reverse, direction }: TrendItem, { messages }: TrendReader): string | undefined {
  const { plain, reversed } = messages.trend.items;
  return direction === "none" ? plain : reverse ? reversed : undefined;
}

const nameOfItem = (item: TrendItem, reader: TrendReader): string => {
  const side = sideOf(item, reader);
  return `${item.text[reader.language]}${side ? ` · ${side}` : ""}`;
};

const level = 0.05;

/** How far each statement's share moved, and whether it rises or falls over the waves. */
export function itemChangesExhibit({ items, tests: { items: m } }: Trend, reader: TrendReader): Exhibit {
  const { messages, language, n, k } = reader;
  const { trend } = messages;
  const words = trend.itemChanges;
  const columns = changeHead(
    items.flatMap((item) => item.changes),
    trend.change,
    m,
    reader,
  );
  const clear = items.filter((item) => item.trend && item.trend.adjusted < level).length;
  return {
    code: "item-changes",
    title: words.title,
    lead: m === 0 ? words.none : amount(language, clear > 0 ? words.clear : words.unclear, m, { k: clear }),
    n,
    ...(m > 0 && {
      table: {
        caption: words.title,
        head: [{ text: trend.items.statement }, ...columns.head],
        rows: items.flatMap((item) => rowsOf(item, columns.stepCells, reader)),
        notes: fill(words.note, { m }),
      },
    }),
    method: {
      statistics: ["newcombe", "proportionTrend", "holm"],
      formula: words.formula,
      base: fill(words.base, { least: fewestToTest({ k }) }),
      missing: trend.items.missing,
    },
  };
}

/** Two waves: one row with its test. More: each step, and the trend over all in a row of its own. */
function rowsOf(item: TrendItem, stepCells: (text: string) => Cell[], reader: TrendReader): Cell[][] {
  const { trend: words } = reader.messages;
  const name = nameOfItem(item, reader);
  const people = Math.min(...item.waves.flatMap((at) => shownAt(at)?.n ?? []));
  const test = item.trend;
  const tested = (own: boolean): Cell[] => (test && own ? testCells(test, reader) : ["", "", "", ""]);
  const steps = item.changes.map((change): Cell[] => [
    name,
    ...stepCells(stepText(change, reader)),
    { ...changeCell(change.estimate, people, 100), strong: true },
    changeIntervalCell(change, people, 100),
    ...tested(test?.waves === 2),
  ]);
  if (!test || test.waves === 2) return steps;
  const slope = signed(test.slope.estimate * 100, digitsFor(people, 1));
  return [
    ...steps,
    [
      name,
      ...stepCells(fill(words.all, { n: test.waves })),
      { text: fill(words.perWave, { change: slope }), value: test.slope.estimate * 100 },
      changeIntervalCell(test.slope, people, 100),
      ...tested(true),
    ],
  ];
}
