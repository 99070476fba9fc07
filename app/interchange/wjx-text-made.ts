import type { Item } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Finding, FindingCode } from "./report.ts";
import type { Hint } from "./wjx-text-routes.ts";

/** One question of the file and what became of it: several items for a matrix, none where it could not be carried. */
export interface Made {
  at: number;
  number: number;
  items: Item[];
  /** What the answers as the file orders them are here; empty where the question is no choice. */
  answers: { label: string; value: string | number }[];
  routes: { at: number; option?: number; hint: Hint }[];
}

export const chinese = (text: string): Text => ({ "zh-CN": text, en: "" });
/** Short enough for a finding. */
export const brief = (text: string): string =>
  [...text].length > 200 ? `${[...text].slice(0, 199).join("")}…` : text;
/** A finding for one place. */
export type Tell = (code: FindingCode, at: number, details?: Finding["details"], item?: string) => void;
