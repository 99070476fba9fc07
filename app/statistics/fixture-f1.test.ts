import { describe, expect, it } from "vitest";
import {
  type Computed,
  completeCases,
  cronbachAlpha,
  feldt,
  hedgesG,
  keepItems,
  type LikertCounts,
  likert,
  meanInterval,
  momentsFromCounts,
  momentsOf,
  newcombe,
  scaleScores,
  scaleSummary,
  toHundred,
  verdict,
  welch,
  wilson,
} from "./index.ts";
import oracles from "./oracles.json" with { type: "json" };

/*
 * Twenty respondents, five items, the last one reversed, with gaps; the first ten on site, the others remote.
 * Every expected value was computed by R from the same answers: oracles.json, section f1, names each call.
 */
const MISSING = 98;
const r = oracles.f1;
const columns = [0, 1, 2, 3, 4].map((item) => ({
  values: Int8Array.from(oracles.f1Responses, (row) => row[item] ?? MISSING),
  reversed: item === 4,
}));

function got<T>(result: Computed<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result;
}

function near(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 9);
  });
}

type ItemKey = "counts" | "mean" | "median" | "sd" | "t95" | "favourable" | "wilson95";
const oracle = (item: number, key: ItemKey) =>
  [(r as Record<string, { value: number | number[] }>)[`item${item + 1}.${key}`]!.value].flat();

describe("fixture F1, from answers to verdict", () => {
  it.each([0, 1, 2, 3, 4])("item %i: distribution, mean, favourable share", (item) => {
    const { values, reversed } = columns[item]!;
    const counts = [1, 2, 3, 4, 5].map((choice) => values.filter((value) => value === choice).length);
    expect(counts).toEqual(oracle(item, "counts"));
    const summary = got(likert(counts as unknown as LikertCounts, { reversed }));
    near(
      [summary.mean, summary.median, summary.sd!],
      ["mean", "median", "sd"].flatMap((key) => oracle(item, key as ItemKey)),
    );
    expect([summary.favourable]).toEqual(oracle(item, "favourable"));
    const share = got(wilson(summary.favourable, summary.n));
    near([share.low, share.high], oracle(item, "wilson95"));
    const interval = got(meanInterval(momentsFromCounts(counts)));
    near([interval.low, interval.high], oracle(item, "t95"));
  });

  it("scores nineteen of twenty by the two-thirds rule", () => {
    const scores = [...scaleScores(columns)];
    expect(scores[18]).toBeNull();
    near(
      scores.filter((score) => score !== null),
      r.scores.value,
    );
  });

  it("gives the scale its mean, interval and complete-case mean", () => {
    const { asked, scored, complete, gapsMatter } = scaleSummary(columns);
    const interval = got(meanInterval(scored));
    expect([asked, interval.n, complete.n]).toEqual([20, 19, r.complete.value]);
    near([interval.mean, interval.sd, complete.mean], [r.mean.value, r.sd.value, r.completeMean.value]);
    near([interval.low, interval.high], r.t95.value);
    near([toHundred(interval.mean)], [r.mean0to100.value]);
    expect(gapsMatter).toBe(false);
    expect(verdict(meanInterval(scored))).toBe("none");
  });

  it("measures its reliability on complete cases", () => {
    const cases = got(completeCases(columns));
    expect(cases.n).toBe(r.complete.value);
    const { alpha, standardised, items, k } = got(cronbachAlpha(cases.covariance));
    near([alpha, got(standardised).alpha], [r.alpha.value, r.standardised.value]);
    near(
      items.map(({ itemRest }) => got(itemRest).r),
      r.itemRest.value,
    );
    near(
      items.map(({ alphaIfDeleted }) => got(alphaIfDeleted).alpha),
      r.ifDeleted.value,
    );
    const interval = got(feldt(alpha, cases.n, k));
    near([interval.low, interval.high], r.feldt95.value);
    near([got(cronbachAlpha(keepItems(cases.covariance, [0, 1, 2, 3]))).alpha], [r.withoutReversed.value]);
  });

  it("compares on-site with remote", () => {
    const scores = [...scaleScores(columns)];
    const [onsite, remote] = [momentsOf(scores.slice(0, 10)), momentsOf(scores.slice(10))];
    expect([onsite.n, remote.n]).toEqual([10, 9]);
    const test = got(welch(onsite, remote));
    near([test.t, test.df, test.p], [r["welch.t"].value, r["welch.df"].value, r["welch.p"].value]);
    near([test.low, test.high], r["welch.ci95"].value);
    const effect = got(hedgesG(onsite, remote));
    near([effect.d, effect.g], [r.d.value, r.g.value]);
    const favour = got(newcombe({ successes: 6, n: 10 }, { successes: 2, n: 9 }));
    near([favour.difference, favour.low, favour.high], oracles.newcombe["6/10 2/9"].value);
  });
});
