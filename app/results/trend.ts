import type { Text } from "#app/locales/language.ts";
import type { Made } from "./tested.ts";
import type { Interval, ItemBlock, ItemResult, Shown, ThemeResult } from "./view.ts";

/**
 * Something one wave was asked, and what came of it; or why its answers are not joined with those of the newest wording.
 * reworded: asked, but in other words only · unasked: not asked at all · items: a score made of other statements
 */
export type AtWave<T> = { wave: string } & (
  | { seam?: undefined; result: Shown<T> }
  | { seam: "reworded"; revs: readonly number[] }
  | { seam: "unasked" }
  | { seam: "items"; items: readonly string[] }
);

/** A change from one wave to a later one: later minus earlier. */
export interface Change extends Interval {
  from: string;
  to: string;
}
/** Tested by Welch; adjusted over all tests of this block. */
export interface TestedChange extends Change, Made {
  /** Whether it may be claimed: the test of means is clear, and statements of the score bear it out. */
  clear: boolean;
}

export type ScoreAtWave = Pick<ThemeResult, "n" | "mean" | "score" | "sd" | "verdict">;

export interface TrendTheme {
  code: string;
  title: Text;
  /** Lowest and highest point of its scale. */
  points: readonly [number, number];
  waves: AtWave<ScoreAtWave>[];
  /** From wave to wave and from first to last, on 0..100. */
  changes: TestedChange[];
}

export type FavourAtWave = Pick<ItemResult, "n" | "favourable">;

export interface TrendItem extends Pick<ItemBlock, "code" | "text" | "reverse" | "direction"> {
  theme: string | undefined;
  /** The revision all others are held against: the newest. */
  rev: number;
  waves: AtWave<FavourAtWave>[];
  /** Differences of favourable shares as fractions, not tested one by one. */
  changes: Change[];
  /** Whether the share rises or falls over the waves: Cochran–Armitage; over two waves the test of two shares. */
  trend?: Made & { waves: number; slope: Interval };
}

export interface ShareAtWave {
  share: number;
  n: number;
  /** Wilson interval. */
  low?: number;
  high?: number;
}
/** Who answered: one share of the background and how it moved. */
export interface MovedShare {
  variable: { code: string; short: Text };
  option: { code: string; label: Text };
  first: ShareAtWave;
  last: ShareAtWave;
  /** Last minus first, as a fraction. */
  change: Interval;
}
export interface Composition {
  from: string;
  to: string;
  /** Largest change first. */
  moved: MovedShare[];
  /** How many shares could be compared. */
  compared: number;
}

/** A study's waves side by side. */
export interface Trend {
  /** Respondents of all these waves. When hidden, nothing else is filled. */
  base: Shown<{ n: number }>;
  waves: { code: string; label: Text; size: Shown<{ n: number }> }[];
  themes: TrendTheme[];
  /** All themes of the instrument, scored or not, for the statements under them. */
  headings: { code: string; title: Text }[];
  items: TrendItem[];
  /** How many tests each block makes in one breath. */
  tests: { themes: number; items: number };
  composition?: Composition;
}
