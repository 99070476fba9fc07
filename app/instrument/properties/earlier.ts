import type { Text } from "#app/locales/language.ts";
import type { WrittenItem } from "#app/questions/index.ts";
import { type AnswerScale, missing } from "#app/questions/kind.ts";
import type { Block, Definition } from "../definition.ts";
import type { DraftPlace } from "../draft-change.ts";

/** A question that a condition can be about. */
export interface Askable {
  code: string;
  text: Record<string, string>;
  /** The answers it can have, where they are known beforehand. */
  picks?: { value: string | number; label: Record<string, string> }[];
  /** What its answers are compared as; absent where they have no order. */
  compared?: "number" | "date";
}

/**
 * The questions asked before a place, in order: what its condition may be about. All of them, where the place is none of
 * the survey's way (a scale, a theme).
 */
export function askedBefore(definition: Definition, place: DraftPlace): Askable[] {
  const before: Askable[] = [];
  const [kind, name] = place.split(":");
  for (const tick of definition.consent.ticks) {
    if (kind === "item" && tick.code === name) return before;
    before.push(...askables(tick, definition));
  }
  for (const page of definition.pages) {
    if (kind === "page" && page.code === name) return before;
    for (const element of page.items) {
      if ((kind === "item" || kind === "block") && element.code === name) return before;
      for (const item of element.kind === "block" ? (element as Block).items : [element]) {
        if (kind === "item" && item.code === name) return before;
        before.push(...askables(item, definition));
      }
    }
  }
  return before;
}

/** A question as conditions see it; a matrix as its rows, nothing for what asks nothing. */
export function askables(item: WrittenItem, { scales }: Pick<Definition, "scales">): Askable[] {
  const { code } = item;
  const text = item.short ?? item.text;
  switch (item.kind) {
    case "section":
    case "image":
      return [];
    case "matrix":
      return item.rows.map((row) => ({
        ...{ code: row.code, text: row.short ?? joined(text, row.text) },
        picks: picksOf(item.options),
      }));
    case "single":
    case "multiple":
    case "ranking":
    case "check":
      return [{ code, text, picks: picksOf(item.options) }];
    case "scale": {
      const scale = scales[item.scale];
      return [
        { code, text, compared: "number", ...(scale ? { picks: pointPicks(scale, item.allowNA) } : {}) },
      ];
    }
    case "differential":
      return [{ code, text, compared: "number", picks: numberPicks(1, item.points) }];
    case "nps":
      return [{ code, text, compared: "number", picks: numberPicks(0, 10) }];
    case "slider": {
      const picks = item.steps.map(({ value, label }) => ({ value, label: withValue(value, label) }));
      return [{ code, text, compared: "number", picks }];
    }
    case "number":
    case "year":
      return [{ code, text, compared: "number" }];
    case "date":
      return [{ code, text, compared: "date" }];
    default:
      return [{ code, text }];
  }
}

const picksOf = (options: readonly { code: string; label: Record<string, string> }[]) =>
  options.map(({ code, label }) => ({ value: code, label }));

function pointPicks({ points, notApplicable }: AnswerScale, allowNA: boolean) {
  const picks = points.map(({ value, label }) => ({ value, label: withValue(value, label) }));
  return allowNA && notApplicable
    ? [...picks, { value: missing.notApplicable, label: notApplicable }]
    : picks;
}

const numberPicks = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    value: from + index,
    label: withValue(from + index),
  }));

const withValue = (value: number, label: Record<string, string> = { "zh-CN": "", en: "" }): Text =>
  Object.fromEntries(
    Object.entries(label).map(([language, words]) => [language, `${value} ${words}`.trim()]),
  ) as Text;

const joined = (first: Record<string, string>, second: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(second).map(([language, words]) => [
      language,
      [first[language], words].filter(Boolean).join(" · "),
    ]),
  );
