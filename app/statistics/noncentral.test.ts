import { describe, expect, it } from "vitest";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { momentsOf } from "./moments.ts";
import { noncentralChiSquare, noncentralF, noncentralityInterval } from "./noncentral.ts";
import { welchAnova } from "./welch-anova.ts";

/* Expected values: R 4.2.2 by the calls named beside them. */

describe("noncentral distributions", () => {
  it.each([
    [5, 3, 0, 0.828202855703267],
    [5, 3, 2.5, 0.540238985790815],
    [150, 4, 120, 0.877668342121162],
    [10_300, 4, 10_000, 0.929762701891546],
    [0.1, 2, 30, 2.12023593512953e-8],
  ])("pchisq(%d, %d, %d)", (x, df, lambda, expected) => {
    expect(noncentralChiSquare(x, df, lambda) / expected).toBeCloseTo(1, 8);
  });

  // R's own pf(f, df1, df2, lambda) stops at 1e-9: sum(dpois(0:40000, l/2) * pbeta(df1*f/(df1*f + df2), df1/2 + 0:40000, df2/2))
  it.each([
    [2.5, 3, 20.5, 0, 0.911911045247945],
    [2.5, 3, 20.5, 4, 0.592513228302777],
    [8.3, 2, 1000.7, 12, 0.681742741051486],
    [5000, 4, 1e6, 20_000, 0.495775541013879],
    [0.05, 3, 15, 6, 0.000849627723580601],
  ])("pf(%d, %d, %d, %d)", (f, df1, df2, lambda, expected) => {
    expect(noncentralF(f, df1, df2, lambda) / expected).toBeCloseTo(1, 8);
  });

  it("is 0 at 0 and refuses what is no distribution", () => {
    expect(noncentralChiSquare(0, 2, 3)).toBe(0);
    expect(noncentralF(0, 2, 3, 1)).toBe(0);
    expect(() => noncentralChiSquare(1, 0, 1)).toThrow(RangeError);
    expect(() => noncentralF(1, 2, 3, -1)).toThrow(RangeError);
  });

  it("finds the noncentralities that go with a value", () => {
    // uniroot(function(l) pf(7.7896518962117, 2, 10.595664419774, l) - .975, c(0, 100)), and .025
    const f = noncentralityInterval((l) => noncentralF(7.7896518962117, 2, 10.595664419774, l), 0.95);
    expect(f.low).toBeCloseTo(1.04116578875179, 6);
    expect(f.high).toBeCloseTo(40.60503543723732, 6);
    // pchisq(1, 2, l): nothing to be found from below.
    const c = noncentralityInterval((l) => noncentralChiSquare(1, 2, l), 0.95);
    expect(c.low).toBe(0);
    expect(c.high).toBeCloseTo(6.94911861103121, 6);
  });
});

describe("shares of variance between groups", () => {
  it("ε² has the interval of H's noncentrality", () => {
    // kruskal.test on pooh, piglet and tigger; uniroot(function(l) pchisq(16.8423, 2, l) - .975 …)$root / 29, capped at 1
    const test = kruskalWallis([
      [0, 0, 1, 6, 3],
      [1, 6, 2, 1, 0],
      [0, 0, 2, 6, 2],
    ]);
    expect(test.computable && test.low).toBeCloseTo(0.13362774169271, 8);
    expect(test.computable && test.high).toBe(1);
  });

  it("the interval of ε² holds the estimate even where groups are more alike than chance", () => {
    const test = kruskalWallis(Array.from({ length: 12 }, () => [5, 9, 14, 9, 5]));
    expect(test).toMatchObject({ epsilonSquared: 0, low: 0, high: 0, p: 1 });
  });

  it("ω² and its interval agree with R", () => {
    // f from oneway.test; 2 (f − 1)/(2 (f − 1) + 20); the roots of pf(f, 2, 10.596, l) over themselves + 20
    const groups = [
      [1, 2, 4, 5, 3, 3, 2],
      [4, 5, 5, 4, 3],
      [2, 2, 1, 3, 2, 1, 4, 2],
    ];
    const test = welchAnova(groups.map(momentsOf));
    expect(test.computable && test.omegaSquared).toBeCloseTo(0.40439503678713, 12);
    expect(test.computable && test.low).toBeCloseTo(0.049482324278274, 8);
    expect(test.computable && test.high).toBeCloseTo(0.669994417861335, 8);
  });
});
