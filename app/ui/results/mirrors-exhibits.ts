import { fill } from "#app/locales/language.ts";
import type { Mirror, Mirrors } from "#app/results/mirrors.ts";
import { fewestToTest } from "#app/results/testable.ts";
import type { DivergingRow, HiddenRow, MeansRow } from "../charts/figure.ts";
import { countCell, hiddenCell, meanCell, meanIntervalCell, shareCell, shareIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import { itemRow, type Reader } from "./figures.ts";
import type { MirrorsPage } from "./mirrors-words.ts";
import { hiddenText } from "./numbers.ts";
import { changeCell, changeIntervalCell } from "./trend-words.ts";

/** The evidence of "Side by side": mirrored items theme by theme, and scales of the same name. */
export function mirrorsExhibits({ mirrors: found, headings }: MirrorsPage, reader: Reader): Exhibit[] {
  const { mirrors, themes, bases } = found;
  if (!bases[0]?.base.shown) return [];
  const codes = [...new Set(mirrors.map((one) => one.theme ?? ""))];
  const words = reader.messages.mirrors;
  return [
    ...codes.map((code) => {
      const theme = headings.find((one) => one.code === code);
      const title = theme ? fill(words.itemsTitle, { theme: theme.title[reader.language] }) : words.unthemed;
      return itemsExhibit(
        `items-${code || "other"}`,
        title,
        mirrors.filter((one) => (one.theme ?? "") === code),
        reader,
      );
    }),
    ...(themes.length > 0 ? [themesExhibit(themes, reader)] : []),
  ];
}

function itemsExhibit(code: string, title: string, mirrors: readonly Mirror[], reader: Reader): Exhibit {
  const { messages, language, k } = reader;
  const words = messages.mirrors;
  const points = mirrors
    .flatMap(({ sides }) => sides)
    .flatMap(({ item }) => (item.result.shown ? [item.result.points] : []))
    .find((some) => some.length === 5);
  return {
    code,
    title,
    ...(points && {
      figure: {
        kind: "diverging",
        title,
        note: words.legendNote,
        legend: {
          scale: points.map((point) => point.label[language]) as unknown as readonly [
            string,
            string,
            string,
            string,
            string,
          ],
          na: messages.results.items.notApplicable,
        },
        rows: mirrors.flatMap(({ sides }) =>
          sides.map(({ respondent, item }, at): DivergingRow | HiddenRow => {
            const label = fill(words.label, {
              who: words.respondents[respondent],
              text: item.text[language],
            });
            const row = { ...itemRow(label, item.result, reader), ...(at > 0 && { follows: true as const }) };
            return item.direction === "none" && row.hidden === undefined ? { ...row, plain: true } : row;
          }),
        ),
      },
    }),
    table: {
      caption: title,
      head: [
        { text: words.statement },
        { text: words.side },
        { text: words.wording },
        { text: words.n, number: true },
        { text: words.favourable, number: true },
        { text: words.interval, of: words.favourable, interval: true },
        { text: words.difference, number: true },
        { text: words.interval, of: words.difference, interval: true },
      ],
      rows: mirrors.flatMap(({ sides }) =>
        sides.map(({ respondent, item, difference }): Cell[] => {
          const { result } = item;
          const name = [sides[0]!.item.text[language], words.respondents[respondent], item.text[language]];
          if (!result.shown) return [...name, hiddenCell(result.why, reader)];
          const { n, favourable } = result;
          const least = Math.min(n, sides[0]!.item.result.shown ? sides[0]!.item.result.n : n);
          return [
            ...name,
            countCell(n, reader),
            { ...shareCell(favourable.share, n, reader), strong: true },
            shareIntervalCell(favourable.low, favourable.high, n, reader),
            ...(difference
              ? [changeCell(difference.estimate, least, 100), changeIntervalCell(difference, least, 100)]
              : ["", ""]),
          ];
        }),
      ),
      notes: words.notes,
    },
    method: {
      statistics: ["wilson", "newcombe"],
      formula: words.formula.map((sentence) => fill(sentence, { least: fewestToTest({ k }) })),
      base: words.base,
      missing: words.missing,
    },
  };
}

function themesExhibit(themes: Mirrors["themes"], reader: Reader): Exhibit {
  const { messages, language, k } = reader;
  const { themes: words, ...all } = messages.mirrors;
  const rows = themes.flatMap((theme) => theme.sides.map((side) => ({ theme, ...side })));
  return {
    code: "themes",
    title: words.title,
    lead: words.lead,
    figure: {
      kind: "means",
      axis: "0-100",
      title: words.title,
      note: words.note,
      rows: rows.map(({ theme, respondent, result }): MeansRow | HiddenRow => {
        const who = all.respondents[respondent];
        const label = fill(words.label, { theme: theme.title[language], who });
        if (!result.shown) return { label, hidden: hiddenText(result.why, messages, k) };
        const { estimate, low, high } = result.score;
        return { label, n: result.n, mean: estimate, low: Math.max(0, low), high: Math.min(100, high) };
      }),
    },
    table: {
      caption: words.title,
      head: [
        { text: words.theme },
        { text: all.side },
        { text: all.n, number: true },
        { text: words.score, number: true },
        { text: all.interval, of: words.score, interval: true },
      ],
      rows: rows.map(({ theme, respondent, result }): Cell[] => {
        const name = [theme.title[language], all.respondents[respondent]];
        if (!result.shown) return [...name, hiddenCell(result.why, reader)];
        const { n, score } = result;
        return [
          ...name,
          countCell(n, reader),
          meanCell(score.estimate, n, 1),
          meanIntervalCell(score.low, score.high, n, 1),
        ];
      }),
    },
    method: {
      statistics: ["scaleScore", "meanInterval"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}
