import type { ReactElement } from "react";
import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { AnswerScale, Problem } from "#app/questions/kind.ts";

/** What the look of a question needs. It renders plain HTML form controls named after the item's code. */
export interface LookProps<Item> {
  item: Item;
  /** Form values to show as chosen or typed. */
  given: string[];
  problem?: Problem | undefined;
  language: Language;
  words: Messages["survey"];
  scales: Record<string, AnswerScale>;
  /** The calendar year, for year questions. */
  year: number;
  /** Names to suggest for a catalogue question; empty when the catalogue is too long to send along. */
  suggestions: readonly string[];
}

export type Look<Item> = (props: LookProps<Item>) => ReactElement;
