/** Under the parts of a fixed amount: how much has been given out and what is left, said politely. */
export function runningTotal(list: HTMLElement): void {
  const fields = [...list.querySelectorAll<HTMLInputElement>("input")];
  const note = list.parentElement?.querySelector<HTMLElement>(".total");
  if (!note) return;
  const count = () => {
    const typed = fields.map(({ value }) => value.normalize("NFKC").trim());
    const sum = typed.reduce((so, one) => so + (Number(one) || 0), 0);
    const left = Number(list.dataset.sum) - sum;
    const { left: less = "", over: more = "", even = "" } = note.dataset;
    const said = left > 0 ? less : left < 0 ? more : even;
    const values: Record<string, number> = { sum, left, over: -left };
    note.textContent = typed.some(Boolean)
      ? said.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
      : "";
    note.classList.toggle("over", left < 0);
  };
  list.addEventListener("input", count);
  list.addEventListener("change", count);
  count();
}
