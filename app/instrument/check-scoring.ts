import { asked } from "./asked.ts";
import type { Definition, ScoredScale } from "./definition.ts";
import { type Finding, finding } from "./finding.ts";
import { itemsOf } from "./items.ts";

/** Scales made of several items: each must be able to give a score that means something. */
export function checkScoring(definition: Definition): Finding[] {
  const items = new Map(itemsOf(asked(definition)).map((item) => [item.code, item]));
  return definition.scoring.flatMap((scored) => scoredFindings(scored, items, definition));
}

function scoredFindings(
  { code, items, minValid }: ScoredScale,
  all: Map<string, ReturnType<typeof itemsOf>[number]>,
  { scales }: Definition,
): Finding[] {
  const place = `scoring:${code}`;
  const found: Finding[] = [];
  const lengths = new Set<number>();
  let reversed = 0;
  for (const [at, one] of items.entries()) {
    const item = all.get(one);
    if (items.indexOf(one) !== at) found.push(finding("scored-twice", place, { item: one }));
    else if (!item) found.push(finding("scored-unknown", place, { item: one }));
    else if (item.kind !== "scale") found.push(finding("scored-no-scale-item", place, { item: one }));
    else {
      const scale = Object.hasOwn(scales, item.scale) ? scales[item.scale] : undefined;
      if (scale?.kind === "bipolar") found.push(finding("scored-bipolar", place, { item: one }));
      if (item.expect !== undefined) found.push(finding("scored-check", place, { item: one }));
      if (scale) lengths.add(scale.points.length);
      if (item.reverse) reversed++;
    }
  }
  if (lengths.size > 1)
    found.push(finding("scored-lengths", place, { lengths: [...lengths].sort((a, b) => a - b).join(" / ") }));
  if (minValid > items.length)
    found.push(finding("min-valid", place, { least: minValid, items: items.length }));
  if (items.length > 0 && reversed === items.length) found.push(finding("scored-all-reversed", place));
  return found;
}
