import { type Instrument, type Item, itemsOf } from "#app/instrument/definition.ts";
import type { Answers } from "#app/questions/kind.ts";
import { irv } from "#app/statistics/irv.ts";
import { longstring } from "#app/statistics/longstring.ts";
import { momentsOf, standardDeviation } from "#app/statistics/moments.ts";
import type { Signal } from "./draft.ts";

/**
 * How one response was answered, from what is stored of it and nothing else: its answers in presented order and the
 * seconds per page. Numbers only; what is conspicuous is decided later, by thresholds that can change.
 */
export interface QualityIndices {
  /** Agreement items asked, attention checks apart, and how many were answered with a point of the scale. */
  asked: number;
  answered: number;
  /** Longest run of one raw answer among them; anything missing ends it. */
  longstring: number;
  /** Spread of the raw answers (SD, n − 1) in scale points; null below two answers. */
  irv: number | null;
  /** Median over the timed pages of seconds per item presented there; null without a timed page. */
  secondsPerItem: number | null;
  /** Coefficient of variation of seconds per item between pages; null below four timed pages. */
  spacing: number | null;
  /** The attention checks; null where none was asked. Skipping it is not failing it. */
  instructed: "passed" | "failed" | "skipped" | null;
  /** Polar pairs of statements with both of which the person agrees. */
  contradictions: number;
  /** What the server noticed about how pages were sent. */
  signals: Signal[];
}

/** What the indices are computed from: the stored response, parsed. */
export interface Paradata {
  answers: Answers;
  /** Codes of the items asked, in the order they were presented. */
  presented: readonly string[];
  pageSeconds: Readonly<Record<string, number>>;
}

/** Fewer timed pages than this say nothing about how regular the pace was. */
const fewestTimedPages = 4;

/** The indices of methods 4.10. Cheap: some fifty items, each looked at a few times. */
export function qualityIndices(
  instrument: Instrument,
  { answers, presented, pageSeconds }: Paradata,
  signals: readonly Signal[] = [],
): QualityIndices {
  const { items, pairs } = knownOf(instrument);
  const shown = presented.flatMap((code) => items.get(code) ?? []);
  const points = shown.flatMap((item) =>
    isStatement(instrument, item) && item.expect === undefined ? [pointOf(instrument, item, answers)] : [],
  );
  const spread = irv(points);
  const pace = secondsPerItem(instrument, presented, pageSeconds);
  return {
    asked: points.length,
    answered: points.filter((point) => point !== null).length,
    longstring: longstring(points),
    irv: spread.computable ? rounded(spread.irv) : null,
    secondsPerItem: pace.length > 0 ? rounded(median(pace)) : null,
    spacing: pace.length >= fewestTimedPages ? rounded(variation(pace)) : null,
    instructed: attention(shown, answers),
    contradictions: pairs.filter((pair) => agreesWithBoth(pair, answers)).length,
    signals: [...new Set(signals)],
  };
}

/** What does not change from one response to the next. */
function knownOf(instrument: Instrument) {
  let found = known.get(instrument);
  if (!found) {
    const items = new Map(itemsOf(instrument).map((item) => [item.code, item]));
    found = { items, pairs: polarPairs(instrument) };
    known.set(instrument, found);
  }
  return found;
}
const known = new WeakMap<Instrument, { items: Map<string, Item>; pairs: [string, string][] }>();

type ScaleItem = Extract<Item, { kind: "scale" }>;
type CheckItem = Extract<Item, { kind: "check" }>;

const isStatement = (instrument: Instrument, item: Item): item is ScaleItem =>
  item.kind === "scale" && instrument.scales[item.scale]?.kind === "agreement";

/** The raw point, or null for skipped and not applicable. */
function pointOf(instrument: Instrument, item: ScaleItem, answers: Answers): number | null {
  const answer = answers[item.code];
  const known = instrument.scales[item.scale]?.points.some(({ value }) => value === answer);
  return known ? (answer as number) : null;
}

/** Seconds per item presented, for each page that has a time and showed something. */
function secondsPerItem(
  { pages }: Instrument,
  presented: readonly string[],
  pageSeconds: Paradata["pageSeconds"],
): number[] {
  const shown = new Set(presented);
  return pages.flatMap((page) => {
    const seconds = pageSeconds[page.code];
    const items = page.items.filter((item) => shown.has(item.code)).length;
    return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 && items > 0
      ? [seconds / items]
      : [];
  });
}

/**
 * Failed by one wrong answer to any check, be it a point of a scale or one of several options; passed only where one was
 * answered right.
 */
function attention(shown: readonly Item[], answers: Answers): QualityIndices["instructed"] {
  const checks = shown.filter(
    (item): item is ScaleItem | CheckItem =>
      item.kind === "check" || (item.kind === "scale" && item.expect !== undefined),
  );
  if (checks.length === 0) return null;
  const given = checks.filter((item) => (answers[item.code] ?? null) !== null);
  if (given.length === 0) return "skipped";
  return given.every((item) => answers[item.code] === item.expect) ? "passed" : "failed";
}

/**
 * Statements that say opposite things: one worded with, one against the scale, about the same sub-theme. The instrument
 * declares both (`subtheme`, `reverse`), so nothing is listed here.
 */
export function polarPairs(instrument: Instrument): [straight: string, reversed: string][] {
  const statements = itemsOf(instrument).filter(
    (item): item is ScaleItem =>
      isStatement(instrument, item) && item.expect === undefined && item.direction === "favourable",
  );
  return statements
    .filter((one) => !one.reverse && one.subtheme !== undefined)
    .flatMap((straight) =>
      statements
        .filter((one) => one.reverse && one.theme === straight.theme && one.subtheme === straight.subtheme)
        .map((reversed): [string, string] => [straight.code, reversed.code]),
    );
}

const agreesWithBoth = (pair: readonly string[], answers: Answers): boolean =>
  pair.every((code) => answers[code] === 4 || answers[code] === 5);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Standard deviation (n − 1) as a share of the mean; a pace of nothing at all is perfectly even. */
function variation(values: readonly number[]): number {
  const moments = momentsOf(values);
  return moments.mean === 0 ? 0 : standardDeviation(moments) / moments.mean;
}

/** Three decimals say all there is to say, and keep what is stored short. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
