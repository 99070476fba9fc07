import { everyKind } from "#app/instrument/testing/every-kind.ts";
import { type Definition, draftDefinition } from "../../definition.ts";
import type { DraftPlace } from "../../draft-change.ts";
import type { WrittenKind } from "../../new-element.ts";
import { placedItems } from "../../places.ts";
import type { Values } from "../field.ts";
import { elementAt } from "../place.ts";
import { fieldsAt } from "../place-fields.ts";
import { setProperties } from "../set-properties.ts";
import { writeFields } from "../write.ts";

export const whole: Definition = draftDefinition.parse({
  ...everyKind(),
  themes: [{ code: "T1", title: { "zh-CN": "主题", en: "Theme" } }],
});

export function placesOf(definition: Definition): DraftPlace[] {
  const { pages, scales, themes, scoring } = definition;
  return [
    ...(["instrument", "consent"] as const),
    ...pages.map(({ code }): DraftPlace => `page:${code}`),
    ...pages.flatMap(({ items }) =>
      items.flatMap(({ kind, code }): DraftPlace[] => (kind === "block" ? [`block:${code}`] : [])),
    ),
    ...placedItems(definition).map(({ place }) => place),
    ...Object.keys(scales).map((name): DraftPlace => `scale:${name}`),
    ...themes.map(({ code }): DraftPlace => `theme:${code}`),
    ...scoring.map(({ code }): DraftPlace => `scoring:${code}`),
  ];
}

export const formOf = (definition: Definition, place: DraftPlace): Values =>
  writeFields(fieldsAt(definition, place) ?? [], elementAt(definition, place)?.element, definition.languages);
export const set = (
  definition: Definition,
  place: DraftPlace,
  change: Values = {},
  published?: Definition,
) => {
  const values = Object.fromEntries(
    Object.entries({ ...formOf(definition, place), ...change }).filter(([, value]) => value !== gone),
  );
  return setProperties(definition, place, values, published);
};
export const gone = "\0gone";
export const done = (outcome: ReturnType<typeof setProperties>) => {
  if ("problems" in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.definition;
};
export const problems = (outcome: ReturnType<typeof setProperties>) =>
  "problems" in outcome ? outcome.problems : undefined;
export const itemIn = (definition: Definition, code: string) =>
  placedItems(definition).find(({ item }) => item.code === code)?.item;
export const firstOf = (kind: WrittenKind) => {
  const found = placedItems(whole).find(({ item }) => item.kind === kind)?.item;
  if (!found) throw new Error(kind);
  return found;
};
