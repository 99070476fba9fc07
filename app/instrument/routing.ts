import type { Condition } from "#app/questions/base.ts";
import type { Item } from "#app/questions/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import type { Instrument, Page } from "./definition.ts";

/**
 * Whether a condition holds for these answers.
 * @param unanswered what a condition on an item without an answer counts as: false when deciding what to ask,
 *   true when estimating how long the survey may still become
 */
export function holds(condition: Condition | undefined, answers: Answers, unanswered = false): boolean {
  if (!condition) return true;
  if ("all" in condition) return condition.all.every((one) => holds(one, answers, unanswered));
  if ("any" in condition) return condition.any.some((one) => holds(one, answers, unanswered));
  if ("not" in condition) return !holds(condition.not, answers, !unanswered);
  const answer = answers[condition.item];
  if (answer === undefined || answer === null) return unanswered;
  const values = Array.isArray(answer) ? answer : [answer];
  return values.some((value) => condition.in.includes(value as string | number));
}

/** The pages this respondent sees, in order: those whose routing holds and that have something to ask. */
export function pagesFor(instrument: Instrument, answers: Answers, unanswered = false): Page[] {
  return instrument.pages.filter(
    (page) =>
      holds(page.showIf, answers, unanswered) &&
      page.items.some((item) => holds(item.showIf, answers, unanswered)),
  );
}

/** The items of one page this respondent is asked. */
export const itemsFor = (page: Page, answers: Answers): Item[] =>
  page.items.filter((item) => holds(item.showIf, answers));
