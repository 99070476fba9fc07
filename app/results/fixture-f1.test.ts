import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { cronbachAlpha, feldt } from "#app/statistics/index.ts";
import { countCube, themeIn } from "./cube.ts";
import { buildGroupTable, buildView } from "./gate.ts";
import { publicPolicy, staffPolicy } from "./policy.ts";
import oracles from "./testing/oracles.json" with { type: "json" };
import { columnsOf, smallInstrument } from "./testing/small-study.ts";
import { themeScaleOf, themeTally } from "./theme-score.ts";

const f1 = oracles.fixture_F1;
const codes = ["I01", "I02", "I03", "I04", "I05"];
const instrument = smallInstrument(
  codes.map((code) => ({ code, reverse: code === "I05" })),
  { MODE: ["onsite", "remote"] },
);
const columns = columnsOf(
  instrument,
  f1.responses.map(
    (values, at): Answers => ({
      MODE: f1.group[at]!,
      ...Object.fromEntries(codes.map((code, item) => [code, values[item]!])),
    }),
  ),
);

describe("the twenty answers of F1, from stored rows to a view", () => {
  const view = buildView(columns, {}, publicPolicy);
  const items = view.themes[0]!.items.map(({ result }) => result);

  test.each(f1.per_item.map((expected, at) => ({ expected, at })))("item $at", ({ expected, at }) => {
    const item = items[at]!;
    if (!item.shown) throw new Error(item.why);
    expect(item.n).toBe(expected.valid_n);
    expect(item.points.map(({ share }) => Math.round((share as number) * item.n))).toEqual(
      expected.counts_1to5_raw,
    );
    expect(item.mean).toBeCloseTo(expected.mean_raw, 6);
    expect(item.sd).toBeCloseTo(expected.sd_raw, 6);
    expect(item.median).toBe(expected.median_raw);
    expect(item.favourable.share).toBeCloseTo(expected.favourable_n / expected.valid_n, 12);
    expect(item.favourable.low).toBeCloseTo(expected.favourable_wilson95[0]!, 6);
    expect(item.favourable.high).toBeCloseTo(expected.favourable_wilson95[1]!, 6);
    expect(item.skipped).toBe(20 - expected.valid_n);
  });

  test("the theme's score, its interval and the missing verdict of so few", () => {
    const { result } = view.themes[0]!;
    if (!result.shown) throw new Error(result.why);
    expect(result.n).toBe(f1.scale.n_scored);
    expect(result.asked).toBe(20);
    expect(result.mean.estimate).toBeCloseTo(f1.scale.mean, 6);
    expect(result.sd).toBeCloseTo(f1.scale.sd, 6);
    expect(result.mean.low).toBeCloseTo(f1.scale.t95[0]!, 6);
    expect(result.mean.high).toBeCloseTo(f1.scale.t95[1]!, 6);
    expect(result.score.estimate).toBeCloseTo(f1.scale.mean_0_100, 5);
    expect(result.verdict).toBe("none");
    expect(result.alpha).toBeUndefined();
    // Two people left gaps: their scores must not follow from two means.
    expect(result.completeCase).toBeUndefined();
  });

  test("covariances of complete cases give the known alpha", () => {
    const scale = themeScaleOf(columns, instrument.scoring[0]!);
    const { covariance, complete } = themeTally(
      scale,
      themeIn(countCube(columns, [], [[]]), 0, scale.scored.code),
    );
    const alpha = cronbachAlpha(covariance);
    if (!alpha.computable) throw new Error(alpha.reason);
    expect(complete.n).toBe(f1.reliability_listwise.n);
    expect(alpha.alpha).toBeCloseTo(f1.reliability_listwise.alpha, 6);
    const interval = feldt(alpha.alpha, complete.n, 5);
    expect(interval.computable && interval.low).toBeCloseTo(f1.reliability_listwise.feldt95[0]!, 5);
  });

  test("staff compare both groups; the public does not see the nine who were scored remotely", () => {
    const rows = (policy: typeof publicPolicy) =>
      buildGroupTable(columns, {}, "THEME", "MODE", policy).rows.map(({ result }) => result);
    const staff = rows(staffPolicy(5));
    expect(staff.map((one) => one.shown && one.n)).toEqual(f1.onsite_vs_remote.n);
    expect(staff.map((one) => one.shown && Number(one.mean.estimate.toFixed(6)))).toEqual(
      f1.onsite_vs_remote.mean,
    );
    expect(rows(publicPolicy)).toEqual([
      { shown: false, why: "difference" },
      { shown: false, why: "few" },
    ]);
  });
});
