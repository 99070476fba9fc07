import type { Definition, Element } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { dropEmpty, type Edited, refused } from "./edit.ts";
import { findStanding, placeParts, type Standing, wholeAt } from "./standing.ts";

/** Where to: one step, next to something else, or to the end of a page or block. */
export type Towards = "up" | "down" | { next: "before" | "after" | "into"; to: DraftPlace };

/** Before which index of which list something is to stand; counted before it is taken from where it stands now. */
type Target = Pick<Standing, "list" | "at">;

/**
 * Moves something: items and blocks within and across blocks and pages, pages among pages, consent ticks among themselves,
 * themes and scored scales likewise. A block or page left empty by it is gone.
 */
export function moved(definition: Definition, place: DraftPlace, towards: Towards): Edited {
  const copy = structuredClone(definition);
  const from = findStanding(copy, place);
  if (!from) return refused(wholeAt(definition, place) === undefined ? "gone" : "nowhere");
  const target =
    typeof towards === "string" ? oneStep(copy, place, from, towards) : nextTo(copy, place, towards);
  if (target === "gone") return refused("gone");
  if (!target) return refused("nowhere");
  const [entry] = from.list.splice(from.at, 1) as [{ code: string }];
  const isLater = target.list === from.list && target.at > from.at;
  target.list.splice(target.at - (isLater ? 1 : 0), 0, entry);
  return { definition: dropEmpty(copy), place };
}

function oneStep(
  definition: Definition,
  place: DraftPlace,
  { list, at, holder }: Standing,
  way: "up" | "down",
): Target | undefined {
  const step = way === "up" ? -1 : 1;
  const beside = list[at + step] as Element | undefined;
  const { kind } = placeParts(place);
  if (beside) {
    // An item meets a block: it goes in. A block goes past.
    if (kind === "item" && beside.kind === "block")
      return { list: beside.items, at: way === "up" ? beside.items.length : 0 };
    return { list, at: way === "up" ? at - 1 : at + 2 };
  }
  const held = placeParts(holder);
  if (held.kind === "block") {
    const block = findStanding(definition, holder);
    return block && { list: block.list, at: block.at + (way === "up" ? 0 : 1) };
  }
  if (held.kind !== "page") return undefined;
  const page = definition.pages[definition.pages.findIndex(({ code }) => code === held.code) + step];
  return page && { list: page.items, at: way === "up" ? page.items.length : 0 };
}

function nextTo(
  definition: Definition,
  place: DraftPlace,
  { next, to }: Exclude<Towards, string>,
): Target | "gone" | undefined {
  const { kind } = placeParts(place);
  if (wholeAt(definition, to) === undefined) return "gone";
  if (to === place) return undefined;
  if (next === "into") return isQuestion(definition, place) ? intoEnd(definition, kind, to) : undefined;
  const beside = findStanding(definition, to);
  if (!beside || !canStandTogether(definition, place, to)) return undefined;
  // A block beside an item of a block goes beside that block.
  if (kind === "block" && placeParts(beside.holder).kind === "block")
    return nextTo(definition, place, { next, to: beside.holder });
  return { list: beside.list, at: beside.at + (next === "after" ? 1 : 0) };
}

function intoEnd(definition: Definition, kind: string, to: DraftPlace): Target | undefined {
  const into = placeParts(to).kind;
  if (into !== "page" && (into !== "block" || kind === "block")) return undefined;
  const { items } = wholeAt(definition, to) as { items: Element[] };
  return { list: items, at: items.length };
}

/** Consent ticks stay with the consent, questions with the pages, and everything else with its like. */
const canStandTogether = (definition: Definition, one: DraftPlace, other: DraftPlace) =>
  family(definition, one) === family(definition, other);
const isQuestion = (definition: Definition, place: DraftPlace) => family(definition, place) === "question";
function family(definition: Definition, place: DraftPlace) {
  const { kind } = placeParts(place);
  if (kind !== "item" && kind !== "block") return kind;
  return findStanding(definition, place)?.holder === "consent" ? "consent" : "question";
}

/** What something can be put after or into: its like and, for a question, pages and blocks. */
export function targetsFor(
  definition: Definition,
  place: DraftPlace,
  places: readonly DraftPlace[],
): DraftPlace[] {
  const question = isQuestion(definition, place);
  return places.filter(
    (to) => to !== place && (canStandTogether(definition, place, to) || (question && to.startsWith("page:"))),
  );
}
