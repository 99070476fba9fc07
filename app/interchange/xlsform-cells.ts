import type { Text } from "#app/locales/language.ts";
import { ownColumn } from "./xlsform-own.ts";

/** A row by its headings; what a row does not have is an empty cell. */
export type Row = Record<string, string>;
export interface WrittenSheet {
  name: string;
  headings: string[];
  rows: Row[];
}

export const tags = { "zh-CN": "中文 (zh)", en: "English (en)" } as const;
export const translated = (field: string) => [`${field}::${tags["zh-CN"]}`, `${field}::${tags.en}`];
export const inBoth = (field: string, text: Text | undefined): Row =>
  text ? { [`${field}::${tags["zh-CN"]}`]: text["zh-CN"], [`${field}::${tags.en}`]: text.en } : {};
export const own = (name: string, value: string | number | boolean | undefined): Row =>
  value === undefined || value === false || value === ""
    ? {}
    : { [ownColumn(name)]: value === true ? "yes" : String(value) };
