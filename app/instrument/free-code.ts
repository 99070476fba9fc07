import { otherCode } from "./asked.ts";
import type { Definition } from "./definition.ts";
import { codesIn } from "./excerpt.ts";

const longest = 32;

/** Every code a definition uses or keeps, of whatever: a new one must be none of them. */
export function codesOf(definition: Definition): Set<string> {
  const items = [
    ...definition.consent.ticks.map(({ code }) => code),
    ...definition.pages.flatMap((page) => page.items.flatMap(codesIn)),
  ];
  return new Set([
    ...items,
    ...items.map(otherCode),
    ...[definition.themes, definition.scoring, definition.reserved].flat().map(({ code }) => code),
  ]);
}

/**
 * The next free code after a neighbour's, written as its own: EXM09 → EXM10. A neighbour without a number begins with 2.
 * @param taken is not changed
 */
export function codeAfter(near: string, taken: ReadonlySet<string>): string {
  const [, stem = near, digits = ""] = /^(.*?)(\d*)$/.exec(near) ?? [];
  for (let number = digits ? Number(digits) + 1 : 2; ; number++) {
    const counted = String(number).padStart(digits.length, "0");
    const code = stem.slice(0, longest - counted.length) + counted;
    if (!taken.has(code)) return code;
  }
}

/** The code itself where it is free, else the next one after it. */
export const freeCode = (wanted: string, taken: ReadonlySet<string>) =>
  taken.has(wanted) ? codeAfter(wanted, taken) : wanted;
