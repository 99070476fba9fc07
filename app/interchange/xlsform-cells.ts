import { nativeName } from "#app/instrument/language-names.ts";
import type { Text } from "#app/locales/language.ts";
import { ownColumn } from "./xlsform-own.ts";

/** A row by its headings; what a row does not have is an empty cell. */
export type Row = Record<string, string>;
export interface WrittenSheet {
  name: string;
  headings: string[];
  rows: Row[];
}

/** What a language is called in headings: its own name, and its tag between parentheses. */
export const tagOf = (language: string) =>
  language === "zh-CN" ? "中文 (zh)" : `${nativeName(language)} (${language})`;
export const translated = (field: string, languages: readonly string[]) =>
  languages.map((language) => `${field}::${tagOf(language)}`);
/** A text, each language in its column. */
export const inEach = (field: string, text: Text | undefined): Row =>
  Object.fromEntries(
    Object.entries(text ?? {}).map(([language, words]) => [`${field}::${tagOf(language)}`, words]),
  );
export const own = (name: string, value: string | number | boolean | undefined): Row =>
  value === undefined || value === false || value === ""
    ? {}
    : { [ownColumn(name)]: value === true ? "yes" : String(value) };

const escaped = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those XML cannot hold or the writer drops
const unwritable = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]|\p{Surrogate}/gu;

/**
 * A text as it may stand in a cell of a workbook: letters that XML does not take are escaped in the way of Office
 * (_x000D_), and so is what only looks like such an escape. The writer keeps its texts in a plain object and would
 * find "constructor" there already: such words begin with an escape.
 */
export function workbookText(text: string): string {
  const safe = text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(unwritable, escaped);
  return safe in {} ? escaped(safe.charAt(0)) + safe.slice(1) : safe;
}
