import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netPromoter } from "./net-promoter.ts";

/*
 * R, base: for each supposed difference `optimize` maximises the trinomial likelihood with that difference, and
 * `uniroot(f, tol = 1e-13)` finds where (b − c − nδ)² = qnorm(.975)² n (2q + δ − δ²). 1 and 7 of 21 are the example of
 * Fagerland, Lydersen & Laake (2014), whose printed interval is −0.517 to −0.026.
 */
const fromR: [promoters: number, detractors: number, n: number, ...expected: number[]][] = [
  [40, 20, 160, 0.125, 0.030865, 0.218064],
  [1, 7, 21, -0.285714, -0.517232, -0.026003],
  [58, 31, 120, 0.225, 0.071863, 0.366673],
  [12, 3, 30, 0.3, 0.051077, 0.513081],
  [700, 150, 1204, 0.456811, 0.415958, 0.495612],
  [10, 0, 25, 0.4, 0.213531, 0.592605],
  [0, 0, 30, 0, -0.113513, 0.113513],
];

function of(promoters: number, detractors: number, n: number) {
  const result = netPromoter({ promoters, detractors, n });
  if (!result.computable) throw new Error(result.reason);
  return result;
}

describe("netPromoter", () => {
  it.each(fromR)("%d promoters and %d detractors of %d", (promoters, detractors, n, score, low, high) => {
    const result = of(promoters, detractors, n);
    expect(result.score).toBeCloseTo(score!, 6);
    expect(result.low).toBeCloseTo(low!, 5);
    expect(result.high).toBeCloseTo(high!, 5);
  });

  it("stays within its bounds, holds its estimate, and turns with its groups", () => {
    const counts = fc
      .tuple(fc.nat(200), fc.nat(200), fc.nat(200))
      .filter(([a, b, c]) => a + b + c > 0)
      .map(([a, b, c]) => [a, b, a + b + c] as const);
    fc.assert(
      fc.property(counts, ([promoters, detractors, n]) => {
        const [there, back] = [of(promoters, detractors, n), of(detractors, promoters, n)];
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
        expect(there.low).toBeLessThanOrEqual(there.score);
        expect(there.high).toBeGreaterThanOrEqual(there.score);
        expect(back.low).toBeCloseTo(-there.high, 9);
      }),
    );
  });

  it("is exact where everybody is of one kind, needs somebody, and refuses what cannot be counts", () => {
    expect(of(30, 0, 30)).toMatchObject({ score: 1, high: 1 });
    expect(of(0, 30, 30)).toMatchObject({ score: -1, low: -1 });
    expect(netPromoter({ promoters: 0, detractors: 0, n: 0 })).toEqual({
      computable: false,
      reason: "no-valid-answers",
    });
    expect(() => netPromoter({ promoters: 4, detractors: 0, n: 3 })).toThrow(RangeError);
  });
});
