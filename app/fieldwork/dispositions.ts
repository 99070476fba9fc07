/** What is known of a list of invited people and of the answers that came through it; nothing joins the two. */
export interface ListCounts {
  invited: number;
  /** Answers that are there, excluded ones among them. */
  received: number;
  withdrawn: number;
  /** Begun and not sent. */
  partial: number;
  /** Asked not to be written to again, and whose link was not used. */
  optedOut: number;
  /** No mail reaches the address, and the link was not used. */
  undeliverable: number;
  /** Neither of these, link not used, and no letter has been sent yet. */
  unwritten: number;
}

/** Final dispositions; every invited person is in exactly one. Letters as AAPOR writes them. */
export interface Dispositions {
  /** I: complete. Excluded answers were given all the same. */
  complete: number;
  /** P: begun and not sent. */
  partial: number;
  /** R: opted out, or took the answers back. */
  refusal: number;
  /** NC: the invitation could not be delivered. */
  nonContact: number;
  /** UH, UO: written to, nothing ever came back. */
  silent: number;
  /** UO: not written to (yet). */
  unwritten: number;
}

export interface ResponseRates {
  dispositions: Dispositions;
  invited: number;
  rr1: number;
  rr2: number;
}

/**
 * Response rates 1 and 2 for a survey of specifically named persons: RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)),
 * RR2 counts partials among the answers. Nobody on a list is assumed to be ineligible, so the denominator is the list.
 *
 * Drafts know no invitation: who began on two phones is there twice, and takes the place of a silent person at most as
 * often as there are some.
 *
 * @returns undefined when nobody is invited, or more is known to have happened than people are on the list
 * Source: AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys (10th ed., 2023),
 * "Internet surveys of specifically named persons".
 */
export function responseRates(list: ListCounts): ResponseRates | undefined {
  const { invited, received, withdrawn, optedOut, undeliverable, unwritten } = list;
  const open = invited - received - withdrawn - optedOut - undeliverable;
  if (invited === 0 || open < 0) return undefined;
  const notWritten = Math.min(unwritten, open);
  const partial = Math.min(list.partial, open);
  // Who began may have been given the link by hand: those nobody wrote to are fewer then.
  const left = open - partial;
  const silent = Math.max(0, left - notWritten);
  const dispositions = {
    complete: received,
    partial,
    refusal: optedOut + withdrawn,
    nonContact: undeliverable,
    silent,
    unwritten: left - silent,
  };
  return { dispositions, invited, rr1: received / invited, rr2: (received + partial) / invited };
}
