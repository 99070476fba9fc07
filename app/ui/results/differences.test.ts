import { expect, test } from "vitest";
import type { ThemeResult, View } from "#app/results/view.ts";
import { differencesOf } from "./differences.ts";

const text = { "zh-CN": "题", en: "Theme" };

function view(means: number[], n: number): View {
  const themes = means.map((mean, at) => {
    const around = { estimate: mean, low: mean, high: mean };
    const result: ThemeResult = { n, mean: around, score: around, verdict: "none", sd: 1 };
    return {
      code: `T${at}`,
      title: text,
      meaning: text,
      items: [],
      result: { shown: true as const, ...result },
    };
  });
  return { base: { shown: true, n }, themes, unscored: [], variables: [] };
}

test("a difference that stands alone may not stand among several", () => {
  // Two groups of 100, sd 1, means 0.3 apart: 2 * pt(-0.3 / sqrt(0.02), 198) = .03513866; four of them by Holm: .1406 each.
  const alone = differencesOf(view([3.3], 100), view([3], 100));
  expect(alone.themes.T0!.p).toBeCloseTo(0.03513866, 7);
  expect(alone.themes.T0).toMatchObject({ clear: true, adjusted: alone.themes.T0!.p });
  const among = differencesOf(view([3.3, 3.3, 3.3, 3.3], 100), view([3, 3, 3, 3], 100));
  expect(among.tested).toBe(4);
  expect(among.themes.T0!.adjusted).toBeCloseTo(4 * alone.themes.T0!.p, 12);
  expect(among.themes.T0!.clear).toBe(false);
});

test("groups of fewer than ten are not tested", () => {
  const found = differencesOf(view([4.5], 9), view([2], 100));
  expect(found).toMatchObject({ themes: {}, tested: 0 });
});
