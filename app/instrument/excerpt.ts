import { z } from "zod";
import { isKnown, leavesOf } from "./condition-leaves.ts";
import { type Block, type Definition, draftDefinition, type Element } from "./definition.ts";

const { shape } = draftDefinition;
/**
 * Questions taken out of an instrument, with what they need to mean the same elsewhere: their answer scales, their themes,
 * and the scoring of scales that are among them whole.
 */
export const excerpt = z.strictObject({
  elements: shape.pages.element.shape.items,
  scales: shape.scales,
  themes: shape.themes,
  scoring: shape.scoring,
});
export type Excerpt = z.infer<typeof excerpt>;

/** An element's own items: a block's, or just the one. */
export const itemsIn = (element: Element) => (element.kind === "block" ? element.items : [element]);

/** Every code an element takes: its own, its items' and their rows'. */
export const codesIn = (element: Element): string[] => [
  ...(element.kind === "block" ? [element.code] : []),
  ...itemsIn(element).flatMap((item) => [
    item.code,
    ...(item.kind === "matrix" ? item.rows.map((row) => row.code) : []),
  ]),
];

/** These elements of an instrument, with what they need. */
export function excerptOf(
  { scales, themes, scoring }: Pick<Definition, "scales" | "themes" | "scoring">,
  elements: Element[],
): Excerpt {
  const items = elements.flatMap(itemsIn);
  const codes = new Set(items.map((item) => item.code));
  const used = new Set(items.flatMap((item) => (item.kind === "scale" ? [item.scale] : [])));
  const whole = scoring.filter((one) => one.items.every((code) => codes.has(code)));
  const about = new Set([...items.map((item) => item.theme), ...whole.map((one) => one.code)]);
  return {
    elements,
    scales: Object.fromEntries(Object.entries(scales).filter(([name]) => used.has(name))),
    themes: themes.filter((one) => about.has(one.code)),
    scoring: whole,
  };
}

/** Only these items of an excerpt, and what of the rest they still need. */
export function partOfExcerpt(given: Excerpt, codes: ReadonlySet<string>): Excerpt {
  const elements = given.elements.flatMap((element): Element[] => {
    if (element.kind !== "block") return codes.has(element.code) ? [element] : [];
    const items = element.items.filter((item) => codes.has(item.code));
    return items.length > 0 ? [{ ...element, items }] : [];
  });
  return excerptOf(given, elements);
}

export interface Insertion {
  definition: Definition;
  /** Codes that came in, and those that were there already and stayed as they were. */
  inserted: string[];
  kept: string[];
}

/**
 * Puts an excerpt into an instrument at the end of a page, codes unchanged, so that results stay comparable. Items whose
 * codes are taken stay out; answer scales of the same name but other points come in under a name of their own; routing on
 * questions that the instrument does not ask is left out, since nobody could ever meet it.
 * @param page the code of the page it goes to; @throws RangeError where there is none
 */
export function insertExcerpt(definition: Definition, page: string, given: Excerpt): Insertion {
  if (!definition.pages.some((one) => one.code === page)) throw new RangeError(`there is no page ${page}`);
  const taken = new Set(definition.pages.flatMap((one) => one.items.flatMap(codesIn)));
  for (const tick of definition.consent.ticks) taken.add(tick.code);
  for (const { code } of definition.reserved) taken.add(code);
  const kept: string[] = [];
  const free = (item: Element) => {
    const isFree = codesIn(item).every((code) => !taken.has(code));
    if (!isFree) kept.push(item.code);
    return isFree;
  };
  const coming = given.elements.flatMap((element): Element[] => {
    if (element.kind !== "block") return free(element) ? [element] : [];
    const items = element.items.filter(free);
    if (items.length === 0) return [];
    return taken.has(element.code) ? items : [{ ...element, items } satisfies Block];
  });
  const known = new Set([...taken, ...coming.flatMap(codesIn)]);
  const names = scaleNames(definition, given);
  const elements = coming.map((element) => fitted(element, known, names));
  const merged: Definition = {
    ...definition,
    scales: {
      ...definition.scales,
      ...Object.fromEntries(Object.entries(given.scales).map(([name, scale]) => [names.get(name)!, scale])),
    },
    themes: [
      ...definition.themes,
      ...given.themes.filter((one) => !definition.themes.some(({ code }) => code === one.code)),
    ],
    scoring: [
      ...definition.scoring,
      ...given.scoring.filter(
        (one) =>
          !definition.scoring.some(({ code }) => code === one.code) &&
          one.items.every((code) => known.has(code)),
      ),
    ],
    pages: definition.pages.map((one) =>
      one.code === page ? { ...one, items: [...one.items, ...elements] } : one,
    ),
  };
  return {
    definition: merged,
    inserted: elements.flatMap((one) => itemsIn(one).map(({ code }) => code)),
    kept,
  };
}

/** What each of the excerpt's scales is called in the instrument. */
function scaleNames({ scales }: Definition, given: Excerpt): Map<string, string> {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return new Map(
    Object.entries(given.scales).map(([name, scale]) => {
      let free = name;
      for (let count = 2; scales[free] && !same(scales[free], scale); count++) free = `${name}_${count}`;
      return [name, free];
    }),
  );
}

function fitted(element: Element, known: ReadonlySet<string>, names: ReadonlyMap<string, string>): Element {
  const { showIf, ...rest } = element;
  const isAsked = leavesOf(showIf).every(({ item }) => known.has(item) || isKnown(item));
  const routed = showIf && isAsked ? element : (rest as Element);
  if (routed.kind === "block")
    return { ...routed, items: routed.items.map((item) => fitted(item, known, names)) } as Block;
  return routed.kind === "scale" ? { ...routed, scale: names.get(routed.scale) ?? routed.scale } : routed;
}
