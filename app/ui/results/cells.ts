import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import type { HiddenBecause, Share } from "#app/results/view.ts";
import { grouped } from "../studio/amount.ts";
import type { Cell, Column, ShownCell } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { digitsFor, fixed, hiddenText, probabilityCell, rangeText, shareText } from "./numbers.ts";

/* The usual cells of an exhibit's table: each says a number to people and carries it, whole, to files. */

/** How many people; empty where that may not be told. */
export const countCell = (n: number | undefined, { language }: Reader): ShownCell =>
  n === undefined ? { text: "" } : { text: grouped(language, n), value: n };

/** How many people, or why that is not told: it would give away how many of a small group left something out. */
export const gapCell = (n: number | undefined, reader: Reader): Cell =>
  n === undefined ? hiddenCell("complement", reader) : countCell(n, reader);

/** A share of n people. */
export function shareCell(share: Share, n: number, { messages, language }: Reader): ShownCell {
  const text = shareText(share, messages, language, n);
  return typeof share === "number" ? { text, value: share } : { text };
}

export const shareIntervalCell = (
  low: number | undefined,
  high: number | undefined,
  n: number,
  { messages, language }: Reader,
): ShownCell => ({
  text: rangeText(low, high, (share) => shareText(share, messages, language, n)),
  low,
  high,
});

/** A mean or the like; empty where there is none. @param digits for a survey of the usual size; n may carry more */
export const meanCell = (value: number | undefined, n: number, digits = 2): ShownCell =>
  value === undefined ? { text: "" } : { text: fixed(value, digitsFor(n, digits)), value };

export const meanIntervalCell = (
  low: number | undefined,
  high: number | undefined,
  n: number,
  digits = 2,
): ShownCell => ({
  text: rangeText(low, high, (value) => fixed(value, digitsFor(n, digits))),
  low,
  high,
});

/** A p-value under a head that says "p". */
export const pCell = (p: number): ShownCell => ({ text: probabilityCell(p), value: p });

/** Why there is no number. */
export const hiddenCell = (why: HiddenBecause, { messages, k }: Reader) => ({
  hidden: hiddenText(why, messages, k),
});

/** A column's name where it stands alone. */
export const columnName = ({ text, of }: Column, { exhibits }: Messages): string =>
  of ? fill(exhibits.columnOf, { of, text }) : text;

/** Everything a cell says, in one line of words. */
export function wholeText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if ("hidden" in cell) return cell.hidden;
  return cell.detail ? `${cell.text} (${cell.detail})` : cell.text;
}
