import type { Item } from "#app/questions/index.ts";
import type { Page } from "./definition.ts";

/** A small deterministic generator (mulberry32): the same seed gives the same order on every server and version. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The items of a page in the order this respondent meets them. Only runs of items answered on the same scale are
 * shuffled; an attention check and everything else keeps its place. The page's code is mixed into the seed so that
 * pages of equal length are not shuffled alike.
 */
export function presentedItems(page: Page, items: Item[], seed: number): Item[] {
  if (!page.shuffle) return items;
  let mixed = seed >>> 0;
  for (const letter of page.code) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  const random = randomFrom(mixed);
  const moves = (item: Item | undefined) => item?.kind === "scale" && item.expect === undefined;
  const first = items[items.findIndex(moves)];
  const slots = items.flatMap((item, index) =>
    moves(item) && item.kind === "scale" && first?.kind === "scale" && item.scale === first.scale
      ? [index]
      : [],
  );
  const presented = [...items];
  for (let last = slots.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const a = slots[last] as number;
    const b = slots[other] as number;
    [presented[a], presented[b]] = [presented[b] as Item, presented[a] as Item];
  }
  return presented;
}
