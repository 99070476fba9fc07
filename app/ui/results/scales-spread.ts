import { fill } from "#app/locales/language.ts";
import type { ScoreSpread } from "#app/results/score-spread.ts";
import type { ScaleDetail, ScaleScore } from "#app/results/theme-detail-view.ts";
import type { BarsFigure } from "../charts/figure.ts";
import { grouped } from "../studio/amount.ts";
import { countCell, meanCell, shareCell } from "./cells.ts";
import type { Cell, Exhibit, ShownCell } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { fixed, sentences, signed } from "./numbers.ts";
import { noNumberText } from "./scales-words.ts";

/** Distribution of a scale's scores. */
export function spreadExhibit(detail: ScaleDetail, score: ScaleScore, reader: Reader): Exhibit {
  const { messages, language, k } = reader;
  const words = messages.scales.spread;
  const { spread, items, minValid } = detail;
  const title = fill(words.title, { scale: detail.title[language] });
  const method = {
    statistics: ["scaleScore"] as const,
    formula: words.formula,
    base: fill(words.base, { items, valid: minValid }),
    missing: words.missing,
  };
  const lead = fill(words.lead, {
    n: grouped(language, score.n),
    score: fixed(score.score.estimate, 0),
  });
  if (!spread.shown)
    return {
      code: "spread",
      title,
      n: score.n,
      lead: sentences(language, [lead, fill(words.hidden, { why: noNumberText(spread.why, reader) })]),
      method,
    };
  const { n, bins, gathered } = spread;
  return {
    code: "spread",
    title,
    n,
    lead,
    figure: spreadFigure(title, spread, reader),
    table: {
      caption: title,
      head: [
        { text: words.range, interval: true },
        { text: words.count, number: true },
        { text: words.share, number: true },
      ],
      rows: bins.map((bin) => [
        { text: rangeOf(bin), low: bin.from, high: bin.to },
        countCell(bin.count, reader),
        shareCell(bin.share, n, reader),
      ]),
      ...(gathered && { notes: fill(words.gathered, { k }) }),
    },
    method,
  };
}

function spreadFigure(title: string, { n, bins, gathered }: ScoreSpread, reader: Reader): BarsFigure {
  const { spread: words } = reader.messages.scales;
  return {
    kind: "bars",
    title,
    note: sentences(reader.language, [
      words.note,
      gathered ? fill(words.gathered, { k: reader.k }) : undefined,
    ]),
    rows: bins.map((bin) => ({
      label: rangeOf(bin),
      n,
      share: bin.share,
      ...(bin.from < 50 && bin.to > 50 && { detail: words.neutral }),
    })),
  };
}

const rangeOf = ({ from, to }: { from: number; to: number }) => `${fixed(from, 0)}–${fixed(to, 0)}`;

/** The mean of those who answered every item beside the score. */
export function gapsExhibit(detail: ScaleDetail, score: ScaleScore, reader: Reader): Exhibit {
  const { messages, language, k } = reader;
  const words = messages.scales.gaps;
  const { items, minValid } = detail;
  const { n, asked, completeCase, mean } = score;
  const title = fill(words.title, { scale: detail.title[language] });
  const people = { n: grouped(language, n), asked: asked === undefined ? "" : grouped(language, asked) };
  const difference = completeCase ? completeCase.mean - mean.estimate : 0;
  const finding = !completeCase
    ? fill(words.hidden, { k })
    : completeCase.n === n && difference === 0
      ? words.none
      : fill(completeCase.apart ? words.apart : words.close, { difference: fixed(Math.abs(difference), 2) });
  const row = (name: string, n: number, mean: number): Cell[] => [
    name,
    countCell(n, reader),
    meanCell(mean, n),
    meanCell(hundreds(mean - detail.low, detail), n, 0),
  ];
  return {
    code: "gaps",
    title,
    n,
    lead: sentences(language, [fill(asked === undefined ? words.leadShort : words.lead, people), finding]),
    table: {
      caption: title,
      head: [
        { text: words.who },
        { text: words.people, number: true },
        { text: words.mean, number: true },
        { text: words.score, number: true },
      ],
      rows: [
        row(fill(words.scored, { items, valid: minValid }), n, mean.estimate),
        ...(completeCase
          ? [
              row(fill(words.complete, { items }), completeCase.n, completeCase.mean),
              [
                words.difference,
                { text: "" },
                signedCell(difference, 2),
                signedCell(hundreds(difference, detail), 1),
              ],
            ]
          : []),
      ],
    },
    method: {
      statistics: ["scaleScore"],
      formula: words.formula,
      base: words.base,
      missing: words.missing,
    },
  };
}

const signedCell = (value: number, digits: number): ShownCell => ({ text: signed(value, digits), value });

/** A distance in scale points on 0..100: as the score itself stands on both, neutral being its 50. */
const hundreds = (points: number, { low, high }: ScaleDetail): number => (points / (high - low)) * 100;
