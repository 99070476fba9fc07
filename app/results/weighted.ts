import type { Text } from "#app/locales/language.ts";
import type { Interval, ItemResult, Shown } from "./view.ts";
import type { WeightedItem, WeightedScore } from "./weighted-result.ts";

/**
 * used · hidden: none of its groups may be shown · crossed: some may, but none crossed with the variables used · gone: the questionnaire and the doors no longer know it
 */
export type MarginState = "used" | "hidden" | "crossed" | "gone";

/** What is known of the population along one variable, beside the sample. */
export interface MarginTable {
  code: string;
  name: Text;
  state: MarginState;
  /**
   * Categories that the figures cover, joined ones as one. Sample shares of a used variable are of the people in these.
   * Weighted shares count those who were pooled; they miss the population's where these are many.
   */
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
  /** People of groups too small to be told, whom nothing is known of but their number: all at weight 1. */
  pooled: Shown<{ n: number }>;
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

/** A weighted number, or why there is none. pooled: too many of its people are in groups too small to be weighted */
export type Weightable<T> = Shown<T & PooledHere> | { shown: false; why: "pooled" };
/** How many of the people behind a number keep weight 1. */
interface PooledHere {
  pooled: number;
}

export interface WeightedStatement {
  code: string;
  text: Text;
  reverse: boolean;
  direction: "favourable" | "none";
  /** The plain numbers, and beside them the weighted ones as far as those tell nothing new. */
  result: Shown<{ plain: ItemResult; weighted: Weightable<WeightedItem> }>;
}

export interface WeightedTheme {
  code: string;
  title: Text;
  /** Undefined for themes without a score. */
  result?: Shown<{
    plain: { n: number; mean: Interval; score: Interval };
    weighted: Weightable<WeightedScore>;
  }>;
  items: WeightedStatement[];
}

/** A study's numbers weighted, beside the plain ones. */
export interface Weighted {
  /** Respondents. When hidden, nothing else is filled. */
  base: Shown<{ n: number }>;
  margins: MarginTable[];
  /**
   * none: nothing is known · unseen: no variable has groups that may be told · empty: nobody answered in some categories ·
   * pooled: too many people are in groups too small to be told
   */
  weights:
    | WeightsMade
    | { made: false; why: "none" | "unseen" | "empty" | "pooled"; empty: { name: Text; labels: Text[] }[] };
  /** Only where weights were made. */
  themes: WeightedTheme[];
}
