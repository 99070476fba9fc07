import type { Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { codesIn } from "./excerpt.ts";
import { codesOf } from "./free-code.ts";
import { findStanding, placeParts, wholeAt } from "./standing.ts";

/**
 * Puts back what somebody else has deleted meanwhile, as it stood in an earlier state: after what stood before it, or at the
 * end of what held it.
 * @returns undefined where its place or its codes are taken
 */
export function reinstated(
  definition: Definition,
  earlier: Definition,
  place: DraftPlace,
): Definition | undefined {
  const { kind, code } = placeParts(place);
  const copy = structuredClone(definition);
  if (kind === "scale") {
    const scale = earlier.scales[code];
    if (!scale || copy.scales[code]) return undefined;
    copy.scales[code] = structuredClone(scale);
    return copy;
  }
  const stood = findStanding(earlier, place);
  if (!stood || wholeAt(copy, place) !== undefined) return undefined;
  const entry = structuredClone(stood.list[stood.at]!);
  const taken = codesOf(copy);
  if (kind !== "page" && codesUnder(kind, entry).some((one) => taken.has(one))) return undefined;
  if (
    kind === "page" &&
    earlierItems(entry)
      .flatMap(codesIn)
      .some((one) => taken.has(one))
  )
    return undefined;
  const list = listFor(copy, kind, stood.holder);
  if (!list) return undefined;
  const before = stood.list.slice(0, stood.at).findLast((one) => list.some(({ code }) => code === one.code));
  list.splice(before ? list.findIndex((one) => one.code === before.code) + 1 : 0, 0, entry);
  return copy;
}

type Page = Definition["pages"][number];
const earlierItems = (entry: unknown) => (entry as Page).items;
const codesUnder = (kind: string, entry: { code: string }) =>
  kind === "item" || kind === "block" ? codesIn(entry as Page["items"][number]) : [entry.code];

/** The list that now stands where the one stood that held it. */
function listFor(definition: Definition, kind: string, holder: DraftPlace): { code: string }[] | undefined {
  if (kind === "page") return definition.pages;
  if (kind === "theme") return definition.themes;
  if (kind === "scoring") return definition.scoring;
  if (holder === "consent") return definition.consent.ticks;
  const held = wholeAt(definition, holder) as { items: { code: string }[] } | undefined;
  return held?.items ?? definition.pages.at(-1)?.items;
}
