import { describe, expect, test } from "vitest";
import { aggregateColumns, aggregatesCsv } from "./aggregates.ts";
import { byFavour, clearestGroups, clearGap, findingsOf } from "./findings.ts";
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
  test("are the first three scored themes that may be shown", () => {
    const hidden = release.themes.map((theme, index) =>
      index === 0 ? { ...theme, result: { shown: false as const, why: "few" as const } } : theme,
    );
    expect(findingsOf(release).map(({ theme }) => theme.code)).toEqual(["CUR", "EXM", "CAR"]);
    expect(findingsOf({ themes: hidden }).map(({ theme }) => theme.code)).toEqual(["EXM", "CAR", "SUP"]);
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
      "课程与培训：评价偏正面",
      "考试：评价偏负面",
      "职业与未来规划：评价偏正面",
    ]);
    expect(sentencesOf(release, "en").answer).toContain(
      "1,204 students answered between 2 March 2026 and 28 June 2026.",
    );
    expect(zh.answer).not.toMatch(/[{}]/);
  });
});

describe("groups", () => {
  test("a gap counts only between groups of 30 or more whose intervals do not touch", () => {
    const table = release.groups.find((one) => one.theme.code === "EXM" && one.variable.code === "BG09")!;
    expect(clearGap(table)).toBeCloseTo(0.6, 5);
    const small = table.rows.map((row) =>
      row.result.shown && row.code !== "site"
        ? { ...row, result: { ...row.result, verdict: "none" as const } }
        : row,
    );
    expect(clearGap({ ...table, rows: small })).toBe(0);
  });

  test("the clearest variable of a theme is shown", () => {
    expect(clearestGroups(release).find((one) => one.theme.code === "EXM")!.variable.code).toBe("BG09");
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
