import type { Moments } from "#app/statistics/index.ts";
import type { Policy } from "./policy.ts";
import type { Tally } from "./tally.ts";

/*
 * The strict profile: which numbers are told of those that have passed. After the rounding and suppression of the UK's
 * Higher Education Statistics Agency: people to the nearest five, no percentages on fewer than 22.5, no averages on seven
 * or fewer. Whatever else is said (shares, intervals, verdicts, tests) is computed from what these functions give, and so
 * tells nothing beyond it: five whole percentages of a base under a hundred would else give every exact count back
 * (docs/decisions/disclosure-gate.md).
 */

const step = 5;
/** Fewest people behind a percentage, and behind a mean, under the strict profile. */
export const fewestForShares = 23;
export const fewestForMeans = 8;

export const tooThinForShares = (n: number, { strict }: Policy): boolean => strict && n < fewestForShares;
export const tooThinForMeans = (n: number, { strict }: Policy): boolean => strict && n < fewestForMeans;

/** A number of people as it may be told: to the nearest five under the strict profile. */
export const told = (people: number, { strict }: Policy): number =>
  strict ? Math.round(people / step) * step : people;

/** Numbers of people, each rounded for itself: a total is the rounded total, not the sum of its rounded parts. */
export const toldCounts = (counts: readonly number[], policy: Policy): number[] =>
  counts.map((count) => told(count, policy));

/** The same for everything that is counted of one column. */
export function toldTally(tally: Tally, policy: Policy): Tally {
  if (!policy.strict) return tally;
  const { counts, valid, notApplicable, skipped, notAsked, asked } = tally;
  return {
    counts: toldCounts(counts, policy),
    valid: told(valid, policy),
    notApplicable: told(notApplicable, policy),
    skipped: told(skipped, policy),
    notAsked: told(notAsked, policy),
    asked: told(asked, policy),
  };
}

/**
 * Size, mean and spread of scores as they may be told. Under the strict profile the mean and the standard deviation are
 * rounded so far that each size that rounds to the same five could have had them.
 *
 * @param unit the scores are multiples of one over this, for most people: the number of items of a scale
 */
export function toldMoments(moments: Moments, unit: number, policy: Policy): Moments {
  if (!policy.strict || moments.n < 2) return moments;
  const n = told(moments.n, policy);
  const digits = (n - step) * unit >= 100 ? 2 : 1;
  const mean = rounded(moments.mean, digits);
  const sd = rounded(Math.sqrt(moments.squares / (moments.n - 1)), digits);
  return { n, mean, squares: sd ** 2 * Math.max(0, n - 1) };
}

/** An estimate that stands for itself, such as alpha: two digits under the strict profile. */
export const toldEstimate = (value: number, { strict }: Policy): number =>
  strict ? rounded(value, 2) : value;

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
