import type { Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { type PlaceKind, placeFor, placeOfElement } from "./standing.ts";

/**
 * Why something cannot be done. gone: it is not there (any more) · last: an instrument needs at least one of these ·
 * used: questions still use it · nowhere: it cannot stand there · few: there are not enough questions for it.
 */
export type Refusal = "gone" | "last" | "used" | "nowhere" | "few";

/** A definition after a change, and the place that then matters: the new one, the moved one, the one left after a deletion. */
export type Edited = { definition: Definition; place: DraftPlace } | { refused: Refusal };

export const refused = (why: Refusal): Edited => ({ refused: why });

/**
 * Takes away blocks and pages that have become empty: neither can be without an item.
 * @param definition is changed; only a copy may be given
 */
export function dropEmpty(definition: Definition): Definition {
  for (const page of definition.pages)
    page.items = page.items.filter((one) => one.kind !== "block" || one.items.length > 0);
  definition.pages = definition.pages.filter((page) => page.items.length > 0);
  return definition;
}

/** The place of an entry of a list. */
export const placeOfEntry = (kind: PlaceKind, entry: { code: string; kind?: string }): DraftPlace =>
  kind === "item" || kind === "block"
    ? placeOfElement(entry as Parameters<typeof placeOfElement>[0])
    : placeFor(kind, entry.code);
