import { type Computed, computed, notComputable } from "./computable.ts";

/** One variable to rake to: each cell's category, and the share of the population in each category. */
export type Margin = {
  /** Index of the category, or −1 where it is unknown: such people keep a weight of their own for this margin. */
  readonly categories: ArrayLike<number>;
  /** Shares of the population; they are scaled to sum to 1. */
  readonly shares: readonly number[];
};

export type RakingOptions = {
  /** Weights outside these multiples of the mean are pulled in, and raking goes on: 0.2 and 5 unless told. */
  readonly trim?: readonly [least: number, most: number] | null;
  /** 1 for cells that keep weight 1: they count towards the margins, and the others make up for them. */
  readonly held?: ArrayLike<number>;
};

export type Weights = {
  /** One per cell, for each of its people; over all people their mean is 1. */
  readonly weights: Float64Array;
  readonly rounds: number;
  /** False: after 100 rounds the margins still moved; the weights are an approximation. */
  readonly converged: boolean;
  /** How many people's weights stand where they were trimmed to. */
  readonly trimmed: number;
} & EffectiveSize;

export type EffectiveSize = {
  /** (Σw)²/Σw²: how many equally weighted answers carry as much information. */
  readonly effective: number;
  /** n·Σw²/(Σw)²: by how much weighting widens a variance. */
  readonly designEffect: number;
};

const mostRounds = 100;
/** Of a target that people who keep their weight fill, what the others are given all the same. */
const fewest = 0.01;

/**
 * Weights that give a sample known margins: iterative proportional fitting, margin by margin, until no weight moves.
 * People of the same categories have the same weight, so it works on the cells of a cross-table; respondents one by one
 * are cells of one. Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444; trimming and effective size
 * as Kish (1965, 1992).
 *
 * @param people how many are in each cell
 * @returns not computable where the population has people in a category nobody of the sample is in
 * @throws RangeError for columns of another length or shares that are none
 */
export function rake(
  people: ArrayLike<number>,
  margins: readonly Margin[],
  options: RakingOptions = {},
): Computed<Weights> {
  const n = sumOf(people);
  if (n === 0) return notComputable("no-valid-answers");
  const { held } = options;
  const free = Float64Array.from(people, (count, at) => (held?.[at] ? 0 : count));
  const targets = margins.map(checked(free));
  if (targets.some((one) => one === undefined)) return notComputable("empty-cell");
  const trim = options.trim === undefined ? ([0.2, 5] as const) : options.trim;
  const weights = new Float64Array(people.length).fill(1);
  let rounds = 0;
  // First without trimming: a weight that is extreme only on the way there needs none.
  let trimming = false;
  for (; rounds < mostRounds; rounds++) {
    let moved = 0;
    margins.forEach((margin, at) => {
      moved = Math.max(moved, fitMargin(weights, people, free, margin, targets[at]!));
    });
    const settled = moved < 1e-6;
    if (trim && (trimming || settled || rounds >= mostRounds / 2)) {
      trimming = true;
      moved = Math.max(moved, pullIn(weights, people, free, trim));
    }
    if (moved < 1e-6) break;
  }
  const total = weighted(weights, free);
  const rest = sumOf(free);
  for (let at = 0; at < weights.length; at++) if (!held?.[at]) weights[at]! *= rest / total;
  return computed({
    weights,
    rounds: Math.min(rounds + 1, mostRounds),
    converged: rounds < mostRounds,
    trimmed: trimming && trim ? atBounds(weights, free, trim) : 0,
    ...effectiveSize(weights, people),
  });
}

const sumOf = (list: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < list.length; at++) sum += list[at]!;
  return sum;
};

/** What people carry together when each of a cell carries the same. */
function weighted(each: ArrayLike<number>, people: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < each.length; at++) sum += each[at]! * people[at]!;
  return sum;
}

/**
 * Kish's effective sample size and design effect.
 * @param people how many have each weight; one each unless told
 * @throws RangeError without a positive weight
 */
export function effectiveSize(weights: ArrayLike<number>, people?: ArrayLike<number>): EffectiveSize {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < weights.length; at++) {
    const count = people ? people[at]! : 1;
    n += count;
    sum += weights[at]! * count;
    squares += weights[at]! ** 2 * count;
  }
  if (!(squares > 0)) throw new RangeError("there is no weight to size");
  return { effective: sum ** 2 / squares, designEffect: (n * squares) / sum ** 2 };
}

/** Scaled shares of one margin; undefined where a needed category is empty in the sample. */
const checked = (people: ArrayLike<number>) => (margin: Margin) => {
  if (margin.categories.length !== people.length)
    throw new RangeError("a margin has a category for every cell");
  const total = margin.shares.reduce((sum, share) => sum + share, 0);
  if (!(total > 0) || margin.shares.some((share) => !(share >= 0)))
    throw new RangeError("shares are not negative and not all zero");
  const there = new Set(Array.from(margin.categories).filter((_, at) => people[at]! > 0));
  if (margin.shares.some((share, category) => share > 0 && !there.has(category))) return undefined;
  return margin.shares.map((share) => share / total);
};

/**
 * Multiplies each category to its target, by those whose weight is free: `free` is `people` without those who keep theirs.
 * @returns the largest relative change of a weight
 */
function fitMargin(
  weights: Float64Array,
  people: ArrayLike<number>,
  free: ArrayLike<number>,
  { categories }: Margin,
  targets: readonly number[],
): number {
  const sums = new Float64Array(targets.length);
  const kept = new Float64Array(targets.length);
  let known = 0;
  for (let at = 0; at < weights.length; at++) {
    const category = categories[at]!;
    if (category < 0) continue;
    sums[category]! += weights[at]! * free[at]!;
    kept[category]! += weights[at]! * (people[at]! - free[at]!);
    known += weights[at]! * people[at]!;
  }
  const factors = targets.map((share, category) =>
    // Where those who keep their weight fill the target alone, hardly anything is left for the others.
    sums[category]! > 0
      ? Math.max(share * known - kept[category]!, fewest * share * known) / sums[category]!
      : 1,
  );
  for (let at = 0; at < weights.length; at++) {
    const category = categories[at]!;
    if (category >= 0 && !(people[at]! > free[at]!)) weights[at]! *= factors[category]!;
  }
  return Math.max(...factors.map((factor) => Math.abs(factor - 1)));
}

/** Pulling one weight in moves the mean that bounds all: repeated until none is outside. @returns the largest change */
function pullIn(
  weights: Float64Array,
  people: ArrayLike<number>,
  free: ArrayLike<number>,
  [least, most]: readonly [number, number],
): number {
  const n = sumOf(people);
  let largest = 0;
  for (let again = true; again; ) {
    again = false;
    const mean = weighted(weights, people) / n;
    for (let at = 0; at < weights.length; at++) {
      if (people[at]! > free[at]!) continue;
      const bound = Math.min(Math.max(weights[at]!, least * mean), most * mean);
      const moved = Math.abs(bound / weights[at]! - 1);
      if (moved < 1e-9) continue;
      weights[at] = bound;
      // The weight that nobody has is kept within bounds as well, but moves no margin.
      if (people[at] === 0) continue;
      largest = Math.max(largest, moved);
      again = true;
    }
  }
  return largest;
}

/** How many people have the largest or the smallest weight there may be; the mean is 1. */
function atBounds(
  weights: Float64Array,
  people: ArrayLike<number>,
  [least, most]: readonly [number, number],
): number {
  const near = 1e-4;
  const held = weights.map((one) => (one <= least * (1 + near) || one >= most * (1 - near) ? 1 : 0));
  return weighted(held, people);
}
