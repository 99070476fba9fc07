import { describe, expect, it } from "vitest";
import { association } from "./association.ts";
import { cliffsDelta } from "./cliffs-delta.ts";
import type { Computed } from "./computable.ts";
import { correlation } from "./correlation.ts";
import { holm } from "./holm.ts";
import { dunn, kruskalWallis } from "./kruskal-wallis.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { momentsOf } from "./moments.ts";
import { proportionTrend } from "./trend.ts";
import { welchAnova } from "./welch-anova.ts";

/* Expected values: R 4.2.2 by the call named beside each; effsize and rcompanion as published in their documentation. */

function value<T>(result: Computed<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result;
}
/** Counts of whole answers in 1..categories. */
const counts = (answers: number[], categories = 5) =>
  Array.from({ length: categories }, (_, at) => answers.filter((one) => one === at + 1).length);

const [x, y] = [counts([5, 4, 4, 3, 5, 4, 2, 5]), counts([3, 2, 4, 3, 1, 2, 3, 3, 2])];
const pooh = counts([3, 5, 4, 4, 4, 4, 4, 4, 5, 5]);
const piglet = counts([2, 4, 2, 2, 1, 2, 3, 2, 2, 3]);
const tigger = counts([4, 4, 4, 4, 5, 3, 5, 4, 4, 3]);

