import { describe, expect, it } from "vitest";
import { defaultMinValid, scaleScores, scaleSummary, toHundred } from "./scale-score.ts";

const columns = [
  { values: Int8Array.of(5, 4, 0, 1) },
  { values: Int8Array.of(4, 98, -1, 2) },
  { values: Int8Array.of(1, 2, 3, 5), reversed: true },
];

describe("scale scores", () => {
  it("averages the valid answers after reversal and needs two thirds of them", () => {
    // By hand: (5+4+5)/3; (4+4)/2; one valid of three; (1+2+1)/3
    expect([...scaleScores(columns)]).toEqual([14 / 3, 4, null, 4 / 3]);
  });

  it("asks for two thirds, rounded up", () => {
    expect([9, 8, 5, 3, 2, 1].map(defaultMinValid)).toEqual([6, 6, 4, 2, 2, 1]);
  });

  it("follows the instrument's own minimum, the filter's rows and another range", () => {
    expect([...scaleScores(columns, { minValid: 1 })][2]).toBe(3);
    expect([...scaleScores(columns, { rows: [3, 0] })]).toEqual([4 / 3, 14 / 3]);
    expect([...scaleScores([{ values: [0, 7], reversed: true }], { range: [0, 7] })]).toEqual([7, 0]);
  });

  it("summarises with the complete cases beside it and flags a gap above 0.1", () => {
    const summary = scaleSummary(columns);
    expect(summary.asked).toBe(4);
    expect(summary.scored.n).toBe(3);
    expect(summary.scored.mean).toBeCloseTo(10 / 3, 12);
    expect(summary.complete.n).toBe(2);
    expect(summary.complete.mean).toBeCloseTo(3, 12);
    expect(summary.gapsMatter).toBe(true);
    expect(scaleSummary([{ values: [1, 5] }]).gapsMatter).toBe(false);
  });

  it("leaves an all-missing scale empty instead of NaN", () => {
    const summary = scaleSummary([{ values: [98, 98] }, { values: [0, Number.NaN] }]);
    expect(summary.scored).toEqual({ n: 0, mean: 0, squares: 0 });
    expect(summary.gapsMatter).toBe(false);
  });

  it("shows a mean from 0 to 100", () => {
    expect([toHundred(1), toHundred(3), toHundred(5), toHundred(5, [0, 10])]).toEqual([0, 50, 100, 50]);
  });

  it("refuses columns and minimums that do not fit", () => {
    expect(() => scaleSummary([{ values: [1, 2] }, { values: [1] }])).toThrow(RangeError);
    expect(() => scaleSummary(columns, { minValid: 4 })).toThrow(RangeError);
    expect(() => scaleSummary(columns, { minValid: 0 })).toThrow(RangeError);
  });
});
