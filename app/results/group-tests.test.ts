import { describe, expect, test } from "vitest";
import { countHere } from "./counting.ts";
import { groupTests } from "./group-tests.ts";
import type { ComparedItem, GroupComparison } from "./groups.ts";
import { itemResult } from "./item-result.ts";
import { modeTests } from "./mode-tests.ts";
import { staffPolicy } from "./policy.ts";
import { isTested } from "./tested.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

/* Expected values: R 4.2.2 by the calls named beside them. */

const policy = staffPolicy(10);
const columns = columnsOf(
  smallInstrument([{ code: "I01" }, { code: "I02", reverse: true }, { code: "I03" }], {}),
  [],
);
type Counts = [number, number, number, number, number];
/** One statement with what each group answered. */
const item = (code: string, ...groups: Counts[]): ComparedItem => {
  const column = columns.byCode.get(code)!;
  const reverse = column.item?.kind === "scale" && column.item.reverse;
  return {
    ...{ code, text: column.text, reverse, direction: "favourable", scored: true },
    results: groups.map((counts) => {
      const valid = counts.reduce((sum, one) => sum + one, 0);
      const gaps = { notApplicable: 0, skipped: 0, notAsked: 0, asked: valid };
      return itemResult(column, { counts, valid, ...gaps }, false, policy);
    }),
  };
};
const text = (one: string) => ({ "zh-CN": one, en: one });
const score = (n: number, mean: number, sd: number) => ({
  ...{ shown: true as const, n, sd },
  score: { estimate: mean, low: mean, high: mean },
});
const comparison = (
  items: ComparedItem[],
  scores: ReturnType<typeof score>[],
  positions: (number | undefined)[] = [],
): GroupComparison => ({
  variable: { code: "BGA", text: text("a"), short: text("a") },
  groups: scores.map(({ n }, at) => ({
    ...{ code: `g${at}`, label: text(`g${at}`), base: { shown: true, n } },
    ...(positions[at] !== undefined && { position: positions[at] }),
  })),
  themes: [{ code: "THEME", title: text("t"), scores, items }],
});
const testsOf = (shown: GroupComparison) => countHere(groupTests(shown, policy));

const [a, b, c]: [Counts, Counts, Counts] = [
  [12, 34, 51, 80, 23],
  [16, 38, 50, 64, 12],
  [9, 30, 48, 50, 8],
];

describe("two groups", () => {
  const shown = comparison(
    [item("I01", a, b), item("I02", a, b), item("I03", [30, 20, 10, 5, 2], [2, 5, 10, 20, 30])],
    [score(200, 60, 21), score(180, 52, 20)],
  );
  const { scores, themes, scorePairs } = testsOf(shown);
  const [first, turned, last] = themes[0]!.items.tests.map(({ test }) => test);

  test("Mann–Whitney, and Newcombe's difference, of the counts that the shares stand for", () => {
    if (!first || !isTested(first) || first.kind !== "two") throw new Error("tested");
    // x <- rep(1:5, c(12,34,51,80,23)); y <- rep(1:5, c(16,38,50,64,12)); wilcox.test(x, y, exact = FALSE)
    expect(first.p).toBeCloseTo(0.0320859425562, 12);
    // …$statistic
    expect([first.n, first.statistic]).toEqual([380, { sign: "U", value: 20197 }]);
    // 2 * wilcox.test(x, y)$statistic / (200 * 180) - 1
    expect(first.delta.estimate).toBeCloseTo(0.122055555556, 10);
    expect(first.share.estimate).toBeCloseTo(103 / 200 - 76 / 180, 12);
  });

  test("a reversed statement counts the other way round", () => {
    if (!first || !isTested(first) || first.kind !== "two") throw new Error("tested");
    if (!turned || !isTested(turned) || turned.kind !== "two") throw new Error("tested");
    expect(turned.delta.estimate).toBe(-first.delta.estimate);
    expect(turned.share.estimate).toBeCloseTo(46 / 200 - 54 / 180, 12);
  });

  test("Holm's adjustment is over the statements of the theme", () => {
    // p.adjust(c(0.0320859, 0.0320859, <tiny>), "holm")
    expect(themes[0]!.items.m).toBe(3);
    expect(first && isTested(first) && first.adjusted).toBeCloseTo(2 * 0.0320859425562, 11);
    expect(last && isTested(last) && last.adjusted).toBeLessThan(1e-9);
    expect(themes[0]!.items.tests.map(({ clear }) => clear)).toEqual([false, false, true]);
  });

  test("a score that differs is no headline where its statements clearly say the opposite", () => {
    // The third statement is clearly lower in the first group, whose score is higher.
    const { test: pair, clear } = scores.tests[0]!;
    if (!isTested(pair) || pair.kind !== "two") throw new Error("tested");
    expect(pair.adjusted).toBeLessThan(0.001);
    // t <- 8 / sqrt(21^2/200 + 20^2/180), and Satterthwaite's degrees of freedom
    expect(pair.statistic).toEqual({
      sign: "t",
      value: expect.closeTo(3.8021069246053, 11),
      df: [expect.closeTo(376.78099607617, 9)],
    });
    expect(clear).toBe(false);
    const same = comparison(
      [item("I01", [2, 5, 10, 20, 30], [30, 20, 10, 5, 2])],
      [score(67, 70, 20), score(67, 40, 20)],
    );
    expect(testsOf(same).scores.tests[0]!.clear).toBe(true);
    expect(scorePairs).toBeUndefined();
  });
});

