import { describe, expect, it } from "vitest";
import { feldt } from "./feldt.ts";
import oracles from "./oracles.json" with { type: "json" };

describe("feldt", () => {
  it("agrees with R's qf on bfi extraversion", () => {
    const result = feldt(oracles.bfi["E.alpha"].value, 2713, 5);
    if (!result.computable) throw new Error(result.reason);
    expect(result.low).toBeCloseTo(oracles.bfi["E.feldt"].value[0]!, 10);
    expect(result.high).toBeCloseTo(oracles.bfi["E.feldt"].value[1]!, 10);
  });

  it("closes on a perfect alpha and may reach below zero", () => {
    expect(feldt(1, 20, 4)).toMatchObject({ low: 1, high: 1 });
    const poor = feldt(-0.3, 20, 4);
    expect(poor.computable && poor.low).toBeLessThan(-0.3);
  });

  it("says why there is no interval", () => {
    expect(feldt(0.8, 0, 5)).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(feldt(0.8, 1, 5)).toEqual({ computable: false, reason: "one-answer" });
    expect(feldt(0.8, 50, 1)).toEqual({ computable: false, reason: "one-item" });
  });

  it("refuses an alpha that cannot be", () => {
    expect(() => feldt(1.1, 20, 5)).toThrow(RangeError);
    expect(() => feldt(Number.NaN, 20, 5)).toThrow(RangeError);
  });
});
