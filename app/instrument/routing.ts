import type { Comparison, Condition } from "#app/questions/base.ts";
import type { Answer, Answers } from "#app/questions/kind.ts";
import type { AskedItem, Instrument, Page } from "./asked.ts";
import { isAnswered, itemsOf } from "./items.ts";

/** What routing needs of an instrument: phones without network carry just this (and no schema). */
export type Routed = Pick<Instrument, "consent" | "pages">;

/**
 * Whether a condition holds for these answers, among which stands what else is known of the respondent (`known.ts`). An
 * item without an answer equals nothing, and compares with nothing.
 */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ("all" in condition) return condition.all.every((one) => holds(one, answers));
  if ("any" in condition) return condition.any.some((one) => holds(one, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = answers[condition.item] ?? null;
  if ("answered" in condition) return (answer !== null) === condition.answered;
  if (answer === null) return false;
  const values = Array.isArray(answer) ? answer : [answer];
  if ("in" in condition) return values.some((value) => condition.in.includes(value as string | number));
  // What is known by several names compares by the first.
  return compares(values[0] as Answer, condition.is, condition.than);
}

function compares(answer: Answer, is: Comparison, than: number | string): boolean {
  // Numbers with numbers, dates (as stored) with dates; whatever else has no order.
  if (typeof answer !== typeof than) return false;
  if (is === "!=") return answer !== than;
  if (is === "<") return answer < than;
  if (is === ">") return answer > than;
  return is === "<=" ? answer <= than : answer >= than;
}

/**
 * The answers that count: those to what is asked, and with them what is known. Whoever goes back and answers otherwise
 * leaves answers behind to what is not asked any more: they are kept, should it be asked again, but nothing is routed by
 * them. So where a page stands in the way never hangs on pages after it.
 */
export function counted({ pages }: Routed, answers: Answers): Answers {
  const counts = { ...answers };
  for (const { showIf, items } of pages) {
    const isOn = holds(showIf, counts);
    for (const item of items)
      if (!isOn || !holds(item.showIf, counts)) delete counts[item.code];
      else counts[item.code] = stillOffered(item, counts);
  }
  return counts;
}

/** An answer without the options that are hidden by now. */
function stillOffered(item: AskedItem, answers: Answers): Answer | null {
  const answer = answers[item.code] ?? null;
  if (!("options" in item)) return answer;
  const gone = item.options?.flatMap((one) => (holds(one.showIf, answers) ? [] : one.code));
  if (!gone?.length) return answer;
  if (!Array.isArray(answer)) return gone.includes(answer as string) ? null : answer;
  const kept = answer.filter((one) => !gone.includes(one));
  return kept.length ? kept : null;
}

/** The pages this respondent sees, in order: those whose routing holds and that have something to ask. */
export function pagesFor(instrument: Routed, answers: Answers): Page[] {
  const counts = counted(instrument, answers);
  return instrument.pages.filter(
    (page) => holds(page.showIf, counts) && itemsFor(page, counts).some(isAnswered),
  );
}

/**
 * What of one page this respondent sees: its items, headings and pictures among them, with the options offered.
 * @param answers those that count
 */
export const itemsFor = (page: Page, answers: Answers): AskedItem[] =>
  page.items.filter((item) => holds(item.showIf, answers)).map((item) => offered(item, answers));

/** The item with the options that are offered to whoever has answered so. */
export function offered(item: AskedItem, answers: Answers): AskedItem {
  if (!("options" in item) || !item.options?.some((one) => one.showIf)) return item;
  const options = item.options.filter((one) => holds(one.showIf, answers));
  return { ...item, options } as AskedItem;
}

/**
 * The answers so far, with the first option standing in for required choices not made yet: the usual way through,
 * for telling how long the survey is before the screening question has been answered.
 */
export function usualAnswers(instrument: Routed, answers: Answers): Answers {
  const usual = { ...answers };
  for (const item of itemsOf(instrument)) {
    if (item.kind === "single" && item.required) usual[item.code] ??= item.options[0]?.code ?? null;
  }
  return usual;
}

/** Where the respondent is: this page, its neighbours, and how many there will be on the usual way. */
export function placeOf(instrument: Routed, answers: Answers, pageCode: string) {
  const usual = pagesFor(instrument, usualAnswers(instrument, answers));
  const pages = pagesFor(instrument, answers);
  const at = pages.findIndex((page) => page.code === pageCode);
  const shown = usual.findIndex((page) => page.code === pageCode);
  return {
    page: pages[at],
    previous: at > 0 ? pages[at - 1] : undefined,
    next: at >= 0 ? pages[at + 1] : undefined,
    number: (shown < 0 ? at : shown) + 1,
    of: Math.max(usual.length, pages.length),
  };
}

/** The first page that still lacks a required answer, if any. */
export function incompletePage(instrument: Routed, answers: Answers): Page | undefined {
  const counts = counted(instrument, answers);
  return pagesFor(instrument, counts).find((page) =>
    itemsFor(page, counts).some(
      (item) => item.required && isAnswered(item) && (counts[item.code] ?? null) === null,
    ),
  );
}
