import { describe, expect, it } from "vitest";
import type { Computed } from "./computable.ts";
import { jonckheere } from "./jonckheere.ts";
import { momentsOf } from "./moments.ts";
import { newcombe } from "./newcombe.ts";
import { meanTrend, proportionTrend } from "./trend.ts";
import { welch } from "./welch.ts";

/* Expected values: R 4.2.2 by the call named beside each. */

function value<T>(result: Computed<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result;
}

describe("jonckheere", () => {
  it("agrees with R's cor.test(group, answer, method = 'kendall', exact = FALSE)", () => {
    const few = [
      [2, 3, 2, 1, 1],
      [1, 3, 4, 3, 1],
      [0, 1, 2, 3, 2],
      [0, 2, 2, 3, 4],
    ];
    const test = value(jonckheere(few));
    expect(test.z).toBeCloseTo(2.57318609562783, 12);
    expect(test.p).toBeCloseTo(0.0100767009365, 13);
    expect(test.tau).toBeCloseTo(0.33999132755066, 13);
  });

  it("agrees with it on 5,250 answers", () => {
    const test = value(
      jonckheere([
        [120, 340, 510, 800, 230],
        [160, 380, 500, 640, 120],
        [90, 300, 480, 500, 80],
      ]),
    );
    expect(test.z).toBeCloseTo(-6.8760278992599, 11);
    expect(test.p / 6.1544452234354e-12).toBeCloseTo(1, 9);
  });

  it("changes sign when the order is turned, and leaves out empty groups", () => {
    const [a, b, c] = [
      [3, 2, 1],
      [1, 3, 2],
      [0, 2, 4],
    ] as const;
    expect(value(jonckheere([c, b, a])).z).toBe(-value(jonckheere([a, b, c])).z);
    expect(value(jonckheere([a, [0, 0, 0], c]))).toEqual(value(jonckheere([a, c])));
  });

  it("says why there is no test", () => {
    expect(jonckheere([[3, 4]])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(
      jonckheere([
        [0, 4],
        [0, 5],
      ]),
    ).toEqual({ computable: false, reason: "no-variance" });
  });
});

describe("slopes", () => {
  it("the interval of a share's slope is put together from R's prop.test(correct = FALSE) intervals", () => {
    // c <- n*(s - weighted.mean(s, n)) / sum(n*(s - …)^2); e ± sqrt(sum((c * distance to the Wilson end)^2))
    const test = value(
      proportionTrend([
        { successes: 83, n: 86 },
        { successes: 90, n: 93 },
        { successes: 129, n: 136 },
        { successes: 70, n: 82 },
      ]),
    );
    expect(test.low).toBeCloseTo(-0.060900071076097, 12);
    expect(test.high).toBeCloseTo(-0.0068919068858139, 12);
  });

  it("over two groups a share's slope is Newcombe's difference", () => {
    const [first, second] = [
      { successes: 12, n: 40 },
      { successes: 30, n: 51 },
    ];
    const slope = value(proportionTrend([first, second]));
    const difference = value(newcombe(second, first));
    expect(slope.slope).toBeCloseTo(difference.difference, 12);
    expect(slope.low).toBeCloseTo(difference.low, 12);
    expect(slope.high).toBeCloseTo(difference.high, 12);
  });

  const groups = [
    [1, 2, 4, 5, 3, 3, 2],
    [4, 5, 5, 4, 3],
    [2, 2, 1, 3, 2, 1, 4, 2],
  ].map(momentsOf);

  it("a mean's slope is lm's, with the error of a contrast of unequal variances", () => {
    // coef(lm(y ~ step)); E <- c^2 * tapply(y, step, var)/n; df <- sum(E)^2 / sum(E^2/(n - 1)); qt(.975, df)
    const test = value(meanTrend(groups));
    expect(test.slope).toBeCloseTo(-0.39464882943144, 13);
    expect(test.low).toBeCloseTo(-1.06902031400995, 11);
    expect(test.high).toBeCloseTo(0.27972265514707, 11);
    expect(test.df).toBeCloseTo(11.18068875957374, 10);
    expect(test.p).toBeCloseTo(0.22460474405058, 12);
  });

  it("over two groups a mean's slope is Welch's difference", () => {
    const slope = value(meanTrend(groups.slice(0, 2), [3, 4]));
    const test = value(welch(groups[1]!, groups[0]!));
    expect(slope.p).toBeCloseTo(test.p, 12);
    expect(slope.low).toBeCloseTo(test.low, 12);
  });

  it("says why there is no slope", () => {
    expect(meanTrend([groups[0]!])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(meanTrend([groups[0]!, momentsOf([3])])).toEqual({ computable: false, reason: "one-answer" });
    expect(meanTrend([momentsOf([3, 3]), momentsOf([4, 4])])).toEqual({
      computable: false,
      reason: "no-variance",
    });
    expect(meanTrend(groups.slice(0, 2), [1, 1])).toEqual({ computable: false, reason: "no-variance" });
  });
});
