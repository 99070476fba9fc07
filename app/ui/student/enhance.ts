// Adds to pages that already work: counts, stops double taps; keeps answers on the phone (keep-answers.ts).
import { keepAnswers } from "./keep-answers.ts";
import * as phoneParts from "./phone-parts.ts";

// The offline document's script comes after this one and is made of the same.
Object.assign(globalThis, { phoneParts: { ...phoneParts } });

const $ = <E extends HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector<E>(selector);
const all = <E extends HTMLElement>(selector: string) => document.querySelectorAll<E>(selector);
const fill = (text: string, values: Record<string, unknown>) =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

// A page brought back by Back may belong to somebody else by now: ask the server again.
addEventListener("pageshow", (event) => event.persisted && location.reload());

// What could not be kept is shown beside its field, and that is where the reader continues.
const wrong = $(".wrong");
if (wrong) ($("input,select,textarea", wrong) || wrong).focus();

// Sending twice does no harm, but a second tap need not make a second request.
for (const one of all<HTMLFormElement>("form[method]")) {
  one.addEventListener("submit", (event) => {
    if (one.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    one.dataset.sent = "1";
    setTimeout(() => {
      delete one.dataset.sent;
    }, 8000);
  });
}

// Where keeping fails, the forms work as they do without this script.
keepAnswers().catch(() => undefined);

for (const area of all<HTMLTextAreaElement>("textarea[data-limit]")) {
  const note = $(`#${area.id.replace("-field", "-limit")}`)!;
  const count = () => {
    const left = Number(area.dataset.limit) - [...area.value.trim()].length;
    note.textContent = fill((left < 0 ? area.dataset.over : area.dataset.left) ?? "", { left, over: -left });
    note.classList.toggle("over", left < 0);
  };
  area.addEventListener("input", count);
  count();
}

// A chosen answer can be taken back: tapping the selected radio again clears it.
for (const radio of all<HTMLInputElement>(".q input[type=radio]")) {
  let was = false;
  const note = () => {
    was = radio.checked;
  };
  radio.closest("label")?.addEventListener("pointerdown", note);
  radio.addEventListener("click", () => {
    if (was) {
      radio.checked = false;
      radio.dispatchEvent(new Event("input", { bubbles: true }));
    }
    was = false;
  });
}

for (const button of all<HTMLButtonElement>("[data-copy]")) button.hidden = !navigator.clipboard;
// A receipt may also be put into a page that has been there for long.
addEventListener("click", async ({ target }) => {
  const { dataset } = target as HTMLElement;
  if (!dataset.copy) return;
  await navigator.clipboard.writeText($(`#${dataset.copy}`)?.textContent?.trim() ?? "");
  (target as HTMLElement).textContent = dataset.copied ?? "";
});
