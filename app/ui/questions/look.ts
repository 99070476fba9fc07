import type { ReactElement } from "react";
import type { AskedItem } from "#app/instrument/asked.ts";
import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { AnswerScale, Problem } from "#app/questions/kind.ts";

/** What the look of a question needs. It renders plain HTML form controls named after the item's code. */
export interface LookProps<Item> {
  item: Item & Pick<AskedItem, "otherOf" | "under">;
  /** Form values to show as chosen or typed. */
  given: string[];
  problem?: Problem | undefined;
  language: Language;
  words: Messages["survey"];
  scales: Record<string, AnswerScale>;
  /** The calendar year, for questions about years and dates. */
  year: number;
  /** Names to suggest for a catalogue question; empty when the catalogue is too long to send along. */
  suggestions: readonly string[];
}

export type Look<Item> = (props: LookProps<Item>) => ReactElement;
