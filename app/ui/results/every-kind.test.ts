import { describe, expect, test } from "vitest";
import { asked, type Definition, instrumentDefinition } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import { buildView } from "#app/results/gate.ts";
import { positionsOf } from "#app/results/ordered-variables.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { columnsOf } from "#app/results/testing/small-study.ts";
import { uncountedIn } from "#app/results/uncounted.ts";
import { overviewExhibits } from "./overview-exhibits.ts";
import { tableCsv } from "./table-csv.ts";

const instrument = asked(everyKind());
/** So many who would recommend, who would perhaps, and who would not. */
const people = (promoters: number, passives: number, detractors: number): Answers[] => [
  ...Array.from({ length: promoters }, (_, at) => ({ NPS01: 9 + (at % 2), DIF01: 1 + (at % 7) })),
  ...Array.from({ length: passives }, () => ({ NPS01: 7, DIF01: 4 })),
  ...Array.from({ length: detractors }, (_, at) => ({ NPS01: at % 7, DIF01: 1 })),
];
const viewOf = (answers: Answers[], policy = staffPolicy(5), of = instrument) =>
  buildView(columnsOf(of, answers), {}, policy);
const block = (view: ReturnType<typeof viewOf>, code: string) =>
  view.variables.find((one) => one.code === code)!;
const exhibit = (view: ReturnType<typeof viewOf>, code: string, language: "zh-CN" | "en") =>
  overviewExhibits(
    { views: [view], order: "instrument" },
    { messages: messagesIn(language), language, k: 5 },
  ).find((one) => one.code === code)!;

describe("the net promoter score", () => {
  // R: as in net-promoter.test.ts, limits(58, 31, 120) = 0.225000 0.071863 0.366673
  const view = viewOf(people(58, 31, 31));

  test("is told with its base and interval, in the lead, the table and the file", () => {
    expect(block(view, "NPS01")).toMatchObject({ base: { shown: true, n: 120 } });
    expect(block(view, "NPS01").netPromoter?.estimate).toBeCloseTo(0.225, 10);
    expect(exhibit(view, "NPS01", "en").lead).toBe(
      "Net promoter score +23, 95% interval [+7, +37]. 120 answered.",
    );
    expect(exhibit(view, "NPS01", "zh-CN").lead).toContain("净推荐值 +23，95% 区间 [+7, +37]。");
    const found = exhibit(view, "NPS01", "en");
    expect(found.method.statistics).toContain("netPromoter");
    expect(found.table?.rows).toHaveLength(4);
    const csv = tableCsv(found.table!, [], messagesIn("en"));
    expect(csv).toMatch(/Net promoter score,0\.225,0\.0718\d*,0\.3666\d*,,120/);
  });

  test("is not told where a group of it is not, nor of a question that is none", () => {
    const everybody = viewOf(people(60, 0, 0));
    expect(block(everybody, "NPS01").netPromoter).toBeUndefined();
    expect(block(viewOf(people(2, 1, 1)), "NPS01")?.netPromoter).toBeUndefined();
    expect(block(view, "DIF01").netPromoter).toBeUndefined();
    // As a variable to group by, its bands are groups: one of three people is hidden, and so is what it adds up to.
    const written = everyKind();
    const points = written.pages.find(({ code }) => code === "points")!;
    for (const item of points.items) if (item.kind === "nps") item.background = true;
    const grouping = asked(instrumentDefinition.parse(written));
    const few = viewOf(people(60, 40, 3), staffPolicy(5), grouping);
    expect(block(few, "NPS01").options.some(({ result }) => !result.shown)).toBe(true);
    expect(block(few, "NPS01").netPromoter).toBeUndefined();
  });

  test("follows the rounded numbers under the strict profile", () => {
    const strict = block(viewOf(people(58, 31, 31), staffPolicy(5, "strict")), "NPS01");
    const count = (at: number) => {
      const { result } = strict.options[at]!;
      return result.shown ? result.count! : Number.NaN;
    };
    const n = strict.base.shown ? strict.base.n : Number.NaN;
    expect(count(0) % 5).toBe(0);
    expect(strict.netPromoter?.estimate).toBeCloseTo((count(2) - count(0)) / n, 2);
  });
});

test("a differential is its points in order, with both ends in words, and never a mean", () => {
  const view = viewOf(people(58, 31, 31));
  const found = exhibit(view, "DIF01", "zh-CN");
  expect(found.table?.rows.map(([name]) => name)).toEqual([
    ...["1 没用的", "2", "3", "4", "5", "6", "7 有用的"],
  ]);
  expect(JSON.stringify(block(view, "DIF01"))).not.toContain("mean");
  expect(block(view, "DIF01").opinion).toBe(true);
  expect(block(view, "SIN01").opinion).toBeUndefined();
});

test("bands, steps, points and years have places on an axis", () => {
  const { byCode } = columnsOf(instrument, []);
  const places = (code: string) => positionsOf(byCode.get(code)!);
  expect(places("DAT01")?.slice(0, 2)).toEqual([2019, 2020]);
  expect(places("SLI01")?.slice(0, 2)).toEqual([0, 10]);
  expect([places("NUM01"), places("NPS01")]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect([places("RAN01"), places("SIN01")]).toEqual([undefined, undefined]);
});

test("what has no categories is named, with the question it stands under", () => {
  expect(uncountedIn(instrument).map(({ code, kind }) => [code, kind])).toEqual([
    ["SUM01", "sum"],
    ["BLK03", "number"],
  ]);
});

test("a scale that is best in the middle is named by its own question; only the exam's is called difficulty", () => {
  const written: Definition = everyKind();
  written.scales.pace = {
    kind: "bipolar",
    points: [1, 2, 3, 4, 5].map((value) => ({
      value,
      label: { "zh-CN": `${value} 档`, en: `step ${value}` },
    })),
  };
  const first = written.pages.find(({ code }) => code === "points")!.items[0]!;
  if (first.kind !== "scale") throw new Error("SCA01 is a scale item");
  written.pages[1]!.items.push({ ...first, code: "PAC01", scale: "pace", allowNA: false });
  const of = asked(instrumentDefinition.parse(written));
  const answers = Array.from({ length: 60 }, (_, at) => ({ PAC01: 1 + (at % 5) }));
  const found = exhibit(viewOf(answers, staffPolicy(5), of), "PAC01", "en");
  expect(found.title).toBe("The courses help with the certificate.");
  expect(found.lead).toMatch(/^Best in the middle, so it is neither scored nor averaged\. 60 answered/);
});
