import { fill } from "#app/locales/language.ts";
import { fewestComplete } from "#app/results/fewest-complete.ts";
import type { Estimate, NoNumber } from "#app/results/scale-reliability.ts";
import type { ScaleDetail } from "#app/results/theme-detail-view.ts";
import type { Reason } from "#app/statistics/computable.ts";
import { reasonTexts } from "#app/statistics/reason-texts.ts";
import type { Cell, ShownCell } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { bounded, digitsFor, hiddenText, rangeText } from "./numbers.ts";

/** Below this the items do not hang together well enough to be read as one score (Nunnally's usual bar). */
export const lowAlpha = 0.7;

/** Why there is no number, in words, wherever the reason comes from. */
export function noNumberText(why: NoNumber, { messages, language, k }: Reader): string {
  if (why in messages.scales.noNumber)
    return fill(messages.scales.noNumber[why as keyof typeof messages.scales.noNumber], {
      n: fewestComplete(k),
    });
  if (why in reasonTexts) return reasonTexts[why as Reason][language];
  return hiddenText(why as Parameters<typeof hiddenText>[0], messages, k);
}

/** A correlation or a reliability of n people, ".84". */
export const coefficientCell = (value: number, n: number): ShownCell => ({
  text: bounded(value, digitsFor(n, 2)),
  value,
});

export const coefficientRange = (low: number, high: number, n: number): ShownCell => ({
  text: rangeText(low, high, (value) => bounded(value, digitsFor(n, 2))),
  low,
  high,
});

/** A coefficient, or why it does not exist. */
export const estimateCell = (estimate: Estimate, n: number, reader: Reader): Cell =>
  estimate.computable
    ? coefficientCell(estimate.value, n)
    : { hidden: reasonTexts[estimate.reason][reader.language] };

/** Whether alpha would be higher had the reversed items been left as answered: a sign of a wrong key. */
export const betterAsAnswered = ({ reliability }: ScaleDetail): boolean =>
  reliability.shown &&
  reliability.asAnswered?.computable === true &&
  reliability.asAnswered.value > reliability.alpha.estimate;

/** Everything about a scale that should make its reader careful. */
export function remarksOf(detail: ScaleDetail, { messages, language }: Reader): string[] {
  const { remarks } = messages.scales;
  const { reliability, result, reworded } = detail;
  const about = [
    ...(result.shown && result.completeCase?.apart ? [remarks.apart] : []),
    ...(reworded > 0 ? [fill(remarks.reworded, { n: reworded })] : []),
  ];
  if (!reliability.shown) return about;
  const { alpha, provisional, items, omega } = reliability;
  const flagged = (flag: "weak" | "check-reversal") => items.filter((item) => item.flag === flag).length;
  const [turned, weak] = [flagged("check-reversal"), flagged("weak")];
  return [
    ...(alpha.estimate < 0 ? [remarks.negative] : alpha.estimate < lowAlpha ? [remarks.low] : []),
    ...(betterAsAnswered(detail) ? [remarks.asAnswered] : []),
    ...(turned > 0 ? [fill(remarks.reversal, { n: turned })] : []),
    ...(weak > 0 ? [fill(remarks.weak, { n: weak })] : []),
    ...(omega.computable ? [] : [fill(remarks.omega, { reason: reasonTexts[omega.reason][language] })]),
    ...(provisional ? [remarks.provisional] : []),
    ...about,
  ];
}
