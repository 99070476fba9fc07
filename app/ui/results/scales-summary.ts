import { fill } from "#app/locales/language.ts";
import type { ScaleDetail, ScaleQuality } from "#app/results/theme-detail-view.ts";
import { amount } from "../studio/amount.ts";
import { countCell, gapCell, hiddenCell, meanCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { sentences } from "./numbers.ts";
import {
  coefficientCell,
  coefficientRange,
  estimateCell,
  lowAlpha,
  noNumberText,
  remarksOf,
} from "./scales-words.ts";

/** What is going on, in a sentence or two: how many, and which scales cannot be relied on. */
export function scalesLead({ base, scales }: ScaleQuality, { messages, language }: Reader): string {
  const { lead, join } = messages.scales;
  if (!base.shown) return "";
  const names = (some: readonly ScaleDetail[]) => some.map(({ title }) => title[language]).join(join);
  const low = scales.filter(({ reliability: one }) => one.shown && one.alpha.estimate < lowAlpha);
  const unknown = scales.filter(({ reliability }) => !reliability.shown);
  return sentences(language, [
    amount(language, lead.people, base.n),
    scales.length === 0 ? lead.noScales : undefined,
    scales.length > 0 && low.length + unknown.length === 0
      ? amount(language, lead.allGood, scales.length)
      : undefined,
    low.length > 0 ? fill(lead.low, { scales: names(low) }) : undefined,
    unknown.length > 0 ? fill(lead.unknown, { scales: names(unknown) }) : undefined,
  ]);
}

/** All scales in one table: score, reliability, and what to be careful about. */
export function summaryExhibit({ base, scales }: ScaleQuality, reader: Reader): Exhibit {
  const { summary, reliability, spread } = reader.messages.scales;
  return {
    code: "scales",
    title: summary.title,
    lead: summary.lead,
    ...(base.shown && { n: base.n }),
    table: {
      caption: summary.title,
      head: [
        { text: summary.scale },
        { text: summary.alpha, number: true },
        { text: summary.alphaInterval, interval: true },
        { text: summary.omega, number: true },
        { text: summary.items, number: true },
        { text: summary.score, number: true },
        { text: summary.scored, number: true },
        { text: summary.asked, number: true },
        { text: summary.remark },
      ],
      rows: scales.map((scale) => rowOf(scale, reader)),
      notes: summary.notes,
    },
    method: {
      statistics: ["alpha", "feldt", "omega", "scaleScore"],
      formula: [...reliability.formula.filter((_, at) => at !== 1), spread.formula[0]!],
      base: summary.notes,
      missing: reliability.missing,
    },
  };
}

function rowOf(scale: ScaleDetail, reader: Reader): Cell[] {
  const { messages, language } = reader;
  const { result, reliability } = scale;
  const name = scale.title[language];
  if (!result.shown) return [name, hiddenCell(result.why, reader)];
  const { n, asked, score } = result;
  const coefficients: Cell[] = reliability.shown
    ? [
        { ...coefficientCell(reliability.alpha.estimate, reliability.n), strong: true },
        coefficientRange(reliability.alpha.low, reliability.alpha.high, reliability.n),
        estimateCell(reliability.omega, reliability.n, reader),
      ]
    : [{ text: "–" }, { text: "" }, { text: "–" }];
  const remarks = reliability.shown
    ? remarksOf(scale, reader)
    : [noNumberText(reliability.why, reader), ...remarksOf(scale, reader)];
  const { filters } = messages.results;
  return [
    name,
    ...coefficients,
    { text: String(scale.items), value: scale.items },
    meanCell(score.estimate, n, 0),
    countCell(n, reader),
    gapCell(asked, reader),
    remarks.length > 0 ? remarks.join(filters.and) : messages.scales.summary.fine,
  ];
}
