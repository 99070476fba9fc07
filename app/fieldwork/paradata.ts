import type { Draft, Signal } from "./draft.ts";

/** When the server made a page, as the page carries it: milliseconds in base 36. No phone's clock is ever asked. */
export const stampOf = (now: number): string => now.toString(36);

const day = 86_400;

/** How long a page was in front of somebody, and what was odd about how it was sent. */
export interface Sending {
  /** To a tenth; 0 when it is not known. */
  seconds: number;
  /** Whether these are all seconds spent on the page so far, so that the same sent twice counts once. */
  isTotal: boolean;
  signals: Signal[];
}

/**
 * Reads what a page's form says of its own sending. Seconds are the phone's, counted by a clock that nobody can set;
 * where there is no script, those that passed on the server since it made the page. A phone that was without network
 * sends pages the server never made, with all their seconds at once.
 * @param go the button: only sending on is odd for a page nobody was shown, or that took no time
 */
export function readSending(form: URLSearchParams, go: string | null, now: number): Sending {
  const stamp = form.get("at") ?? "";
  const at = /^[0-9a-z]{1,10}$/.test(stamp) ? Number.parseInt(stamp, 36) : Number.NaN;
  // A page from the future, or from another century, was not made by us: it says nothing.
  const passed = (now - at) / 1000;
  const isOurs = passed >= 0 && passed < 60 * day;
  const counted = Number(form.get("seconds"));
  const isCounted = counted >= 0.1 && counted <= day;
  const isTotal = stamp === "";
  let seconds = isCounted ? counted : isOurs && passed <= day ? passed : 0;
  // Saved in passing: the page is still open, and its seconds come when it is left.
  if (go === "save" && !isTotal) seconds = 0;
  const signals: Signal[] = [];
  if (form.get("website")) signals.push("honeypot");
  if (go === "next" && isTotal && !isCounted) signals.push("scripted");
  if (go === "next" && isOurs && passed < 1) signals.push("hurried");
  return { seconds: tenth(seconds), isTotal, signals };
}

const tenth = (seconds: number) => Math.round(seconds * 10) / 10;

/** Adds one sending of a page to a draft's paradata: visits of the same page sum up, a signal is noted once. */
export function addSending(
  draft: Pick<Draft, "pageSeconds" | "signals">,
  page: string,
  { seconds, isTotal, signals }: Sending,
): Pick<Draft, "pageSeconds" | "signals"> {
  const before = draft.pageSeconds[page] ?? 0;
  const after = isTotal ? Math.max(before, seconds) : tenth(before + seconds);
  return {
    pageSeconds: after > 0 ? { ...draft.pageSeconds, [page]: after } : draft.pageSeconds,
    signals: [...new Set([...draft.signals, ...signals])],
  };
}
