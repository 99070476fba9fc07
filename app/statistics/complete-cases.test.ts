import { describe, expect, it } from "vitest";
import { completeCases, keepItems } from "./complete-cases.ts";

describe("completeCases", () => {
  it("covers only rows with every answer, reversed items turned", () => {
    // R: cov(cbind(c(5, 4, 1, 2), 6 - c(2, 1, 5, 3)))
    const result = completeCases([
      { values: Int8Array.of(5, 4, 98, 1, 2) },
      { values: Int8Array.of(2, 1, 3, 5, 3), reversed: true },
    ]);
    if (!result.computable) throw new Error(result.reason);
    expect(result.n).toBe(4);
    expect(result.means).toEqual([3, 3.25]);
    expect(result.covariance[0]![0]).toBeCloseTo(3.333333333333, 10);
    expect(result.covariance[0]![1]).toBeCloseTo(2.666666666667, 10);
    expect(result.covariance[1]![0]).toBe(result.covariance[0]![1]);
    expect(result.covariance[1]![1]).toBeCloseTo(2.916666666667, 10);
  });

  it("uses the filter's rows only", () => {
    const columns = [{ values: [1, 5, 3, 2] }, { values: [1, 4, 3, 98] }];
    const filtered = completeCases(columns, { rows: Uint32Array.of(0, 2, 3) });
    expect(filtered).toMatchObject({ n: 2, means: [2, 2] });
  });

  it("gives a constant item a variance of exactly 0", () => {
    const values = new Int8Array(7001).fill(3);
    const result = completeCases([{ values }, { values }]);
    expect(result.computable && result.covariance.flat()).toEqual([0, 0, 0, 0]);
  });

  it("says why there is nothing to compute", () => {
    const empty = { computable: false, reason: "no-valid-answers" };
    expect(completeCases([])).toEqual(empty);
    expect(completeCases([{ values: [] }])).toEqual(empty);
    expect(completeCases([{ values: [1, 98] }, { values: [98, 1] }])).toEqual(empty);
    expect(completeCases([{ values: [1, 98] }, { values: [4, 1] }])).toEqual({
      computable: false,
      reason: "one-answer",
    });
  });

  it("refuses columns of different length", () => {
    expect(() => completeCases([{ values: [1] }, { values: [1, 2] }])).toThrow(RangeError);
  });

  it("keeps the chosen items in their order", () => {
    const matrix = [
      [1, 2, 3],
      [2, 4, 5],
      [3, 5, 6],
    ];
    expect(keepItems(matrix, [0, 2])).toEqual([
      [1, 3],
      [3, 6],
    ]);
  });
});
