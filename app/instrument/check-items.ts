import type { WrittenItem } from "#app/questions/index.ts";
import type { NumberItem } from "#app/questions/number.ts";
import type { formats, ShortItem } from "#app/questions/short.ts";
import { mostNumber } from "./choices.ts";
import type { Definition } from "./definition.ts";
import { type Finding, finding } from "./finding.ts";
import { noPicture } from "./new-element.ts";
import { type PlacedItem, placedItems } from "./places.ts";

/** Settings of items that contradict each other, or that nobody could answer to. */
export function checkItems(definition: Definition, year: number): Finding[] {
  const found = placedItems(definition).flatMap((one) => [
    ...bounds(one, year),
    ...choices(one),
    ...(one.item.kind === "number" ? bands(one.item, one) : []),
    ...(one.item.kind === "scale" ? statement(one, definition) : []),
    ...(one.item.kind === "image" && one.item.file === noPicture ? [finding("no-picture", one.place)] : []),
  ]);
  const { ticks } = definition.consent;
  if (!ticks.some((tick) => tick.kind === "consent" && tick.required))
    found.push(finding("no-required-tick", "consent"));
  const { from, to } = definition.minutes;
  if (from > to) found.push(finding("minutes-turned", "instrument", { from, to }));
  return found;
}

function bounds({ item, place }: PlacedItem, year: number): Finding[] {
  const [least, most] = boundsOf(item, year);
  if (least !== undefined && most !== undefined && least > most)
    return [finding("least-above-most", place, { least, most })];
  if (item.kind === "number" && noneBetween(item)) return [finding("no-number-between", place)];
  if (item.kind === "short" && item.maxLength < shortest(item))
    return [finding("format-too-long", place, { least: shortest(item), most: item.maxLength })];
  if ((item.kind === "section" || item.kind === "image") && item.required)
    return [finding("nothing-to-require", place)];
  return [];
}

function boundsOf(item: WrittenItem, year: number): [least?: string | number, most?: string | number] {
  if (item.kind === "number") return [item.min, item.max];
  if (item.kind === "multiple") return [item.min, item.max];
  if (item.kind === "year") return [item.min, item.max === "current" ? year : item.max];
  if (item.kind === "date") return [item.min, item.max === "current" ? `${year}-12` : item.max];
  return [];
}

function noneBetween({ min = -mostNumber, max = mostNumber, decimals }: NumberItem): boolean {
  const step = 10 ** decimals;
  const [least, most] = [Math.max(min, -mostNumber), Math.min(max, mostNumber)];
  // Decimal fractions are not exact in binary: a thousandth of a step either way is the same number.
  return Math.ceil(least * step - 0.001) > Math.floor(most * step + 0.001);
}

/** The fewest characters a format needs. */
const shortest = ({ format }: ShortItem): number =>
  ({ plain: 1, postcode: 6, code: 1, digits: 1, time: 4, web: "http://a.b".length })[
    format satisfies keyof typeof formats
  ];

function choices({ item, place }: PlacedItem): Finding[] {
  if (!("options" in item)) return [];
  const found: Finding[] = [];
  const offered = item.options.length;
  const takesSeveral = item.kind === "multiple" || (item.kind === "matrix" && item.several);
  const alone = item.options.filter((one) => "exclusive" in one && one.exclusive).length;
  const together = item.options.length - alone;
  if (item.kind === "multiple" && item.min && item.min > Math.max(together, 0))
    found.push(finding("more-than-offered", place, { asked: item.min, offered: together }));
  if (item.kind === "ranking" && item.max && item.max > offered)
    found.push(finding("more-than-offered", place, { asked: item.max, offered }));
  if (item.kind === "check" && !item.options.some((one) => one.code === item.expect))
    found.push(finding("expect-unknown", place, { expect: item.expect }));
  if (alone > 0 && !takesSeveral) found.push(finding("exclusive-alone", place));
  if (item.options.filter((one) => "other" in one && one.other).length > 1)
    found.push(finding("several-others", place));
  return found;
}

/** Bands go from low to high, each beginning where the one before it ends. */
function bands(item: NumberItem, { place }: PlacedItem): Finding[] {
  const found: Finding[] = [];
  const ends = item.bands.map(({ code, from, below }) => ({
    code,
    from: from ?? -Infinity,
    below: below ?? Infinity,
  }));
  for (const { code, from, below } of ends)
    if (from >= below) found.push(finding("band-empty", place, { band: code }));
  const sorted = ends.filter(({ from, below }) => from < below).sort((a, b) => a.from - b.from);
  for (const [at, band] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && band.below > next.from)
      found.push(finding("bands-overlap", place, { band: band.code, next: next.code }));
    if (next && band.below < next.from)
      found.push(finding("bands-gap", place, { from: band.below, below: next.from }));
  }
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first && first.from > (item.min ?? -Infinity))
    found.push(finding("bands-gap", place, { from: item.min ?? "−∞", below: first.from }));
  if (last && last.below <= (item.max ?? Infinity) && Number.isFinite(last.below))
    found.push(finding("bands-gap", place, { from: last.below, below: item.max ?? "∞" }));
  return found;
}

function statement({ item, place }: PlacedItem, { scales }: Definition): Finding[] {
  if (item.kind !== "scale") return [];
  const scale = Object.hasOwn(scales, item.scale) ? scales[item.scale] : undefined;
  if (!scale) return [finding("no-scale", place, { scale: item.scale })];
  const found: Finding[] = [];
  if (item.expect !== undefined && !scale.points.some((point) => point.value === item.expect))
    found.push(finding("expect-unknown", place, { expect: item.expect }));
  if (item.allowNA && !scale.notApplicable)
    found.push(finding("na-unlabelled", place, { scale: item.scale }));
  if (item.reverse && scale.kind === "bipolar") found.push(finding("bipolar-reversed", place));
  return found;
}
