import { describe, expect, it } from "vitest";
import oracles from "./oracles.json" with { type: "json" };
import { wilson } from "./wilson.ts";

function bounds(successes: number, n: number, options = {}): [number, number] {
  const result = wilson(successes, n, options);
  if (!result.computable) throw new Error(result.reason);
  return [result.low, result.high];
}

describe("wilson", () => {
  // prop.test(…, correct=FALSE)$conf.int of R; the full call stands beside each value in oracles.json.
  const published = Object.entries(oracles.wilson).filter(([name]) => /^\d+\/\d+$/.test(name));
  it.each(published)("%s", (name, { value }) => {
    const [successes, n] = name.split("/").map(Number) as [number, number];
    const [low, high] = bounds(successes, n);
    expect(low).toBeCloseTo(value[0]!, 10);
    expect(high).toBeCloseTo(value[1]!, 10);
  });

  it("takes another confidence", () => {
    const [low, high] = bounds(7, 10, { confidence: 0.99 });
    expect(low).toBeCloseTo(oracles.wilson["7/10 at 0.99"].value[0]!, 10);
    expect(high).toBeCloseTo(oracles.wilson["7/10 at 0.99"].value[1]!, 10);
  });

  it("uses the effective size for the width and the weights for the estimate", () => {
    const [low, high] = bounds(9, 15, { effectiveN: 7.5 });
    expect(low).toBeCloseTo(oracles.wilson["4.5 of an effective 7.5"].value[0]!, 10);
    expect(high).toBeCloseTo(oracles.wilson["4.5 of an effective 7.5"].value[1]!, 10);
  });

  it("is exactly 0 at 0 of n and exactly 1 at n of n, at any size", () => {
    for (let n = 1; n < 2000; n += 7) {
      expect(bounds(0, n)[0]).toBe(0);
      expect(bounds(n, n)[1]).toBe(1);
    }
  });

  it("says why there is no interval", () => {
    expect(wilson(0, 0)).toEqual({ computable: false, reason: "no-valid-answers" });
  });

  it("refuses impossible counts", () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
    expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
    expect(() => wilson(1, 2, { confidence: 1 })).toThrow(RangeError);
  });
});
