import { fill } from "#app/locales/language.ts";
import type { ThemeResult, View } from "#app/results/view.ts";
import { countCell, gapCell, hiddenCell, meanCell, meanIntervalCell, pCell } from "./cells.ts";
import type { Differences } from "./differences.ts";
import type { Cell, Column, DataTable, Exhibit } from "./exhibit.ts";
import { type Groups, type Reader, themesFigure } from "./figures.ts";
import { bounded, signed } from "./numbers.ts";
import { verdictWord } from "./verdict-words.ts";

/** All theme scores at a glance, of one selection or of two side by side. */
export function themesExhibit(
  views: Groups<View>,
  reader: Reader,
  differences: Differences | undefined,
): Exhibit {
  const { results, exhibits } = reader.messages;
  const { themes } = exhibits.overview;
  const [first] = views;
  return {
    code: "themes",
    title: results.overview,
    figure: themesFigure(views, reader),
    table: themesTable(views, reader, differences),
    ...(views.length === 1 && first.base.shown && { n: first.base.n }),
    method: {
      statistics: [
        "scaleScore",
        "meanInterval",
        "verdict",
        "alpha",
        "feldt",
        ...(differences ? (["welch", "holm"] as const) : []),
      ],
      formula: [...themes.formula, ...(differences ? [themes.differences] : [])],
      base: themes.base,
      missing: themes.missing,
    },
  };
}

function themesTable(views: Groups<View>, reader: Reader, differences: Differences | undefined): DataTable {
  const { messages, language } = reader;
  const { overview, themes, items, filters } = messages.results;
  const { p, adjusted } = messages.exhibits;
  const comparing = views.length > 1;
  const number = (text: string): Column => ({ text, number: true });
  const interval = (of: string): Column => ({ text: themes.interval, of, interval: true });
  const tested = differences !== undefined && differences.tested > 0;
  return {
    caption: overview,
    head: [
      { text: themes.theme },
      ...(comparing ? [{ text: items.group }] : []),
      ...[number(themes.score), interval(themes.score)],
      ...[number(themes.mean), interval(themes.mean), number(items.sd)],
      ...[number(themes.scored), number(themes.asked)],
      ...[number(themes.alpha), interval(themes.alpha)],
      { text: themes.verdict },
      ...(tested
        ? [
            ...[number(themes.meanDifference), interval(themes.meanDifference)],
            ...[number(p), number(fill(adjusted, { m: differences.tested }))],
          ]
        : []),
    ],
    rows: views[0].themes.flatMap((theme) =>
      views.map((view, group): Cell[] => {
        const { result } = view.themes.find((one) => one.code === theme.code) ?? theme;
        const difference = group === 0 ? differences?.themes[theme.code] : undefined;
        return [
          theme.title[language],
          ...(comparing ? [group === 0 ? filters.groupA : filters.groupB] : []),
          ...(result.shown ? themeCells(result, reader) : [hiddenCell(result.why, reader)]),
          ...(result.shown && difference
            ? [
                { text: signed(difference.estimate, 2), value: difference.estimate },
                meanIntervalCell(difference.low, difference.high, result.n),
                pCell(difference.p),
                pCell(difference.adjusted),
              ]
            : []),
        ];
      }),
    ),
  };
}

function themeCells(result: ThemeResult, reader: Reader): Cell[] {
  const { n, asked, mean, score, sd, alpha } = result;
  // A t interval may run past the end of the scale; nobody can score there.
  const [low, high] = [Math.max(0, score.low), Math.min(100, score.high)];
  return [
    { ...meanCell(score.estimate, n, 0), strong: true },
    meanIntervalCell(low, high, n, 0),
    meanCell(mean.estimate, n),
    meanIntervalCell(mean.low, mean.high, n),
    meanCell(sd, n),
    countCell(n, reader),
    gapCell(asked, reader),
    alpha ? { text: bounded(alpha.estimate), value: alpha.estimate } : { text: "–" },
    alpha
      ? { text: `${bounded(alpha.low)}–${bounded(alpha.high)}`, low: alpha.low, high: alpha.high }
      : { text: "" },
    verdictWord(reader.messages.results.themes.verdictWords, result),
  ];
}
