import { languages } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import type { Item, WrittenItem } from "#app/questions/index.ts";
import { rowsOf } from "#app/questions/matrix.ts";
import type { SectionItem } from "#app/questions/section.ts";
import type { ShortItem } from "#app/questions/short.ts";
import type { Block, Definition } from "./definition.ts";

/** An item as it stands on a student's page. */
export type AskedItem = Item & {
  /** Shuffled among its neighbours of the same run: the code of their block. */
  run?: string;
  /** Words beside an option of the item before it: shown where that one is chosen. */
  otherOf?: { item: string; option: string };
  /** What its text alone does not say away from its page: a row's matrix, the question beside whose option words stand. */
  under?: Item["text"];
};
export type Page = Omit<Definition["pages"][number], "items"> & { items: AskedItem[] };
/** An instrument as it is asked, stored and counted: matrices row by row, blocks taken apart. */
export type Instrument = Omit<Definition, "pages" | "consent"> & {
  pages: Page[];
  consent: Omit<Definition["consent"], "ticks"> & { ticks: AskedItem[] };
};

/** The code under which the words beside an option are kept. */
export const otherCode = (item: string) => `${item}_OTHER`;

/**
 * A definition as it is asked: each matrix as its rows, each block as its heading and items, words beside an option as a
 * question of their own, and texts in the product's languages where the instrument lacks one. An instrument without any of
 * these comes back equal.
 */
export function asked(definition: Definition): Instrument {
  const { pages, ...rest } = inProductLanguages(definition);
  return { ...rest, pages: pages.map((page) => ({ ...page, items: page.items.flatMap(elementItems) })) };
}

const elementItems = (element: WrittenItem | Block): AskedItem[] =>
  element.kind === "block" ? blockItems(element) : itemItems(element);

function blockItems({ code, title, intro, showIf, shuffle, items }: Block): AskedItem[] {
  const heading: SectionItem = {
    kind: "section",
    ...{ code, rev: 1, required: false, background: false, mirrors: [] },
    text: title ?? { "zh-CN": "", en: "" },
    body: intro ? [intro] : [],
  };
  const within = items.flatMap(itemItems).map((item) => (shuffle ? { ...item, run: code } : item));
  return [...(title || intro ? [heading] : []), ...within].map((item) =>
    showIf ? { ...item, showIf: both(showIf, item.showIf) } : item,
  );
}

const both = (outer: Condition, inner: Condition | undefined): Condition =>
  inner ? { all: [outer, inner] } : outer;

const itemItems = (item: WrittenItem): AskedItem[] =>
  item.kind === "matrix"
    ? rowsOf(item).flatMap((one) =>
        one.kind === "section" ? [one] : withWords({ ...one, under: item.text }),
      )
    : withWords(item);

const withWords = (item: AskedItem): AskedItem[] => [item, ...otherWords(item)];

/** The whole question, for wherever it stands alone: a results page, a codebook, a quote. */
export function wholeText({ under, text }: Pick<AskedItem, "under" | "text">): Item["text"] {
  if (!under) return text;
  const joined = Object.entries(text).map(([language, words]) => [
    language,
    under[language] ? `${under[language]} – ${words}` : words,
  ]);
  return { ...text, ...Object.fromEntries(joined) };
}

function otherWords(item: AskedItem): AskedItem[] {
  if (item.kind !== "single" && item.kind !== "multiple") return [];
  const option = item.options.find((one) => one.other);
  if (!option) return [];
  const say: Record<string, string> = { "zh-CN": "请说明", en: "please say" };
  const text = Object.entries(option.label).map(([language, label]) => [
    language,
    label && `${label}${language === "zh-CN" ? "：" : ": "}${say[language] ?? "…"}`,
  ]);
  const words: ShortItem & AskedItem = {
    kind: "short",
    ...{ code: otherCode(item.code), rev: item.rev, text: Object.fromEntries(text) },
    ...{ required: false, background: false, mirrors: [], format: "plain", maxLength: 100 },
    ...(item.showIf ? { showIf: item.showIf } : {}),
    ...(item.theme ? { theme: item.theme } : {}),
    otherOf: { item: item.code, option: option.code },
    under: wholeText(item),
  };
  return [words];
}

/** Whether a value is a text: it has a word, if only an empty one, in both languages of the product. */
export const isText = (value: object): value is Record<string, string> =>
  languages.every((language) => typeof (value as Record<string, unknown>)[language] === "string");

/** The same with the main language standing in where one of the product's languages is not the instrument's. */
function inProductLanguages(definition: Definition): Definition {
  const lacking = languages.filter((language) => !definition.languages.includes(language));
  const main = definition.languages[0] ?? "zh-CN";
  if (lacking.length === 0) return definition;
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (value === null || typeof value !== "object") return value;
    if (isText(value))
      return {
        ...value,
        ...Object.fromEntries(lacking.map((one) => [one, value[one] || value[main] || ""])),
      };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return fill(definition) as Definition;
}
