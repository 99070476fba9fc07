import { deviance, stirlingError } from "./log-gamma.ts";
import type { Tails } from "./tails.ts";

/**
 * Regularised incomplete beta function: lower I_x(a, b) and upper 1 − I_x(a, b) = I_y(b, a).
 * The complement y = 1 − x is an argument of its own: where x rounds to 1, the caller still knows y exactly.
 * The continued fraction is evaluated on the side of the mean where it converges fast.
 *
 * @throws RangeError unless a, b > 0 and x, y are within 0..1
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta needs a, b > 0, got ${a}, ${b}`);
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1))
    throw new RangeError(`incompleteBeta needs 0..1, got ${x}, ${y}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  const front = betaFront(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, front / betaFraction(a, b, x, y));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front / betaFraction(b, a, y, x));
  return { lower: 1 - upper, upper };
}

/** x^a y^b / B(a, b), through the binomial density of Loader (2000): no difference of large logarithms. */
function betaFront(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

/**
 * The continued fraction whose reciprocal times x^a y^b / B(a, b) is I_x(a, b), for x below the mean: Didonato & Morris
 * (1992), ACM TOMS 18(3), eq. 9. It uses y itself, which keeps the digits when x is within 1e-5 of 1 (t with many
 * degrees of freedom). Evaluated by Lentz's method.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  let fraction = awayFromZero((a * (a * y - b * x + 1)) / (a + 1));
  let c = fraction;
  let d = 0;
  for (let m = 1; m < 1_000_000; m++) {
    const odd = a + 2 * m - 1;
    const numerator = (((a + m - 1) / odd) * (a + b + m - 1) * m * (b - m) * x * x) / odd;
    const denominator =
      m + (m * (b - m) * x) / odd + ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (odd + 2);
    d = 1 / awayFromZero(denominator + numerator * d);
    c = awayFromZero(denominator + numerator / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 2 * Number.EPSILON) return fraction;
  }
  throw new RangeError(`incompleteBeta did not converge at a = ${a}, b = ${b}, x = ${x}`);
}

/** Lentz's method divides by these partial values; the tiny stand-in cancels in the next step. */
function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
