import { favourableText, unfavourableText } from "./columns.ts";
import { gridLines } from "./describe-grid.ts";
import {
  type BarsRow,
  type DivergingRow,
  type Figure,
  type FigureLang,
  isShown,
  type MeansRow,
  type RowFigure,
} from "./figure.ts";
import { count, figureWords, meanText, percent } from "./words.ts";

/** A figure in sentences: alternative text of an SVG or a PDF figure. Says exactly what the drawing shows. */
export function describeFigure(figure: Figure, lang: FigureLang): string {
  const stop = lang === "en" ? ". " : "；";
  const lines = figure.kind === "grid" ? gridLines(figure, lang) : rowLines(figure, lang);
  const mark = figure.footer?.synthetic ? [figureWords[lang].synthetic] : [];
  return [...mark, ...lines, ...(figure.note ? [figure.note] : [])].join(stop);
}

function rowLines(figure: RowFigure, lang: FigureLang): string[] {
  const colon = lang === "en" ? ": " : "：";
  return (figure.rows as (DivergingRow | { label: string; hidden: string })[]).map((row, i) => {
    const label = row.label.replace(/[。.]$/u, "");
    return label + colon + (isShown(row) ? numbersOf(figure, i, lang) : row.hidden);
  });
}

function numbersOf(figure: RowFigure, i: number, lang: FigureLang): string {
  const words = figureWords[lang];
  const row = figure.rows[i]!;
  const parts: string[] = [];
  let interval = "";
  if (figure.kind === "diverging") {
    const { na, ...item } = row as DivergingRow;
    interval = between(item.low, item.high, percent);
    const [inFavour, against] = item.plain
      ? [words.agree, words.disagree]
      : [words.favourable, words.unfavourable];
    parts.push(`${inFavour} ${favourableText(item)}${interval}`);
    parts.push(`${against} ${unfavourableText(item)}`);
    if (na !== undefined) parts.push(`${words.na} ${percent(na)}`);
  } else if (figure.kind === "bars") {
    const bar = row as BarsRow;
    interval = between(bar.low, bar.high, percent);
    parts.push(`${bar.words ?? percent(bar.share)}${interval}`);
  } else {
    const point = row as MeansRow;
    interval = between(point.low, point.high, (mean) => meanText(mean, figure.axis));
    parts.push(`${words.mean} ${meanText(point.mean, figure.axis)}${interval}`);
  }
  parts.push(words.base(count((row as { n: number }).n)));
  return parts.join(words.join);
}

function between(low: number | undefined, high: number | undefined, text: (value: number) => string): string {
  return low === undefined || high === undefined ? "" : ` (${text(low)}–${text(high)})`;
}
