import { fill } from "#app/locales/language.ts";
import type { Composition, MovedShare, Trend } from "#app/results/trend.ts";
import type { BarsRow } from "../charts/figure.ts";
import { countCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import { shareText } from "./numbers.ts";
import { changeCell, changeIntervalCell, nameOf, rowLabel, type TrendReader } from "./trend-words.ts";

/** Whether the same kinds of people answered: the shares of the background that moved most. */
export function compositionExhibit({ composition }: Trend, reader: TrendReader): Exhibit[] {
  if (!composition) return [];
  const { messages, n } = reader;
  const words = messages.trend.who;
  const [from, to] = [nameOf(composition.from, reader), nameOf(composition.to, reader)];
  const { moved } = composition;
  const exhibit: Exhibit = {
    code: "who",
    title: words.title,
    lead: leadOf(composition, reader),
    n,
    method: {
      statistics: ["wilson", "newcombe"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
  if (moved.length === 0) return [exhibit];
  const sides = (one: MovedShare) =>
    [
      [composition.from, one.first],
      [composition.to, one.last],
    ] as const;
  return [
    {
      ...exhibit,
      figure: {
        kind: "bars",
        title: words.title,
        note: fill(words.note, { most: moved.length, from, to }),
        rows: moved.flatMap((one) =>
          sides(one).map(
            ([wave, { share, n, low, high }], at): BarsRow => ({
              label: rowLabel(optionOf(one, reader), wave, at === 0, reader),
              n,
              share,
              low,
              high,
            }),
          ),
        ),
      },
      table: {
        caption: words.title,
        head: [
          { text: words.option },
          { text: messages.trend.wave },
          { text: messages.trend.n, number: true },
          { text: words.share, number: true },
          { text: messages.trend.interval, of: words.share, interval: true },
          { text: messages.trend.change, number: true },
          { text: messages.trend.interval, of: messages.trend.change, interval: true },
        ],
        rows: moved.flatMap((one) =>
          sides(one).map(([wave, { share, n, low, high }], at): Cell[] => {
            const people = Math.min(one.first.n, one.last.n);
            const change: Cell[] =
              at === 0
                ? ["", ""]
                : [
                    { ...changeCell(one.change.estimate, people, 100), strong: true },
                    changeIntervalCell(one.change, people, 100),
                  ];
            return [
              optionOf(one, reader),
              nameOf(wave, reader),
              countCell(n, reader),
              shareCell(share, n, reader),
              shareIntervalCell(low, high, n, reader),
              ...change,
            ];
          }),
        ),
      },
    },
  ];
}

const optionOf = ({ variable, option }: MovedShare, { messages, language }: TrendReader): string =>
  `${variable.short[language]}${messages.results.filters.colon}${option.label[language]}`;

function leadOf({ from, to, moved, compared }: Composition, reader: TrendReader): string {
  const { messages, language } = reader;
  const words = messages.trend.who;
  const between = { from: nameOf(from, reader), to: nameOf(to, reader) };
  const most = moved[0];
  if (!most) return fill(words.none, between);
  const share = ({ share, n }: MovedShare["first"]) => shareText(share, messages, language, n);
  return fill(words.lead, {
    ...between,
    compared,
    variable: most.variable.short[language],
    option: most.option.label[language],
    first: share(most.first),
    last: share(most.last),
  });
}
