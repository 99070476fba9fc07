const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * ln Γ(x) for x > 0, to about 15 digits. Below 16 the argument is raised by Γ(x+1) = xΓ(x); from there Stirling's
 * series is exact to double precision.
 *
 * @throws RangeError unless x > 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, got ${x}`);
  let product = 1;
  let raised = x;
  while (raised < 16) {
    product *= raised;
    raised += 1;
  }
  return (
    (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_TWO_PI + stirlingSeries(raised) - Math.log(product)
  );
}

/** The remainder ln Γ(x) − ((x−½)ln x − x + ½ln 2π), for x ≥ 16: Abramowitz & Stegun 6.1.41. */
function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))) / x;
}

/**
 * The error of Stirling's formula, ln x! − ((x+½)ln x − x + ½ln 2π), for x > 0. Kept apart from `logGamma` because the
 * probabilities of large samples need this small difference itself, not the difference of two huge logarithms.
 */
export function stirlingError(x: number): number {
  if (x >= 16) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

/**
 * x·ln(x/mean) + mean − x without cancellation when x is close to mean.
 * Loader (2000), "Fast and accurate computation of binomial probabilities".
 */
export function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let power = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
