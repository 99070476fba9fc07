import type { Draft, Signal } from "./draft.ts";

/** When the server made a page, as the page carries it: milliseconds in base 36. No phone's clock is ever asked. */
export const stampOf = (now: number): string => now.toString(36);

const day = 86_400;

/** How long a page was in front of somebody, and what was odd about how it was sent. */
export interface Sending {
  /** To a tenth; 0 when it is not known. */
  seconds: number;
  signals: Signal[];
}

/**
 * Reads what a page's form says of its own sending. Seconds are the phone's, counted by a clock that nobody can set; where
 * there is no script, those that passed on the server since it made the page.
 * @param onward whether the page was sent on: only then is it odd never to have been shown it, or to have needed no time
 */
export function readSending(form: URLSearchParams, onward: boolean, now: number): Sending {
  const stamp = form.get("at") ?? "";
  const at = /^[0-9a-z]{1,10}$/.test(stamp) ? Number.parseInt(stamp, 36) : Number.NaN;
  // A page from the future, or from another century, was not made by us: it says nothing.
  const passed = (now - at) / 1000;
  const isOurs = passed >= 0 && passed < 60 * day;
  const counted = Number(form.get("seconds"));
  const seconds = counted >= 0.1 && counted <= day ? counted : isOurs && passed <= day ? passed : 0;
  const signals: Signal[] = [];
  if (form.get("website")) signals.push("honeypot");
  if (onward && stamp === "") signals.push("scripted");
  if (onward && isOurs && passed < 1) signals.push("hurried");
  return { seconds: Math.round(seconds * 10) / 10, signals };
}

/** Adds one sending of a page to a draft's paradata: visits of the same page sum up, a signal is noted once. */
export function addSending(
  draft: Pick<Draft, "pageSeconds" | "signals">,
  page: string,
  { seconds, signals }: Sending,
): Pick<Draft, "pageSeconds" | "signals"> {
  const sum = Math.round(((draft.pageSeconds[page] ?? 0) + seconds) * 10) / 10;
  return {
    pageSeconds: seconds > 0 ? { ...draft.pageSeconds, [page]: sum } : draft.pageSeconds,
    signals: [...new Set([...draft.signals, ...signals])],
  };
}
