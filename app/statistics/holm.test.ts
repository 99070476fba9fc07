import { describe, expect, it } from "vitest";
import { holm } from "./holm.ts";

describe("holm", () => {
  // R: p.adjust(c(…), method = "holm")
  it.each([
    [
      [0.01, 0.02, 0.03, 0.04, 0.05],
      [0.05, 0.08, 0.09, 0.09, 0.09],
    ],
    [
      [0.01, 0.04, 0.03, 0.005],
      [0.03, 0.06, 0.06, 0.02],
    ],
  ])("%j", (raw, expected) => {
    holm(raw).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i]!, 12);
    });
  });

  it("leaves a single test alone and never passes 1", () => {
    expect(holm([0.03])).toEqual([0.03]);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it("refuses what is no p value", () => {
    expect(() => holm([0.1, Number.NaN])).toThrow(RangeError);
    expect(() => holm([-0.1])).toThrow(RangeError);
  });
});
