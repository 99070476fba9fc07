/** Size, mean and sum of squared deviations of a sample: all that means, intervals and Welch's test need. */
export type Moments = { readonly n: number; readonly mean: number; readonly squares: number };

/**
 * Moments of the values that are there; null and undefined are missing. One pass (Welford 1962, Technometrics 4(3)),
 * so scores can stream through without an array. An empty sample has mean 0: check n, or use a statistic, which does.
 *
 * @throws RangeError for NaN and infinite values, which are never answers
 */
export function momentsOf(values: Iterable<number | null | undefined>): Moments {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    if (value === null || value === undefined) continue;
    if (!Number.isFinite(value)) throw new RangeError(`momentsOf met ${value} among the answers`);
    n += 1;
    const step = value - mean;
    mean += step / n;
    squares += step * (value - mean);
  }
  return { n, mean, squares };
}

/**
 * Moments from counts of the whole values first, first + 1, … (first is 1 for a five-point item).
 *
 * @throws RangeError unless the counts are non-negative whole numbers
 */
export function momentsFromCounts(counts: readonly number[], first = 1): Moments {
  let n = 0;
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a count cannot be ${count}`);
    n += count;
    sum += count * (first + i);
  }
  const mean = n === 0 ? 0 : sum / n;
  const squares = counts.reduce((total, count, i) => total + count * (first + i - mean) ** 2, 0);
  return { n, mean, squares };
}

/** Standard deviation with n − 1. @throws RangeError below two values: callers report that case by its reason */
export function standardDeviation({ n, squares }: Moments): number {
  if (n < 2) throw new RangeError("a standard deviation needs two values");
  return Math.sqrt(squares / (n - 1));
}

/** True when all values are equal, up to the rounding noise that equal values like 4.2 leave in the sum of squares. */
export function isConstant({ n, mean, squares }: Moments): boolean {
  return squares <= n * (4 * Number.EPSILON * mean) ** 2;
}
