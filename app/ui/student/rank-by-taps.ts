/**
 * Each option becomes a button: a tap gives it the next place, another takes it back and the ones behind it move up. The
 * lists of places stay in the form, out of sight: they are what is kept and sent.
 */
export function rankByTaps(list: HTMLElement): void {
  const places = Number(list.dataset.ranking);
  const rows = [...list.querySelectorAll<HTMLElement>(".rank")].map((row) => {
    const label = row.querySelector("label") as HTMLLabelElement;
    const select = row.querySelector("select") as HTMLSelectElement;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "choice" });
    const [name, badge] = [document.createElement("span"), document.createElement("b")];
    name.textContent = label.querySelector("span")?.textContent ?? "";
    button.append(name, " ", badge);
    row.prepend(button);
    label.hidden = true;
    return { select, button, badge };
  });
  type Row = (typeof rows)[number];
  const placed = () =>
    rows.filter(({ select }) => select.value).sort((a, b) => Number(a.select.value) - Number(b.select.value));

  function show(): void {
    const isFull = placed().length >= places;
    for (const { select, button, badge } of rows) {
      badge.textContent = select.value && (list.dataset.place ?? "").replace("{place}", select.value);
      button.setAttribute("aria-pressed", String(!!select.value));
      button.setAttribute("aria-disabled", String(isFull && !select.value));
    }
  }

  function tap(row: Row): void {
    const order = placed();
    const now = row.select.value ? order.filter((one) => one !== row) : [...order, row];
    if (now.length > places) return;
    for (const { select } of rows) select.value = "";
    now.forEach(({ select }, index) => {
      select.value = String(index + 1);
    });
    show();
    row.select.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const question = list.closest(".q");
  const hint = question?.querySelector(`#${question.id}-hint`);
  if (hint) hint.textContent = list.dataset.hint ?? "";
  for (const row of rows) row.button.addEventListener("click", () => tap(row));
  list.addEventListener("change", show);
  show();
  // What stands first among the things to mend is where the reader continues; the list is out of sight now.
  if (question && question === document.querySelector(".wrong")) rows[0]?.button.focus();
}
