import { describe, expect, test } from "vitest";
import { aggregateColumns, aggregatesCsv } from "./aggregates.ts";
import { byFavour, findingsOf, ranked } from "./findings.ts";
import { comparisons, shownDifferences } from "./group-differences.ts";
import { countHidden } from "./hidden-parts.ts";
import { readRelease } from "./release.ts";
import { sampleRelease } from "./testing/sample-release.ts";
import { sentencesOf } from "./wording.ts";

const release = sampleRelease();

test("a release reads back as it was stored", () => {
  expect(readRelease(JSON.stringify(release))).toEqual(release);
});

test("fewer answers than the threshold make no release", () => {
  expect(() => sampleRelease({}, 9)).toThrow();
});

describe("findings", () => {
  test("are the reliable themes furthest from neutral", () => {
    const hidden = release.themes.map((theme, index) =>
      index === 0 ? { ...theme, result: { shown: false as const, why: "few" as const } } : theme,
    );
    expect(findingsOf(release).map(({ theme }) => theme.code)).toEqual(["CUR", "CAR", "EXM"]);
    expect(findingsOf({ themes: hidden }).map(({ theme }) => theme.code)).toEqual(["CAR", "EXM", "SUP"]);
  });

  test("a loose theme gets no headline", () => {
    const themes = structuredClone(release.themes);
    const result = themes[0]!.result;
    if (result.shown) result.alpha!.estimate = 0.56;
    expect(findingsOf({ themes }).map(({ theme }) => theme.code)).toEqual(["CAR", "EXM", "SUP"]);
  });

  test("what is neither good nor bad is never the strongest", () => {
    const items = release.themes[0]!.items.map((item, at) =>
      at === 0 ? { ...item, direction: "none" as const } : item,
    );
    expect(ranked(items)).toHaveLength(items.length - 1);
    expect(byFavour(items).at(-1)!.code).toBe(items[0]!.code);
  });

  test("name the strongest and the weakest item by favourable share", () => {
    for (const { theme, strongest, weakest } of findingsOf(release)) {
      const shares = byFavour(theme.items).map((item) => item.result.favourable.share as number);
      expect(strongest!.result.favourable.share).toBe(Math.max(...shares));
      expect(weakest!.result.favourable.share).toBe(Math.min(...shares));
    }
  });

  test("are worded by the verdict", () => {
    const zh = sentencesOf(release, "zh-CN");
    expect(zh.findings.map((one) => one.headline)).toEqual([
      "学生认可课程与培训",
      "学生认为证书有助于职业与升学",
      "对考试，学生的评价偏负面",
    ]);
    expect(sentencesOf(release, "en").answer).toContain(
      "1,204 students answered between 2 March 2026 and 28 June 2026.",
    );
    expect(zh.answer).not.toMatch(/[{}]/);
  });
});

describe("groups", () => {
  const exam = () =>
    structuredClone(release.groups.find((one) => one.theme.code === "EXM" && one.variable.code === "BG09")!);

  test("the exam by its mode stands first, and a theme's surest difference", () => {
    const shown = shownDifferences(release);
    expect(shown.find(({ table }) => table.theme.code === "EXM")!.table.variable.code).toBe("BG09");
    expect(comparisons(release)).toBeGreaterThan(shown.length);
  });

  test("the exam by its mode is shown though nothing differs; nothing else is", () => {
    const groups = [exam(), { ...exam(), theme: { ...exam().theme, code: "CUR" } }];
    for (const { rows } of groups)
      for (const { result } of rows) if (result.shown) result.mean = { estimate: 3, low: 2.9, high: 3.1 };
    const shown = shownDifferences({ themes: release.themes, groups });
    expect(shown.map(({ table }) => table.theme.code)).toEqual(["EXM"]);
  });

  test("groups under 30 are not compared", () => {
    const table = exam();
    for (const { result } of table.rows) if (result.shown) result.n = 29;
    expect(shownDifferences({ themes: release.themes, groups: [table] })).toEqual([]);
  });

  test("the near end of the interval is Welch's, from means and intervals alone", () => {
    // R 4: x and y are the two groups of the sleep data, each three times over; t.test(y, x)$conf.int is
    // 0.632900582 2.527099418, and half the width of t.test(x)$conf.int 0.644580287, of y 0.721410339.
    const group = (code: string, estimate: number, half: number) => ({
      code,
      label: { "zh-CN": code, en: code },
      result: {
        shown: true as const,
        n: 30,
        mean: { estimate, low: estimate - half, high: estimate + half },
        score: { estimate: 0, low: 0, high: 0 },
        verdict: "positive" as const,
      },
    });
    const table = { ...exam(), rows: [group("x", 0.75, 0.644580287), group("y", 2.33, 0.721410339)] };
    const [first] = shownDifferences({ themes: release.themes, groups: [table] });
    expect(first!.atLeast).toBeCloseTo(0.632900582, 7);
  });
});

describe("aggregates", () => {
  const lines = aggregatesCsv(release, "zh-CN").split("\r\n");

  test("one row a figure, every row as wide as the head", () => {
    expect(lines[0]).toBe(`\ufeff${aggregateColumns.join(",")}`);
    expect(lines.at(-1)).toBe("");
    expect(lines.find((line) => line.startsWith("EXM,,mean,,"))).toMatch(
      /^EXM,,mean,,,2\.71,,[\d.]+,[\d.]+,1102,,考试,1$/,
    );
  });

  test("a hidden figure has its reason and no number", () => {
    const hidden = lines.filter((line) => line.includes("不显示"));
    expect(hidden.length).toBe(countHidden(release));
    for (const line of hidden) expect(line.split(",").slice(5, 10)).toEqual(["", "", "", "", ""]);
  });
});
