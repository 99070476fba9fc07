import type { Instrument } from "#app/instrument/definition.ts";
import { presentedItems } from "#app/instrument/order.ts";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
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
 * null for skipped. Answers to questions that routing hides in the end are dropped. Words are kept apart from numbers.
 */
export function closeDraft(
  instrument: Instrument,
  draft: Pick<Draft, "answers" | "seed" | "pageSeconds"> & { signals?: Draft["signals"] },
): Closed {
  const asked = [
    ...instrument.consent.ticks,
    ...pagesFor(instrument, draft.answers).flatMap((page) =>
      presentedItems(page, itemsFor(page, draft.answers), draft.seed),
    ),
  ];
  const closed: Omit<Closed, "quality"> = { answers: {}, words: {}, presented: [], pageSeconds: {} };
  for (const item of asked) {
    const answer: Answers[string] = draft.answers[item.code] ?? null;
    closed.presented.push(item.code);
    if (item.kind === "text") {
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
