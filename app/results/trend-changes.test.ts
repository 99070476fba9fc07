import { describe, expect, test } from "vitest";
import { staffPolicy } from "./policy.ts";
import type { AtWave, Change, ScoreAtWave } from "./trend.ts";
import { themeChanges } from "./trend-changes.ts";

const wave = (wave: string, n: number, hundred: number, sd: number): AtWave<ScoreAtWave> => {
  const score = { estimate: hundred, low: hundred, high: hundred };
  return { wave, result: { shown: true, n, mean: score, score, sd, verdict: "none" } };
};
/** A score on 1..5 that rose from 50 to 58 points of 100, its spread 0.84 and 0.8 points of five. */
const theme = {
  ...{ code: "T", title: { "zh-CN": "题", en: "T" }, points: [1, 5] as const },
  waves: [wave("1", 200, 50, 0.84), wave("2", 180, 58, 0.8)],
};
const moved = (estimate: number, apart: boolean): { changes: Change[] } => ({
  changes: [
    { from: "1", to: "2", estimate, low: estimate - (apart ? 0.01 : 1), high: estimate + (apart ? 0.01 : 1) },
  ],
});
const changeWith = (...items: { changes: Change[] }[]) =>
  themeChanges([theme], () => items, staffPolicy(10))[0]!.changes[0]!;

describe("a change of a score", () => {
  test("is Welch's, told with its degrees of freedom and the people of both waves", () => {
    // 8 / sqrt(21^2/200 + 20^2/180), Satterthwaite's degrees of freedom, 2 * pt(-t, df)
    expect(changeWith()).toMatchObject({
      estimate: 8,
      n: 380,
      statistic: {
        sign: "t",
        value: expect.closeTo(3.8021069246053, 11),
        df: [expect.closeTo(376.78099607617, 9)],
      },
    });
  });

  test("is claimed only where statements bear it out", () => {
    expect(changeWith().adjusted).toBeLessThan(0.001);
    expect(changeWith(moved(0.1, true), moved(-0.02, false)).clear).toBe(true);
    expect(changeWith().clear).toBe(false);
    expect(changeWith(moved(0.1, false)).clear).toBe(false);
    expect(changeWith(moved(0.1, true), moved(-0.1, true)).clear).toBe(false);
    const elsewhere = moved(0.1, true).changes.map((one) => ({ ...one, to: "3" }));
    expect(changeWith({ changes: elsewhere }).clear).toBe(false);
  });
});
