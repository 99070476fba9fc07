import { incompleteBeta } from "./incomplete-beta.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";

/*
 * Chi-square and F when there is something to find: the chance of a value up to x, given noncentrality λ. Both are
 * mixtures of central ones with Poisson weights of mean λ/2 (Johnson, Kotz & Balakrishnan 1995, ch. 29 and 30). From one
 * term to the next the central tails differ by a product, so one evaluation costs one incomplete function and a sum.
 */

/** P(X ≤ x) of noncentral chi-square. @throws RangeError unless df > 0, x ≥ 0 and λ ≥ 0 */
export function noncentralChiSquare(x: number, df: number, lambda: number): number {
  check(x, df, lambda);
  const half = x / 2;
  if (half === 0) return 0;
  return mixture(lambda, (last) => {
    let a = df / 2 + last;
    return {
      chance: incompleteGamma(a, half).lower,
      // x^(a−1) e^−x / Γ(a): what the chance grows by when a falls by one.
      step: Math.exp((a - 1) * Math.log(half) - half - logGamma(a)),
      next: () => --a / half,
    };
  });
}

/** P(X ≤ f) of noncentral F. @throws RangeError unless df1, df2 > 0, f ≥ 0 and λ ≥ 0 */
export function noncentralF(f: number, df1: number, df2: number, lambda: number): number {
  check(f, Math.min(df1, df2), lambda);
  const x = (df1 * f) / (df1 * f + df2);
  const y = df2 / (df1 * f + df2);
  if (x === 0) return 0;
  const b = df2 / 2;
  return mixture(lambda, (last) => {
    let a = df1 / 2 + last;
    return {
      chance: incompleteBeta(a, b, x, y).lower,
      // x^(a−1) y^b / ((a−1) B(a−1, b)).
      step: Math.exp(
        (a - 1) * Math.log(x) + b * Math.log(y) + logGamma(a + b - 1) - logGamma(a) - logGamma(b),
      ),
      next: () => --a / (x * (a + b - 1)),
    };
  });
}

interface Descent {
  /** Of the last term's central distribution. */
  chance: number;
  /** What it grows by from there to the term before, and the factor from each such step to the one before it. */
  step: number;
  next(): number;
}

/** Adds up from the last term that matters to the first: only sums of positive numbers, so nothing is lost. */
function mixture(lambda: number, descend: (last: number) => Descent): number {
  const mean = lambda / 2;
  const reach = 9 * Math.sqrt(mean) + 30;
  const last = Math.ceil(mean + reach);
  const first = Math.max(0, Math.floor(mean - reach));
  const down = descend(last);
  let { chance, step } = down;
  let weight = mean === 0 ? 0 : Math.exp(last * Math.log(mean) - mean - logGamma(last + 1));
  let sum = 0;
  for (let term = last; ; term--) {
    if (mean === 0 && term === 0) weight = 1;
    sum += weight * chance;
    if (term === first) return Math.min(1, sum);
    chance += step;
    step *= down.next();
    weight *= mean === 0 ? 0 : term / mean;
  }
}

/**
 * The noncentralities that go with what was observed: those under which neither so much nor so little would be rare.
 * Steiger (2004), Psychological Methods 9(2), 164–182.
 *
 * @param upTo chance of a value up to the observed one, given λ
 */
export function noncentralityInterval(
  upTo: (lambda: number) => number,
  confidence: number,
): { low: number; high: number } {
  const alpha = (1 - confidence) / 2;
  return { low: solve(upTo, 1 - alpha), high: solve(upTo, alpha) };
}

/** λ at which the chance has fallen to the target; 0 where it lies below from the start. */
function solve(upTo: (lambda: number) => number, target: number): number {
  if (upTo(0) <= target) return 0;
  let high = 1;
  while (upTo(high) > target) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (upTo(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function check(x: number, df: number, lambda: number): void {
  if (!(x >= 0 && x < Infinity && df > 0 && lambda >= 0))
    throw new RangeError(`no noncentral distribution at ${x} with ${df} and ${lambda}`);
}
