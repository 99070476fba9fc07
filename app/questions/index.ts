import { z } from "zod";
import { catalogue, catalogueItem } from "./catalogue.ts";
import { consent, consentItem } from "./consent.ts";
import type { Answer, Kind, Reading, Surroundings } from "./kind.ts";
import { multiple, multipleItem } from "./multiple.ts";
import { scale, scaleItem } from "./scale.ts";
import { single, singleItem } from "./single.ts";
import { textItem, words } from "./text.ts";
import { year, yearItem } from "./year.ts";

/** Everything an instrument can ask, told apart by `kind`. */
export const item = z.discriminatedUnion("kind", [
  scaleItem,
  singleItem,
  multipleItem,
  yearItem,
  catalogueItem,
  textItem,
  consentItem,
]);
export type Item = z.infer<typeof item>;
export type QuestionKind = Item["kind"];

/** The registry of question kinds: a kind without its rule does not compile. */
export const kinds: Record<QuestionKind, Kind<Item, Answer>> = {
  scale,
  single,
  multiple,
  year,
  catalogue,
  text: words,
  consent,
};

/**
 * Reads one item's form values into an answer.
 * @param required whether leaving it empty is a problem (the instrument says so; moving Back never insists)
 */
export function readItem(
  item: Item,
  given: string[],
  around: Surroundings,
  required = item.required,
): Reading {
  const reading = kinds[item.kind].read(item, given, around);
  return "answer" in reading && reading.answer === null && required ? { problem: "required" } : reading;
}
