import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import { buildColumns, type ResponseRow } from "#app/results/columns.ts";
import { countHere } from "#app/results/counting.ts";
import { cutOf } from "#app/results/cut.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { both, responseRow, smallInstrument, surroundings } from "#app/results/testing/small-study.ts";
import { trending } from "#app/results/trend-view.ts";
import { askedIn } from "#app/results/versions.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { trendExhibits } from "./trend-exhibits.ts";
import { trendLead } from "./trend-words.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02", reverse: true }], { BGA: ["a", "b"] });
const older = {
  ...instrument,
  pages: instrument.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.code === "I02" ? { ...item, rev: 7 } : item)),
  })),
};
const reader: Reader = { messages: messagesIn("en"), language: "en", k: 5 };

/** Waves of so many people, of whom some agree with the first statement; those of an older version answered other words. */
function pageOf(waves: { n: number; agree: number; version?: string }[]) {
  const rows = waves.flatMap(({ n, agree, version = "new" }, wave): ResponseRow[] =>
    Array.from({ length: n }, (_, at) =>
      responseRow(
        wave * 1000 + at,
        { BGA: at % 3 ? "a" : "b", I01: at < agree ? 5 : 1 + (at % 3), I02: 1 + (at % 5) },
        { collector_id: String(wave), version_id: version },
      ),
    ),
  );
  const columns = buildColumns(
    {
      ...surroundings(instrument),
      waves: new Map(waves.map((_, at) => [String(at), { code: String(at), label: both(`W${at}`) }])),
      versions: new Map([
        ["new", askedIn(2, instrument)],
        ["old", askedIn(1, older)],
      ]),
    },
    rows,
  );
  const trend = countHere(trending(cutOf(columns, {}, staffPolicy(5))));
  return { trend, wordings: { I02: { 7: both("as it was") } } };
}
const exhibitOf = (exhibits: Exhibit[], code: string) => exhibits.find((one) => one.code === code)!;
const texts = (exhibit: Exhibit) =>
  exhibit.table!.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : "hidden" in cell ? cell.hidden : cell.text)),
  );

describe("the evidence of several waves", () => {
  const three = pageOf([
    { n: 40, agree: 8 },
    { n: 50, agree: 25 },
    { n: 60, agree: 45 },
  ]);

  test("every wave and every step has its row, the trend over all one of its own", () => {
    expect(trendLead(three, reader)).toBe(
      "W0: 40 answers; W1: 50 answers; W2: 60 answers. Theme scores that clearly moved: Theme, W0 → W2, +20.6 points (3 tests, Holm’s method).",
    );
    const exhibits = trendExhibits(three, reader);
    expect(exhibits.map((one) => one.code)).toEqual([
      "themes",
      "changes",
      "who",
      "items-THEME",
      "item-changes",
    ]);
    const rows = texts(exhibitOf(exhibits, "item-changes")).filter(([name]) => name === "I01");
    expect(rows.map((row) => row[1])).toEqual(["W0 → W1", "W1 → W2", "W0 → W2", "Trend over 3 waves"]);
    // 8 of 40, 25 of 50, 45 of 60; R: prop.trend.test(c(8,25,45), c(40,50,60)) has p = 6.8e-08
    expect(rows.map((row) => row[2])).toEqual(["+30.0", "+25.0", "+55.0", "+27.3 per wave"]);
    expect(rows[3]![3]).toMatch(/^\[\+\d\d\.\d, \+\d\d\.\d\]$/);
    expect(rows[3]!.slice(-2)).toEqual(["< .001", "< .001"]);
    expect(exhibitOf(exhibits, "item-changes").lead).toBe(
      "2 items were tested; after Holm’s adjustment a change can be claimed for 1 of them.",
    );
    expect(JSON.stringify(exhibits)).not.toMatch(/NaN|null|undefined|\{\w+\}/);
  });

  test("charts name the theme with its first wave, and plainly the waves below it", () => {
    const { figure } = exhibitOf(trendExhibits(three, reader), "themes");
    expect(figure!.rows.map((row) => row.label)).toEqual(["Theme\u00a0· W0", "W1", "W2"]);
    expect(figure!.rows.map((row) => "n" in row && row.n)).toEqual([40, 50, 60]);
  });
});

test("two waves: their names stand in the head, and what is not joined says so with its words", () => {
  const exhibits = trendExhibits(
    pageOf([
      { n: 40, agree: 8, version: "old" },
      { n: 50, agree: 25 },
    ]),
    reader,
  );
  const changes = exhibitOf(exhibits, "item-changes").table!;
  expect(changes.head.map((one) => one.text)).toEqual([
    "Statement",
    "W0 → W1: Change (percentage points)",
    "95% interval",
    "n",
    "Test statistic",
    "p",
    "p, adjusted (Holm, m = 1)",
  ]);
  // prop.test(c(8, 25), c(40, 50), correct = FALSE)$statistic
  expect(changes.rows[0]!.slice(3, 5)).toEqual([{ text: "90", value: 90 }, "χ²(1) = 8.61"]);
  expect(changes.rows).toHaveLength(1);
  expect(texts(exhibitOf(exhibits, "items-THEME"))[2]).toEqual([
    "I02 · reverse-worded",
    "W0",
    "Not joined: W0 asked it in other words (rev 7)",
  ]);
  expect(texts(exhibitOf(exhibits, "themes"))[0]).toEqual([
    "Theme",
    "W0",
    "Not joined: this wave asked I02 differently",
  ]);
  expect(exhibitOf(exhibits, "changes").table).toBeUndefined();
  expect(texts(exhibitOf(exhibits, "seams"))).toEqual([["I02", "W0", "rev 7: as it was", "rev 1: I02"]]);
});

test("nothing where too few answered, and a lead where there is one wave", () => {
  expect(
    trendExhibits(
      pageOf([
        { n: 2, agree: 1 },
        { n: 2, agree: 1 },
      ]),
      reader,
    ),
  ).toEqual([]);
  expect(trendExhibits({ wordings: {} }, reader)).toEqual([]);
  expect(trendLead({ wordings: {} }, reader)).toBe("This study has had one wave so far.");
});
