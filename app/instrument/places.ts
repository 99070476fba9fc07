import type { WrittenItem } from "#app/questions/index.ts";
import { isText, otherCode } from "./asked.ts";
import type { Block, Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";

/** An item as written, where an editor finds it, and what stands around it. */
export interface PlacedItem {
  item: WrittenItem;
  place: DraftPlace;
  /** The page's place in order; -1 for what is agreed to before the first. */
  page: number;
  block?: Block;
}

export const itemPlace = (code: string): DraftPlace => `item:${code}`;

/** Everything written, in order, ticks first; blocks taken apart. */
export function placedItems(definition: Definition): PlacedItem[] {
  const placed = (item: WrittenItem, page: number, block?: Block): PlacedItem => ({
    ...{ item, place: itemPlace(item.code), page },
    ...(block ? { block } : {}),
  });
  return [
    ...definition.consent.ticks.map((item) => placed(item, -1)),
    ...definition.pages.flatMap((page, at) =>
      page.items.flatMap((element) =>
        element.kind === "block"
          ? element.items.map((item) => placed(item, at, element))
          : [placed(element, at)],
      ),
    ),
  ];
}

/** The codes under which an item's answers are kept: a matrix has its rows', and words beside an option have their own. */
export function answerCodes(item: WrittenItem): string[] {
  if (item.kind === "section" || item.kind === "image") return [];
  const codes = item.kind === "matrix" ? item.rows.map((row) => row.code) : [item.code];
  const hasWords =
    (item.kind === "matrix" || item.kind === "single" || item.kind === "multiple") &&
    item.options.some((one) => one.other);
  return hasWords ? codes.flatMap((code) => [code, otherCode(code)]) : codes;
}

/** A text, where an editor finds it, and which of the place's texts it is: `text`, `options.2.label`. */
export interface PlacedText {
  place: DraftPlace;
  path: string;
  text: Record<string, string>;
  /** The item it belongs to, if it is an item's. */
  of?: PlacedItem;
}

/** Every text of a definition. */
export function placedTexts(definition: Definition): PlacedText[] {
  const { title, invitation, status, reserved, consent, scales, themes, scoring } = definition;
  const found: PlacedText[] = [];
  const collect = (place: DraftPlace, value: unknown, of?: PlacedItem, path = ""): void => {
    if (value === null || typeof value !== "object") return;
    if (isText(value)) found.push({ place, path, text: value, ...(of ? { of } : {}) });
    else
      for (const [key, inner] of Object.entries(value))
        collect(place, inner, of, path ? `${path}.${key}` : key);
  };
  collect("instrument", { title, invitation, status, reserved });
  collect("consent", { letter: consent.letter });
  const items = placedItems(definition);
  for (const one of items) if (one.page < 0) collect(one.place, one.item, one);
  for (const [at, page] of definition.pages.entries()) {
    collect(`page:${page.code}`, { title: page.title, intro: page.intro });
    for (const element of page.items)
      if (element.kind === "block")
        collect(`block:${element.code}`, { title: element.title, intro: element.intro });
    for (const one of items) if (one.page === at) collect(one.place, one.item, one);
  }
  for (const [name, scale] of Object.entries(scales)) collect(`scale:${name}`, scale);
  for (const one of themes) collect(`theme:${one.code}`, one);
  for (const one of scoring) collect(`scoring:${one.code}`, one);
  return found;
}
