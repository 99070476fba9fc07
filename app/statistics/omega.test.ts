import { describe, expect, it } from "vitest";
import { omega } from "./omega.ts";
import oracles from "./oracles.json" with { type: "json" };

describe("omega", () => {
  it("agrees with psych::omega on bfi extraversion, as published with bruceR (.763), and with scipy's minres loadings", () => {
    const result = omega(oracles.bfiE);
    if (!result.computable) throw new Error(result.reason);
    expect(result.omega.toFixed(3)).toBe("0.763");
    expect(result.omega).toBeCloseTo(0.763408, 6);
    for (const [at, loading] of [0.600832, 0.726096, 0.583061, 0.687819, 0.52528].entries())
      expect(result.loadings[at]).toBeCloseTo(loading, 5);
  });

  it("finds the factor a matrix was made from", () => {
    const truth = [0.8, 0.7, 0.6, 0.5];
    const made = truth.map((a, i) => truth.map((b, j) => (i === j ? 1 : a * b)));
    const result = omega(made);
    if (!result.computable) throw new Error(result.reason);
    truth.forEach((loading, at) => {
      expect(result.loadings[at]).toBeCloseTo(loading, 8);
    });
    // (2.6)² / (2.6² + 0.36 + 0.51 + 0.64 + 0.75), by hand
    expect(result.omega).toBeCloseTo(6.76 / 9.02, 8);
  });

  it("says why there is none", () => {
    expect(
      omega([
        [1, 0.5],
        [0.5, 1],
      ]),
    ).toEqual({ computable: false, reason: "few-items" });
    expect(
      omega([
        [1, 0.5, 0],
        [0.5, 1, 0],
        [0, 0, 0],
      ]),
    ).toEqual({ computable: false, reason: "no-variance" });
    // Two items nearly the same and a third that goes with one of them: the factor would explain more than all of it.
    expect(
      omega([
        [1, 0.9, 0.8],
        [0.9, 1, 0.4],
        [0.8, 0.4, 1],
      ]),
    ).toEqual({ computable: false, reason: "no-common-factor" });
  });
});
