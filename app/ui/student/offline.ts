// The whole survey without network: the phone asks by the server's own rules, keeps, and sends when it can.
import { pagesFor, placeOf } from "#app/instrument/routing.ts";
import {
  $,
  face,
  fill,
  problemsOn,
  showDocument,
  showItems,
  showPage,
  showRefusal,
  tellProblems,
} from "./offline-page.ts";
import type { OfflineSurvey } from "./offline-survey.ts";
import {
  forgetFinished,
  isFinishedHere,
  noteFinished,
  phoneStore,
  showValues,
  takeLeaving,
  valuesIn,
  visibleSeconds,
} from "./phone-parts-here.ts";
import type { Held } from "./phone-store.ts";
import { answersOf, type Outcome, send } from "./send.ts";

const survey: OfflineSurvey = JSON.parse($("#survey").textContent ?? "");
const { home, texts } = survey;
const store = phoneStore(home);
const form = $<HTMLFormElement>("#offline");
let held: Held;
let page = survey.pages[0] as OfflineSurvey["pages"][number];
let watch = visibleSeconds();
let [isOver, isSending, tries] = [false, false, 0];
let timer: ReturnType<typeof setTimeout>;

const say = (what: "kept" | "sending" | "sent" | "waiting") => {
  for (const status of document.querySelectorAll("[role=status]")) status.textContent = texts[what];
};
const isPage = (code: string) => survey.pages.some((one) => one.code === code);
const answers = () => answersOf(survey, held.values);
const sectionOf = (code: string) => $(`[data-page=${code}]`);

/** Changes what is kept; what another tab has sent or deleted is not brought back. */
async function change(alter: (now: Held) => void): Promise<void> {
  const now = await store.change(alter);
  if (now) held = now;
  else if (!isOver) location.replace(home);
}

function show(code: string, address: "push" | "replace" | "keep" = "push"): void {
  const pages = pagesFor(survey, answers());
  page = (pages.find((one) => one.code === code) ?? pages[0]) as typeof page;
  face("page");
  tellProblems(survey, sectionOf(page.code), []);
  showPage(survey, answers(), page, held.seed);
  watch = visibleSeconds();
  if (address === "push") history.pushState(null, "", `${home}/${page.code}`);
  if (address === "replace") history.replaceState(null, "", `${home}/${page.code}`);
}

/** Leaves a page as its button says. @returns whether it was left: going on insists on what is required */
async function leave(from: typeof page, go: string, seconds: number): Promise<boolean> {
  const section = sectionOf(from.code);
  const required = from.items.filter((item) => item.required).map((item) => item.code);
  const wrong = go === "next" ? problemsOn(survey, section, required) : [];
  const { next, previous } = placeOf(survey, answers(), from.code);
  const to = wrong.length > 0 ? from : go === "next" ? next : go === "back" ? previous : from;
  await change((now) => {
    // An option that is offered no more may have been taken back.
    Object.assign(now.values, valuesIn(section));
    now.unsent = [...new Set([...now.unsent, from.code])];
    now.seconds[from.code] = Math.round(((now.seconds[from.code] ?? 0) + seconds) * 10) / 10;
    now.page = to?.code ?? from.code;
    now.submitted = go === "next" && !to;
  });
  if (wrong.length > 0) tellProblems(survey, section, wrong);
  return wrong.length === 0;
}

function goOn(address: "push" | "replace"): void {
  if (held.submitted) {
    noteFinished(home);
    face("done");
  } else show(held.page, address);
  say(navigator.onLine === false ? "waiting" : "kept");
}

form.addEventListener("input", async () => {
  const values = valuesIn(sectionOf(page.code));
  await change((now) => {
    Object.assign(now.values, values);
    now.unsent = [...new Set([...now.unsent, page.code])];
  });
  showItems(answers(), page, held.seed);
  say(navigator.onLine === false ? "waiting" : "kept");
  soon(1500);
});
let isLeaving = false;
async function press(go: "next" | "back"): Promise<void> {
  // A second tap on the way finds the next page's button under the finger.
  if (isLeaving) return;
  isLeaving = true;
  if (await leave(page, go, watch())) goOn("push");
  isLeaving = false;
  soon(300);
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void press("next");
});
$("#back").addEventListener("click", () => void press("back"));
$("#resume").addEventListener("click", () => goOn("push"));
$("#try").addEventListener("click", () => void sync(true));
$("[value=mine]").addEventListener("click", (event) => {
  event.preventDefault();
  void showReceipt(held.receipt ?? "");
});
// The letter is an ordinary form; without network nobody but this page checks its ticks.
$("#start").addEventListener(
  "submit",
  (event) => {
    const required = survey.consent.ticks.filter((tick) => tick.required).map((tick) => tick.code);
    const wrong = problemsOn(survey, $("#start"), required);
    if (wrong.length > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    tellProblems(survey, $("#start"), wrong);
  },
  true,
);
addEventListener("popstate", () => {
  // Back from the receipt leads to the survey's door, to nobody's answers.
  if (isOver) return location.replace(home);
  const code = location.pathname.split("/")[3];
  if (!held || held.submitted) return;
  if (code) show(code, "keep");
  else location.reload();
});

function soon(ms = Math.random() * 3000): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sync(), ms);
}
for (const sign of ["online", "focus"]) addEventListener(sign, () => soon());
document.addEventListener("visibilitychange", () => document.hidden || soon());

