import { describe, expect, it } from "vitest";
import { hedgesG } from "./hedges-g.ts";
import { momentsOf } from "./moments.ts";
import oracles from "./oracles.json" with { type: "json" };
import { sleep } from "./sleep.fixture.ts";

const [first, second] = [momentsOf(sleep.first), momentsOf(sleep.second)];

describe("hedgesG", () => {
  it("agrees with R on the sleep data", () => {
    const result = hedgesG(first, second);
    if (!result.computable) throw new Error(result.reason);
    expect(result.d).toBeCloseTo(oracles.sleep.d.value, 10);
    expect(result.g).toBeCloseTo(oracles.sleep.g.value, 10);
    // g + c(-1, 1)*qnorm(.975)*sqrt(1/10 + 1/10 + g^2/40)
    expect(result.low).toBeCloseTo(-1.70767640913793, 9);
    expect(result.high).toBeCloseTo(0.11363940824304, 9);
  });

  it("says why there is no effect size", () => {
    expect(hedgesG(first, momentsOf([]))).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(hedgesG(momentsOf([1]), second)).toEqual({ computable: false, reason: "one-answer" });
    expect(hedgesG(momentsOf([2, 2]), momentsOf([2, 2]))).toEqual({
      computable: false,
      reason: "no-variance",
    });
  });
});
