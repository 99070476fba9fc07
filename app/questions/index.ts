import { z } from "zod";
import { catalogue, catalogueItem } from "./catalogue.ts";
import { check, checkItem } from "./check.ts";
import { consent, consentItem } from "./consent.ts";
import { date, dateItem } from "./date.ts";
import { differential, differentialItem } from "./differential.ts";
import { image, imageItem } from "./image.ts";
import type { Answer, Kind, Reading, Surroundings } from "./kind.ts";
import { matrixItem } from "./matrix.ts";
import { multiple, multipleItem } from "./multiple.ts";
import { nps, npsItem } from "./nps.ts";
import { number, numberItem } from "./number.ts";
import { ranking, rankingItem } from "./ranking.ts";
import { scale, scaleItem } from "./scale.ts";
import { section, sectionItem } from "./section.ts";
import { short, shortItem } from "./short.ts";
import { single, singleItem } from "./single.ts";
import { slider, sliderItem } from "./slider.ts";
import { sum, sumItem } from "./sum.ts";
import { textItem, words } from "./text.ts";
import { year, yearItem } from "./year.ts";

const shown = [
  scaleItem,
  singleItem,
  multipleItem,
  yearItem,
  catalogueItem,
  textItem,
  consentItem,
  differentialItem,
  numberItem,
  dateItem,
  rankingItem,
  sumItem,
  npsItem,
  sliderItem,
  shortItem,
  sectionItem,
  imageItem,
  checkItem,
] as const;
/** Everything that can stand on a student's page, told apart by `kind`. */
export const item = z.discriminatedUnion("kind", shown);
export type Item = z.infer<typeof item>;
/** Everything an author can write: a matrix is asked row by row. */
export const writtenItem = z.discriminatedUnion("kind", [...shown, matrixItem]);
export type WrittenItem = z.infer<typeof writtenItem>;
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
  differential,
  number,
  date,
  ranking,
  sum,
  nps,
  slider,
  short,
  section,
  image,
  check,
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
  const { read, measure } = kinds[item.kind];
  const reading = read(item, given, around);
  const isMissing = required && measure !== "none" && "answer" in reading && reading.answer === null;
  return isMissing ? { problem: "required" } : reading;
}
