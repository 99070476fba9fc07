import { describe, expect, it } from "vitest";
import { isConstant, momentsFromCounts, momentsOf, standardDeviation } from "./moments.ts";

describe("moments", () => {
  it("skips missing values", () => {
    // R: x <- c(2, 4, 9); mean(x) is 5, sum((x-5)^2) is 26, sd(x) is 3.605551275464
    const moments = momentsOf([2, null, 4, undefined, 9]);
    expect(moments).toEqual({ n: 3, mean: 5, squares: 26 });
    expect(standardDeviation(moments)).toBeCloseTo(3.605551275464, 12);
  });

  it("keeps its digits far from zero", () => {
    // R: var(1e9 + c(4, 7, 13, 16)) is 30
    expect(momentsOf([4, 7, 13, 16].map((x) => x + 1e9)).squares / 3).toBeCloseTo(30, 6);
  });

  it("is the same from counts as from the answers themselves", () => {
    const fromValues = momentsOf([1, 2, 2, 4, 5, 5, 5]);
    const fromCounts = momentsFromCounts([1, 2, 0, 1, 3]);
    expect(fromCounts.n).toBe(fromValues.n);
    expect(fromCounts.mean).toBeCloseTo(fromValues.mean, 14);
    expect(fromCounts.squares).toBeCloseTo(fromValues.squares, 12);
  });

  it("recognises a constant sample in spite of rounding", () => {
    expect(isConstant(momentsOf([4.2, 4.2, 4.2]))).toBe(true);
    expect(isConstant(momentsOf([0.1 + 0.2, 0.3, 0.3]))).toBe(true);
    expect(isConstant(momentsOf([4.2, 4.2, 4.3]))).toBe(false);
    expect(isConstant(momentsFromCounts([0, 0, 7, 0, 0]))).toBe(true);
  });

  it("refuses what cannot be an answer or a count", () => {
    expect(() => momentsOf([1, Number.NaN])).toThrow(RangeError);
    expect(() => momentsOf([Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(() => momentsFromCounts([1, -1])).toThrow(RangeError);
    expect(() => momentsFromCounts([1.5])).toThrow(RangeError);
    expect(() => standardDeviation(momentsOf([3]))).toThrow(RangeError);
  });
});
