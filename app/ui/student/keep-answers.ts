import { showValues, valuesIn } from "./form-values.ts";
import { type Held, homeHere, phoneStore } from "./phone-store.ts";
import { visibleSeconds } from "./visible-seconds.ts";

const $ = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const random = (bytes: number) => hex(crypto.getRandomValues(new Uint8Array(bytes)));

/** On the server's own pages: keeps what is tapped on this phone, sends it quietly, and readies the phone for no network. */
export function keepAnswers(): void {
  const home = homeHere();
  if (!home) return;
  const store = phoneStore(home);
  const wipe = () => Promise.all([store.wipe(), globalThis.caches?.delete(home)]);
  const toOffline = (page = "") => location.replace(`${home}/offline${page && `#${page}`}`);
  const hasOffline = async () =>
    !!(await globalThis.caches?.match(`${home}/offline`, { cacheName: home, ignoreSearch: true }));
  const [start, unfinished, page] = [
    $<HTMLFormElement>("#start"),
    $(".unfinished"),
    $<HTMLFormElement>("#page"),
  ];
  const onServer = !$("#survey");

  // The receipt: this phone is free for the next student.
  if ($("p#code")) return void wipe();

  // The browser may drop what is being written when it leaves the page: let it finish first, but never wait long.
  function holdUntil(form: HTMLFormElement, work: (go: string) => Promise<unknown>) {
    form.addEventListener("submit", async (event) => {
      const button = event.submitter as HTMLButtonElement | null;
      if (!button || event.defaultPrevented) return;
      event.preventDefault();
      const stay = await Promise.race([work(button.value).catch(() => false), pause(1500)]);
      if (stay === "stay") return void delete form.dataset.sent;
      const go = Object.assign(document.createElement("input"), { type: "hidden", name: "go" });
      go.value = button.value;
      form.append(go);
      form.submit();
    });
  }

  const held = store.read();

  // “Start fresh” reaches the server at the latest when there is a network again.
  const forgetMe = () =>
    store.begin({ ...nothing, made: Date.now(), fresh: true }).then(() => globalThis.caches?.delete(home));
  for (const form of document.querySelectorAll<HTMLFormElement>("form[method]")) {
    if (form !== start && form !== page)
      holdUntil(form, async (go) => go === "fresh" && (onServer || (await held)) && forgetMe());
  }
  if (onServer) void held.then(comeBack);

  async function comeBack(kept: Held | undefined) {
    if (kept?.fresh) {
      if (!start) {
        await fetch(home as string, { method: "POST", body: new URLSearchParams({ go: "fresh" }) });
        await store.wipe();
        return location.replace(home as string);
      }
      await store.wipe();
    } else if (kept && (start || (unfinished && kept.unsent.length > 0))) {
      // Begun without network, or not all sent: the phone knows more than this page.
      return toOffline();
    }
    const { responseStatus = 0 } = performance.getEntriesByType(
      "navigation",
    )[0] as PerformanceNavigationTiming;
    // Closed or full: what was not taken is not kept either.
    if (!start && !unfinished && !page && [403, 410].includes(responseStatus)) await wipe();
  }

  if (start) {
    const secret = $<HTMLInputElement>("#start [name=secret]");
    if (!secret || !globalThis.crypto) return;
    secret.value = random(16);
    holdUntil(start, async () => {
      const agreed = [...start.querySelectorAll(".must")].every(
        (must) => must.closest("label")?.querySelector("input")?.checked,
      );
      const { version = "" } = start.dataset;
      if (!agreed || !version) return;
      const seed = Number.parseInt(random(4), 16) >>> 1;
      const begun = await store.begin({
        ...nothing,
        made: Date.now(),
        secret: secret.value,
        seed,
        version,
        language: document.documentElement.lang,
        query: location.search,
        values: valuesIn(start),
        leaving: { page: "", go: "start" },
      });
      if (!begun) return;
      for (const [name, value] of Object.entries({ seed, version })) {
        const field = Object.assign(document.createElement("input"), { type: "hidden", name });
        start.append(Object.assign(field, { value: String(value) }));
      }
    });
  }
  if (onServer && (start || unfinished || page)) void prepare();

  // With nothing else to do, and only where answers can be kept: what is needed to go on without network.
  async function prepare() {
    if (!navigator.serviceWorker || !(await store.works())) return;
    if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded));
    await pause(200);
    await navigator.serviceWorker.register("/sw.js", { scope: "/s/" }).catch(() => undefined);
    const { active } = await navigator.serviceWorker.ready;
    const version = (start ?? unfinished ?? page)?.dataset.version;
    active?.postMessage({ home, mark: `${version} ${document.documentElement.lang}`, renew: !page });
  }

  if (!page) return;
  const code = new URL(page.action).pathname.split("/")[3] ?? "";
  const status = $("#status") as HTMLElement;
  const say = (what: "kept" | "saved" | "saving" | "failed" | "offline" | "waiting") => {
    status.textContent = status.dataset[what] ?? "";
  };
  const watch = visibleSeconds();
  const seconds = page.querySelector<HTMLInputElement>("[name=seconds]") as HTMLInputElement;
  let isKept = false;
  let unsaved = 0;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout>;

  const keep = async (more: (held: Held) => void = () => {}) => {
    const kept = await store.change((now) => {
      Object.assign(now.values, valuesIn(page));
      now.unsent = [...new Set([...now.unsent, code])];
      more(now);
    });
    isKept = !!kept;
    return kept;
  };
  const body = () => {
    seconds.value = String(watch());
    const fields = new URLSearchParams(new FormData(page) as unknown as Record<string, string>);
    fields.set("go", "save");
    return fields;
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  async function save() {
    if (!unsaved) return;
    const sending = unsaved;
    say("saving");
    try {
      const answer = await fetch(page?.action ?? "", { method: "POST", body: body(), keepalive: true });
      // A Wi-Fi login page answers 200: only our own 204 means saved.
      if (answer.status !== 204) throw answer.status;
      if (sending !== unsaved) return later(700);
      [unsaved, tries] = [0, 0];
      await store.change((now) => {
        now.unsent = now.unsent.filter((one) => one !== code);
      });
      say("saved");
    } catch {
      say(isKept ? "waiting" : "failed");
      later(Math.random() * 3000 + Math.min(60_000, 2000 * 2 ** tries++));
    }
  }
  page.addEventListener("input", async () => {
    unsaved++;
    later(700);
    if ((await keep()) && unsaved) say("kept");
  });
  const soon = () => unsaved && later(Math.random() * 3000);
  addEventListener("online", soon);
  addEventListener("focus", soon);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && unsaved) navigator.sendBeacon(page.action, body());
    else soon();
  });
  holdUntil(page, async (go) => {
    clearTimeout(timer);
    seconds.value = String(watch());
    const kept = await keep((now) => {
      now.leaving = { page: code, go };
      now.seconds[code] = (now.seconds[code] ?? 0) + watch();
      now.submitted = go === "next" && page.dataset.last !== undefined;
    });
    // Leaving now would only lead to the browser's error page; here everything is still on the screen.
    if (navigator.onLine === false && !(kept && (await hasOffline()))) {
      unsaved++;
      say("offline");
      return "stay";
    }
  });

  // The server shows a page: it has begun this survey, and has read the form this phone came with.
  void held.then(async (before) => {
    if (!before) return;
    if (before.fresh) return;
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const now = await store.change((kept) => {
      const { leaving } = kept;
      if (leaving && navigation?.type === "navigate") {
        kept.unsent = kept.unsent.filter((one) => one !== leaving.page);
        delete kept.seconds[leaving.page];
      }
      kept.leaving = undefined;
      kept.submitted = false;
      kept.begun = true;
      kept.version = page.dataset.version ?? "";
      kept.language = document.documentElement.lang;
      kept.page = code;
    });
    if (!now) return;
    isKept = true;
    if (now.unsent.some((one) => one !== code)) return toOffline(code);
    if (now.unsent.length === 0) return;
    showValues(page, now.values);
    unsaved++;
    later(0);
  });
}

const nothing: Held = {
  made: 0,
  secret: "",
  seed: 0,
  version: "",
  language: "",
  query: "",
  values: {},
  seconds: {},
  page: "",
  begun: false,
  unsent: [],
  submitted: false,
};
