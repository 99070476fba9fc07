import type { Reason } from "#app/statistics/computable.ts";
import { holm } from "#app/statistics/holm.ts";
import type { Interval } from "./view.ts";

/* What tests say of groups side by side. */

export interface P {
  p: number;
  /** After Holm over the family. */
  adjusted: number;
}
/** A test as the field reports it: its statistic, degrees of freedom, and the people it rests on. */
export interface Made extends P {
  n: number;
  statistic: { sign: "U" | "H" | "t" | "F" | "z" | "χ²"; value: number; df?: readonly number[] };
}
/** Fewer than two groups with enough answers to test, or why the statistic has no value. */
export interface Untested {
  untested: "few-groups" | Reason;
}
export const isTested = <T extends object>(one: T | Untested): one is T => !("untested" in one);

/** Everything that is adjusted together; its size is told with it. */
export interface Family<T> {
  m: number;
  tests: T[];
}

/** Two groups on one statement; first minus second, positive where the first is more favourable (or agrees more). */
export interface ItemPair extends Made {
  /** Cliff's delta. */
  delta: Interval;
  /** Of favourable shares, as a fraction of 1. */
  share: Interval;
}
/** Two groups on one score; first minus second, in points of 0..100. */
export interface ScorePair extends Made {
  g: Interval;
  points: Interval;
}
/** Three groups or more: the share of the variance between them, ε² of a statement and ω² of a score. */
export interface Omnibus extends Made {
  effect: Interval;
}
/** Per step along ordered groups: of the favourable share, or in points of 0..100. */
export interface Slope extends Made {
  slope: Interval;
}

export interface Tested<Two> {
  /** Of the statement, or of the theme whose score it is. */
  code: string;
  /** The groups that took part, in their order. */
  groups: number[];
  test: ({ kind: "two" } & Two) | ({ kind: "more" } & Omnibus) | Untested;
  /** Whether it may be said that groups differ: the ordinal test and the test of means agree, both after adjustment. */
  clear: boolean;
}
export type Pair<Two> = { code: string; first: number; second: number } & Two;
export type Trend = { code: string; groups: number[]; test: Slope | Untested };

/** All tests of what a comparison shows. */
export interface GroupTests {
  /** With fewer in a group it takes part in none. */
  least: number;
  scores: Family<Tested<ScorePair>>;
  /** Every two of three groups or more; undefined where there are not so many, or too many to list. */
  scorePairs?: Family<Pair<ScorePair>>;
  scoreTrends?: Family<Trend>;
  themes: {
    code: string;
    items: Family<Tested<ItemPair>>;
    pairs?: Family<Pair<ItemPair>>;
    trends?: Family<Trend>;
  }[];
}

/** More groups have more pairs than a page can list. */
export const mostPaired = 8;
/** The level at which an adjusted p is taken for a difference. */
export const level = 0.05;

/** Adjusts the p values of one family together. @param ofOne where a test's p values are kept, if it was made */
export function adjust<T>(tests: readonly T[], ofOne: (one: T) => P | undefined): Family<T> {
  const made = tests.flatMap((one) => ofOne(one) ?? []);
  holm(made.map(({ p }) => p)).forEach((p, at) => {
    made[at]!.adjusted = p;
  });
  return { m: made.length, tests: [...tests] };
}
