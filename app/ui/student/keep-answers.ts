import { answerHere } from "./answer-here.ts";
import { beginHere } from "./begin-here.ts";
import { forgetFinished, takeLeaving } from "./leaving.ts";
import { homeHere, phoneStore } from "./phone-store.ts";

const $ = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);

/** Keeps what is answered on this phone, and readies the phone to go on without network (docs/decisions/phone-offline.md). */
export async function keepAnswers(): Promise<void> {
  const home = homeHere();
  if (!home) return;
  const store = phoneStore(home);
  const start = $<HTMLFormElement>("#start");
  const unfinished = $<HTMLFormElement>("form.unfinished");
  const page = $<HTMLFormElement>("#page");

  if (start) beginHere(start, store);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[method]")) forgetBefore(form);
  // The offline document has a script of its own for the rest.
  if ($("#survey")) return;
  const left = takeLeaving();
  // The receipt: this phone is free for the next student.
  if ($("p#code")) return void (await Promise.all([store.wipe(), globalThis.caches?.delete(home)]));

  const toOffline = (code = "") => location.replace(`${home}/offline${code && `#${code}`}`);
  // Before anything that may take its time: the first tap counts.
  if (page) answerHere(page, store, left, hasOffline, toOffline);
  const held = await store.read();
  if (held?.fresh) {
    // Started afresh while there was no network: now the server forgets the last student as well.
    const isRemembered = unfinished || page;
    if (isRemembered) await fetch(home, { method: "POST", body: new URLSearchParams({ go: "fresh" }) });
    await store.wipe();
    if (isRemembered) return location.replace(home);
  }
  // Begun without network, or not all sent: the phone knows more than this page.
  const isBegun = held?.begun || held?.page || left?.go === "start";
  if (held && ((start && isBegun && !held.fresh) || (unfinished && held.unsent.length > 0)))
    return toOffline();
  // A closed or busy door: what was finished here without network is sent, or said to be refused, all the same.
  const isWaiting = held && !held.fresh && (held.submitted || (held.page && !held.begun));
  const isDoor = !page && !$(".earlier") && location.pathname !== `${home}/offline`;
  if (isWaiting && isDoor && (await hasOffline())) return toOffline();
  if (held && start && !start.querySelector(":checked")) await store.wipe();
  if (start || unfinished || page) await prepare();

  async function hasOffline(): Promise<boolean> {
    return !!(await globalThis.caches?.match(`${home}/offline`, {
      cacheName: home as string,
      ignoreSearch: true,
    }));
  }

  /** “Start fresh” wipes the phone before anything else, and leaves a note for a server that cannot be reached. */
  function forgetBefore(form: HTMLFormElement): void {
    form.addEventListener("submit", async (event) => {
      const button = event.submitter as HTMLButtonElement | null;
      if (button?.value !== "fresh" || event.defaultPrevented) return;
      event.preventDefault();
      forgetFinished();
      const never = new Promise((resolve) => setTimeout(resolve, 1500));
      await Promise.race([store.forget(), never]);
      form.append(
        Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: "fresh" }),
      );
      form.submit();
    });
  }

  // With nothing else to do, and only where answers can be kept: a worker, and what it needs to go on without network.
  async function prepare(): Promise<void> {
    if (!navigator.serviceWorker || !(await store.works())) return;
    if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded));
    await navigator.serviceWorker.register("/sw.js", { scope: "/s/" });
    const { active } = await navigator.serviceWorker.ready;
    const version = (start ?? unfinished ?? page)?.dataset.version;
    active?.postMessage({ home, mark: `${version} ${document.documentElement.lang}`, renew: !page });
  }
}
