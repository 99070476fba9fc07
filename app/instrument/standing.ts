import type { Block, Definition, Element } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";

export type PlaceKind = "instrument" | "consent" | "page" | "item" | "block" | "scale" | "theme" | "scoring";
type Tick = Definition["consent"]["ticks"][number];

/** A place taken apart: what is there, and by which code or name. */
export function placeParts(place: DraftPlace): { kind: PlaceKind; code: string } {
  const [kind = "instrument", code = ""] = place.split(":");
  return { kind: kind as PlaceKind, code };
}
export const placeFor = (kind: PlaceKind, code: string): DraftPlace => `${kind}:${code}`;
export const placeOfElement = (element: Pick<Element, "kind" | "code">): DraftPlace =>
  placeFor(element.kind === "block" ? "block" : "item", element.code);

/** Where something stands: the very list of the definition that holds it, its index there, and whose list it is. */
export interface Standing {
  list: { code: string }[];
  at: number;
  holder: DraftPlace;
}

/** Where something that stands in a list stands; undefined for what is not there, or in no list. */
export function findStanding(definition: Definition, place: DraftPlace): Standing | undefined {
  const { kind, code } = placeParts(place);
  const inList = (list: { code: string }[], holder: DraftPlace): Standing | undefined => {
    const at = list.findIndex((one) => one.code === code);
    return at < 0 ? undefined : { list, at, holder };
  };
  if (kind === "page") return inList(definition.pages, "instrument");
  if (kind === "theme") return inList(definition.themes, "instrument");
  if (kind === "scoring") return inList(definition.scoring, "instrument");
  if (kind !== "item" && kind !== "block") return undefined;
  const isIt = (one: Pick<Element, "kind" | "code">) =>
    one.code === code && (one.kind === "block") === (kind === "block");
  const holders = listsOfElements(definition);
  for (const { list, holder } of holders) {
    const at = list.findIndex((one) => isIt(one as Element));
    if (at >= 0) return { list, at, holder };
  }
  return undefined;
}

/** Every list that holds items, in the order they are asked. */
function listsOfElements({ consent, pages }: Definition): Omit<Standing, "at">[] {
  return [
    { list: consent.ticks, holder: "consent" },
    ...pages.flatMap((page) => [
      { list: page.items, holder: placeFor("page", page.code) },
      ...page.items
        .filter((one): one is Block => one.kind === "block")
        .map((block) => ({ list: block.items, holder: placeFor("block", block.code) })),
    ]),
  ];
}

/** What stands at a place, with everything in it; undefined where there is nothing. */
export function wholeAt(definition: Definition, place: DraftPlace): unknown {
  const { kind, code } = placeParts(place);
  if (kind === "instrument") return definition;
  if (kind === "consent") return definition.consent;
  if (kind === "scale") return Object.hasOwn(definition.scales, code) ? definition.scales[code] : undefined;
  const standing = findStanding(definition, place);
  return standing?.list[standing.at];
}

/**
 * What the form of a place is about: without the items of a page or block, and without what has places of its own. Two who
 * change different contents do not get into each other's way.
 */
export function contentAt(definition: Definition, place: DraftPlace): unknown {
  const whole = wholeAt(definition, place) as Record<string, unknown> | undefined;
  const { kind } = placeParts(place);
  const without = (...names: string[]) =>
    whole && Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));
  if (kind === "instrument") return without("pages", "consent", "scales", "themes", "scoring", "reserved");
  if (kind === "consent") return without("ticks");
  return kind === "page" || kind === "block" ? without("items") : whole;
}

/** The page something stands on, or undefined for what stands on none. */
export function pageOf(definition: Definition, place: DraftPlace): Definition["pages"][number] | undefined {
  const { kind, code } = placeParts(place);
  if (kind === "page") return definition.pages.find((page) => page.code === code);
  if (kind !== "item" && kind !== "block") return undefined;
  return definition.pages.find((page) =>
    page.items.some((element) =>
      element.kind === "block"
        ? (kind === "block" && element.code === code) ||
          (kind === "item" && element.items.some((one) => one.code === code))
        : kind === "item" && element.code === code,
    ),
  );
}

/** Every place of a definition, in the order of its outline. */
export function placesOf(definition: Definition): DraftPlace[] {
  const elements = (element: Element | Tick): DraftPlace[] => [
    placeOfElement(element),
    ...(element.kind === "block" ? element.items.map(placeOfElement) : []),
  ];
  return [
    "instrument",
    "consent",
    ...definition.consent.ticks.flatMap(elements),
    ...definition.pages.flatMap((page) => [placeFor("page", page.code), ...page.items.flatMap(elements)]),
    ...Object.keys(definition.scales).map((name) => placeFor("scale", name)),
    ...definition.themes.map(({ code }) => placeFor("theme", code)),
    ...definition.scoring.map(({ code }) => placeFor("scoring", code)),
  ];
}

/** What something is called: its own words (a scale's: its ends) in the instrument's main language, else in any; empty where it has none. */
export function wordsAt(definition: Definition, place: DraftPlace, language?: string): string {
  const { kind, code } = placeParts(place);
  const at = wholeAt(definition, place) as Record<string, unknown> | undefined;
  const say = (text: Record<string, string> = {}) =>
    [...(language ? [language] : []), ...definition.languages, ...Object.keys(text)]
      .map((one) => text[one])
      .find(Boolean) ?? "";
  if (kind === "scale") {
    const points = definition.scales[code]?.points ?? [];
    return [points[0], points.at(-1)].map((point) => say(point?.label)).join(" – ");
  }
  type Words = Record<string, string> | undefined;
  if (kind !== "item") return say(at?.title as Words);
  // A picture without a caption goes by what it shows.
  return say(at?.text as Words) || say(at?.alt as Words);
}

/** A question that shows what a place is about: the first on an answer scale, of a theme or of a scored scale. */
export function exampleOf(definition: Definition, place: DraftPlace): DraftPlace | undefined {
  const { kind, code } = placeParts(place);
  const scored = definition.scoring.find((one) => one.code === code)?.items;
  const item = definition.pages
    .flatMap((page) => page.items)
    .flatMap((one) => (one.kind === "block" ? one.items : [one]))
    .find(
      (one) =>
        (kind === "scale" && one.kind === "scale" && one.scale === code) ||
        (kind === "theme" && one.theme === code) ||
        (kind === "scoring" && scored?.includes(one.code)),
    );
  return item && placeFor("item", item.code);
}
