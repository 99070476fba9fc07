import { fill } from "#app/locales/language.ts";
import type { Weighted, WeightedTheme } from "#app/results/weighted.ts";
import type { HiddenRow, MeansRow } from "../charts/figure.ts";
import { countCell, hiddenCell, meanCell, meanIntervalCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { digitsFor, hiddenText, signed } from "./numbers.ts";
import type { WeightsData } from "./weights-exhibits.ts";
import { aboutSources, atOne, sourcesNote, weightedMethod, withheld } from "./weights-words.ts";

/** Every theme's score, unweighted and weighted. */
export function weightedThemesExhibit(
  data: WeightsData,
  { base, themes }: Weighted,
  reader: Reader,
): Exhibit {
  const { messages } = reader;
  const { weights } = messages;
  const { themes: words } = messages.results;
  const scored = themes.filter(({ result }) => result !== undefined);
  const number = (text: string) => ({ text, number: true });
  const of = (how: string, text: string) => fill(weights.row, { label: text, how });
  const both = (how: string) => [
    number(of(how, words.score)),
    { text: words.interval, of: of(how, words.score), interval: true },
  ];
  return {
    code: "themes",
    about: aboutSources(data, reader),
    title: weights.themes.title,
    lead: weights.themes.lead,
    ...(base.shown && { n: base.n }),
    figure: {
      kind: "means",
      axis: "0-100",
      title: weights.themes.title,
      note: [weights.themes.rule, sourcesNote(data, reader)].join(weights.margins.stop),
      rows: scored.flatMap((theme) => figureRows(theme, reader)),
    },
    table: {
      caption: weights.themes.title,
      head: [
        { text: words.theme },
        ...both(weights.plain),
        number(words.scored),
        number(of(weights.plain, words.mean)),
        ...both(weights.weighted),
        number(weights.difference),
        number(of(weights.weighted, words.mean)),
        number(weights.made.effective),
      ],
      rows: scored.map((theme) => tableRow(data, theme, reader)),
      notes: sourcesNote(data, reader),
    },
    method: weightedMethod(data, reader, "mean"),
  };
}

type Score = { estimate: number; low: number; high: number };
const row = (label: string, n: number, score: Score): MeansRow => ({
  label,
  n,
  mean: score.estimate,
  low: Math.max(0, score.low),
  high: Math.min(100, score.high),
});

function figureRows({ title, result }: WeightedTheme, reader: Reader): (MeansRow | HiddenRow)[] {
  const { messages, language, k } = reader;
  const { weights } = messages;
  const label = title[language];
  if (!result?.shown) return result ? [{ label, hidden: hiddenText(result.why, messages, k) }] : [];
  const { plain, weighted } = result;
  return [
    row(fill(weights.row, { label, how: weights.plain }), plain.n, plain.score),
    weighted.shown
      ? row(weights.weighted, plain.n, weighted.score)
      : { label: weights.weighted, hidden: withheld(weighted.why, reader) },
  ];
}

function tableRow(data: WeightsData, { title, result }: WeightedTheme, reader: Reader): Cell[] {
  const { language } = reader;
  const name = title[language];
  if (!result?.shown) return result ? [name, hiddenCell(result.why, reader)] : [name];
  const { plain, weighted } = result;
  const { n, score } = plain;
  const before = [
    meanCell(score.estimate, n, 1),
    meanIntervalCell(score.low, score.high, n, 1),
    countCell(n, reader),
    meanCell(plain.mean.estimate, n),
  ];
  if (!weighted.shown) return [name, ...before, { hidden: withheld(weighted.why, reader) }];
  const change = weighted.score.estimate - score.estimate;
  const detail = atOne(weighted.pooled, data, reader);
  return [
    name,
    ...before,
    { ...meanCell(weighted.score.estimate, n, 1), strong: true },
    meanIntervalCell(weighted.score.low, weighted.score.high, n, 1),
    { text: signed(change, digitsFor(n, 1)), value: change },
    meanCell(weighted.mean.estimate, n),
    {
      ...countCell(Math.round(weighted.effective), reader),
      value: weighted.effective,
      ...(detail && { detail }),
    },
  ];
}
