import { deviance, stirlingError } from "./log-gamma.ts";
import type { Tails } from "./tails.ts";

/**
 * Regularised incomplete gamma function: lower P(a, x) and upper Q(a, x) = 1 − P. Each tail is computed directly where
 * it is the small one, so that far tails keep their digits instead of becoming 1 − 0.999… = 0.
 * Series and continued fraction: Abramowitz & Stegun 6.5.29 and 6.5.31.
 *
 * @throws RangeError unless a > 0 and x ≥ 0
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`incompleteGamma needs a > 0 and x >= 0, got ${a}, ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = poissonDensity(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, front * lowerSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front * a * upperFraction(a, x));
  return { lower: 1 - upper, upper };
}

/** x^a e^−x / Γ(a+1), for real a > 0 (Loader 2000). */
function poissonDensity(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; ; n++) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

/** Modified Lentz evaluation; all partial denominators are positive here, so no guard against zero is needed. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 1_000_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 2 * Number.EPSILON) return fraction;
  }
  throw new RangeError(`incompleteGamma did not converge at a = ${a}, x = ${x}`);
}
