import { type Instrument, itemsOf } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Cell } from "./quota.ts";

/** What a wave sets itself that rests on answers: names of quotas, and the questions of its targets. */
export interface Lost {
  quotas: Text[];
  targets: Text[];
}
interface Wave {
  quotas: readonly { name: Text; cell: Cell }[];
  /** Percent by category, by question or by what its doors are told apart by (`cohort.…`). */
  targets: Record<string, Record<string, number>>;
}

/**
 * What would come to nothing if a wave asked another version: quotas whose question, or the option they count, is not
 * asked there, and targets of questions that are not. What both versions lack, or neither asks for, is lost already.
 */
export function lostQuestions(wave: Wave, now: Instrument, next: Instrument): Lost {
  const [before, after] = [itemsOf(now), itemsOf(next)];
  const isAsked = (items: typeof after, code: string, option?: string) =>
    items.some(
      (item) =>
        item.code === code &&
        "options" in item &&
        (option === undefined || item.options.some((one) => one.code === option)),
    );
  const counts = (items: typeof after, cell: Cell) =>
    Object.entries(cell).every(([code, option]) => isAsked(items, code, option));
  const nameOf = (code: string): Text => {
    const item = before.find((one) => one.code === code);
    const text = item && ("short" in item && item.short ? item.short : item.text);
    return { "zh-CN": text?.["zh-CN"] || code, en: text?.en || code };
  };
  return {
    quotas: wave.quotas
      .filter(({ cell }) => counts(before, cell) && !counts(after, cell))
      .map(({ name }) => name),
    targets: Object.keys(wave.targets)
      .filter((code) => isAsked(before, code) && !isAsked(after, code))
      .map(nameOf),
  };
}
