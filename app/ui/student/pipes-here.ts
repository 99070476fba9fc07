// Without network nobody but the phone can put earlier answers into the words of later questions: it reads them where they
// were given. Loaded only where a survey's words refer to answers.
const form = document.querySelector("#offline") as HTMLElement;
const isEnglish = document.documentElement.lang === "en";
type Field = HTMLInputElement & { selectedOptions?: ArrayLike<Element> };

/** What was chosen or typed, as the question's own labels say it. */
function wordsOf(code: string): string {
  const question = document.getElementById(code);
  const said: [order: number, words: string][] = [];
  for (const field of question?.querySelectorAll<Field>("input,select,textarea") ?? []) {
    const isTicked = field.type === "radio" || field.type === "checkbox";
    if (!field.value || (isTicked && !field.checked)) continue;
    const label = field.closest("label")?.querySelector("span")?.textContent ?? "";
    const typed = "other" in field.dataset && wordsOf(`${code}_OTHER`);
    const chosen = field.selectedOptions?.[0]?.textContent ?? field.value;
    if (isTicked) said.push([0, typed || (field.ariaLabel ?? label)]);
    else if (question?.matches(".ranking")) said.push([Number(field.value), label]);
    else if (!question?.matches(".sum")) said.push([0, chosen]);
    else if (Number(field.value) > 0) said.push([0, `${label} ${field.value}`]);
  }
  const parts = said.sort(([a], [b]) => a - b).map(([, words]) => words.trim());
  // The parts of a date are one thing, not several.
  return parts.join(
    question?.querySelector("[data-date]") ? (isEnglish ? " " : "") : isEnglish ? ", " : "、",
  );
}

function fillPipes(): void {
  for (const pipe of form.querySelectorAll<HTMLElement>("[data-pipe]")) {
    const words = wordsOf(pipe.dataset.pipe ?? "").slice(0, 120) || "…";
    if (pipe.textContent !== words) pipe.textContent = words;
  }
}
form.addEventListener("input", fillPipes);
// A page is shown, or a question brought up.
new MutationObserver(fillPipes).observe(form, { subtree: true, attributeFilter: ["hidden"] });
