import { describe, expect, it } from "vitest";
import { likert } from "./likert.ts";

describe("likert", () => {
  it("summarises an item in its own direction", () => {
    // R: x <- rep(1:5, c(1, 4, 6, 5, 3)); mean(x), median(x), sd(x)
    const result = likert([1, 4, 6, 5, 3]);
    expect(result).toMatchObject({ n: 19, favourable: 8, neutral: 6, unfavourable: 5, median: 3 });
    expect(result.computable && result.mean).toBeCloseTo(62 / 19, 12);
    expect(result.computable && result.sd).toBeCloseTo(1.147078669353, 11);
  });

  it("turns favour around for a reversed item and leaves the rest as answered", () => {
    const plain = likert([2, 3, 6, 5, 4]);
    const reversed = likert([2, 3, 6, 5, 4], { reversed: true });
    if (!plain.computable) throw new Error(plain.reason);
    expect(reversed).toEqual({ ...plain, favourable: 5, unfavourable: 9 });
  });

  it("puts the median between the two middle answers when they differ", () => {
    // R: median(c(1, 2, 4, 5)) is 3; median(c(4, 5)) is 4.5; median(c(1, 1, 5)) is 1
    expect(likert([1, 1, 0, 1, 1])).toMatchObject({ median: 3 });
    expect(likert([0, 0, 0, 1, 1])).toMatchObject({ median: 4.5 });
    expect(likert([2, 0, 0, 0, 1])).toMatchObject({ median: 1 });
  });

  it("handles one answer, equal answers and none", () => {
    expect(likert([0, 0, 0, 1, 0])).toMatchObject({ n: 1, mean: 4, median: 4, sd: null });
    expect(likert([0, 0, 0, 9, 0])).toMatchObject({ mean: 4, sd: 0, favourable: 9 });
    expect(likert([0, 0, 0, 0, 0])).toEqual({ computable: false, reason: "no-valid-answers" });
  });

  it("refuses counts that are none", () => {
    expect(() => likert([1, 2, -1, 0, 0])).toThrow(RangeError);
    expect(() => likert([1, 2, 0.5, 0, 0])).toThrow(RangeError);
  });
});
