import type { Messages } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { HiddenBecause, Share } from "#app/results/view.ts";
import { percent } from "../studio/amount.ts";

/*
 * How the numbers of results are written, everywhere on a page. What is no number (there is none to show) is an empty
 * text: nobody reads NaN.
 */

/** A share as text; a bound reads "≥ 95%". @param n its base, where more than whole per cents may be told */
export function shareText(share: Share, messages: Messages, language: Language, n = 0): string {
  if (typeof share === "number")
    return Number.isFinite(share) ? percent(language, share, digitsFor(n, 0)) : "";
  const { atLeast, atMost } = messages.results;
  return fill(share.bound === "at-least" ? atLeast : atMost, { n: percent(language, share.value) });
}

/** For drawing only: where a bound stands, its end of the bar. */
export const drawn = (share: Share): number => (typeof share === "number" ? share : share.value);

/** Plain digits with a true minus sign; what rounds to nothing has none. */
export const fixed = (value: number, digits: number): string =>
  Number.isFinite(value)
    ? (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value).toFixed(digits).replace("-", "−")
    : "";

/** A difference with its sign; one that rounds to nothing has none. */
export const signed = (value: number, digits: number): string =>
  `${value >= 0.5 * 10 ** -digits ? "+" : ""}${fixed(value, digits)}`;

/** What cannot lie beyond ±1 (correlations, effect sizes, reliability), without the zero before its point: ".71", "−.08". */
export const bounded = (value: number, digits = 2): string => fixed(value, digits).replace(/^(−?)0\./, "$1.");

/** A p-value as it is printed in the field: "p < .001", "p = .023". */
export function probability(p: number): string {
  if (!(p >= 0 && p <= 1)) return "";
  if (p < 0.001) return "p < .001";
  // "p = 1.000" would claim more than any test can.
  return p > 0.999 ? "p > .999" : `p = ${bounded(p, 3)}`;
}

/** The same where a column's head already says p: "< .001", ".023". */
export const probabilityCell = (p: number): string => probability(p).replace(/^p (= )?/, "");

/**
 * Digits that n answers can carry. A 95 % interval reaches about 1/√n to either side: a whole per cent, or two digits of
 * a mean on five points, up to ten thousand answers, and one more digit for every hundredfold.
 * @param usual digits for a survey of the usual size
 */
export const digitsFor = (n: number, usual: number): number =>
  usual + Math.max(0, Math.ceil(Math.log10(Math.max(1, n)) / 2 - 2));

/** Why there is no number, in words. */
export function hiddenText(why: HiddenBecause, messages: Messages, k: number): string {
  return why === "alike" ? messages.results.hidden.alike : fill(messages.common.hidden[why], { k });
}

/** An interval, "51–56%", "3.12–3.34" or "[−0.21, 0.04]"; empty where the gate allows none. */
export function rangeText(
  low: number | undefined,
  high: number | undefined,
  text: (value: number) => string,
): string {
  if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return "";
  const [from, to] = [text(low), text(high)];
  // A dash between minus signs cannot be read.
  return /[−+]/.test(from + to) ? `[${from}, ${to}]` : `${from.replace(/%$/, "")}–${to}`;
}

/** Sentences one after the other, the way this language sets them. */
export const sentences = (language: Language, parts: (string | undefined)[]): string =>
  parts.filter(Boolean).join(language === "en" ? " " : "");
