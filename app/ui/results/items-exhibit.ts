import { fill } from "#app/locales/language.ts";
import type { Interval, ItemResult } from "#app/results/view.ts";
import type { Order } from "./address.ts";
import { countCell, hiddenCell, meanCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Differences } from "./differences.ts";
import type { Cell, Column, DataTable, Exhibit, ShownCell } from "./exhibit.ts";
import { type Groups, type Item, isPlain, itemsFigure, ordered, type Reader } from "./figures.ts";
import { hiddenText, rangeText, sentences, signed } from "./numbers.ts";

interface ItemsSection {
  code: string;
  title: string;
  items: Groups<readonly Item[]>;
  /** Whether the items' theme has a score. */
  scored: boolean;
  /** Respondents selected. */
  n: number | undefined;
}

/** The statements of one theme, of one selection or of two side by side. */
export function itemsExhibit(
  { code, title, items, scored, n }: ItemsSection,
  order: Order,
  reader: Reader,
  differences: Differences["items"] | undefined,
): Exhibit {
  const { items: words } = reader.messages.exhibits.overview;
  return {
    code,
    title,
    figure: itemsFigure(title, items, order, reader, scored),
    table: itemsTable(title, items, order, reader, differences, scored),
    ...(n !== undefined && { n }),
    method: {
      statistics: ["likert", "wilson", ...(differences ? (["newcombe"] as const) : [])],
      formula: [...words.formula, ...(differences ? [words.differences] : [])],
      base: words.base,
      missing: words.missing,
    },
  };
}

function itemsTable(
  title: string,
  groups: Groups<readonly Item[]>,
  order: Order,
  reader: Reader,
  differences: Differences["items"] | undefined,
  scored: boolean,
): DataTable {
  const { messages, language } = reader;
  const { items: words } = messages.results;
  const { groupA, groupB } = messages.results.filters;
  const comparing = groups.length > 1;
  const points = groups.flat().flatMap((item) => (item.result.shown ? [item.result.points] : []))[0] ?? [];
  const plain = groups[0].filter(isPlain).length;
  const heads = plain === 0 ? words.heads.favour : words.heads[plain === groups[0].length ? "plain" : "both"];
  const number = (text: string): Column => ({ text, number: true });
  const interval = (of: string): Column => ({ text: messages.results.themes.interval, of, interval: true });
  const told = differences ? groups[0].filter((item) => differences[item.code]).length : 0;
  const gaps = groups.flat().some(({ result }) => result.shown && isUntold(result));
  const notes = sentences(language, [
    told > 0 ? fill(words.unadjusted, { m: told }) : undefined,
    gaps ? `–${messages.results.filters.colon}${hiddenText("complement", messages, reader.k)}` : undefined,
  ]);
  return {
    caption: fill(words.caption, { theme: title }),
    head: [
      { text: words.statement },
      ...(comparing ? [{ text: words.group }] : []),
      ...[number(heads.up), interval(heads.up)],
      ...(differences ? [number(words.difference), interval(words.difference)] : []),
      ...[number(words.neutral), number(heads.down), number(words.n)],
      ...points.map((point) => number(point.label[language])),
      ...[number(words.notApplicable), number(words.skipped)],
      ...[number(words.median), number(words.mean), number(words.sd)],
    ],
    rows: ordered(groups[0], order).flatMap((item) =>
      groups.map((items, group): Cell[] => {
        const { result } = items.find((one) => one.code === item.code) ?? item;
        const difference = differences && differenceCells(group === 0 ? differences[item.code] : undefined);
        return [
          { text: item.text[language], detail: detailOf(item, scored, reader) },
          ...(comparing ? [group === 0 ? groupA : groupB] : []),
          ...(result.shown ? itemCells(result, difference, reader) : [hiddenCell(result.why, reader)]),
        ];
      }),
    ),
    ...(notes && { notes }),
  };
}

/** What a reader must know of a statement to read its row. */
function detailOf(item: Item, scored: boolean, { messages }: Reader): string {
  const { reversed, plain, notScored } = messages.results.items;
  const marks = [
    item.reverse && !isPlain(item) ? reversed : undefined,
    isPlain(item) ? plain : undefined,
    scored && !item.scored ? notScored : undefined,
  ];
  return marks.filter(Boolean).join(messages.exhibits.file.join);
}

const isUntold = ({ notApplicable, skipped }: ItemResult) =>
  notApplicable === undefined || skipped === undefined;
/** Two whole columns of it in a small group: the reason stands once, below the table. */
const untold = { text: "–" };

function itemCells(result: ItemResult, difference: ShownCell[] | undefined, reader: Reader): Cell[] {
  const { favourable, neutral, unfavourable, n, points, notApplicable, skipped, median, mean, sd } = result;
  return [
    { ...shareCell(favourable.share, n, reader), strong: true },
    shareIntervalCell(favourable.low, favourable.high, n, reader),
    ...(difference ?? []),
    shareCell(neutral, n, reader),
    shareCell(unfavourable, n, reader),
    countCell(n, reader),
    ...points.map((point) => shareCell(point.share, n, reader)),
    notApplicable === undefined ? untold : countCell(notApplicable, reader),
    skipped === undefined ? untold : countCell(skipped, reader),
    median === undefined ? { text: "" } : { text: String(median), value: median },
    meanCell(mean, n),
    meanCell(sd, n),
  ];
}

/** A difference of shares in percentage points, as its column says. */
function differenceCells(difference: Interval | undefined): ShownCell[] {
  if (!difference) return [{ text: "" }, { text: "" }];
  const { estimate, low, high } = difference;
  const points = (fraction: number) => signed(100 * fraction, 0);
  return [
    { text: points(estimate), value: 100 * estimate },
    { text: rangeText(low, high, points), low: 100 * low, high: 100 * high },
  ];
}
