import { valuesIn } from "./form-values.ts";
import { noteLeaving } from "./leaving.ts";
import type { PhoneStore } from "./phone-store.ts";

const random = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/**
 * The letter: the phone makes the secret that everything else is named after, and the order of questions. With the
 * ticks that consent takes both are kept, so that the survey can begin even if the form finds no network.
 */
export function beginHere(start: HTMLFormElement, store: PhoneStore): void {
  const secret = start.querySelector<HTMLInputElement>("[name=secret]");
  if (!secret || !globalThis.crypto) return;
  secret.value = random(16);
  const { version = "" } = start.dataset;
  const seed = Number.parseInt(random(4), 16) >>> 1;
  const extra = document.createElement("span");
  start.append(extra);
  start.addEventListener("input", async () => {
    const agreed = [...start.querySelectorAll(".must")].every(
      (must) => must.closest("label")?.querySelector("input")?.checked,
    );
    if (!agreed) {
      extra.replaceChildren();
      return void store.wipe();
    }
    const kept = await store.begin({
      made: Date.now(),
      secret: secret.value,
      seed,
      version,
      language: document.documentElement.lang,
      query: location.search,
      values: valuesIn(start),
      seconds: {},
      page: "",
      begun: false,
      unsent: [],
      submitted: false,
    });
    // Only a phone that will keep them tells the server: others begin as forms always did.
    const fields = kept ? Object.entries({ seed, version }) : [];
    extra.replaceChildren(
      ...fields.map(([name, value]) =>
        Object.assign(document.createElement("input"), { type: "hidden", name, value: String(value) }),
      ),
    );
  });
  start.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) noteLeaving({ page: "", go: "start", seconds: 0 });
  });
}
