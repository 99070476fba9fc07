/** What is known of a list of invited people and of the answers that came through it; nothing joins the two. */
export interface ListCounts {
  invited: number;
  /** Answers that are there, excluded ones among them. */
  received: number;
  withdrawn: number;
  /** Begun and not sent. */
  partial: number;
  /** What mail knows of them, whether or not they answered. */
  mail: ListMail;
}

/** Everybody on a list is in at most one of these. Nothing here moves when somebody answers. */
export interface ListMail {
  /** Asked not to be written to again. */
  optedOut: number;
  /** No mail reaches the address. */
  undeliverable: number;
  /** Neither of these, and no letter has been sent yet. */
  unwritten: number;
}

/** Final dispositions; every invited person is in exactly one. Letters as AAPOR writes them. */
export interface Dispositions {
  /** I: complete. Excluded answers were given all the same. */
  complete: number;
  /** P: begun and not sent. */
  partial: number;
  /** R: took the answers back. */
  refusal: number;
  /**
   * R, NC, UH, UO: nothing came back. Never told apart: whose mail is refused and who answered would meet in the
   * difference, and marking one address by hand would tell whether its owner had answered.
   */
  unanswered: number;
}

export interface ResponseRates {
  dispositions: Dispositions;
  invited: number;
  mail: ListMail;
  rr1: number;
  rr2: number;
}

/**
 * Response rates 1 and 2 for a survey of specifically named persons: RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)),
 * RR2 counts partials among the answers. Nobody on a list is assumed to be ineligible, so the denominator is the list,
 * and how those without an answer divide into R, NC, UH and UO changes neither rate.
 *
 * Drafts know no invitation: who began on two phones is there twice, and takes the place of somebody without an answer
 * at most as often as there are some.
 *
 * @returns undefined when nobody is invited, or more is known to have happened than people are on the list
 * Source: AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys (10th ed., 2023),
 * "Internet surveys of specifically named persons".
 */
export function responseRates(list: ListCounts): ResponseRates | undefined {
  const { invited, received, withdrawn, mail } = list;
  const open = invited - received - withdrawn;
  if (invited === 0 || open < 0) return undefined;
  const partial = Math.min(list.partial, open);
  const dispositions = { complete: received, partial, refusal: withdrawn, unanswered: open - partial };
  return { dispositions, invited, mail, rr1: received / invited, rr2: (received + partial) / invited };
}
