import { type Computed, computed, notComputable } from "./computable.ts";
import { type ConfidenceOptions, confidenceOf } from "./confidence.ts";
import { normalQuantile, studentTTails } from "./distributions.ts";

export type Correlation = {
  readonly r: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, against no linear relation. */
  readonly p: number;
};

/** Of n pairs: the sums of squared deviations of each, and of the products of deviations. */
export type PairMoments = {
  readonly n: number;
  readonly first: number;
  readonly second: number;
  readonly product: number;
};

/**
 * Pearson's correlation of two scores over those who have both, with Fisher's interval.
 * Pearson (1896), Phil. Trans. A 187; Fisher (1921), Metron 1, 3–32. The interval needs at least four pairs.
 *
 * @param first, second equally long; null is missing
 */
export function correlation(
  first: ArrayLike<number | null>,
  second: ArrayLike<number | null>,
  options: ConfidenceOptions = {},
): Computed<Correlation> {
  if (first.length !== second.length) throw new RangeError("correlated columns are equally long");
  let n = 0;
  let [mx, my, sx, sy, sxy] = [0, 0, 0, 0, 0];
  for (let at = 0; at < first.length; at++) {
    const [x, y] = [first[at], second[at]];
    if (x === null || y === null || x === undefined || y === undefined) continue;
    n += 1;
    const [dx, dy] = [x - mx, y - my];
    mx += dx / n;
    my += dy / n;
    sx += dx * (x - mx);
    sy += dy * (y - my);
    sxy += dx * (y - my);
  }
  return correlationOfMoments({ n, first: sx, second: sy, product: sxy }, options);
}

/** The same from moments that were counted: the columns need not be at hand. */
export function correlationOfMoments(
  { n, first, second, product }: PairMoments,
  options: ConfidenceOptions = {},
): Computed<Correlation> {
  const confidence = confidenceOf(options);
  if (n === 0) return notComputable("no-valid-answers");
  if (n < 4) return notComputable("one-answer");
  if (first <= 0 || second <= 0) return notComputable("no-variance");
  const r = Math.max(-1, Math.min(1, product / Math.sqrt(first * second)));
  const half = normalQuantile((1 - confidence) / 2, { tail: "upper" }) / Math.sqrt(n - 3);
  const z = Math.atanh(r);
  const t = Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r));
  const p = Math.abs(r) === 1 ? 0 : Math.min(1, 2 * studentTTails(t, n - 2).upper);
  return computed({ r, n, low: Math.tanh(z - half), high: Math.tanh(z + half), p });
}
