import type { WrittenItem } from "#app/questions/index.ts";
import type { Block, Definition, ScoredScale } from "../definition.ts";
import type { DraftPlace } from "../draft-change.ts";

type Path = readonly (string | number)[];
interface At<Kind extends string, Element> {
  kind: Kind;
  element: Element;
  /** The way to it from the definition. */
  path: Path;
}
/** What a place names. */
export type Found =
  | At<"instrument", Definition>
  | At<"consent", Definition["consent"]>
  | At<"page", Definition["pages"][number]>
  | At<"item", WrittenItem>
  | At<"block", Block>
  | At<"scale", Definition["scales"][string]>
  | At<"theme", Definition["themes"][number]>
  | At<"scoring", ScoredScale>;

type Placed = At<"item", WrittenItem> | At<"block", Block>;

/** Every item and block of a definition with the way to it, in the order in which they are asked. */
function elementsOf(definition: Definition): Placed[] {
  const at = (element: WrittenItem | Block, path: Path): Placed =>
    element.kind === "block" ? { kind: "block", element, path } : { kind: "item", element, path };
  const ticks = definition.consent.ticks.map((tick, index) => at(tick, ["consent", "ticks", index]));
  const placed = definition.pages.flatMap((page, number) =>
    page.items.flatMap((element, index): Placed[] => {
      const path = ["pages", number, "items", index];
      const within = element.kind === "block" ? element.items : [];
      return [at(element, path), ...within.map((inner, deep) => at(inner, [...path, "items", deep]))];
    }),
  );
  return [...ticks, ...placed];
}

/** What stands at a place; undefined where a definition has no such place. */
export function elementAt(definition: Definition, place: DraftPlace): Found | undefined {
  const [kind, name = ""] = place.split(":");
  if (kind === "instrument") return { kind, element: definition, path: [] };
  if (kind === "consent") return { kind, element: definition.consent, path: ["consent"] };
  if (kind === "item" || kind === "block")
    return elementsOf(definition).find((one) => one.kind === kind && one.element.code === name);
  if (kind === "scale") {
    const element = Object.hasOwn(definition.scales, name) ? definition.scales[name] : undefined;
    return element && { kind, element, path: ["scales", name] };
  }
  const among = <One extends { code: string }>(list: readonly One[], key: string) => {
    const index = list.findIndex(({ code }) => code === name);
    const element = list[index];
    return element && { element, path: [key, index] };
  };
  if (kind === "page") {
    const found = among(definition.pages, "pages");
    return found && { kind, ...found };
  }
  if (kind === "theme") {
    const found = among(definition.themes, "themes");
    return found && { kind, ...found };
  }
  const found = kind === "scoring" ? among(definition.scoring, "scoring") : undefined;
  return found && { kind: "scoring", ...found };
}

/** The same with something else at the end of the way. */
export function withElement(definition: Definition, path: Path, element: unknown): Definition {
  const put = (value: unknown, [step, ...rest]: Path): unknown => {
    if (step === undefined) return element;
    if (Array.isArray(value)) return value.map((one, index) => (index === step ? put(one, rest) : one));
    const object = value as Record<string, unknown>;
    return { ...object, [step]: put(object[step], rest) };
  };
  return put(definition, path) as Definition;
}
