import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { buildView } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { columnsOf, smallInstrument } from "#app/results/testing/small-study.ts";
import type { ThemeResult, View } from "#app/results/view.ts";
import { differencesOf } from "./differences.ts";

const text = { "zh-CN": "题", en: "Theme" };
const policy = staffPolicy(5);

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
  const alone = differencesOf(view([3.3], 100), view([3], 100), policy);
  expect(alone.themes.T0!.p).toBeCloseTo(0.03513866, 7);
  expect(alone.themes.T0!.adjusted).toBe(alone.themes.T0!.p);
  const among = differencesOf(view([3.3, 3.3, 3.3, 3.3], 100), view([3, 3, 3, 3], 100), policy);
  expect(among.tested).toBe(4);
  expect(among.themes.T0!.adjusted).toBeCloseTo(4 * alone.themes.T0!.p, 12);
  expect(among.themes.T0!.verdict).toBe("none");
});

test("groups of fewer than ten are not tested, nor of fewer than may be shown", () => {
  const found = differencesOf(view([4.5], 9), view([2], 100), policy);
  expect(found).toMatchObject({ themes: {}, tested: 0 });
  expect(differencesOf(view([4.5], 12), view([2], 100), staffPolicy(15)).tested).toBe(0);
});

describe("tests of means and of single items have to agree before groups are said to differ", () => {
  const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], { BGA: ["a", "b"] });
  const views = (answers: (group: "a" | "b", at: number) => [number, number]) => {
    const people = Array.from({ length: 80 }, (_, at): Answers => {
      const BGA = at < 40 ? "a" : "b";
      const [I01, I02] = answers(BGA, at % 40);
      return { BGA, I01, I02 };
    });
    const columns = columnsOf(instrument, people);
    return [buildView(columns, { BGA: ["a"] }, policy), buildView(columns, { BGA: ["b"] }, policy)] as const;
  };

  test("they differ on the items as on the score", () => {
    const [a, b] = views((group, at) => {
      const least = group === "a" ? 3 : 1;
      return [least + (at % 3), least + ((at >> 1) % 3)];
    });
    expect(differencesOf(a, b, policy).themes.THEME).toMatchObject({ verdict: "clear" });
  });

  test("each item is unclear, only their sum is not", () => {
    // Answers to the two items run against each other, so that their mean hardly spreads.
    const [a, b] = views((group, at) => {
      const x = 1 + (at % 5);
      return [
        x,
        group === "a" ? Math.min(5, 6 - x + Number(at % 4 === 0)) : Math.max(1, 6 - x - Number(at % 4 === 1)),
      ];
    });
    const { THEME } = differencesOf(a, b, policy).themes;
    // k <- 0:39; x <- 1 + k %% 5; y <- pmin(5, 6-x + (k %% 4 == 0)); z <- pmax(1, 6-x - (k %% 4 == 1))
    // t.test((x + y) / 2, (x + z) / 2)$p.value, while wilcox.test(y, z, exact = FALSE)$p.value is .21
    expect(THEME!.adjusted).toBeCloseTo(3.1984961650388e-5, 15);
    expect(THEME!.verdict).toBe("means");
  });
});
