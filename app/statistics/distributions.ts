import { incompleteBeta } from "./incomplete-beta.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { invertTail } from "./invert-tail.ts";
import { logGamma } from "./log-gamma.ts";
import type { TailOptions, Tails } from "./tails.ts";

/*
 * Normal, Student t, F and chi-square: probabilities of both tails and quantiles.
 * `xTails(…)` gives both tails; `xQuantile(p, …, { tail })` the point whose lower (or upper) tail is p.
 * All throw RangeError for degrees of freedom that are not positive and for p outside 0..1.
 * Formulas: Abramowitz & Stegun 26.2, 26.4.19, 26.6.2, 26.7.1.
 */

/** Both tails of the standard normal distribution at z. */
export function normalTails(z: number): Tails {
  if (Number.isNaN(z)) throw new RangeError("normalTails needs a number, got NaN");
  const half = incompleteGamma(0.5, (z * z) / 2);
  return symmetric(z, half.upper / 2);
}

/** Both tails of Student's t with df > 0 degrees of freedom (not necessarily whole) at t. */
export function studentTTails(t: number, df: number): Tails {
  needDf(df);
  if (Number.isNaN(t)) throw new RangeError("studentTTails needs a number, got NaN");
  const square = t * t;
  if (square === Infinity) return symmetric(t, studentTFarTail(Math.abs(t), df));
  const { lower } = incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
  return symmetric(t, lower / 2);
}

/** The leading term of the tail, exact to double precision where t² overflows: (√df / t)^df / (df B(df/2, ½)). */
function studentTFarTail(t: number, df: number): number {
  const logBeta = logGamma(df / 2) + logGamma(0.5) - logGamma((df + 1) / 2);
  return Math.exp(df * (Math.log(df) / 2 - Math.log(t)) - logBeta) / df;
}

/** Both tails of Fisher's F with df1 and df2 degrees of freedom at f ≥ 0. */
export function fTails(f: number, df1: number, df2: number): Tails {
  needDf(df1);
  needDf(df2);
  if (!(f >= 0)) throw new RangeError(`fTails needs f >= 0, got ${f}`);
  const scaled = (df1 / df2) * f;
  if (scaled === Infinity) return { lower: 1, upper: 0 };
  return incompleteBeta(df1 / 2, df2 / 2, scaled / (1 + scaled), 1 / (1 + scaled));
}

/** Both tails of chi-square with df degrees of freedom at x ≥ 0. */
export function chiSquareTails(x: number, df: number): Tails {
  needDf(df);
  return incompleteGamma(df / 2, x / 2);
}

export function normalQuantile(p: number, options?: TailOptions): number {
  return symmetricQuantile(p, options, (z) => normalTails(z).upper);
}

export function studentTQuantile(p: number, df: number, options?: TailOptions): number {
  needDf(df);
  return symmetricQuantile(p, options, (t) => studentTTails(t, df).upper);
}

export function fQuantile(p: number, df1: number, df2: number, options?: TailOptions): number {
  needDf(df1);
  needDf(df2);
  return positiveQuantile(p, options, (f) => fTails(f, df1, df2));
}

export function chiSquareQuantile(p: number, df: number, options?: TailOptions): number {
  needDf(df);
  return positiveQuantile(p, options, (x) => chiSquareTails(x, df));
}

function symmetric(at: number, far: number): Tails {
  return at < 0 ? { lower: far, upper: 1 - far } : { lower: 1 - far, upper: far };
}

function symmetricQuantile(p: number, options: TailOptions = {}, upperAt: (x: number) => number): number {
  needProbability(p);
  if (p === 0.5) return 0;
  const rightOfCentre = options.tail === "upper" ? p < 0.5 : p > 0.5;
  const small = Math.min(p, 1 - p);
  const size = small === 0 ? Infinity : invertTail(upperAt, small);
  return rightOfCentre ? size : -size;
}

function positiveQuantile(p: number, options: TailOptions = {}, tailsAt: (x: number) => Tails): number {
  needProbability(p);
  const tail = options.tail ?? "lower";
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Infinity;
  // Aim at whichever tail is the smaller: that one carries the digits.
  const small = p <= 0.5 ? tail : tail === "lower" ? "upper" : "lower";
  return invertTail((x) => tailsAt(x)[small], Math.min(p, 1 - p));
}

function needDf(df: number): void {
  if (!(df > 0 && df < Infinity)) throw new RangeError(`degrees of freedom must be positive, got ${df}`);
}

function needProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies in 0..1, got ${p}`);
}
