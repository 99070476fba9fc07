import { fill } from "#app/locales/language.ts";
import type { Estimate, ItemQuality, ScaleReliability } from "#app/results/scale-reliability.ts";
import type { ScaleDetail } from "#app/results/theme-detail-view.ts";
import { grouped } from "../studio/amount.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { bounded, digitsFor, sentences } from "./numbers.ts";
import {
  betterAsAnswered,
  coefficientCell,
  coefficientRange,
  estimateCell,
  lowAlpha,
  noNumberText,
} from "./scales-words.ts";

/** How consistent a scale is, with its warnings in words. */
export function reliabilityExhibit(detail: ScaleDetail, reader: Reader): Exhibit {
  const { messages, language } = reader;
  const { reliability: words } = messages.scales;
  const { reliability } = detail;
  const title = fill(words.title, { scale: detail.title[language] });
  const { formula, base, missing } = words;
  const method = { statistics: ["alpha", "feldt", "omega"] as const, formula, base, missing };
  if (!reliability.shown) {
    const lead = fill(words.hidden, { why: noNumberText(reliability.why, reader) });
    return { code: "reliability", title, lead, method };
  }
  const { n } = reliability;
  return {
    code: "reliability",
    title,
    n,
    lead: reliabilityLead(detail, reliability, reader),
    table: {
      caption: title,
      head: [
        { text: words.measure },
        { text: words.value, number: true },
        { text: words.interval, interval: true },
      ],
      rows: reliabilityRows(reliability, reader),
      notes: fill(words.notes, { n: grouped(language, n), items: detail.items }),
    },
    method,
  };
}

function reliabilityLead(detail: ScaleDetail, reliability: ScaleReliability, reader: Reader): string {
  const { reliability: words } = reader.messages.scales;
  const { alpha, n, provisional, straight, asAnswered } = reliability;
  const text = (value: number) => bounded(value, digitsFor(n, 2));
  const verdict = alpha.estimate < 0 ? words.negative : alpha.estimate < lowAlpha ? words.low : words.good;
  return sentences(reader.language, [
    fill(verdict, { alpha: text(alpha.estimate) }),
    provisional ? words.provisional : undefined,
    straight?.alpha.computable ? fill(words.straight, { alpha: text(straight.alpha.value) }) : undefined,
    betterAsAnswered(detail) && asAnswered?.computable
      ? fill(words.asAnswered, { alpha: text(asAnswered.value) })
      : undefined,
  ]);
}

function reliabilityRows(reliability: ScaleReliability, reader: Reader): Cell[][] {
  const { rows } = reader.messages.scales.reliability;
  const { n, alpha, standardised, omega, straight, asAnswered, between } = reliability;
  const row = (name: string, estimate: Estimate): Cell[] =>
    estimate.computable
      ? [name, estimateCell(estimate, n, reader), { text: "" }]
      : [name, estimateCell(estimate, n, reader)];
  const of = (value: "mean" | "low" | "high"): Estimate =>
    between.computable ? { computable: true, value: between[value] } : between;
  return [
    [
      rows.alpha,
      { ...coefficientCell(alpha.estimate, n), strong: true },
      coefficientRange(alpha.low, alpha.high, n),
    ],
    row(rows.standardised, standardised),
    row(rows.omega, omega),
    ...(straight ? [row(fill(rows.straight, { n: straight.items }), straight.alpha)] : []),
    ...(asAnswered ? [row(rows.asAnswered, asAnswered)] : []),
    row(rows.between, of("mean")),
    row(rows.least, of("low")),
    row(rows.most, of("high")),
  ];
}

/** Each item against the rest; undefined where no reliability may be told. */
export function itemsExhibit(detail: ScaleDetail, reader: Reader): Exhibit | undefined {
  const { messages, language } = reader;
  const { items: words, reliability: around } = messages.scales;
  const { reliability } = detail;
  if (!reliability.shown) return undefined;
  const { n, alpha } = reliability;
  const title = fill(words.title, { scale: detail.title[language] });
  const text = (value: number) => bounded(value, digitsFor(n, 2));
  const flagged = (flag: NonNullable<ItemQuality["flag"]>) => {
    const some = reliability.items.filter((item) => item.flag === flag);
    const names = some.map((item) =>
      fill(words.quoted, { text: item.text[language].replace(/[。.]$/u, "") }),
    );
    return some.length > 0
      ? fill(words.flagged[flag], { items: names.join(messages.results.filters.and) })
      : undefined;
  };
  const row = (item: ItemQuality): Cell[] => {
    const { alphaIfDeleted: without, flag } = item;
    // As it is read: a gain that no printed digit shows is none.
    const higher =
      without.computable && without.value > alpha.estimate && text(without.value) !== text(alpha.estimate);
    const said = [...(flag ? [words.flags[flag]] : []), ...(higher ? [words.higher] : [])];
    const name = item.text[language];
    return [
      item.reverse ? fill(words.reversed, { text: name }) : name,
      estimateCell(item.itemRest, n, reader),
      estimateCell(without, n, reader),
      said.join(messages.results.filters.and),
    ];
  };
  return {
    code: "items",
    title,
    n,
    lead: sentences(language, [words.lead, flagged("check-reversal"), flagged("weak")]),
    table: {
      caption: title,
      head: [
        { text: words.item },
        { text: words.itemRest, number: true },
        { text: words.ifDeleted, number: true },
        { text: words.remark },
      ],
      rows: reliability.items.map(row),
      notes: fill(words.notes, { alpha: text(alpha.estimate), n: grouped(language, n) }),
    },
    method: { statistics: ["alpha"], formula: words.formula, base: around.base, missing: around.missing },
  };
}
