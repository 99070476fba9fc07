import type { Messages } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { HiddenBecause, Share } from "#app/results/view.ts";
import { percent } from "../studio/amount.ts";

/** A share as text; a bound reads "≥ 95%". */
export function shareText(share: Share, messages: Messages, language: Language): string {
  if (typeof share === "number") return percent(language, share);
  const { atLeast, atMost } = messages.results;
  return fill(share.bound === "at-least" ? atLeast : atMost, { n: percent(language, share.value) });
}

/** For drawing only: where a bound stands, its end of the bar. */
export const drawn = (share: Share): number => (typeof share === "number" ? share : share.value);

export const fixed = (value: number, digits: number): string =>
  (Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value).toFixed(digits).replace("-", "−");

/** Why there is no number, in words. */
export function hiddenText(why: HiddenBecause, messages: Messages, k: number): string {
  return why === "alike" ? messages.results.hidden.alike : fill(messages.common.hidden[why], { k });
}

/** An interval, "51–56%" or "3.12–3.34"; empty where the gate allows none. */
export function rangeText(
  low: number | undefined,
  high: number | undefined,
  text: (value: number) => string,
): string {
  return low === undefined || high === undefined ? "" : `${text(low).replace(/%$/, "")}–${text(high)}`;
}

/** Sentences one after the other, the way this language sets them. */
export const sentences = (language: Language, parts: (string | undefined)[]): string =>
  parts.filter(Boolean).join(language === "en" ? " " : "");
