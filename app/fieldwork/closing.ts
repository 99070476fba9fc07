import type { AskedItem, Instrument } from "#app/instrument/definition.ts";
import { isAnswered } from "#app/instrument/items.ts";
import { presentedItems } from "#app/instrument/order.ts";
import { counted, itemsFor, pagesFor } from "#app/instrument/routing.ts";
import type { Answer, Answers } from "#app/questions/kind.ts";
import type { Draft } from "./draft.ts";
import { type QualityIndices, qualityIndices } from "./quality.ts";

/** What is kept of a finished survey. */
export interface Closed {
  answers: Record<string, Exclude<Answer, { pending: string }> | null>;
  words: Record<string, string>;
  presented: string[];
  pageSeconds: Record<string, number>;
  /** How it was answered, computed once, here. */
  quality: QualityIndices;
}

/** Stands in the closed answers for a certificate the catalogue does not know; its name is among the words. */
export const pendingCertificate = "~";

/**
 * Turns a draft into what is stored: every item that was asked, in the order it was presented, with its answer or
 * null for skipped. Answers to questions that routing hides in the end are dropped, and so is what was chosen of options
 * that it hides. Headings and pictures are no items to store, and words beside an option were asked of those who chose it.
 * Words are kept apart from numbers.
 * @param known what else routing knew; nothing of it is stored
 */
export function closeDraft(
  instrument: Instrument,
  draft: Pick<Draft, "answers" | "seed" | "pageSeconds"> & { signals?: Draft["signals"] },
  known: Answers = {},
): Closed {
  const counts = counted(instrument, { ...draft.answers, ...known });
  const shown = [
    ...instrument.consent.ticks,
    ...pagesFor(instrument, counts).flatMap((page) =>
      presentedItems(page, itemsFor(page, counts), draft.seed),
    ),
  ].filter(isAnswered);
  const answers = new Map(shown.map((item) => [item.code, offered(item, counts[item.code] ?? null)]));
  const asked = shown.filter(({ otherOf }) => !otherOf || chose(answers.get(otherOf.item), otherOf.option));
  const closed: Omit<Closed, "quality"> = { answers: {}, words: {}, presented: [], pageSeconds: {} };
  for (const item of asked) {
    const answer = answers.get(item.code) ?? null;
    closed.presented.push(item.code);
    if (item.kind === "text" || item.kind === "short") {
      if (typeof answer === "string") closed.words[item.code] = answer;
    } else if (answer !== null && typeof answer === "object" && "pending" in answer) {
      closed.answers[item.code] = pendingCertificate;
      closed.words[item.code] = answer.pending;
    } else {
      closed.answers[item.code] = answer;
    }
  }
  const pages = new Set(instrument.pages.map((page) => page.code));
  for (const [page, seconds] of Object.entries(draft.pageSeconds)) {
    if (pages.has(page)) closed.pageSeconds[page] = seconds;
  }
  return { ...closed, quality: qualityIndices(instrument, closed, draft.signals) };
}

const chose = (answer: Answers[string] | undefined, option: string) =>
  answer === option || (Array.isArray(answer) && answer.includes(option));

/** What of an answer was given to options that are still offered: they may have been hidden since. */
function offered(item: AskedItem, answer: Answers[string]): Answers[string] {
  if (answer === null || !("options" in item)) return answer;
  const codes = new Set(item.options.map((one) => one.code));
  if (typeof answer === "string") return codes.has(answer) ? answer : null;
  if (Array.isArray(answer)) {
    const kept = answer.filter((code) => codes.has(code));
    return kept.length > 0 ? kept : null;
  }
  if (typeof answer === "object" && "amounts" in answer) {
    const all = Object.entries(answer.amounts);
    const kept = all.filter(([code]) => codes.has(code));
    // What was given to an option that is gone is missing from the others: they no longer make the whole.
    return all.some(([code, amount]) => amount > 0 && !codes.has(code))
      ? null
      : { amounts: Object.fromEntries(kept) };
  }
  return answer;
}
