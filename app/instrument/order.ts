import type { AskedItem, Page } from "./asked.ts";
import { isAnswered } from "./items.ts";

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
 * The items of a page in the order this respondent meets them. On a page that shuffles, runs of items answered on the same
 * scale are; in a block that does, all its items. Words beside an option follow their question; attention checks,
 * headings and everything else keep their places. The page's code is mixed into the seed so that pages of equal length
 * are not shuffled alike.
 */
export function presentedItems(page: Page, items: AskedItem[], seed: number): AskedItem[] {
  let mixed = seed >>> 0;
  for (const letter of page.code) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  const random = randomFrom(mixed);
  const groups = groupsOf(items);
  const presented = [...groups];
  for (const run of runsOf(page, groups)) {
    for (let last = run.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      const [a, b] = [run[last] as number, run[other] as number];
      [presented[a], presented[b]] = [presented[b]!, presented[a]!];
    }
  }
  return presented.flat();
}

/** Each item with the words beside its options: they move together. */
function groupsOf(items: AskedItem[]): AskedItem[][] {
  const groups: AskedItem[][] = [];
  for (const item of items) {
    if (item.otherOf) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** The places that are shuffled among themselves. */
function runsOf(page: Page, groups: AskedItem[][]): number[][] {
  const runs = new Map<string, number[]>();
  const scale = page.shuffle
    ? groups.map(([item]) => item).find((item) => item && !item.run && isStatement(item))
    : undefined;
  groups.forEach(([item], place) => {
    if (!item) return;
    const name =
      item.run && isAnswered(item) && item.kind !== "check" && isUnchecked(item) ? item.run : undefined;
    const statement =
      scale?.kind === "scale" &&
      !item.run &&
      isStatement(item) &&
      item.kind === "scale" &&
      item.scale === scale.scale;
    const run = name ?? (statement ? "" : undefined);
    if (run !== undefined) runs.set(run, [...(runs.get(run) ?? []), place]);
  });
  return [...runs.values()];
}

const isUnchecked = (item: AskedItem) => item.kind !== "scale" || item.expect === undefined;
const isStatement = (item: AskedItem) => item.kind === "scale" && isUnchecked(item);
