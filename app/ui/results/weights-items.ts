import { fill } from "#app/locales/language.ts";
import type { ItemResult, Share } from "#app/results/view.ts";
import type { WeightedStatement, WeightedTheme } from "#app/results/weighted.ts";
import type { WeightedItem } from "#app/results/weighted-result.ts";
import type { DivergingFigure, DivergingRow, FiveShares, HiddenRow } from "../charts/figure.ts";
import { countCell, hiddenCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { digitsFor, drawn, hiddenText, shareText, signed } from "./numbers.ts";
import type { WeightsData } from "./weights-exhibits.ts";
import { aboutSources, atOne, sourcesNote, weightedMethod, withheld } from "./weights-words.ts";

/** The statements of one theme, unweighted and weighted. */
export function weightedItemsExhibit(data: WeightsData, theme: WeightedTheme, reader: Reader): Exhibit {
  const { messages, language } = reader;
  const { weights } = messages;
  const { items: words } = messages.results;
  const { heads } = words;
  const title = theme.title[language];
  const plain = theme.items.filter((item) => item.direction === "none").length;
  const { up, down } = plain === 0 ? heads.favour : heads[plain === theme.items.length ? "plain" : "both"];
  const points = pointsOf(theme);
  const number = (text: string) => ({ text, number: true });
  return {
    code: `items-${theme.code.toLowerCase()}`,
    about: aboutSources(data, reader),
    title,
    lead: weights.items.lead,
    ...(data.weighted?.base.shown && { n: data.weighted.base.n }),
    ...figureOf(data, theme, reader),
    table: {
      caption: fill(weights.items.caption, { theme: title }),
      head: [
        { text: words.statement },
        { text: weights.how },
        number(up),
        { text: messages.results.themes.interval, of: up, interval: true },
        number(weights.difference),
        number(words.neutral),
        number(down),
        number(weights.items.effective),
        ...points.map((point) => number(point.label[language])),
      ],
      rows: theme.items.flatMap((item) => tableRows(data, item, reader)),
      notes: sourcesNote(data, reader),
    },
    method: weightedMethod(data, reader, "share"),
  };
}

const pointsOf = ({ items }: WeightedTheme) =>
  items.flatMap(({ result }) => (result.shown ? [result.plain.points] : []))[0] ?? [];

/** A statement's name with what a reader must know of it. */
function nameOf(item: WeightedStatement, { messages, language }: Reader): Cell {
  const { reversed, plain } = messages.results.items;
  const isPlain = item.direction === "none";
  const detail = isPlain ? plain : item.reverse ? reversed : undefined;
  return { text: item.text[language], ...(detail && { detail }) };
}

function tableRows(data: WeightsData, item: WeightedStatement, reader: Reader): Cell[][] {
  const { weights } = reader.messages;
  const name = nameOf(item, reader);
  if (!item.result.shown) return [[name, hiddenCell(item.result.why, reader)]];
  const { plain, weighted } = item.result;
  const { n, favourable } = plain;
  const share = (value: Share) => shareCell(value, n, reader);
  const before: Cell[] = [
    name,
    weights.plain,
    share(favourable.share),
    shareIntervalCell(favourable.low, favourable.high, n, reader),
    { text: "" },
    share(plain.neutral),
    share(plain.unfavourable),
    countCell(n, reader),
    ...plain.points.map((point) => share(point.share)),
  ];
  if (!weighted.shown) return [before, [name, weights.weighted, { hidden: withheld(weighted.why, reader) }]];
  const { estimate, low, high } = weighted.favourable;
  const change = typeof favourable.share === "number" ? estimate - favourable.share : undefined;
  const detail = atOne(weighted.pooled, data, reader);
  const after: Cell[] = [
    name,
    { text: weights.weighted, ...(detail && { detail }) },
    { ...share(estimate), strong: true },
    shareIntervalCell(low, high, n, reader),
    change === undefined ? { text: "" } : { text: signed(change * 100, digitsFor(n, 1)), value: change },
    share(weighted.neutral),
    share(weighted.unfavourable),
    { ...countCell(Math.round(weighted.effective), reader), value: weighted.effective },
    ...weighted.points.map(share),
  ];
  return [before, after];
}

function figureOf(data: WeightsData, theme: WeightedTheme, reader: Reader): { figure?: DivergingFigure } {
  const { messages, language } = reader;
  const points = pointsOf(theme);
  if (points.length !== 5) return {};
  const scale = points.map((point) => point.label[language]);
  return {
    figure: {
      kind: "diverging",
      title: fill(messages.weights.items.caption, { theme: theme.title[language] }),
      note: [messages.weights.items.rule, sourcesNote(data, reader)].join(messages.weights.margins.stop),
      legend: {
        scale: scale as unknown as DivergingFigure["legend"]["scale"],
        na: messages.results.items.notApplicable,
      },
      rows: theme.items.flatMap((item) => figureRows(item, reader)),
    },
  };
}

function figureRows(item: WeightedStatement, reader: Reader): (DivergingRow | HiddenRow)[] {
  const { messages, language, k } = reader;
  const { weights } = messages;
  const label = item.text[language];
  if (!item.result.shown) return [{ label, hidden: hiddenText(item.result.why, messages, k) }];
  const { plain, weighted } = item.result;
  const common = { ...(item.direction === "none" && { plain: true as const }) };
  const first = { ...plainRow(label, plain, reader), ...common, reversed: item.reverse };
  if (!weighted.shown) return [first, { label: weights.weighted, hidden: withheld(weighted.why, reader) }];
  return [first, { ...weightedRow(weights.weighted, plain, weighted, item.reverse), ...common }];
}

function plainRow(label: string, result: ItemResult, { messages, language }: Reader): DivergingRow {
  const { n, points, reverse, favourable, unfavourable } = result;
  const isCoarse = typeof favourable.share !== "number";
  return {
    label,
    n,
    shares: fiveOf(
      points.map((point) => drawn(point.share)),
      reverse,
    ),
    favourable: drawn(favourable.share),
    unfavourable: drawn(unfavourable),
    ...(favourable.low !== undefined &&
      favourable.high !== undefined && { low: favourable.low, high: favourable.high }),
    ...(isCoarse && {
      words: {
        favourable: shareText(favourable.share, messages, language),
        unfavourable: shareText(unfavourable, messages, language),
      },
    }),
  };
}

const weightedRow = (
  label: string,
  { n }: ItemResult,
  { points, favourable, unfavourable }: WeightedItem,
  reverse: boolean,
): DivergingRow => ({
  label,
  n,
  shares: fiveOf(points, reverse),
  favourable: favourable.estimate,
  unfavourable,
  low: favourable.low,
  high: favourable.high,
});

/** Least to most favourable, adding up to 1 also where each was rounded. */
function fiveOf(points: readonly number[], reverse: boolean): FiveShares {
  const turned = reverse ? points.toReversed() : points;
  const sum = turned.reduce((total, one) => total + one, 0);
  return turned.map((one) => one / sum) as unknown as FiveShares;
}
