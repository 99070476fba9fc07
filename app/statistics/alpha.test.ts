import { describe, expect, it } from "vitest";
import { cronbachAlpha, itemCorrelations, reliabilityStanding } from "./alpha.ts";
import type { CovarianceMatrix } from "./complete-cases.ts";
import { completeCases, turnItems } from "./complete-cases.ts";
import oracles from "./oracles.json" with { type: "json" };

function reliability(covariance: CovarianceMatrix) {
  const result = cronbachAlpha(covariance);
  if (!result.computable) throw new Error(result.reason);
  return result;
}

const scales = [
  {
    name: "extraversion",
    covariance: oracles.bfiE,
    alpha: oracles.bfi["E.alpha"].value,
    standardised: oracles.bfi["E.standardised"].value,
    itemRest: oracles.bfi["E.itemRest"].value,
    ifDeleted: oracles.bfi["E.ifDeleted"].value,
  },
  {
    name: "agreeableness",
    covariance: oracles.bfiA,
    alpha: oracles.bfi["A.alpha"].value,
    standardised: oracles.bfi["A.standardised"].value,
    itemRest: oracles.bfi["A.itemRest"].value,
    ifDeleted: oracles.bfi["A.ifDeleted"].value,
  },
];

describe("cronbachAlpha", () => {
  it.each(scales)(
    "agrees with R on bfi $name",
    ({ covariance, alpha, standardised, itemRest, ifDeleted }) => {
      const result = reliability(covariance);
      expect(result.alpha).toBeCloseTo(alpha, 10);
      expect(result.standardised.computable && result.standardised.alpha).toBeCloseTo(standardised, 10);
      for (const [i, item] of result.items.entries()) {
        expect(item.itemRest.computable && item.itemRest.r).toBeCloseTo(itemRest[i]!, 10);
        expect(item.alphaIfDeleted.computable && item.alphaIfDeleted.alpha).toBeCloseTo(ifDeleted[i]!, 10);
        expect(item.flag).toBeNull();
      }
    },
  );

  it("gives the three decimals published for extraversion in the bruceR documentation", () => {
    const { alpha, items } = reliability(oracles.bfiE);
    expect(alpha.toFixed(3)).toBe("0.761");
    const deleted = items.map(({ alphaIfDeleted: a }) => a.computable && a.alpha.toFixed(3));
    expect(deleted).toEqual(["0.725", "0.688", "0.728", "0.701", "0.742"]);
  });

  it("shows a negative alpha as it is and points at the items to turn", () => {
    const result = reliability(turnItems(oracles.bfiE, [0, 1]));
    expect(result.alpha).toBeCloseTo(oracles.bfi["E.unreversed"].value, 10);
    expect(result.negative).toBe(true);
    expect(result.items.some(({ flag }) => flag === "check-reversal")).toBe(true);
  });

  it("agrees with R from raw answers", () => {
    const columns = [
      [5, 4, 3, 2, 5],
      [4, 4, 2, 2, 5],
      [4, 3, 3, 1, 4],
      [5, 4, 3, 2, 4],
    ];
    const cases = completeCases(columns.map((values) => ({ values })));
    if (!cases.computable) throw new Error(cases.reason);
    cases.covariance.forEach((row, i) => {
      expect(row[i]).toBeCloseTo(oracles.tiny.variances.value[i]!, 10);
    });
    expect(reliability(cases.covariance).alpha).toBeCloseTo(oracles.tiny.alpha.value, 10);
  });

  it("agrees with R's R <- cov2cor(S); r <- R[lower.tri(R)]; c(mean(r), range(r)) on how items correlate", () => {
    for (const [covariance, mean, low, high] of [
      [oracles.bfiE, 0.389012385961577, 0.298377082645194, 0.514016178506069],
      [oracles.bfiA, 0.332480650095118, 0.148392654345097, 0.505176375915448],
    ] as const) {
      const found = itemCorrelations(covariance);
      if (!found.computable) throw new Error(found.reason);
      expect([found.mean, found.low, found.high]).toEqual(
        [mean, low, high].map((one) => expect.closeTo(one, 12)),
      );
    }
    expect(itemCorrelations([[1]])).toEqual({ computable: false, reason: "one-item" });
    expect(
      itemCorrelations([
        [1, 0],
        [0, 0],
      ]),
    ).toEqual({ computable: false, reason: "no-variance" });
  });

  it("flags a weak item", () => {
    const weak = reliability([
      [1, 0.6, 0.05],
      [0.6, 1, 0.05],
      [0.05, 0.05, 1],
    ]);
    expect(weak.items.map(({ flag }) => flag)).toEqual([null, null, "weak"]);
  });
});

describe("cronbachAlpha where there is little to compute", () => {
  it("needs two items and some variance", () => {
    expect(cronbachAlpha([])).toEqual({ computable: false, reason: "one-item" });
    expect(cronbachAlpha([[2]])).toEqual({ computable: false, reason: "one-item" });
    const constant = [
      [0, 0],
      [0, 0],
    ];
    expect(cronbachAlpha(constant)).toEqual({ computable: false, reason: "no-variance" });
  });

  it("has no alpha where two items cancel each other", () => {
    const mirrored = [
      [1.3, -1.3],
      [-1.3, 1.3],
    ];
    expect(cronbachAlpha(mirrored)).toEqual({ computable: false, reason: "no-variance" });
  });

  it("does not divide by what rounding left of a cancelled total", () => {
    const cancelled = [
      [0.2, -0.1, -0.1],
      [-0.1, 0.30000000000000004, -0.2],
      [-0.1, -0.2, 0.30000000000000004],
    ];
    expect(cancelled.flat().reduce((sum, value) => sum + value, 0)).not.toBe(0);
    expect(cronbachAlpha(cancelled)).toEqual({ computable: false, reason: "no-variance" });
  });

  it("keeps raw alpha when one item is constant, and says what is lost", () => {
    const result = reliability([
      [1, 0.5, 0],
      [0.5, 1, 0],
      [0, 0, 0],
    ]);
    // By hand: 3/2 · (1 − 2/3)
    expect(result.alpha).toBeCloseTo(0.5, 12);
    expect(result.standardised).toEqual({ computable: false, reason: "no-variance" });
    expect(result.items[2]!.itemRest).toEqual({ computable: false, reason: "no-variance" });
    expect(result.items[2]!.flag).toBeNull();
  });

  it("has no alpha-if-deleted for two items", () => {
    const [item] = reliability([
      [1, 0.5],
      [0.5, 1],
    ]).items;
    expect(item!.alphaIfDeleted).toEqual({ computable: false, reason: "one-item" });
  });

  it("refuses a matrix that is not square", () => {
    expect(() => cronbachAlpha([[1, 2], [2]])).toThrow(RangeError);
  });

  it("knows how far an alpha can be trusted", () => {
    expect([29, 30, 99, 100].map(reliabilityStanding)).toEqual([
      "hidden",
      "provisional",
      "provisional",
      "firm",
    ]);
  });
});