async function sync(asked = false): Promise<void> {
  if (held?.receipt && isFinishedHere(home)) return showReceipt(held.receipt);
  if (!held || held.receipt || isOver || isSending || (navigator.onLine === false && !asked)) return;
  if (!held.submitted && held.begun && held.unsent.length === 0) return;
  isSending = true;
  say("sending");
  const sendNow = () => send(survey, store);
  const outcome = await (navigator.locks?.request(`send ${home}`, { ifAvailable: true }, async (free) =>
    free ? sendNow() : ({ is: "later" } as Outcome),
  ) ?? sendNow());
  isSending = false;
  held = (await store.read()) ?? held;
  await settle(outcome);
}

async function settle(outcome: Outcome): Promise<void> {
  switch (outcome.is) {
    case "later":
      say("waiting");
      return soon(Math.random() * 1000 + Math.min(60_000, 1000 * 2 ** tries++));
    case "more":
      say("kept");
      return soon(1000);
    case "sent":
      tries = 0;
      return say("sent");
    case "gone":
      return location.replace(home);
    case "page":
      return location.replace(outcome.url);
    case "received":
      if (isFinishedHere(home)) return showReceipt(outcome.html);
      // Opened again by we do not know whom: the answers are wiped, the code waits to be asked for.
      await change((now) => {
        Object.assign(now, { receipt: outcome.html, values: {}, seconds: {}, unsent: [], submitted: true });
      });
      form.reset();
      return face("earlier");
    case "refused": {
      isOver = true;
      if (outcome.never) await store.wipe();
      showRefusal(outcome.html, outcome.never ? texts.notTakenGone : texts.notTaken, !outcome.never);
    }
  }
}

/** The receipt: this phone is free for the next student. */
async function showReceipt(html: string): Promise<void> {
  isOver = true;
  forgetFinished();
  await Promise.all([store.wipe(), globalThis.caches?.delete(home)]);
  showDocument(html);
}

async function start(): Promise<void> {
  const path = location.pathname;
  const found = await store.read();
  // Ticked, but the button was never pressed: nothing has begun.
  const leaving = takeLeaving();
  const isBegun = found?.begun || found?.page || leaving?.go === "start";
  if (!found || found.fresh || !isBegun) {
    if (path === home) {
      face("letter");
      // Back online before anything was ticked: the server's own letter is never older than this one.
      addEventListener("online", () => document.querySelector("#start :checked") || location.replace(home));
      return;
    }
    if (found?.fresh || path === `${home}/offline`) return location.replace(home);
    face("empty");
    return addEventListener("online", () => location.reload());
  }
  held = found;
  if (held.receipt) return isFinishedHere(home) ? showReceipt(held.receipt) : face("earlier");
  if (held.version !== survey.version) {
    // Another version's questions are never shown for these answers: the server gives the right ones.
    face("empty");
    const outcome = await send(survey, store);
    if (outcome.is === "received" || outcome.is === "refused") return settle(outcome);
    if (!(await store.read())?.begun) return addEventListener("online", () => location.reload());
    await caches?.delete(home);
    return location.reload();
  }
  showValues(form, held.values);
  const from = survey.pages.find((one) => one.code === leaving?.page);
  const wanted = location.hash.slice(1) || path.slice(home.length + 1);
  if (from && leaving) {
    page = from;
    // A form that failed on its way is an entry of its own already; a page that did not even try is left behind now.
    const address = location.hash ? "push" : "replace";
    show(from.code, "replace");
    if (await leave(from, leaving.go, leaving.seconds)) goOn(address);
  } else if (held.submitted) {
    face("done");
  } else if (leaving?.go === "start" || leaving?.go === "resume" || isPage(wanted)) {
    show(isPage(wanted) ? wanted : held.page, "replace");
    await change((now) => {
      now.page = page.code;
    });
  } else {
    const title = $(
      "h1",
      sectionOf(placeOf(survey, answers(), held.page).page?.code ?? page.code),
    ).textContent;
    $("#stopped").textContent = fill(texts.resumeBody, { page: title?.trim() });
    face("unfinished");
  }
  say(navigator.onLine === false ? "waiting" : "kept");
  soon();
}
void start();
