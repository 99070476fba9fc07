import { type Computed, computed, notComputable } from "./computable.ts";

/** One variable to rake to: each respondent's category, and the share of the population in each category. */
export type Margin = {
  /** Index of the category, or −1 where it is unknown: such a respondent keeps a weight of its own for this margin. */
  readonly categories: ArrayLike<number>;
  /** Shares of the population; they are scaled to sum to 1. */
  readonly shares: readonly number[];
};

export type RakingOptions = {
  /** Weights outside these multiples of the mean are pulled in, and raking goes on: 0.2 and 5 unless told. */
  readonly trim?: readonly [least: number, most: number] | null;
};

export type Weights = {
  /** One per respondent, mean 1. */
  readonly weights: Float64Array;
  readonly rounds: number;
  /** False: after 100 rounds the margins still moved; the weights are an approximation. */
  readonly converged: boolean;
  /** How many weights were pulled in. */
  readonly trimmed: number;
} & EffectiveSize;

export type EffectiveSize = {
  /** (Σw)²/Σw²: how many equally weighted answers carry as much information. */
  readonly effective: number;
  /** n·Σw²/(Σw)²: by how much weighting widens a variance. */
  readonly designEffect: number;
};

const mostRounds = 100;

/**
 * Weights that give a sample known margins: iterative proportional fitting, margin by margin, until no weight moves.
 * Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444; trimming and effective size as Kish (1965, 1992).
 *
 * @param n respondents
 * @returns not computable where the population has people in a category nobody of the sample is in
 * @throws RangeError for columns of another length or shares that are none
 */
export function rake(n: number, margins: readonly Margin[], options: RakingOptions = {}): Computed<Weights> {
  if (n === 0) return notComputable("no-valid-answers");
  const targets = margins.map(checked(n));
  if (targets.some((one) => one === undefined)) return notComputable("empty-cell");
  const trim = options.trim === undefined ? ([0.2, 5] as const) : options.trim;
  const weights = new Float64Array(n).fill(1);
  const held = new Uint8Array(n);
  let rounds = 0;
  for (; rounds < mostRounds; rounds++) {
    let moved = 0;
    margins.forEach((margin, at) => {
      moved = Math.max(moved, fitMargin(weights, margin, targets[at]!));
    });
    if (trim) moved = Math.max(moved, pullIn(weights, trim, held));
    if (moved < 1e-6) break;
  }
  const total = weights.reduce((sum, one) => sum + one, 0);
  for (let at = 0; at < n; at++) weights[at]! *= n / total;
  return computed({
    weights,
    rounds: Math.min(rounds + 1, mostRounds),
    converged: rounds < mostRounds,
    trimmed: held.reduce((sum, one) => sum + one, 0),
    ...effectiveSize(weights),
  });
}

/** Kish's effective sample size and design effect. @throws RangeError without a positive weight */
export function effectiveSize(weights: ArrayLike<number>): EffectiveSize {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < weights.length; at++) {
    sum += weights[at]!;
    squares += weights[at]! ** 2;
  }
  if (!(squares > 0)) throw new RangeError("there is no weight to size");
  return { effective: sum ** 2 / squares, designEffect: (weights.length * squares) / sum ** 2 };
}

/** Scaled shares of one margin; undefined where a needed category is empty in the sample. */
const checked = (n: number) => (margin: Margin) => {
  if (margin.categories.length !== n) throw new RangeError("a margin has a category for every respondent");
  const total = margin.shares.reduce((sum, share) => sum + share, 0);
  if (!(total > 0) || margin.shares.some((share) => !(share >= 0)))
    throw new RangeError("shares are not negative and not all zero");
  const there = new Set(Array.from(margin.categories));
  if (margin.shares.some((share, category) => share > 0 && !there.has(category))) return undefined;
  return margin.shares.map((share) => share / total);
};

/** Multiplies each category to its target. @returns the largest relative change of a weight */
function fitMargin(weights: Float64Array, { categories }: Margin, targets: readonly number[]): number {
  const sums = new Float64Array(targets.length);
  let known = 0;
  for (let at = 0; at < weights.length; at++) {
    const category = categories[at]!;
    if (category < 0) continue;
    sums[category]! += weights[at]!;
    known += weights[at]!;
  }
  const factors = targets.map((share, category) =>
    sums[category]! > 0 ? (share * known) / sums[category]! : 1,
  );
  for (let at = 0; at < weights.length; at++) {
    const category = categories[at]!;
    if (category >= 0) weights[at]! *= factors[category]!;
  }
  return Math.max(...factors.map((factor) => Math.abs(factor - 1)));
}

/** Pulling one weight in moves the mean that bounds all: repeated until none is outside. @returns the largest change */
function pullIn(weights: Float64Array, [least, most]: readonly [number, number], held: Uint8Array): number {
  let largest = 0;
  for (let again = true; again; ) {
    again = false;
    const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
    for (let at = 0; at < weights.length; at++) {
      const bound = Math.min(Math.max(weights[at]!, least * mean), most * mean);
      const moved = Math.abs(bound / weights[at]! - 1);
      if (moved < 1e-9) continue;
      largest = Math.max(largest, moved);
      weights[at] = bound;
      held[at] = 1;
      again = true;
    }
  }
  return largest;
}
