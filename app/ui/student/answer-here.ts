import { showValues, valuesIn } from "./form-values.ts";
import { type Leaving, noteLeaving } from "./leaving.ts";
import type { Held, PhoneStore } from "./phone-store.ts";
import { visibleSeconds } from "./visible-seconds.ts";

type Status = "kept" | "saved" | "saving" | "failed" | "offline" | "waiting";

/**
 * One of the server's own pages: every tap is kept on the phone and sent quietly; the line on top says which of the two
 * has happened.
 * @param left the form this page is the answer to, if it is one
 * @param canGoOn whether leaving without network leads on, not to the browser's error page
 * @param toOffline goes on where pages are sent that the server lacks
 */
export function answerHere(
  page: HTMLFormElement,
  store: PhoneStore,
  left: Leaving | undefined,
  canGoOn: () => Promise<boolean>,
  toOffline: (page: string) => void,
): void {
  const code = new URL(page.action).pathname.split("/")[3] ?? "";
  const status = document.querySelector("#status") as HTMLElement;
  const seconds = page.querySelector("[name=seconds]") as HTMLInputElement;
  const watch = visibleSeconds();
  let [isKept, isReady, unsaved, tries] = [false, false, 0, 0];
  let timer: ReturnType<typeof setTimeout>;

  const say = (what: Status) => {
    status.textContent = status.dataset[what] ?? "";
  };
  const body = () => {
    const fields = new URLSearchParams(new FormData(page) as unknown as Record<string, string>);
    fields.set("go", "save");
    return fields;
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  async function save(): Promise<void> {
    const sending = unsaved;
    if (!sending) return;
    say("saving");
    try {
      const answer = await fetch(page.action, { method: "POST", body: body(), keepalive: true });
      // A Wi-Fi login page answers 200: only our own 204 means saved.
      if (answer.status !== 204) throw answer.status;
      if (sending !== unsaved) return later(700);
      [unsaved, tries] = [0, 0];
      say("saved");
      void store.change((held) => {
        held.unsent = held.unsent.filter((one) => one !== code);
      });
    } catch {
      say(isKept ? "waiting" : "failed");
      later(Math.random() * 3000 + Math.min(60_000, 2000 * 2 ** tries++));
    }
  }

  page.addEventListener("input", async () => {
    unsaved++;
    later(700);
    const held = await store.change((now) => {
      Object.assign(now.values, valuesIn(page));
      now.unsent = [...new Set([...now.unsent, code])];
    });
    isKept = !!held;
    if (isKept && unsaved) say("kept");
    isReady = isKept && (await canGoOn());
  });
  const soon = () => {
    if (unsaved) later(Math.random() * 3000);
  };
  for (const sign of ["online", "focus"]) addEventListener(sign, soon);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && unsaved) navigator.sendBeacon(page.action, body());
    else soon();
  });
  page.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    // Leaving now would only lead to the browser's error page; here everything is still on the screen.
    if (navigator.onLine === false && !isReady) {
      event.preventDefault();
      delete page.dataset.sent;
      unsaved++;
      return say("offline");
    }
    clearTimeout(timer);
    // Still here after this: something on the way has swallowed the form.
    timer = setTimeout(() => {
      unsaved++;
      void save();
    }, 8000);
    unsaved = 0;
    seconds.value = String(watch());
    const { value = "" } = (event.submitter ?? {}) as HTMLButtonElement;
    noteLeaving({ page: code, go: value, seconds: watch() });
    // What could not be sent a moment ago need not be waited for again.
    if (tries > 0 && isReady) {
      event.preventDefault();
      toOffline(code);
    }
  });

  void arrive();
  // The server shows a page: it has begun this survey, and has read the form that led here.
  async function arrive(): Promise<void> {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const held = await store.change((now: Held) => {
      if (left) {
        now.seconds[left.page] = (now.seconds[left.page] ?? 0) + left.seconds;
        // Led here by our own answer to that form; a Wi-Fi’s sign-in page leads back without having passed it on.
        if (navigation?.redirectCount) now.unsent = now.unsent.filter((one) => one !== left.page);
      }
      now.submitted = false;
      now.begun = true;
      now.version = page.dataset.version ?? "";
      now.language = document.documentElement.lang;
      now.page = code;
    });
    isKept = !!held;
    isReady = isKept && (await canGoOn());
    if (!held || held.unsent.length === 0) return;
    if (held.unsent.some((one) => one !== code)) return toOffline(code);
    showValues(page, held.values);
    unsaved++;
    later(0);
  }
}
