import { describe, expect, it } from "vitest";
import { meanInterval } from "./mean-interval.ts";
import { momentsOf } from "./moments.ts";

describe("meanInterval", () => {
  it("agrees with R", () => {
    // R: x <- c(4, 2, 5, 3, 3); t.test(x)$conf.int; t.test(x, conf.level = 0.9)$conf.int; sd(x)
    const sample = momentsOf([4, 2, 5, 3, 3]);
    const at95 = meanInterval(sample);
    const at90 = meanInterval(sample, { confidence: 0.9 });
    if (!at95.computable || !at90.computable) throw new Error("computable");
    expect(at95.mean).toBeCloseTo(3.4, 12);
    expect(at95.sd).toBeCloseTo(1.140175425099, 10);
    expect(at95.low).toBeCloseTo(1.984285223018, 10);
    expect(at95.high).toBeCloseTo(4.815714776982, 10);
    expect(at90.low).toBeCloseTo(2.312967163653, 10);
    expect(at90.high).toBeCloseTo(4.487032836347, 10);
  });

  it("says why there is no interval", () => {
    expect(meanInterval(momentsOf([]))).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(meanInterval(momentsOf([null, null]))).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(meanInterval(momentsOf([4]))).toEqual({ computable: false, reason: "one-answer" });
    expect(meanInterval(momentsOf([4, 4, 4]))).toEqual({ computable: false, reason: "no-variance" });
  });
});