describe("more groups", () => {
  const shown = comparison(
    [item("I01", a, b, c)],
    [score(200, 60, 21), score(180, 52, 20), score(145, 50, 19)],
    [1, 2, 3],
  );
  const tests = testsOf(shown);

  test("Kruskal–Wallis, then Dunn's pairs adjusted together", () => {
    const { items, pairs } = tests.themes[0]!;
    const [one] = items.tests;
    if (!one || !isTested(one.test) || one.test.kind !== "more") throw new Error("tested");
    // kruskal.test(list(x, y, rep(1:5, c(9,30,48,50,8))))
    expect(one.test.p).toBeCloseTo(0.0482257219989, 11);
    // …$statistic and $parameter
    expect([one.test.n, one.test.statistic]).toEqual([
      525,
      { sign: "H", value: expect.closeTo(6.063725497676, 9), df: [2] },
    ]);
    expect(one.test.effect.estimate).toBeCloseTo(0.0115719952246, 11);
    expect(pairs!.m).toBe(3);
    expect(pairs!.tests.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    // p.adjust(p, "holm") is 3 times the smallest for both; p <- 2 * pnorm(-abs(z)) of Dunn's z by hand: mean ranks over sqrt(var * (1/n1 + 1/n2)), ties corrected
    expect(pairs!.tests[1]!.p).toBeCloseTo(0.044608455884, 11);
    expect(pairs!.tests[1]!.adjusted).toBeCloseTo(3 * 0.0299089922263, 11);
  });

  test("a trend along their order: Kendall's z, and the slope of the favourable share", () => {
    const [trend] = tests.themes[0]!.trends!.tests;
    if (!trend || !isTested(trend.test)) throw new Error("tested");
    // cor.test(rep(1:3, c(200, 180, 145)), c(x, y, z), method = "kendall", exact = FALSE)
    expect(trend.test.p).toBeCloseTo(0.0298228414393, 11);
    // …$statistic
    expect([trend.test.n, trend.test.statistic]).toEqual([
      525,
      { sign: "z", value: expect.closeTo(-2.1724353451821, 9) },
    ]);
    // coef(lm(c(x, y, z) > 3 ~ rep(1:3, …)))
    expect(trend.test.slope.estimate).toBeCloseTo(-0.0594609769792, 11);
    expect(tests.scoreTrends!.m).toBe(1);
  });

  test("pairs of very many groups are not listed", () => {
    const many = comparison(
      [item("I01", ...Array.from({ length: 9 }, () => a))],
      Array.from({ length: 9 }, () => score(200, 60, 21)),
    );
    const found = testsOf(many);
    expect([found.scorePairs, found.themes[0]!.pairs]).toEqual([undefined, undefined]);
    expect(found.themes[0]!.items.m).toBe(1);
  });
});

describe("who takes part", () => {
  test("nobody whose answers are told as bounds, or who are fewer than ten", () => {
    const shown = comparison(
      [item("I01", a, [0, 0, 0, 0, 30], b), item("I02", a, [1, 2, 2, 2, 2], b)],
      [score(200, 60, 21), score(9, 52, 20), score(180, 52, 20)],
    );
    const tests = testsOf(shown);
    expect(tests.least).toBe(10);
    expect(tests.themes[0]!.items.tests.map(({ groups }) => groups)).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(tests.scores.tests[0]!.groups).toEqual([0, 2]);
  });

  test("one group alone, and groups that all answered the same, say why there is no test", () => {
    const alone = comparison([item("I01", a, [0, 0, 0, 0, 30])], [score(200, 60, 21), score(9, 52, 20)]);
    expect(testsOf(alone).themes[0]!.items).toEqual({
      m: 0,
      tests: [{ code: "I01", groups: [0], test: { untested: "few-groups" }, clear: false }],
    });
    expect(testsOf(alone).scores.tests[0]!.test).toEqual({ untested: "few-groups" });
  });
});

describe("two groups within strata", () => {
  test("pool the difference within, however the strata differ", () => {
    // First group lower in both strata, but most of it in the stratum where everybody is higher: overall it looks higher.
    const strata = [
      {
        groups: [score(40, 30, 18), score(160, 38, 18)],
        items: [item("I01", [16, 10, 6, 5, 3], [40, 40, 30, 30, 20])],
      },
      {
        groups: [score(160, 66, 18), score(40, 74, 18)],
        items: [item("I01", [8, 20, 36, 60, 36], [1, 4, 6, 17, 12])],
      },
    ];
    const overall = comparison(
      [item("I01", [24, 30, 42, 65, 39], [41, 44, 36, 47, 32])],
      [score(200, 58.8, 23), score(200, 45.2, 23)],
    );
    const within = {
      labels: [],
      strata: strata.map(({ groups, items }) => comparison(items, groups)),
    };
    const { scores, themes } = countHere(modeTests(overall, within, ["g0", "g1"], policy));
    const [one] = scores.tests;
    expect(one!.overall!.estimate).toBeCloseTo(13.6, 12);
    expect(one!.strata.map((stratum) => stratum?.estimate)).toEqual([-8, -8]);
    if (!isTested(one!.pooled)) throw new Error("tested");
    // d <- c(-8, -8); v <- 18^2/40 + 18^2/160; weighted.mean(d, 1/v); sqrt(v/2)
    expect(one!.pooled.within.estimate).toBeCloseTo(-8, 12);
    expect(one!.pooled.p).toBeCloseTo(0.000377181229838, 13);
    expect(one!.pooled.heterogeneity).toBeCloseTo(1, 12);
    const [statement] = themes[0]!.items.tests;
    expect(statement!.overall!.estimate).toBeCloseTo(104 / 200 - 79 / 200, 12);
    if (!isTested(statement!.pooled)) throw new Error("tested");
    // mantelhaen.test(array(c(8,50,32,110, 96,29,64,11), c(2, 2, 2)), correct = FALSE)$p.value
    expect(statement!.pooled.p).toBeCloseTo(0.0434139044567, 11);
    expect(statement!.pooled.within.estimate).toBeLessThan(0);
  });

  test("a stratum in which one of them may not be shown is left out", () => {
    const overall = comparison([item("I01", a, b)], [score(200, 60, 21), score(180, 52, 20)]);
    const within = {
      labels: [],
      strata: [overall, comparison([item("I01", a, [1, 1, 1, 1, 1])], [score(200, 60, 21), score(5, 9, 9)])],
    };
    const { scores } = countHere(modeTests(overall, within, ["g0", "g1"], policy));
    expect(scores.tests[0]!.strata[1]).toBeUndefined();
    expect(scores.tests[0]!.pooled).toMatchObject({ strata: 1 });
  });
});
