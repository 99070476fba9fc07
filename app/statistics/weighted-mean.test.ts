import { describe, expect, it } from "vitest";
import { meanInterval } from "./mean-interval.ts";
import { momentsOf } from "./moments.ts";
import { type WeightedCell, weightedMean } from "./weighted-mean.ts";

const cell = (weight: number, ...values: number[]): WeightedCell => ({
  weight,
  people: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
});

describe("weightedMean", () => {
  it("agrees with R", () => {
    // x <- c(1, 2, 2, 3, 4, 4, 5, 3.5); w <- c(.5, 1, 1, 2, 1, 3, .7, 1); n <- sum(w)^2 / sum(w^2)
    // m <- weighted.mean(x, w); v <- cov.wt(matrix(x), wt = w / sum(w), method = "unbiased")$cov
    // c(m, sqrt(v), n, m - qt(.975, n - 1) * sqrt(v / n), m + qt(.975, n - 1) * sqrt(v / n))
    const made = weightedMean([cell(0.5, 1), cell(1, 2, 2, 4, 3.5), cell(2, 3), cell(3, 4), cell(0.7, 5)]);
    if (!made.computable) throw new Error(made.reason);
    expect(made.mean).toBeCloseTo(3.2843137254902, 12);
    expect(made.sd).toBeCloseTo(1.0993519633318, 12);
    expect(made.n).toBeCloseTo(5.8647125140924, 12);
    expect(made.low).toBeCloseTo(2.1075548722044, 9);
    expect(made.high).toBeCloseTo(4.461072578776, 9);
  });

  it("is the plain mean and its interval when all weigh the same", () => {
    const values = [1, 2, 2, 5, 4.5];
    const plain = meanInterval(momentsOf(values));
    const made = weightedMean([cell(0.3, 1, 2), cell(0.3, 2, 5, 4.5)]);
    if (!made.computable || !plain.computable) throw new Error("not computable");
    for (const name of ["n", "mean", "sd", "low", "high"] as const)
      expect(made[name]).toBeCloseTo(plain[name], 10);
  });

  it("says why there is none", () => {
    expect(weightedMean([])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(weightedMean([cell(2, 3)])).toEqual({ computable: false, reason: "one-answer" });
    expect(weightedMean([cell(2, 4.2, 4.2, 4.2), cell(0.4, 4.2)])).toEqual({
      computable: false,
      reason: "no-variance",
    });
  });
});
