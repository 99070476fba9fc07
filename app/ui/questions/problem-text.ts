import { fill, type Language } from "#app/locales/language.ts";
import { partsOf } from "#app/questions/base.ts";
import type { Item } from "#app/questions/index.ts";
import { placesOf } from "#app/questions/ranking.ts";
import { yearsOf } from "#app/questions/year.ts";
import { monthText } from "./date-text.ts";
import type { LookProps } from "./look.ts";

type Asked = Pick<LookProps<Item>, "item" | "words" | "language" | "year">;

/** What an answer must keep within, in words: "0 to 60", "September 2019 or later"; undefined where anything goes. */
export function limitsOf({ item, words, language, year }: Asked): string | undefined {
  const [min, max] = boundsOf(item, language, year);
  if (min === undefined && max === undefined) return undefined;
  const { between, from, upTo } = words.limits;
  const sentence = max === undefined ? from : min === undefined ? upTo : between;
  return fill(sentence, { min: min ?? "", max: max ?? "" });
}

function boundsOf(
  item: Item,
  language: Language,
  year: number,
): [min?: string | number, max?: string | number] {
  switch (item.kind) {
    case "number":
      return [item.min, item.max];
    case "ranking":
      return [1, placesOf(item)];
    case "year": {
      const years = yearsOf(item, year);
      return [years.at(-1), years[0]];
    }
    case "date": {
      const last = item.max === "current" ? `${year}-12` : item.max;
      return [monthText(item.min, language), monthText(last, language)];
    }
    default:
      return [];
  }
}

/** What is wrong with an answer, in a sentence with this question's own numbers. */
export function problemText(look: Asked & Pick<LookProps<Item>, "given" | "problem">): string {
  const { item, given, problem, words, language } = look;
  if (!problem) return "";
  const isWhole =
    (problem === "decimals" && "decimals" in item && item.decimals === 0) || item.kind === "sum";
  if ((problem === "decimals" || problem === "not-a-number") && isWhole) return words.wholeNumber;
  return fill(words.problems[problem], {
    min: "min" in item ? (item.min ?? "") : "",
    max: item.kind === "multiple" ? (item.max ?? "") : "maxLength" in item ? item.maxLength : 120,
    decimals: "decimals" in item ? item.decimals : "",
    limits: limitsOf(look) ?? "",
    total: item.kind === "sum" ? item.total : "",
    sum: sumOf(given),
    option: aloneAmong(item, given)?.[language] ?? "",
  });
}

const sumOf = (given: readonly string[]) =>
  [...partsOf(given).values()].reduce((sum, typed) => sum + Number(typed.normalize("NFKC")), 0);

const aloneAmong = (item: Item, given: readonly string[]) =>
  item.kind === "multiple"
    ? item.options.find((one) => one.exclusive && given.includes(one.code))?.label
    : undefined;
