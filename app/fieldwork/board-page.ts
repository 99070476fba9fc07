import type { InstrumentChoice } from "#app/instrument/instrument-choice.ts";
import type { Text } from "#app/locales/language.ts";
import type { Board } from "./board.ts";
import type { CompositionRow } from "./composition.ts";

export interface CompositionVariable {
  code: string;
  text: Text;
  rows: CompositionRow<Text>[];
  /** People behind the percentages; undefined where that is held back. */
  base: number | undefined;
}

/** The board as one look at it: what the page shows, and what its file holds. */
export interface BoardPage {
  /** Time of day in the study's time zone, HH:mm:ss. */
  asOf: string;
  /** The same as YYYY-MM-DD, for what is kept; and whose clock it is. */
  day: string;
  timeZone: string;
  /** The newest first. */
  waves: { number: number; name: Text }[];
  /** Number of a wave, or all of them. */
  chosen: number | "all";
  /** Whose questionnaire the waves are of, where the study has more than one. */
  choice?: InstrumentChoice | undefined;
  /** Of these waves those whose answers were given elsewhere. */
  imported?: Text[];
  /** Of the chosen wave. */
  closes: { day: string; over: boolean } | undefined;
  /** Classes with fewer answers are held back. */
  k: number;
  board: Board;
  /** From the first to the last page sent, over complete questionnaires with times; undefined for fewer than k. */
  median: { minutes: number; n: number } | undefined;
  pages: { code: string; title: Text }[];
  /** Undefined for several waves; without variables where the wave has no targets. */
  composition: { variables: CompositionVariable[]; step: number } | undefined;
}
