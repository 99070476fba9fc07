import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments.ts";
import oracles from "./oracles.json" with { type: "json" };
import { sleep } from "./sleep.fixture.ts";
import { welch } from "./welch.ts";

const [first, second] = [momentsOf(sleep.first), momentsOf(sleep.second)];

describe("welch", () => {
  it("agrees with R's t.test on the sleep data", () => {
    const result = welch(first, second);
    if (!result.computable) throw new Error(result.reason);
    expect(result.t).toBeCloseTo(oracles.sleep.t.value, 10);
    expect(result.df).toBeCloseTo(oracles.sleep.df.value, 9);
    expect(result.p).toBeCloseTo(oracles.sleep.p.value, 11);
    expect(result.low).toBeCloseTo(oracles.sleep.ci95.value[0]!, 10);
    expect(result.high).toBeCloseTo(oracles.sleep.ci95.value[1]!, 10);
  });

  it("takes another confidence", () => {
    const result = welch(first, second, { confidence: 0.99 });
    if (!result.computable) throw new Error(result.reason);
    expect(result.low).toBeCloseTo(oracles.sleep.ci99.value[0]!, 10);
    expect(result.high).toBeCloseTo(oracles.sleep.ci99.value[1]!, 10);
  });

  it("compares a constant group with one that varies", () => {
    // With one variance 0, the degrees of freedom are those of the other group. R: t.test(c(3,3,3), c(1,2,4))$parameter
    const result = welch(momentsOf([3, 3, 3]), momentsOf([1, 2, 4]));
    expect(result.computable && result.df).toBeCloseTo(2, 12);
  });

  it("finds no difference between a group and itself", () => {
    const result = welch(first, first);
    expect(result.computable && result.p).toBe(1);
    expect(result.computable && result.t).toBe(0);
  });

  it("says why there is no test", () => {
    expect(welch(momentsOf([]), first)).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(welch(first, momentsOf([1]))).toEqual({ computable: false, reason: "one-answer" });
    expect(welch(momentsOf([2, 2]), momentsOf([3, 3]))).toEqual({ computable: false, reason: "no-variance" });
  });
});
