import type { Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { type Finding, finding } from "./finding.ts";
import { answerCodes, placedItems } from "./places.ts";

/** Codes that stand for two things, and codes kept for others: answers would be mixed up under them. */
export function checkCodes(definition: Definition): Finding[] {
  const items = placedItems(definition);
  // In the order of asking: the second use of a code is the one to change.
  const named: [code: string, place: DraftPlace][] = [];
  const blocks = new Set<unknown>();
  for (const { item, place, block } of items) {
    if (block && !blocks.has(block)) named.push([block.code, `block:${block.code}`]);
    blocks.add(block);
    const own = answerCodes(item);
    // A matrix, and what asks nothing, have a code too, though no answer is kept under it.
    for (const code of own.includes(item.code) ? own : [item.code, ...own]) named.push([code, place]);
  }
  const kept = new Set(definition.reserved.map((one) => one.code));
  return [
    ...twice(named, "code-twice"),
    ...named.filter(([code]) => kept.has(code)).map(([code, place]) => finding("reserved", place, { code })),
    ...twice(
      definition.pages.map(({ code }) => [code, `page:${code}`]),
      "page-twice",
    ),
    ...twice(
      definition.themes.map(({ code }) => [code, `theme:${code}`]),
      "theme-twice",
    ),
    ...twice(
      definition.scoring.map(({ code }) => [code, `scoring:${code}`]),
      "scoring-twice",
    ),
    ...items.flatMap(({ item, place }) => [
      ...("options" in item
        ? twice(
            item.options.map(({ code }) => [code, place]),
            "option-twice",
          )
        : []),
      ...(item.kind === "number"
        ? twice(
            item.bands.map(({ code }) => [code, place]),
            "option-twice",
          )
        : []),
      ...(item.kind === "slider"
        ? twice(
            item.steps.map(({ value }) => [String(value), place]),
            "value-twice",
          )
        : []),
    ]),
    ...Object.entries(definition.scales).flatMap(([name, { points }]) =>
      twice(
        points.map(({ value }) => [String(value), `scale:${name}`]),
        "value-twice",
      ),
    ),
  ];
}

function twice(
  named: [code: string, place: DraftPlace][],
  as: "code-twice" | "page-twice" | "theme-twice" | "scoring-twice" | "option-twice" | "value-twice",
): Finding[] {
  const seen = new Set<string>();
  const found = new Map<string, Finding>();
  for (const [code, place] of named) {
    if (seen.has(code)) found.set(code, finding(as, place, { code }));
    seen.add(code);
  }
  return [...found.values()];
}
