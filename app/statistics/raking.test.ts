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
const everyone = people.map(() => 1);
const rows = { categories: people.map(([i]) => i), shares: [150, 300, 400, 150] };
const columns = { categories: people.map(([, j]) => j), shares: [200, 300, 400, 100] };

function weights(result: ReturnType<typeof rake>) {
  if (!result.computable) throw new Error(result.reason);
  return result;
}

describe("rake", () => {
  it("meets the margins with the help of others where some keep weight 1, as a loop in R does", () => {
    // n <- c(120, 80, 60, 60, 140, 50, 14, 12, 13); rows 1 1 1 2 2 2 and none; columns 1 2 3 1 2 3 1 2 3; the last three held.
    // Each step: w[g == k & free] times (share * sum((w * n)[g > 0]) - sum((w * n)[g == k & held])) / sum((w * n)[g == k & free])
    const n = [120, 80, 60, 60, 140, 50, 14, 12, 13];
    const raked = weights(
      rake(
        n,
        [
          { categories: [0, 0, 0, 1, 1, 1, -1, -1, -1], shares: [30, 60] },
          { categories: [0, 1, 2, 0, 1, 2, 0, 1, 2], shares: [50, 30, 20] },
        ],
        { held: [0, 0, 0, 0, 0, 0, 1, 1, 1] },
      ),
    );
    const expected = [0.9371697, 0.3404044, 0.5051213, 2.4673272, 0.8961975, 1.3298545, 1, 1, 1];
    for (const [at, weight] of expected.entries()) expect(raked.weights[at]).toBeCloseTo(weight, 5);
    expect(raked.effective).toBeCloseTo(410.01083863202, 3);
  });

  it("agrees with R's loglin, which fits the same margins", () => {
    // loglin(margins, list(1, 2), start = seed, fit = TRUE, eps = 1e-12)$fit, first row; a total of 1,000
    const raked = weights(rake(everyone, [rows, columns], { trim: null }));
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
    const raked = weights(rake(everyone, [rows, columns]));
    expect(raked.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(people.length, 6);
    expect(raked.effective).toBeLessThan(people.length);
    expect(raked.designEffect).toBeCloseTo(people.length / raked.effective, 10);
  });

  it("pulls extreme weights in and counts them", () => {
    const lopsided = { categories: people.map((_, at) => (at === 0 ? 0 : 1)), shares: [0.5, 0.5] };
    const raked = weights(rake(everyone, [lopsided]));
    expect(raked.trimmed).toBeGreaterThan(0);
    expect(Math.max(...raked.weights)).toBeLessThanOrEqual(5.1);
    expect(raked.converged).toBe(false);
  });

  it("leaves people of unknown category out of that margin, not out of the sample", () => {
    const partly = { categories: people.map(([i], at) => (at % 7 === 0 ? -1 : i)), shares: rows.shares };
    const raked = weights(rake(everyone, [partly], { trim: null }));
    const known = partly.categories.reduce((sum, one, at) => sum + (one >= 0 ? raked.weights[at]! : 0), 0);
    const first = partly.categories.reduce((sum, one, at) => sum + (one === 0 ? raked.weights[at]! : 0), 0);
    expect(first / known).toBeCloseTo(0.15, 6);
  });

  it("rakes cells as it rakes their people one by one", () => {
    const cells = rake(
      seed.flat(),
      [
        { categories: seed.flatMap((row, i) => row.map(() => i)), shares: rows.shares },
        { categories: seed.flatMap((row) => row.map((_, j) => j)), shares: columns.shares },
      ],
      { trim: null },
    );
    // The IPF loop below over the same 16 cells, run to 1e-13: first row of weights, Kish's n and design effect.
    const { weights: made, effective, designEffect } = weights(cells);
    for (const [j, expected] of [
      1.29117019553097, 1.2328655922353, 1.41537193057325, 0.30597858002373,
    ].entries())
      expect(made[j]).toBeCloseTo(expected, 5);
    expect(effective).toBeCloseTo(643.89923493424, 3);
    expect(designEffect).toBeCloseTo(1.242430424819, 6);
  });

  /*
   * R, without the survey package:
   *   n <- c(300, 6, 80, 14); a <- c(1, 1, 2, 2); b <- c(1, 2, 1, 2); w <- rep(1, 4)
   *   repeat { old <- w; w <- w * (ta * sum(w * n) / tapply(w * n, a, sum))[a]
   *            w <- w * (tb * sum(w * n) / tapply(w * n, b, sum))[b]
   *            if (trim) repeat { m <- sum(w * n) / sum(n); v <- pmin(pmax(w, .2 * m), 5 * m)
   *                               if (max(abs(v / w - 1)) < 1e-12) break; w <- v }
   *            if (max(abs(w / old - 1)) < 1e-13) break }
   */
  const lopsided = [300, 6, 80, 14];
  const crossed = (a: number[], b: number[]) => [
    { categories: [0, 0, 1, 1], shares: a },
    { categories: [0, 1, 0, 1], shares: b },
  ];

  it("agrees with the loop in R: a weight that stays within bounds is not trimmed", () => {
    const raked = weights(rake(lopsided, crossed([0.5, 0.5], [0.8, 0.2])));
    expect(raked.trimmed).toBe(0);
    for (const [at, expected] of [
      0.62904118899186, 1.88127388374005, 1.64109554128051, 4.90802547839712,
    ].entries())
      expect(raked.weights[at]).toBeCloseTo(expected, 5);
    expect(raked.effective).toBeCloseTo(231.00004517381, 3);
  });

  it("agrees with the loop in R: trimmed and raked again, the margins hold all the same", () => {
    const raked = weights(rake(lopsided, crossed([0.6, 0.4], [0.75, 0.25])));
    expect(raked.converged).toBe(true);
    expect(raked.trimmed).toBe(20);
    for (const [at, expected] of [0.7, 5, 1.125, 5].entries())
      expect(raked.weights[at]).toBeCloseTo(expected, 4);
    expect(raked.effective).toBeCloseTo(213.83227530907, 2);
    const share = ([x, y]: readonly [number, number]) =>
      (raked.weights[x]! * lopsided[x]! + raked.weights[y]! * lopsided[y]!) / 400;
    expect(share([0, 1])).toBeCloseTo(0.6, 5);
    expect(share([0, 2])).toBeCloseTo(0.75, 5);
  });

  it("says why there are no weights", () => {
    expect(rake([], [])).toEqual({ computable: false, reason: "no-valid-answers" });
    expect(rake([1, 1], [{ categories: [0, 0], shares: [0.5, 0.5] }])).toEqual({
      computable: false,
      reason: "empty-cell",
    });
    expect(() => rake([1, 1], [{ categories: [0], shares: [1] }])).toThrow(RangeError);
  });
});

describe("effectiveSize", () => {
  it("agrees with Kish's formula by hand: weights 1 1 2 4", () => {
    expect(effectiveSize([1, 1, 2, 4]).effective).toBeCloseTo(64 / 22, 12);
    expect(effectiveSize([1, 1, 2, 4]).designEffect).toBeCloseTo(1.375, 12);
    expect(effectiveSize([1, 2, 4], [2, 1, 1]).effective).toBeCloseTo(64 / 22, 12);
  });
});
