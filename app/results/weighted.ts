import type { Text } from "#app/locales/language.ts";
import type { Interval, ItemResult, Shown } from "./view.ts";
import type { WeightedItem, WeightedScore } from "./weighted-result.ts";

/**
 * used · hidden: one of its groups may not be shown · crossed: its groups may, but not crossed with the variables used ·
 * gone: the questionnaire and the doors no longer know it
 */
export type MarginState = "used" | "hidden" | "crossed" | "gone";

/** What is known of the population along one variable, beside the sample. */
export interface MarginTable {
  code: string;
  name: Text;
  state: MarginState;
  /** Categories that the figures cover. Sample shares of a used variable are of the people in these. */
  rows: {
    code: string;
    label: Text;
    population: number;
    sample: Shown<{ share: number }>;
    weighted?: number;
  }[];
  /** Categories of the variable that the figures do not cover. */
  uncovered: Text[];
  /** People without a covered category, whom this variable leaves as they are. */
  apart?: number;
}

/** What weighting does to the sample. */
export interface WeightsMade {
  made: true;
  n: number;
  /** Kish's effective sample size, and by how much a variance grows. */
  effective: number;
  designEffect: number;
  least: number;
  most: number;
  /** People whose weight was held at a fifth or at five times the mean. */
  trimmed: number;
  rounds: number;
  converged: boolean;
}

export interface WeightedStatement {
  code: string;
  text: Text;
  reverse: boolean;
  direction: "favourable" | "none";
  /** The plain numbers, and beside them the weighted ones as far as those tell nothing new. */
  result: Shown<{ plain: ItemResult; weighted: Shown<WeightedItem> }>;
}

export interface WeightedTheme {
  code: string;
  title: Text;
  /** Undefined for themes without a score. */
  result?: Shown<{
    plain: { n: number; mean: Interval; score: Interval };
    weighted: Shown<WeightedScore>;
  }>;
  items: WeightedStatement[];
}

/** A study's numbers weighted, beside the plain ones. */
export interface Weighted {
  /** Respondents. When hidden, nothing else is filled. */
  base: Shown<{ n: number }>;
  margins: MarginTable[];
  /** none: nothing is known · unseen: no variable's groups may all be told · empty: nobody answered in some categories */
  weights:
    | WeightsMade
    | { made: false; why: "none" | "unseen" | "empty"; empty: { name: Text; labels: Text[] }[] };
  /** Only where weights were made. */
  themes: WeightedTheme[];
}
