import { presentedItems } from "#app/instrument/order.ts";
import { itemsFor, placeOf } from "#app/instrument/routing.ts";
import type { Answers } from "#app/questions/kind.ts";
import type { OfflineSurvey } from "./offline-survey.ts";
import { fieldsIn, isTicked, valuesIn } from "./phone-parts-here.ts";

type Page = OfflineSurvey["pages"][number];
type Wrong = { code: string; said: string };

export const $ = <E extends HTMLElement>(selector: string, root: ParentNode = document) =>
  root.querySelector(selector) as E;
export const fill = (text: string, values: Record<string, unknown>) =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** Shows one face of the document: a page of the survey, or what there is to say instead. */
export function face(name: "letter" | "unfinished" | "page" | "done" | "earlier" | "empty"): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-face]"))
    one.hidden = !one.dataset.face?.split(" ").includes(name);
  // What was in focus may be hidden now: readers go on at the heading.
  if (name !== "page") attend($(`[data-face~=${name}] h1`));
}

/** Readers go on here. */
function attend(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Puts the server's own words in this document's place: same looks, nothing of the answers left behind. */
export function showDocument(html: string): void {
  const { body, title } = new DOMParser().parseFromString(html, "text/html");
  document.title = title;
  document.body.replaceChildren(...body.childNodes);
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]"))
    button.hidden = !navigator.clipboard;
  scrollTo(0, 0);
  attend($("h1"));
}

/** A door that does not take the answers, what became of them, and the way to delete them if they are still here. */
export function showRefusal(html: string, said: string, isKept: boolean): void {
  const note = $("#refused");
  showDocument(html);
  if (!isKept) note.replaceChildren();
  note.prepend(Object.assign(document.createElement("p"), { textContent: said }));
  note.hidden = false;
  $("main").append(note);
}

/** Shows one page of the survey as the server would: what is asked, in this respondent's order, and where one is. */
export function showPage(survey: OfflineSurvey, answers: Answers, page: Page, seed: number): void {
  const { number, of, next, previous } = placeOf(survey, answers, page.code);
  const { texts } = survey;
  const at = fill(texts.page, { at: number, of });
  for (const section of document.querySelectorAll<HTMLElement>("[data-page]"))
    section.hidden = section.dataset.page !== page.code;
  showItems(answers, page, seed);
  const progress = $<HTMLProgressElement>("progress");
  Object.assign(progress, { max: of, value: number, ariaLabel: at });
  $("#at").textContent = at;
  document.title = `${$(`[data-page=${page.code}] h1`).textContent} · ${at}`;
  $("#next").textContent = next ? texts.next : texts.submit;
  $("#back").hidden = !previous;
  scrollTo(0, 0);
  attend($(`[data-page=${page.code}] h1`));
}

/** An answer may bring up, or take away, questions beside it. */
export function showItems(answers: Answers, page: Page, seed: number): void {
  const asked = presentedItems(page, itemsFor(page, answers), seed);
  for (const { code } of page.items) {
    const question = $(`#${code}`);
    const item = asked.find((one) => one.code === code);
    question.hidden = !item;
    for (const option of question.querySelectorAll<HTMLOptionElement>("[data-option]")) {
      const isOffered =
        !item || !("options" in item) || item.options.some((one) => one.code === option.dataset.option);
      option.hidden = option.disabled = !isOffered;
      if (!isOffered) takeBack(option);
    }
  }
  if (!page.shuffle && !page.items.some((item) => item.run)) return;
  const place = $(`[data-page=${page.code}]`);
  const order = asked.map(({ code }) => $(`#${code}`));
  const before = [...place.children].filter((one) => order.includes(one as HTMLElement));
  // A field that is moved loses the focus: whoever is typing in it must not have to tap it again.
  if (order.some((one, at) => one !== before[at])) place.append(...order);
}

/** What was chosen of an option that is offered no more. */
function takeBack(option: HTMLOptionElement): void {
  if (option.selected) option.selected = false;
  for (const field of fieldsIn(option))
    if (isTicked(field)) field.checked = false;
    else field.value = "";
  option.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What still needs a look before going on, in the order it stands on the page. */
export function problemsOn({ texts }: OfflineSurvey, root: ParentNode, required: string[]): Wrong[] {
  const found: Wrong[] = [];
  // Kinds with rules of their own say what is wrong (check-here.ts).
  root.dispatchEvent(new Event("check", { bubbles: true }));
  const values = valuesIn(root);
  for (const question of root.querySelectorAll<HTMLElement>(".q")) {
    // Hidden by routing, or by the stylesheet.
    if (!question.offsetParent) continue;
    const code = question.id;
    const field = $<HTMLInputElement>("[data-limit]", question);
    const invalid = $<HTMLInputElement>(":invalid", question);
    const max = field?.dataset.limit;
    if (required.includes(code) && !values[code]?.some((value) => value.trim()))
      found.push({ code, said: texts.problems.required });
    else if (field && [...field.value.trim()].length > Number(max))
      found.push({ code, said: fill(texts.problems["too-long"], { max }) });
    else if (invalid) found.push({ code, said: invalid.validationMessage });
  }
  return found;
}

/** Says beside each field what is wrong with it and above the page how many there are; focus goes to the first. */
export function tellProblems(survey: OfflineSurvey, root: ParentNode, wrong: Wrong[]): void {
  for (const note of document.querySelectorAll("p.problem")) note.remove();
  for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const question of document.querySelectorAll(".wrong")) question.classList.remove("wrong");
  const summary = $(".summary");
  summary.hidden = wrong.length === 0;
  const heading = [...root.querySelectorAll(":scope > h1, :scope > .intro")].pop();
  if (heading) heading.after(summary);
  else root.prepend(summary);
  $("p", summary).textContent = fill(survey.texts.errorBody, { count: wrong.length });
  const entries = wrong.map(({ code, said }) => {
    const question = $(`#${code}`);
    const note = document.createElement("p");
    Object.assign(note, { className: "problem", id: `${code}-problem` });
    note.textContent = said;
    const text = $(".text", question) ?? $("label span", question);
    question.classList.add("wrong");
    if (text.matches(".text")) text.after(note);
    else question.prepend(note);
    const field = question.getAttribute("role") ? question : $("input,select,textarea", question);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", note.id);
    const link = Object.assign(document.createElement("a"), { href: `#${code}` });
    link.textContent = text.firstChild?.textContent ?? "";
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  });
  $("ul", summary).replaceChildren(...entries);
  if (wrong[0]) $("button,input,select,textarea", $(`#${wrong[0].code}`)).focus();
}
