// Loaded only where a page has such questions: suggests names, keeps to limits, ranks by taps, counts what is divided.
import { checkHere } from "./check-here.ts";
import { rankByTaps } from "./rank-by-taps.ts";
import { runningTotal } from "./running-total.ts";

const all = <E extends HTMLElement>(selector: string) => document.querySelectorAll<E>(selector);
const tell = (field: HTMLInputElement) => field.dispatchEvent(new Event("input", { bubbles: true }));

for (const list of all("[data-ranking]")) rankByTaps(list);
for (const list of all("[data-sum]")) runningTotal(list);
checkHere();

for (const group of all(".multiple")) {
  const boxes = [...group.querySelectorAll<HTMLInputElement>("input")];
  const most = Number(group.querySelector<HTMLElement>("[data-max]")?.dataset.max ?? Infinity);
  const isAlone = (box: HTMLInputElement) => box.dataset.alone !== undefined;
  const limit = () => {
    const full = boxes.filter((box) => box.checked && !isAlone(box)).length >= most;
    for (const box of boxes) box.disabled = full && !box.checked && !isAlone(box);
  };
  // What goes with no other choice takes the others back, and the other way round; before anything is kept.
  group.addEventListener(
    "input",
    ({ target }) => {
      const ticked = target as HTMLInputElement;
      if (!ticked.checked) return;
      for (const box of boxes) if (box !== ticked && (isAlone(ticked) || isAlone(box))) box.checked = false;
      limit();
    },
    true,
  );
  group.addEventListener("change", limit);
  limit();
}

// A line of points may be drawn along. A finger that only scrolls past starts and ends in the same cell.
for (const line of all("[data-line]")) {
  let from: { x: number; y: number; label: Element | null } | undefined;
  line.addEventListener("pointerdown", ({ clientX: x, clientY: y, target }) => {
    from = { x, y, label: (target as Element).closest("label") };
  });
  line.addEventListener("pointermove", ({ buttons, clientX: x, clientY: y }) => {
    if (!buttons || !from || Math.abs(x - from.x) < Math.abs(y - from.y)) return;
    const label = document.elementFromPoint(x, y)?.closest("label");
    const radio = label?.control as HTMLInputElement | undefined;
    if (!radio || label === from.label || radio.checked || !line.contains(radio)) return;
    from.label = null;
    radio.checked = true;
    tell(radio);
  });
}

for (const field of all<HTMLInputElement>("[data-suggest]")) {
  const list = field.list!;
  let asked = "";
  field.addEventListener("input", async () => {
    const typed = field.value.trim();
    if (typed.length < 1 || typed === asked) return;
    asked = typed;
    const url = `${location.pathname.split("/", 3).join("/")}/catalogue?q=${encodeURIComponent(typed)}`;
    const names: string[] = await fetch(url).then(
      (answer) => (answer.ok ? answer.json() : []),
      () => [],
    );
    if (typed !== asked) return;
    list.replaceChildren(
      ...names.map((name) => Object.assign(document.createElement("option"), { value: name })),
    );
  });
}
