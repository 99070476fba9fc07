import type { Text } from "#app/locales/language.ts";
import type { Verdict } from "#app/statistics/verdict.ts";

/**
 * What may be shown. Everything a screen, file or chart receives is built of these types, and only `gate.ts` makes
 * values of `Gated<…>`: a renderer cannot be handed a number that has not passed.
 */
declare const passed: unique symbol;
export type Gated<T> = T & { readonly [passed]: true };

/**
 * few: fewer than k answers · complement: hidden so that a neighbour cannot be worked out · difference: too close to
 * something visible · alike: (nearly) everyone answered the same, so an average would tell what each one said · thin: passed,
 * but too few for a percentage or a mean under the strict profile (`told.ts`)
 */
export type HiddenBecause = "few" | "complement" | "difference" | "alike" | "thin";
export type Shown<T> = ({ shown: true } & T) | { shown: false; why: HiddenBecause };

/** A share 0..1; near-unanimous groups are told only as a bound (methods: group disclosure). */
export type Share = number | { bound: "at-least" | "at-most"; value: number };

/** Estimate with its 95 % interval, in the unit of the estimate. */
export interface Interval {
  estimate: number;
  low: number;
  high: number;
}

/** One statement on an agreement scale. Points are as answered; favourable counts are after reversal. */
export interface ItemResult {
  code: string;
  text: Text;
  reverse: boolean;
  /** Valid answers (1..5), the base of every share here. */
  n: number;
  /** Undefined where they would tell how many a small group are (those routed past the item). */
  notApplicable?: number;
  skipped?: number;
  points: { value: number; label: Text; share: Share }[];
  /** Wilson interval; undefined where the share is only a bound. */
  favourable: { share: Share; low?: number; high?: number };
  neutral: Share;
  unfavourable: Share;
  /** Of raw answers; undefined where the gate only allows bounds. */
  mean?: number;
  sd?: number;
  median?: number;
}

export interface ThemeResult {
  /** Respondents with a scale score. */
  n: number;
  /** Those who were asked the scale at all; undefined where it would tell how many a small group are. */
  asked?: number;
  /** Scale score 1..5 with t interval; the same on 0..100. */
  mean: Interval;
  score: Interval;
  verdict: Verdict;
  /** Cronbach's alpha with Feldt interval on complete cases; undefined when not computable or n < 30. */
  alpha?: Interval & { items: number; n: number; provisional: boolean };
  alphaWithoutReversed?: number;
  /** Mean of those who answered every item; `apart` when it differs by more than 0.1. Undefined when 1..k-1 left gaps. */
  completeCase?: { mean: number; n: number; apart: boolean };
  sd: number;
}
export interface ThemeBlock {
  code: string;
  title: Text;
  meaning: Text;
  result: Shown<ThemeResult>;
  /** In instrument order. Items of the theme that its score does not count have `scored: false`. */
  items: ItemBlock[];
}
export interface ItemBlock {
  code: string;
  text: Text;
  reverse: boolean;
  /** "none": agreeing is neither good nor bad; its shares are agreement, not favour, and it is never ranked among favourable. */
  direction: "favourable" | "none";
  /** Whether the theme's score counts it. */
  scored: boolean;
  result: Shown<ItemResult>;
}

/** Count and Wilson interval are undefined where the share is only a bound. */
export interface OptionResult {
  count?: number;
  share: Share;
  low?: number;
  high?: number;
}
/** One closed variable that is not an attitude statement: background, multiple choice, difficulty, year, cohort. */
export interface VariableBlock {
  code: string;
  text: Text;
  /** A few words; the text where the instrument has none. */
  short: Text;
  /** several: shares may sum to more than 1. bipolar: difficulty-like, best in the middle. */
  measure: "one" | "several" | "year" | "bipolar";
  /** Asked about the matter, not about the person: no variable to filter or group by. */
  opinion?: true;
  /** n: those who answered, the base of every share. The rest is undefined where it would tell a small group's size. */
  base: Shown<{ n: number; skipped?: number; notAsked?: number }>;
  options: { code: string; label: Text; result: Shown<OptionResult> }[];
  /** Of a question on recommending: promoters − detractors, −1..1; undefined unless all its options are told exactly. */
  netPromoter?: Interval;
}

/** Everything the dashboard says about one selection of respondents. */
export interface View {
  /** Respondents in the selection. When hidden, nothing else is filled. */
  base: Shown<{ n: number }>;
  themes: ThemeBlock[];
  /** Themes without a score (overall view, transfer): items only. */
  unscored: { code: string; title: Text; items: ItemBlock[] }[];
  variables: VariableBlock[];
}

/** Two selections side by side, each a view that stands alone; hidden when setting them side by side tells too much. */
export interface Comparison {
  result: Shown<{ first: View; second: View }>;
}

/** One theme score by the groups of one variable. */
export interface GroupTable {
  theme: { code: string; title: Text };
  /** Why the whole table is withheld, when the selection itself may not be shown; then it has no rows. */
  withheld?: HiddenBecause;
  variable: { code: string; text: Text; short: Text };
  rows: {
    code: string;
    label: Text;
    result: Shown<{ n: number; mean: Interval; score: Interval; verdict: Verdict }>;
  }[];
}

type ThemeScoreOf = Pick<ThemeResult, "n" | "mean" | "score">;

/** Every theme's score with everybody counted, and without those whom the quality indices call suspect. */
export interface WithoutSuspects {
  /** Respondents in the selection, and how many of them are suspect. When hidden, nothing else is filled. */
  base: Shown<{ n: number; suspects: number }>;
  themes: { code: string; title: Text; result: Shown<{ all: ThemeScoreOf; without: ThemeScoreOf }> }[];
}
