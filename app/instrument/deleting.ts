import type { Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { dropEmpty, type Edited, placeOfEntry, refused } from "./edit.ts";
import { findStanding, placeParts, wholeAt } from "./standing.ts";

/**
 * Takes something out, with everything in it; a block or page left empty goes with it. What questions still use (answer
 * scales, themes) stays, and so does the last page and the last tick of the consent.
 */
export function deleted(definition: Definition, place: DraftPlace): Edited {
  if (wholeAt(definition, place) === undefined) return refused("gone");
  const { kind, code } = placeParts(place);
  if (kind === "instrument" || kind === "consent") return refused("last");
  if (usesOf(definition, place) > 0) return refused("used");
  const copy = structuredClone(definition);
  if (kind === "scale") {
    delete copy.scales[code];
    return { definition: copy, place: "instrument" };
  }
  const standing = findStanding(copy, place);
  if (!standing) return refused("gone");
  const { list, at, holder } = standing;
  if (holder === "consent" && list.length === 1) return refused("last");
  list.splice(at, 1);
  dropEmpty(copy);
  if (copy.pages.length === 0) return refused("last");
  const beside = list[at] ?? list[at - 1];
  const next = beside ? placeOfEntry(kind, beside) : holder;
  return { definition: copy, place: wholeAt(copy, next) === undefined ? "instrument" : next };
}

/** How many items use an answer scale or a theme; 0 for what cannot be used so. */
export function usesOf({ consent, pages }: Definition, place: DraftPlace): number {
  const { kind, code } = placeParts(place);
  if (kind !== "scale" && kind !== "theme") return 0;
  const elements = pages.flatMap((page) => page.items);
  const items = [...consent.ticks, ...elements.flatMap((one) => (one.kind === "block" ? one.items : [one]))];
  return items.filter((item) =>
    kind === "theme" ? item.theme === code : item.kind === "scale" && item.scale === code,
  ).length;
}
