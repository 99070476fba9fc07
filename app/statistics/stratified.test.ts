import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments.ts";
import { newcombe } from "./newcombe.ts";
import { mantelHaenszel, stratifiedMeans } from "./stratified.ts";

/* Expected values: R 4.2.2 by the call named beside each. */

const [a, b, c] = [
  [1, 2, 4, 5, 3, 3, 2],
  [4, 5, 5, 4, 3],
  [2, 2, 1, 3, 2, 1, 4, 2],
].map(momentsOf);
const [pooh, piglet, tigger] = [
  [3, 5, 4, 4, 4, 4, 4, 4, 5, 5],
  [2, 4, 2, 2, 1, 2, 3, 2, 2, 3],
  [4, 4, 4, 4, 5, 3, 5, 4, 4, 3],
].map(momentsOf);

describe("stratifiedMeans", () => {
  it("weighs each stratum by the inverse of its variance", () => {
    // d and v by stratum; coef(lm(d ~ 1, weights = 1/v)); ± qnorm(.975)*sqrt(1/sum(1/v)); pchisq(sum((d-D)^2/v), 2, lower = FALSE)
    const found = stratifiedMeans([
      { first: a!, second: b! },
      { first: c!, second: pooh! },
      { first: tigger!, second: piglet! },
    ]);
    if (!found.computable) throw new Error(found.reason);
    expect(found.difference).toBeCloseTo(-0.055195467464385, 12);
    expect(found.low).toBeCloseTo(-0.52286210352867, 12);
    expect(found.high).toBeCloseTo(0.4124711685999, 12);
    expect(found.p).toBeCloseTo(0.81706540946508, 11);
    // -qnorm of half of it, as the difference is negative
    expect(found.z).toBeCloseTo(-0.231321030831837, 10);
    expect(found.n).toBe(7 + 5 + 8 + 10 + 10 + 10);
    expect(found.heterogeneity! / 4.9298126248099e-13).toBeCloseTo(1, 8);
    expect(found.strata).toBe(3);
  });

  it("leaves out what has no error, and says when nothing is left", () => {
    const empty = momentsOf([]);
    const one = stratifiedMeans([
      { first: a!, second: b! },
      { first: c!, second: empty },
      { first: momentsOf([3, 3]), second: c! },
    ]);
    expect(one).toMatchObject({ strata: 1, heterogeneity: null });
    expect(one.computable && one.difference).toBeCloseTo(20 / 7 - 4.2, 12);
    expect(stratifiedMeans([{ first: c!, second: empty }])).toEqual({
      computable: false,
      reason: "no-valid-answers",
    });
  });
});

describe("mantelHaenszel", () => {
  const strata = [
    { first: { successes: 30, n: 75 }, second: { successes: 20, n: 45 } },
    { first: { successes: 18, n: 58 }, second: { successes: 22, n: 37 } },
    { first: { successes: 60, n: 93 }, second: { successes: 30, n: 71 } },
  ];

  it("agrees with R's mantelhaen.test(correct = FALSE), its interval with prop.test's", () => {
    const found = mantelHaenszel(strata);
    if (!found.computable) throw new Error(found.reason);
    expect(found.p).toBeCloseTo(0.78522394032171, 12);
    // sqrt(…$statistic)
    expect(found.z).toBeCloseTo(0.272517756134114, 12);
    expect(found.n).toBe(75 + 45 + 58 + 37 + 93 + 71);
    // w <- n1*n2/(n1+n2), summing to 1; sum(w*(p1-p2)) ± sqrt(sum(w^2 * squared distances to the Wilson ends))
    expect(found.difference).toBeCloseTo(0.014205422329993, 13);
    expect(found.low).toBeCloseTo(-0.083510034773351, 12);
    expect(found.high).toBeCloseTo(0.111186164060585, 12);
  });

  it("is Newcombe's difference in a single stratum, whatever stands empty beside it", () => {
    const found = mantelHaenszel([
      strata[0]!,
      { first: { successes: 0, n: 0 }, second: { successes: 1, n: 4 } },
    ]);
    const alone = newcombe(strata[0]!.first, strata[0]!.second);
    if (!found.computable || !alone.computable) throw new Error("computable");
    expect(found.low).toBeCloseTo(alone.low, 12);
    expect(found.high).toBeCloseTo(alone.high, 12);
    expect(found.strata).toBe(1);
  });

  it("says why there is none", () => {
    expect(mantelHaenszel([])).toEqual({ computable: false, reason: "no-valid-answers" });
    const all = { successes: 5, n: 5 };
    expect(mantelHaenszel([{ first: all, second: all }])).toEqual({
      computable: false,
      reason: "no-variance",
    });
  });
});
