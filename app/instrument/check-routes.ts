import type { Condition } from "#app/questions/base.ts";
import type { Answers } from "#app/questions/kind.ts";
import { isKnown, leavesOf } from "./condition-leaves.ts";
import type { Definition } from "./definition.ts";
import { type Finding, finding } from "./finding.ts";
import { answerCodes, placedItems } from "./places.ts";
import { type Pace, walk } from "./walk.ts";

const noTime: Pace = { page: () => 0, item: () => 0 };

/**
 * What no answers lead to, and where answers lead to that cannot be gone on from. Found by going along all ways at once;
 * where those are too many, what was not met is only said not to be proved.
 */
export function checkRoutes(definition: Definition, year: number): Finding[] {
  const { met, deadEnds, unoffered, nothing, isWhole } = walk(definition, year, noTime);
  const unmet: Finding[] = [];
  const stuck: Finding[] = [];
  const items = placedItems(definition);
  // What hangs on a question that nobody is asked is mended with it.
  const isRoot = (...conditions: (Condition | undefined)[]) =>
    conditions
      .flatMap(leavesOf)
      .every(
        ({ item }) =>
          isKnown(item) || met.items.has(item) || definition.consent.ticks.some((one) => one.code === item),
      );
  for (const [at, page] of definition.pages.entries()) {
    if (!met.pages.has(page.code)) {
      if (isRoot(page.showIf)) unmet.push(finding("unreachable-page", `page:${page.code}`));
      continue;
    }
    // A heading alone is no question: whoever meets its block meets one of its items.
    for (const element of page.items)
      if (
        element.kind === "block" &&
        !met.blocks.has(element.code) &&
        asksIn(element.items) &&
        isRoot(element.showIf)
      )
        unmet.push(finding("unreachable-block", `block:${element.code}`));
    for (const { item, place, page: on, block } of items) {
      if (on !== at || (block && !met.blocks.has(block.code) && asksIn(block.items))) continue;
      const own = answerCodes(item);
      const codes = item.kind === "matrix" ? item.rows.map((row) => row.code) : [item.code];
      const rows = item.kind === "matrix" ? item.rows.map((row) => row.showIf) : [];
      const gone = isRoot(item.showIf, block?.showIf, ...rows)
        ? codes.filter((code) => !met.items.has(code))
        : [];
      if (gone.length > 0 && gone.length === codes.length)
        unmet.push(finding("unreachable-item", place, { item: item.code }));
      else for (const code of gone) unmet.push(finding("unreachable-item", place, { item: code }));
      if (gone.length === 0 && "options" in item)
        for (const option of item.options)
          if (
            codes.some((code) => met.items.has(code)) &&
            isRoot(option.showIf) &&
            !codes.some((code) => met.options.has(`${code} ${option.code}`))
          )
            unmet.push(finding("unreachable-option", place, { option: option.code }));
      for (const code of own) {
        const ending = deadEnds.get(code);
        const empty = unoffered.get(code);
        if (ending) stuck.push(finding("dead-end", place, { item: code, answers: told(ending) }));
        if (empty) stuck.push(finding("nothing-offered", place, { item: code, answers: told(empty) }));
      }
    }
  }
  if (nothing) stuck.push(finding("nothing-asked", "instrument", { answers: told(nothing) }));
  if (isWhole) return [...unmet, ...stuck];
  return [...stuck, finding("not-proved", "instrument", { places: unmet.length })];
}

const asksIn = (items: readonly { kind: string }[]) =>
  items.some(({ kind }) => kind !== "section" && kind !== "image");

/** Answers as a sentence lists them: `SCR01 = none, BG03 = a + b`; without any it is everybody. */
export const told = (answers: Answers): string =>
  Object.entries(answers)
    .map(([code, answer]) => `${code} = ${answerText(answer)}`)
    .join(", ") || "–";

function answerText(answer: Answers[string]): string {
  if (answer === null) return "–";
  if (Array.isArray(answer)) return answer.join(" + ");
  if (answer === true) return "✓";
  return typeof answer === "object" ? "…" : String(answer);
}
