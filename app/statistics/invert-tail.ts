/**
 * The x > 0 at which a positive monotone tail probability equals p, to nearly full precision. Works on ln x and ln p:
 * tails span hundreds of orders of magnitude, and relative accuracy is what a quantile of a small p needs.
 * Root finding without derivatives: Chandrupatla (1997), Adv. Eng. Software 28(3).
 *
 * @param tailAt the tail probability at x, falling or rising in x
 * @param p the probability aimed at, 0 < p < 1
 */
export function invertTail(tailAt: (x: number) => number, p: number): number {
  const target = Math.log(p);
  // An underflowed tail counts as far below the target; ln 0 = −∞ would break the interpolation.
  const f = (u: number) => Math.log(Math.max(tailAt(Math.exp(u)), Number.MIN_VALUE)) - target;
  const [low, high] = bracket(f);
  return Math.exp(chandrupatla(f, low, high));
}

function bracket(f: (u: number) => number): [number, number] {
  const atOne = f(0);
  if (atOne === 0) return [0, 0];
  for (let step = 1, lowEnd = 0, highEnd = 0; step <= 1024; step *= 2) {
    if (atOne > 0 !== f(step) > 0) return [highEnd, step];
    if (atOne > 0 !== f(-step) > 0) return [-step, lowEnd];
    highEnd = step;
    lowEnd = -step;
  }
  throw new RangeError("invertTail: no positive x has this tail probability");
}

function chandrupatla(f: (u: number) => number, low: number, high: number): number {
  let [b, a] = [low, high];
  let [fb, fa] = [f(b), f(a)];
  let [c, fc] = [a, fa];
  let fraction = 0.5;
  for (let i = 0; i < 200; i++) {
    const x = a + fraction * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) {
      [c, fc] = [a, fa];
    } else {
      [c, fc, b, fb] = [b, fb, a, fa];
    }
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = 2 * Number.EPSILON * Math.abs(best) + 1e-16;
    const share = tolerance / Math.abs(b - a);
    if (share > 0.5 || fx === 0) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    // Inverse quadratic interpolation where it is safe, else halving.
    const interpolate = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    fraction = interpolate
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    fraction = Math.min(1 - share, Math.max(share, fraction));
  }
  throw new RangeError("invertTail did not converge");
}
