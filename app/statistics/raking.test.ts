import { describe, expect, it } from "vitest";
import { effectiveSize, rake } from "./raking.ts";

const seed = [
  [40, 30, 20, 10],
  [35, 50, 100, 75],
  [30, 80, 70, 120],
  [20, 30, 40, 50],
];
/** Respondents of a cross-table, one by one. */
const people = seed.flatMap((row, i) =>
  row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
);
const rows = { categories: people.map(([i]) => i), shares: [150, 300, 400, 150] };
const columns = { categories: people.map(([, j]) => j), shares: [200, 300, 400, 100] };

function weights(result: ReturnType<typeof rake>) {
  if (!result.computable) throw new Error(result.reason);
  return result;
}

describe("rake", () => {
  it("agrees with R's loglin, which fits the same margins", () => {
    // loglin(margins, list(1, 2), start = seed, fit = TRUE, eps = 1e-12)$fit, first row; a total of 1,000
    const raked = weights(rake(people.length, [rows, columns], { trim: null }));
    expect(raked.converged).toBe(true);
    const cell = (i: number, j: number) =>
      (people.reduce((sum, [a, b], at) => sum + (a === i && b === j ? raked.weights[at]! : 0), 0) * 1000) /
      people.length;
    for (const [j, expected] of [
      64.558509776548, 46.232459708824, 35.384298264331, 3.8247322502967,
    ].entries())
      expect(cell(0, j)).toBeCloseTo(expected, 3);
    for (const [i, expected] of [
      64.558509776548, 49.967919418674, 56.721943602096, 28.751627202681,
    ].entries())
      expect(cell(i, 0)).toBeCloseTo(expected, 3);
  });

  it("keeps the mean at 1 and tells what weighting costs", () => {
    const raked = weights(rake(people.length, [rows, columns]));
    expect(raked.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(people.length, 6);
    expect(raked.effective).toBeLessThan(people.length);
    expect(raked.designEffect).toBeCloseTo(people.length / raked.effective, 10);
  });

  it("pulls extreme weights in and counts them", () => {
    const lopsided = { categories: people.map((_, at) => (at === 0 ? 0 : 1)), shares: [0.5, 0.5] };
    const raked = weights(rake(people.length, [lopsided]));
    expect(raked.trimmed).toBeGreaterThan(0);
    expect(Math.max(...raked.weights)).toBeLessThanOrEqual(5.1);
    expect(raked.converged).toBe(false);
  });

  it("leaves people of unknown category out of that margin, not out of the sample", () => {
    const partly = { categories: people.map(([i], at) => (at % 7 === 0 ? -1 : i)), shares: rows.shares };
    const raked = weights(rake(people.length, [partly], { trim: null }));
    const known = partly.categories.reduce((sum, one, at) => sum + (one >= 0 ? raked.weights[at]! : 0), 0);
    const first = partly.categories.reduce((sum, one, at) => sum + (one === 0 ? raked.weights[at]! : 0), 0);
    expect(first / known).toBeCloseTo(0.15, 6);
  });

  it("says why there are no weights", () => {
    expect(rake(0, [])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(rake(2, [{ categories: [0, 0], shares: [0.5, 0.5] }])).toEqual({
      computable: false,
      reason: "empty-cell",
    });
    expect(() => rake(2, [{ categories: [0], shares: [1] }])).toThrow(RangeError);
  });
});

describe("effectiveSize", () => {
  it("agrees with Kish's formula by hand: weights 1 1 2 4", () => {
    expect(effectiveSize([1, 1, 2, 4]).effective).toBeCloseTo(64 / 22, 12);
    expect(effectiveSize([1, 1, 2, 4]).designEffect).toBeCloseTo(1.375, 12);
  });
});
