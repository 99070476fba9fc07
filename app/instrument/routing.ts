import type { Condition } from "#app/questions/base.ts";
import type { Item } from "#app/questions/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import { type Instrument, itemsOf, type Page } from "./definition.ts";

/** Whether a condition holds for these answers. An item without an answer equals nothing. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ("all" in condition) return condition.all.every((one) => holds(one, answers));
  if ("any" in condition) return condition.any.some((one) => holds(one, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = answers[condition.item];
  if (answer === undefined || answer === null) return false;
  const values = Array.isArray(answer) ? answer : [answer];
  return values.some((value) => condition.in.includes(value as string | number));
}

/** The pages this respondent sees, in order: those whose routing holds and that have something to ask. */
export function pagesFor(instrument: Instrument, answers: Answers): Page[] {
  return instrument.pages.filter((page) => holds(page.showIf, answers) && itemsFor(page, answers).length > 0);
}

/** The items of one page this respondent is asked. */
export const itemsFor = (page: Page, answers: Answers): Item[] =>
  page.items.filter((item) => holds(item.showIf, answers));

/**
 * The answers so far, with the first option standing in for required choices not made yet: the usual way through,
 * for telling how long the survey is before the screening question has been answered.
 */
export function usualAnswers(instrument: Instrument, answers: Answers): Answers {
  const usual = { ...answers };
  for (const item of itemsOf(instrument)) {
    if (item.kind === "single" && item.required) usual[item.code] ??= item.options[0]?.code ?? null;
  }
  return usual;
}
