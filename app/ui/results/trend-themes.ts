import { fill } from "#app/locales/language.ts";
import { fewestToTest } from "#app/results/testable.ts";
import type { Trend, TrendTheme } from "#app/results/trend.ts";
import type { HiddenRow, MeansRow } from "../charts/figure.ts";
import { countCell, meanCell, meanIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import { testCells } from "./groups-words.ts";
import {
  changeCell,
  changeHead,
  changeIntervalCell,
  nameOf,
  rowLabel,
  shownAt,
  stepText,
  type TrendReader,
  themeFinding,
  whyNot,
} from "./trend-words.ts";
import { verdictWord } from "./verdict-words.ts";

/** Every theme's score at every wave. */
export function themesExhibit({ themes }: Trend, reader: TrendReader): Exhibit {
  const { messages, language, n } = reader;
  const { trend, results } = messages;
  const words = trend.themes;
  return {
    code: "themes",
    title: words.title,
    n,
    figure: {
      kind: "means",
      axis: "0-100",
      title: words.title,
      note: words.note,
      rows: themes.flatMap((theme) =>
        theme.waves.map((at, index): MeansRow | HiddenRow => {
          const label = rowLabel(theme.title[language], at.wave, index === 0, reader);
          const score = shownAt(at);
          if (!score) return { label, hidden: whyNot(at, reader) ?? "" };
          const { estimate, low, high } = score.score;
          return {
            label,
            detail: verdictWord(results.themes.verdictWords, score),
            n: score.n,
            mean: estimate,
            low: Math.max(0, low),
            high: Math.min(100, high),
          };
        }),
      ),
    },
    table: {
      caption: words.title,
      head: [
        { text: results.themes.theme },
        { text: trend.wave },
        { text: trend.n, number: true },
        { text: words.score, number: true },
        { text: trend.interval, of: words.score, interval: true },
      ],
      rows: themes.flatMap((theme) =>
        theme.waves.map((at): Cell[] => {
          const score = shownAt(at);
          const name = [theme.title[language], nameOf(at.wave, reader)];
          if (!score) return [...name, { hidden: whyNot(at, reader) ?? "" }];
          const { estimate, low, high } = score.score;
          return [
            ...name,
            countCell(score.n, reader),
            meanCell(estimate, score.n, 1),
            meanIntervalCell(low, high, score.n, 1),
          ];
        }),
      ),
    },
    method: {
      statistics: ["scaleScore", "meanInterval", "verdict"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}

/** From wave to wave, and from first to last: how far scores moved, and whether that can be claimed. */
export function changesExhibit(trend: Trend, reader: TrendReader): Exhibit {
  const { messages, language, n, k } = reader;
  const { results } = messages;
  const words = messages.trend.changes;
  const {
    themes,
    tests: { themes: m },
  } = trend;
  const rows = themes.flatMap((theme) => theme.changes.map((change) => ({ theme, change })));
  const columns = changeHead(
    rows.map(({ change }) => change),
    words.head,
    m,
    reader,
  );
  return {
    code: "changes",
    title: words.title,
    lead: themeFinding(trend, reader),
    n,
    ...(m > 0 && {
      table: {
        caption: words.title,
        head: [{ text: results.themes.theme }, ...columns.head],
        rows: rows.map(({ theme, change }): Cell[] => {
          const people = smallest(theme, change);
          return [
            theme.title[language],
            ...columns.stepCells(stepText(change, reader)),
            { ...changeCell(change.estimate, people), strong: true },
            changeIntervalCell(change, people),
            ...testCells(change, reader),
          ];
        }),
        notes: fill(words.note, { m }),
      },
    }),
    method: {
      statistics: ["welch", "holm"],
      formula: words.formula,
      base: fill(words.base, { least: fewestToTest({ k }) }),
      missing: messages.trend.themes.missing,
    },
  };
}

/** Of the two waves of a change. */
function smallest({ waves }: TrendTheme, { from, to }: { from: string; to: string }): number {
  const sizes = waves.flatMap((at) => (at.wave === from || at.wave === to ? [shownAt(at)?.n ?? 0] : []));
  return Math.min(...sizes);
}
