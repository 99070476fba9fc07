import { type Columns, commonBase } from "./columns.ts";
import { isShown, type RowFigure } from "./figure.ts";
import { baseline, type LayoutOptions, placeParagraph, type Sheet } from "./sheet.ts";
import { type } from "./theme.ts";
import { count, figureWords } from "./words.ts";

const swatch = 12;
const whiskerSample = 20;

/** Title, legend and column heads; returns the y where the rows begin. */
export function placeHeading(
  sheet: Sheet,
  figure: RowFigure,
  columns: Columns,
  options: LayoutOptions,
): number {
  let y = options.margin ?? 0;
  if (options.title ?? true) {
    const place = {
      x: columns.left,
      y,
      width: columns.right - columns.left,
      role: "title",
      bold: true,
    } as const;
    y = placeParagraph(sheet, figure.title, place, options.measure) + 8;
  }
  const legend = (options.legend ?? true) || tonesOf(figure).plain;
  const legendBottom = legend ? placeLegend(sheet, figure, columns, y, options) : y;
  // Plain bars have one short legend at the left and one head at the right: they share a line.
  const headsTop = figure.kind === "bars" ? y : legendBottom;
  return Math.max(legendBottom, placeHeads(sheet, figure, columns, headsTop, options));
}

/** Which colours the rows carry. A page's one legend explains the favourable ones; plain ones are explained where they are. */
function tonesOf(figure: RowFigure): { plain: boolean; favour: boolean } {
  const rows = figure.kind === "diverging" ? figure.rows.filter(isShown) : [];
  return { plain: rows.some((row) => row.plain), favour: rows.some((row) => !row.plain) };
}

function placeLegend(
  sheet: Sheet,
  figure: RowFigure,
  columns: Columns,
  top: number,
  options: LayoutOptions,
): number {
  const tones = tonesOf(figure);
  const items: { mark: number | "na" | "whisker"; text: string }[] = [];
  const rows: { low?: number; na?: number }[] = figure.rows.filter(isShown);
  if (figure.kind === "diverging") {
    figure.legend.scale.forEach((text, mark) => {
      items.push({ mark, text });
    });
    if (columns.naLeft !== undefined) items.push({ mark: "na", text: figure.legend.na });
  }
  if (rows.some((row) => row.low !== undefined))
    items.push({ mark: "whisker", text: figureWords[options.lang].interval });
  if (items.length === 0) return top;

  const { size, line } = type.small;
  let x = columns.left;
  let middle = top + line / 2;
  for (const { mark, text } of items) {
    const both = typeof mark === "number" && tones.plain && tones.favour;
    const markWidth = mark === "whisker" ? whiskerSample : both ? 2 * swatch + 2 : swatch;
    const width = markWidth + 6 + options.measure(text, size, false);
    if (x > columns.left && x + width > columns.right) {
      x = columns.left;
      middle += line + 3;
    }
    const box = { x, y: middle - swatch / 2, width: swatch, height: swatch };
    if (mark === "whisker") sheet.whiskers.push({ y: middle, from: x, to: x + whiskerSample });
    else if (mark === "na") sheet.hatches.push(box);
    else {
      sheet.swatches.push({ ...box, colour: mark, plain: tones.plain && !tones.favour });
      if (both) sheet.swatches.push({ ...box, x: x + swatch + 2, colour: mark, plain: true });
    }
    const place = { x: x + markWidth + 6, y: baseline(middle, size), size, bold: false } as const;
    sheet.texts.push({ text, ...place, tone: "muted", align: "left" });
    x += width + 16;
  }
  return middle + line / 2 + 8;
}

/** Small words over the columns, each only where it has room. */
function placeHeads(
  sheet: Sheet,
  figure: RowFigure,
  columns: Columns,
  top: number,
  options: LayoutOptions,
): number {
  const words = figureWords[options.lang];
  const { size, line } = type.small;
  const width = (text: string) => options.measure(text, size, false);
  const head = (text: string, x: number, align: "left" | "center" | "right") => {
    const y = baseline(top + line / 2, size);
    sheet.texts.push({ text, x, y, size, bold: false, tone: "muted", align });
  };
  const rows: { n: number }[] = figure.rows.filter(isShown);
  if (rows.length === 0) return top;
  const base = commonBase(figure);
  if (base !== undefined) head(words.base(count(base)), columns.right, "right");
  if (columns.nRight !== undefined) head("n", columns.nRight, "right");
  if (figure.kind === "diverging") {
    // On either side of the centre; where the left one has no room, both move right together.
    const zero = columns.toX(0);
    const { plain, favour } = tonesOf(figure);
    const [against, inFavour] =
      plain && !favour ? [words.disagree, words.agree] : [words.unfavourable, words.favourable];
    const end = Math.max(zero - 8, columns.wordsLeft + width(against));
    head(against, end, "right");
    head(inFavour, Math.max(zero + 8, end + 14), "left");
    if (columns.naLeft !== undefined) head(words.na, columns.naLeft, "left");
  }
  if (figure.kind === "means") {
    head(words.neutral, (columns.plot.left + columns.plot.right) / 2, "center");
    head(words.mean, columns.valueRight!, "right");
  }
  return top + line + 1;
}
