import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { ItemResult, Shown, ThemeBlock, VariableBlock, View } from "#app/results/view.ts";
import type {
  BarsFigure,
  DivergingFigure,
  DivergingRow,
  FiveShares,
  HiddenRow,
  MeansFigure,
  MeansRow,
} from "../charts/figure.ts";
import type { Order } from "./address.ts";
import { drawn, hiddenText, sentences, shareText } from "./numbers.ts";
import { verdictWord } from "./verdict-words.ts";

/** What every builder of figures needs to know of the reader. */
export interface Reader {
  messages: Messages;
  language: Language;
  k: number;
  /** Both groups in words, when comparing. */
  groups?: readonly [string, string];
}
export type Item = ThemeBlock["items"][number];
/** The same thing in one or two groups; the second only when comparing. */
export type Groups<T> = readonly [T] | readonly [T, T];

/** Mean scores of all themes; two rows each when comparing. */
export function themesFigure(views: Groups<View>, reader: Reader): MeansFigure {
  const { messages, language, k } = reader;
  const { themes } = messages.results;
  const rows = views[0].themes.flatMap((theme) =>
    views.map((view, group): MeansRow | HiddenRow => {
      const { result } = view.themes.find((one) => one.code === theme.code) ?? theme;
      const label = groupLabel(theme.title[language], group, views.length, messages);
      if (!result.shown) return { label, hidden: hiddenText(result.why, messages, k) };
      const { estimate, low, high } = result.score;
      return {
        label,
        detail: verdictWord(themes.verdictWords, result),
        n: result.n,
        mean: estimate,
        low: Math.max(0, low),
        high: Math.min(100, high),
      };
    }),
  );
  return {
    kind: "means",
    axis: "0-100",
    title: messages.results.overview,
    note: messages.results.overviewRule,
    rows,
  };
}

/** "A · Examination", and plainly "B" for the row below it. */
function groupLabel(label: string, group: number, groups: number, messages: Messages): string {
  const { groupA, groupB } = messages.results.filters;
  if (groups === 1) return label;
  return group === 0 ? `${groupA} · ${label}` : groupB;
}

/** Agreeing is neither good nor bad: such a statement has no rank among favourable ones. */
export const isPlain = (item: Item) => item.direction === "none";

/** Items in the order asked for; hidden ones keep their place at the end, and those without a good side follow all. */
export function ordered(items: readonly Item[], order: Order): Item[] {
  if (order === "instrument") return [...items];
  const height = (item: Item) =>
    isPlain(item) ? -2 : item.result.shown ? drawn(item.result.favourable.share) : -1;
  return items.toSorted((a, b) => height(b) - height(a));
}

/** @param scored whether the items' theme has a score, so that those it leaves out are named */
export function itemsFigure(
  title: string,
  groups: Groups<readonly Item[]>,
  order: Order,
  reader: Reader,
  scored: boolean,
): DivergingFigure | undefined {
  const { messages, language } = reader;
  const { rule, notScored } = messages.results.items;
  const plainLast = order === "favourable" && groups[0].some(isPlain) ? rule.plainLast : undefined;
  const points = groups.flat().flatMap((item) => (item.result.shown ? [item.result.points] : []))[0];
  if (points?.length !== 5) return undefined;
  const rows = ordered(groups[0], order).flatMap((item) =>
    groups.map((items, group) => {
      const { result } = items.find((one) => one.code === item.code) ?? item;
      const row = itemRow(groupLabel(item.text[language], group, groups.length, messages), result, reader);
      const plain = isPlain(item) && row.hidden === undefined && { plain: true as const };
      // Said once, under the sentence.
      if (group > 0) return row.hidden === undefined ? { ...row, ...plain, reversed: false } : row;
      return { ...row, ...plain, ...(scored && !item.scored && { detail: notScored }) };
    }),
  );
  return {
    kind: "diverging",
    title,
    note: sentences(language, [rule[order], plainLast, groups.length > 1 ? rule.compared : undefined]),
    legend: {
      scale: points.map((point) => point.label[language]) as unknown as [
        string,
        string,
        string,
        string,
        string,
      ],
      na: messages.results.items.notApplicable,
    },
    rows,
  };
}

export function itemRow(label: string, result: Shown<ItemResult>, reader: Reader): DivergingRow | HiddenRow {
  const { messages, language, k } = reader;
  if (!result.shown) return { label, hidden: hiddenText(result.why, messages, k) };
  const { n, points, reverse, favourable, unfavourable, notApplicable } = result;
  const coarse = typeof favourable.share !== "number";
  const turned = reverse ? points.toReversed() : points;
  const sum = turned.reduce((total, point) => total + drawn(point.share), 0);
  return {
    label,
    n,
    reversed: reverse,
    shares: turned.map((point) => drawn(point.share) / sum) as unknown as FiveShares,
    favourable: drawn(favourable.share),
    unfavourable: drawn(unfavourable),
    ...(notApplicable !== undefined && notApplicable > 0 && { na: notApplicable / (n + notApplicable) }),
    ...(!coarse &&
      favourable.low !== undefined &&
      favourable.high !== undefined && { low: favourable.low, high: favourable.high }),
    ...(coarse && {
      words: {
        favourable: shareText(favourable.share, messages, language),
        unfavourable: shareText(unfavourable, messages, language),
      },
    }),
  };
}

/** Options of a choice, one or two bars each; multiple choices go by share, all others keep their own order. */
export function barsFigure(blocks: Groups<VariableBlock>, reader: Reader): BarsFigure {
  const { messages, language, k } = reader;
  const { choices } = messages.results;
  const [block] = blocks;
  const rule = isOrdered(block) ? choices.byInstrument : choices.byShare;
  return {
    kind: "bars",
    title: block.text[language],
    note: sentences(language, [rule, block.measure === "several" ? choices.several : choices.rounded]),
    rows: orderedOptions(block).flatMap((option) =>
      blocks.map((one, group) => {
        const label = groupLabel(option.label[language], group, blocks.length, messages);
        const result = one.options.find((other) => other.code === option.code)?.result;
        if (!one.base.shown) return { label, hidden: hiddenText(one.base.why, messages, k) };
        if (!result?.shown) return { label, hidden: hiddenText(result?.why ?? "few", messages, k) };
        const { share, low, high } = result;
        const exact = typeof share === "number";
        return {
          label,
          n: one.base.n,
          share: drawn(share),
          ...(exact && low !== undefined && high !== undefined && { low, high }),
          ...(!exact && { words: shareText(share, messages, language) }),
        };
      }),
    ),
  };
}

const isOrdered = (block: VariableBlock) => block.measure !== "several";

/** Options as the figure and the table list them. Background questions keep their own order: levels, years, hours. */
export function orderedOptions(block: VariableBlock): VariableBlock["options"] {
  if (block.measure !== "several") return block.options;
  const height = (option: VariableBlock["options"][number]) =>
    option.result.shown ? drawn(option.result.share) : -1;
  return block.options.toSorted((a, b) => height(b) - height(a));
}
