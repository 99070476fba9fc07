import { describe, expect, it } from "vitest";
import oracles from "./distributions.oracles.json" with { type: "json" };
import {
  chiSquareQuantile,
  chiSquareTails,
  fQuantile,
  fTails,
  normalQuantile,
  normalTails,
  studentTQuantile,
  studentTTails,
} from "./distributions.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";
import { logGamma } from "./log-gamma.ts";
import type { Tails } from "./tails.ts";

/** Each R function of the oracles, by the argument list of the R call. */
const tails: Record<string, (...args: number[]) => Tails> = {
  pnorm: (z) => normalTails(z!),
  pt: (t, df) => studentTTails(t!, df!),
  pf: (f, df1, df2) => fTails(f!, df1!, df2!),
  pchisq: (x, df) => chiSquareTails(x!, df!),
  pbeta: (x, a, b) => incompleteBeta(a!, b!, x!),
  pgamma: (x, a) => incompleteGamma(a!, x!),
};
type Quantile = (tail: "lower" | "upper", ...args: number[]) => number;
const quantiles: Record<string, Quantile> = {
  qnorm: (tail, p) => normalQuantile(p!, { tail }),
  qt: (tail, p, df) => studentTQuantile(p!, df!, { tail }),
  qf: (tail, p, df1, df2) => fQuantile(p!, df1!, df2!, { tail }),
  qchisq: (tail, p, df) => chiSquareQuantile(p!, df!, { tail }),
};

function ours(call: string): number {
  const name = call.slice(0, call.indexOf("("));
  const tail = call.includes("lower.tail=FALSE") ? "upper" : "lower";
  const args = call
    .slice(name.length + 1, -1)
    .split(",")
    .map(Number)
    .filter((arg) => !Number.isNaN(arg));
  if (name === "lgamma") return logGamma(args[0]!);
  return tails[name]?.(...args)[tail] ?? quantiles[name]!(tail, ...args);
}

describe("distributions agree with R 4.2.2", () => {
  it.each(oracles as [string, number][])("%s", (call, expected) => {
    const error = Math.abs(ours(call) / expected - 1);
    // The body of a distribution to 12 digits, a far tail to 9.
    const far = Math.abs(Math.log(Math.abs(expected))) > 20;
    expect(error).toBeLessThan(far ? 1e-9 : 1e-12);
  });

  it("keeps both tails of one point consistent", () => {
    for (const both of [normalTails(0.7), studentTTails(-1.3, 5), fTails(2, 3, 9), chiSquareTails(4, 6)])
      expect(both.lower + both.upper).toBeCloseTo(1, 14);
  });

  it("answers the ends of the range exactly", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(studentTQuantile(1, 3)).toBe(Infinity);
    expect(chiSquareQuantile(0, 3)).toBe(0);
    expect(fQuantile(0, 3, 4, { tail: "upper" })).toBe(Infinity);
    expect(chiSquareTails(0, 3)).toEqual({ lower: 0, upper: 1 });
    expect(fTails(Infinity, 3, 4)).toEqual({ lower: 1, upper: 0 });
    expect(normalTails(-Infinity)).toEqual({ lower: 0, upper: 1 });
  });

  it("refuses impossible arguments instead of answering NaN", () => {
    expect(() => studentTTails(1, 0)).toThrow(RangeError);
    expect(() => studentTTails(Number.NaN, 3)).toThrow(RangeError);
    expect(() => normalTails(Number.NaN)).toThrow(RangeError);
    expect(() => fTails(-1, 2, 3)).toThrow(RangeError);
    expect(() => chiSquareTails(Number.NaN, 3)).toThrow(RangeError);
    expect(() => normalQuantile(1.2)).toThrow(RangeError);
    expect(() => fQuantile(0.5, 2, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("inverts itself over a wide grid", () => {
    for (const p of [1e-200, 1e-30, 1e-6, 0.01, 0.2, 0.499])
      for (const df of [1, 2.5, 17, 400]) {
        expect(studentTTails(studentTQuantile(p, df), df).lower / p).toBeCloseTo(1, 9);
        expect(chiSquareTails(chiSquareQuantile(p, df, { tail: "upper" }), df).upper / p).toBeCloseTo(1, 9);
        expect(fTails(fQuantile(p, df, 30, { tail: "upper" }), df, 30).upper / p).toBeCloseTo(1, 9);
      }
  });
});