describe("mannWhitney", () => {
  it("agrees with R's wilcox.test(x, y, exact = FALSE)", () => {
    const test = value(mannWhitney(x, y));
    expect(test.u).toBe(61);
    expect(test.p).toBeCloseTo(0.015360512006466, 13);
  });

  it("agrees with R on 3,800 answers", () => {
    // wilcox.test(rep(1:5, c(120,340,510,800,230)), rep(1:5, c(160,380,500,640,120)), exact = FALSE)
    const test = value(mannWhitney([120, 340, 510, 800, 230], [160, 380, 500, 640, 120]));
    expect(test.u).toBe(2_019_700);
    expect(test.p / 1.1417004585016e-11).toBeCloseTo(1, 10);
  });

  it("changes sign, not size, when the groups change places", () => {
    const [one, other] = [value(mannWhitney(x, y)), value(mannWhitney(y, x))];
    expect(one.z).toBe(-other.z);
    expect(one.p).toBe(other.p);
    expect(value(mannWhitney(x, x))).toMatchObject({ z: 0, p: 1 });
  });

  it("says why there is no test", () => {
    expect(mannWhitney([0, 0], [1, 2])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(mannWhitney([0, 7], [0, 9])).toEqual({ computable: false, reason: "no-variance" });
    expect(() => mannWhitney([1], [1, 2])).toThrow(RangeError);
    expect(() => mannWhitney([1.5, 2], [1, 2])).toThrow(RangeError);
  });
});

describe("cliffsDelta", () => {
  it("agrees with effsize::cliff.delta", () => {
    const result = value(cliffsDelta(counts([1, 1, 2, 2, 2, 3, 3, 3, 4, 5]), counts([1, 2, 3, 4, 4, 5])));
    expect(result.delta).toBeCloseTo(-0.25, 12);
    expect(result.low).toBeCloseTo(-0.7265846, 6);
    expect(result.high).toBeCloseTo(0.3890062, 6);
  });

  it("is 2U/(n₁n₂) − 1", () => {
    expect(value(cliffsDelta(x, y)).delta).toBeCloseTo((2 * 61) / 72 - 1, 12);
  });

  it("keeps an interval where the groups do not overlap at all", () => {
    const apart = value(cliffsDelta([0, 0, 12], [10, 5, 0]));
    expect(apart.delta).toBe(1);
    expect(apart.high).toBe(1);
    expect(apart.low).toBeGreaterThan(0.3);
    expect(apart.low).toBeLessThan(1);
    const turned = value(cliffsDelta([10, 5, 0], [0, 0, 12]));
    expect([turned.delta, turned.low, turned.high]).toEqual([-1, -1, -apart.low]);
  });

  it("says why there is none", () => {
    expect(cliffsDelta([0], [3])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(cliffsDelta([0, 1], [3, 1])).toEqual({ computable: false, reason: "one-answer" });
  });
});

describe("kruskalWallis and dunn", () => {
  it("agree with R's kruskal.test and with rcompanion's published ε² and Dunn's z", () => {
    const test = value(kruskalWallis([pooh, piglet, tigger]));
    expect(test.h).toBeCloseTo(16.842307692308, 11);
    expect(test.df).toBe(2);
    expect(test.p).toBeCloseTo(0.00022016047490004, 15);
    expect(test.epsilonSquared).toBeCloseTo(0.580769, 6);
    const { pairs } = value(dunn([pooh, piglet, tigger]));
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    for (const [at, z] of [3.7702412, 0.4813074, -3.2889338].entries())
      expect(pairs[at]!.z).toBeCloseTo(z, 6);
    const adjusted = holm(pairs.map(({ p }) => p));
    for (const [at, p] of [0.00048927, 0.63029804, 0.00201135].entries())
      expect(adjusted[at]).toBeCloseTo(p, 7);
  });

  it("leave out groups without answers", () => {
    const none = [0, 0, 0, 0, 0];
    expect(value(kruskalWallis([pooh, none, piglet]))).toEqual(value(kruskalWallis([pooh, piglet])));
    expect(value(dunn([pooh, none, piglet])).pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 2],
    ]);
  });

  it("say why there is no test", () => {
    expect(kruskalWallis([pooh])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(
      kruskalWallis([
        [0, 4],
        [0, 5],
      ]),
    ).toEqual({ computable: false, reason: "no-variance" });
  });
});

describe("welchAnova", () => {
  const groups = [
    [1, 2, 4, 5, 3, 3, 2],
    [4, 5, 5, 4, 3],
    [2, 2, 1, 3, 2, 1, 4, 2],
  ].map(momentsOf);

  it("agrees with R's oneway.test", () => {
    const test = value(welchAnova(groups));
    expect(test.f).toBeCloseTo(7.7896518962117, 11);
    expect(test.df1).toBe(2);
    expect(test.df2).toBeCloseTo(10.595664419774, 10);
    expect(test.p).toBeCloseTo(0.0083029837384026, 13);
  });

  it("says why there is no test", () => {
    expect(welchAnova([groups[0]!, momentsOf([])])).toEqual({
      computable: false,
      reason: "no-valid-answers",
    });
    expect(welchAnova([groups[0]!, momentsOf([2])])).toEqual({ computable: false, reason: "one-answer" });
    expect(welchAnova([groups[0]!, momentsOf([2, 2])])).toEqual({ computable: false, reason: "no-variance" });
  });
});

describe("proportionTrend", () => {
  const smokers = [
    { successes: 83, n: 86 },
    { successes: 90, n: 93 },
    { successes: 129, n: 136 },
    { successes: 70, n: 82 },
  ];

  it("agrees with R's prop.trend.test and the slope of lm", () => {
    const test = value(proportionTrend(smokers));
    expect(test.chiSquare).toBeCloseTo(8.2249222851977, 11);
    expect(test.p).toBeCloseTo(0.0041318974776415, 13);
    expect(test.slope).toBeCloseTo(-0.033415626412601, 13);
  });

  it("says why there is no trend", () => {
    expect(proportionTrend([smokers[0]!])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(proportionTrend(smokers.map(({ n }) => ({ successes: n, n })))).toEqual({
      computable: false,
      reason: "no-variance",
    });
  });
});

describe("association", () => {
  const table = [
    [20, 15, 5],
    [10, 30, 25],
    [8, 12, 40],
  ];

  it("agrees with R's chisq.test and its stdres", () => {
    const found = value(association(table));
    expect(found.chiSquare).toBeCloseTo(40.039220647773, 10);
    expect(found.df).toBe(4);
    expect(found.p).toBeCloseTo(4.2483311999606e-8, 19);
    expect(found.v).toBeCloseTo(0.34832595605254, 12);
    expect(found.leastExpected).toBeCloseTo(9.2121212121212, 11);
    expect(found.residuals[0]![0]).toBeCloseTo(4.6546101633646, 11);
    expect(found.residuals[1]![0]).toBeCloseTo(-1.8806392133888, 11);
    expect(found.residuals[2]![2]).toBeCloseTo(4.7629071626657, 11);
  });

  it("has the interval of V that pchisq(x, df, ncp) gives, none of it below independence", () => {
    // uniroot(function(l) pchisq(X, df, l) - p, c(0, 500))$root at p = .975 and .025, sqrt(root / (n * 2)).
    const found = value(association(table));
    expect(found.low).toBeCloseTo(0.224213062, 7);
    expect(found.high).toBeCloseTo(0.444656328, 7);
    const unrelated = value(
      association([
        [12, 11, 13],
        [10, 12, 11],
      ]),
    );
    expect(unrelated.v).toBeCloseTo(0.0616234058, 9);
    expect(unrelated.low).toBe(0);
    expect(unrelated.high).toBeCloseTo(0.2218888205, 7);
  });

  it("says what V would be of unrelated answers", () => {
    // set.seed(1); V of 20,000 tables of r2dtable(, rowSums(t), colSums(t)): mean .104, root mean square .111
    expect(value(association(table)).byChance).toBeCloseTo(0.1106797, 2);
    expect(value(association(table)).byChance).toBeCloseTo(Math.sqrt(4 / (165 * 2)), 14);
  });

  it("counts the cells in which too few are expected", () => {
    // chisq.test(rbind(c(3,2,12), c(9,1,10)))$expected: 5.51 1.38 10.11 / 6.49 1.62 11.89
    const found = value(
      association([
        [3, 2, 12],
        [9, 1, 10],
      ]),
    );
    expect(found.thinCells).toBe(2);
    expect(found.leastExpected).toBeCloseTo(1.378378, 6);
  });

  it("stays quick and whole with the answers of a census", () => {
    const many = table.map((row) => row.map((count) => count * 150_000));
    const from = performance.now();
    const found = value(association(many));
    expect(performance.now() - from).toBeLessThan(1000);
    expect(found.v).toBeCloseTo(0.34832595605254, 10);
    expect(found.high - found.low).toBeLessThan(0.001);
    expect(found.low).toBeLessThan(found.v);
  });

  it("leaves out what nobody chose", () => {
    const wider = [...table.map((row) => [...row, 0]), [0, 0, 0, 0]];
    const found = value(association(wider));
    expect(found.v).toBeCloseTo(value(association(table)).v, 14);
    expect(found.residuals[0]![3]).toBeNull();
  });

  it("says why there is none", () => {
    expect(association([[0, 0]])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(association([[3, 4]])).toEqual({ computable: false, reason: "no-variance" });
  });
});

describe("correlation", () => {
  const [a, b] = [
    [3.2, 4.1, 2.8, 3.9, 4.4, 1.9, 3.3, 2.7, 3.8, 4.0],
    [2.9, 4.3, 2.5, 3.1, 4.6, 2.2, 3.9, 2.4, 3.2, 3.5],
  ];

  it("agrees with R's cor.test, missing pairs left out", () => {
    const found = value(correlation([...a, 5, null], [...b, null, 1]));
    expect(found.n).toBe(10);
    expect(found.r).toBeCloseTo(0.84018294544694, 13);
    expect(found.low).toBeCloseTo(0.44704292375959, 12);
    expect(found.high).toBeCloseTo(0.96128712608292, 12);
    expect(found.p).toBeCloseTo(0.0023423635317652, 14);
  });

  it("says why there is none", () => {
    expect(correlation([null], [1])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(correlation([1, 2], [1, 2])).toEqual({ computable: false, reason: "one-answer" });
    expect(correlation([1, 1, 1, 1], [1, 2, 3, 4])).toEqual({ computable: false, reason: "no-variance" });
  });
});
