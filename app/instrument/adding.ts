import type { Block, Definition, Element } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { type Edited, placeOfEntry, refused } from "./edit.ts";
import { codeAfter, codesOf, freeCode } from "./free-code.ts";
import { emptyText, newElement, newScale, type WrittenKind } from "./new-element.ts";
import { findStanding, pageOf, placeFor, placeParts, wholeAt } from "./standing.ts";

/** What can be added: an item of a kind, a block or a page with one item to begin with, or what items refer to. */
export type Addition = WrittenKind | "block" | "page" | "theme" | "scoring" | "answer-scale";

/**
 * Adds something empty after a place: an item after an item, at the end of a block or page; a page after the page of the place.
 * @param retired codes of earlier versions: what once collected answers must not mean something else
 */
export function added(
  definition: Definition,
  what: Addition,
  after: DraftPlace,
  retired: ReadonlySet<string> = new Set(),
): Edited {
  if (wholeAt(definition, after) === undefined) return refused("gone");
  const copy = structuredClone(definition);
  const taken = new Set([...codesOf(copy), ...retired]);
  switch (what) {
    case "page":
      return addPage(copy, after, taken);
    case "theme":
      return addEntry(copy, "theme", after, (code) => ({ code, title: emptyText(copy) }), taken);
    case "scoring": {
      const statements = statementsOf(copy);
      if (statements.length < 2) return refused("few");
      const make = (code: string) => ({
        ...{ code, title: emptyText(copy), meaning: emptyText(copy) },
        ...{ items: statements.slice(0, 2), minValid: 1 },
      });
      return addEntry(copy, "scoring", after, make, taken);
    }
    case "answer-scale": {
      const name = freeCode("scale1", new Set(Object.keys(copy.scales)));
      copy.scales[name] = newScale(copy);
      return { definition: copy, place: placeFor("scale", name) };
    }
    default:
      return addElement(copy, what, after, taken);
  }
}

function addElement(
  definition: Definition,
  what: WrittenKind | "block",
  after: DraftPlace,
  taken: ReadonlySet<string>,
): Edited {
  const spot = spotAfter(definition, what, after);
  if (!spot || (spot.inConsent && (what === "block" || what === "matrix"))) return refused("nowhere");
  if ((what === "scale" || what === "block") && Object.keys(definition.scales).length === 0)
    definition.scales.agree5 = newScale(definition);
  const near = spot.list.slice(0, spot.at).findLast((one) => one.kind !== "block") ?? spot.list[0];
  const code = codeAfter(near && near.kind !== "block" ? near.code : "Q00", taken);
  const made =
    what === "block" ? newBlock(definition, code, taken) : fitting(definition, what, code, near, taken);
  spot.list.splice(spot.at, 0, made);
  return { definition, place: placeOfEntry("item", made) };
}

/** A statement is answered on the same scale as its neighbour; rows of a matrix get codes that are free. */
function fitting(
  definition: Definition,
  kind: WrittenKind,
  code: string,
  near: Element | undefined,
  taken: ReadonlySet<string>,
): Exclude<Element, Block> {
  const item = newElement(kind, definition, code);
  if (item.kind === "scale" && near?.kind === "scale" && definition.scales[near.scale])
    return { ...item, scale: near.scale, direction: near.direction, allowNA: near.allowNA };
  if (item.kind !== "matrix") return item;
  const all = new Set([...taken, code]);
  for (const row of item.rows) {
    row.code = freeCode(row.code, all);
    all.add(row.code);
  }
  return item;
}

function newBlock(definition: Definition, code: string, taken: ReadonlySet<string>): Block {
  const first = newElement("scale", definition, code);
  const own = freeCode("BLOCK1", new Set([...taken, code]));
  return { kind: "block", code: own, title: emptyText(definition), shuffle: false, items: [first] };
}

function addPage(definition: Definition, after: DraftPlace, taken: ReadonlySet<string>): Edited {
  const beside = pageOf(definition, after) ?? definition.pages.at(-1);
  const code = freeCode("page-1", new Set(definition.pages.map((page) => page.code)));
  const item = newElement("single", definition, freeCode("Q01", taken));
  const page = {
    ...{ code, title: emptyText(definition), optional: false, shuffle: false },
    items: [item],
  };
  const at = after === "consent" ? 0 : beside ? definition.pages.indexOf(beside) + 1 : 0;
  definition.pages.splice(at, 0, page);
  return { definition, place: placeFor("page", code) };
}

function addEntry<Entry extends { code: string }>(
  definition: Definition,
  kind: "theme" | "scoring",
  after: DraftPlace,
  make: (code: string) => Entry,
  taken: ReadonlySet<string>,
): Edited {
  const list: { code: string }[] = kind === "theme" ? definition.themes : definition.scoring;
  const standing = placeParts(after).kind === kind ? findStanding(definition, after) : undefined;
  const entry = make(freeCode(kind === "theme" ? "TH1" : "SC1", taken));
  list.splice(standing ? standing.at + 1 : list.length, 0, entry);
  return { definition, place: placeFor(kind, entry.code) };
}

/** In which list, before which index, something new goes after a place. */
function spotAfter(definition: Definition, what: WrittenKind | "block", after: DraftPlace) {
  const { kind, code } = placeParts(after);
  const { consent, pages } = definition;
  const end = (list: Element[]) => ({ list, at: list.length, inConsent: false });
  if (kind === "consent")
    return { list: consent.ticks as Element[], at: consent.ticks.length, inConsent: true };
  if (kind === "page") return end(pages.find((page) => page.code === code)?.items ?? []);
  const standing = findStanding(definition, after);
  if (kind === "block" && what !== "block" && standing)
    return end((standing.list[standing.at] as unknown as Block).items);
  if ((kind === "item" || kind === "block") && standing) {
    const holder = placeParts(standing.holder);
    // A block has no place in another: it goes after that one.
    if (what === "block" && holder.kind === "block") return spotAround(definition, standing.holder);
    return { list: standing.list as Element[], at: standing.at + 1, inConsent: holder.kind === "consent" };
  }
  const last = pages.at(-1);
  return last && end(last.items);
}

function spotAround(definition: Definition, block: DraftPlace) {
  const standing = findStanding(definition, block);
  return standing && { list: standing.list as Element[], at: standing.at + 1, inConsent: false };
}

/** The codes of the first items of a scored scale: statements that are in none yet, else whatever is asked. */
function statementsOf({ pages, scoring }: Definition): string[] {
  const scored = new Set(scoring.flatMap((one) => one.items));
  const items = pages
    .flatMap((page) => page.items)
    .flatMap((one) => (one.kind === "block" ? one.items : [one]))
    .filter(({ kind }) => kind === "scale");
  return items
    .sort((a, b) => Number(scored.has(a.code)) - Number(scored.has(b.code)))
    .map(({ code }) => code);
}
