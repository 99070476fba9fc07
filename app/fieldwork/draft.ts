import type { AskedItem, Instrument, Page } from "#app/instrument/definition.ts";
import { isAnswered } from "#app/instrument/items.ts";
import { pagesFor } from "#app/instrument/routing.ts";
import { readItem } from "#app/questions/index.ts";
import type { Answers, Problem, Surroundings } from "#app/questions/kind.ts";
import { givenIn } from "./given.ts";

export { incompletePage, placeOf } from "#app/instrument/routing.ts";

/** Answers on their way: what the phone has told us so far. */
export interface Draft {
  /** The instrument's language it is answered in (BCP 47). */
  language: string;
  /** Decides the presented order for this respondent. */
  seed: number;
  answers: Answers;
  /** Code of the page to continue on. */
  page: string;
  pageSeconds: Record<string, number>;
  /** What was odd about how pages were sent; never a reason to refuse them. */
  signals: Signal[];
}

/**
 * honeypot: a field nobody can see was filled in · hurried: a page was sent on under a second after it was made ·
 * scripted: sent on without ever having been shown, and without a word on how long it took
 */
export type Signal = "honeypot" | "hurried" | "scripted";

export interface Reading {
  answers: Answers;
  problems: Record<string, Problem>;
}

/**
 * What of a page's questions its form showed. The answers kept in between may bring up another while the page is open: that
 * one was not shown, so it is neither read nor taken for passed over. A form that does not say showed them all.
 */
export function shownIn(items: AskedItem[], form: URLSearchParams): AskedItem[] {
  const shown = form.get("shown")?.split(" ");
  return shown ? items.filter((item) => !item.showIf || shown.includes(item.code)) : items;
}

/**
 * Reads one page's form into the answers so far. Only items asked on this page are looked at: anything else in the
 * form is ignored. An answer that cannot be kept stays out and is named in `problems`; but for words beside an option that
 * is not chosen, which most phones do not even show.
 * @param insist whether required items must be answered now (only when moving on)
 */
export function readPage(
  items: AskedItem[],
  form: URLSearchParams,
  before: Answers,
  around: Surroundings,
  insist: boolean,
): Reading {
  const answers = { ...before };
  const problems: Record<string, Problem> = {};
  const given = givenIn(form);
  for (const item of items.filter(isAnswered)) {
    const reading = readItem(item, given(item.code), around, insist && item.required);
    if ("answer" in reading) answers[item.code] = reading.answer;
    else if (!item.otherOf || isChosen(item.otherOf, answers)) problems[item.code] = reading.problem;
  }
  return { answers, problems };
}

function isChosen({ item, option }: NonNullable<AskedItem["otherOf"]>, answers: Answers): boolean {
  const answer = answers[item];
  return answer === option || (Array.isArray(answer) && answer.includes(option));
}

/**
 * The first page, or the page left last if routing still leads there.
 * @param known what else routing knows
 */
export function pageToContinue(
  instrument: Instrument,
  draft: Pick<Draft, "answers" | "page">,
  known: Answers = {},
): Page {
  const pages = pagesFor(instrument, { ...draft.answers, ...known });
  const page = pages.find((one) => one.code === draft.page) ?? pages[0];
  if (!page) throw new Error(`${instrument.code} has no page to show`);
  return page;
}
