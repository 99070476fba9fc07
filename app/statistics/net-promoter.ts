import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { normalQuantile } from "./distributions.ts";

/** Fractions of 1: pages show them times a hundred. */
export type NetPromoter = { readonly score: number; readonly low: number; readonly high: number };

/**
 * Net promoter score: the share of promoters minus the share of detractors, with the score interval for the difference
 * of two shares of one sample. Both shares come from the same people, so an interval for independent groups would be
 * wrong. Tango (1998), Statistics in Medicine 17, 891–908; found best for this score by Rocks (2016), The American
 * Statistician 70(4), 365–372.
 *
 * @param n everyone who answered, those between the two included
 * @throws RangeError unless both counts lie between 0 and n
 */
export function netPromoter(
  { promoters, detractors, n }: { promoters: number; detractors: number; n: number },
  options: ConfidenceOptions = {},
): Computed<NetPromoter> {
  const fits = (count: number) => count >= 0 && count <= n;
  if (!(fits(promoters) && fits(detractors) && n < Infinity))
    throw new RangeError(`netPromoter needs counts of at most n, got ${promoters} and ${detractors} of ${n}`);
  if (n === 0) return notComputable("no-valid-answers");
  const score = (promoters - detractors) / n;
  const z = normalQuantile((1 - confidenceOf(options)) / 2, { tail: "upper" });
  /** How far a supposed difference lies from the counts: below zero inside the interval. */
  const excess = (difference: number) => {
    const linear = (2 * n - promoters + detractors) * difference - promoters - detractors;
    const constant = detractors * difference * (1 - difference);
    // The share of detractors that fits the counts best if the difference is this.
    const share = (Math.sqrt(linear ** 2 + 8 * n * constant) - linear) / (4 * n);
    const variance = n * (2 * share + difference * (1 - difference));
    return (promoters - detractors - n * difference) ** 2 - z * z * variance;
  };
  return computed({ score, low: edge(excess, score, -1), high: edge(excess, score, 1) });
}

/** Where `excess` changes its sign between a point inside and one outside, by halving: 60 times for every digit there is. */
function edge(excess: (at: number) => number, inside: number, outside: number): number {
  if (inside === outside) return outside;
  let [within, beyond] = [inside, outside];
  for (let time = 0; time < 60; time++) {
    const middle = (within + beyond) / 2;
    if (excess(middle) > 0) beyond = middle;
    else within = middle;
  }
  return within;
}
