import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asked, instrumentDefinition } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import type { Answers } from "#app/questions/kind.ts";
import { valueAt } from "./bundle.ts";
import { gap } from "./column.ts";
import { buildColumns } from "./columns.ts";
import { encode } from "./read-answers.ts";
import { both, responseRow, surroundings } from "./testing/small-study.ts";

/** Every kind, and a number that may be negative and has digits after its point. */
function definition() {
  const written = everyKind();
  written.pages[1]!.items.push({
    ...{ kind: "number", code: "NUM09", rev: 1, text: both("Degrees"), required: false },
    ...{ background: false, mirrors: [], decimals: 2 },
    bands: [
      { code: "frost", label: both("Frost"), below: 0 },
      { code: "mild", label: both("Mild"), from: 0, below: 12.5 },
      { code: "warm", label: both("Warm"), from: 12.5, below: 1000 },
    ],
  });
  return instrumentDefinition.parse(written);
}
const instrument = asked(definition());
const around = surroundings(instrument);
const empty = buildColumns(around, []);

/** The category each answer stands in, by code; a gap by its name. */
function categories(answers: Answers): Record<string, string> {
  const columns = buildColumns(around, [responseRow(0, answers)]);
  const gaps = Object.entries(gap);
  return Object.fromEntries(
    Object.keys(answers).map((code) => {
      const column = columns.byCode.get(code)!;
      const value = valueAt(column, 0);
      return [
        code,
        column.categories[value]?.code ?? gaps.find(([, one]) => one === value)?.[0] ?? String(value),
      ];
    }),
  );
}

describe("columns of every kind", () => {
  test("count answers by the category they fall into", () => {
    expect(
      categories({
        ...{ DIF01: 3, SLI01: 50, NPS01: 6, NUM01: 19.9, NUM09: -0.5, DAT01: "2024-05", DAT02: "2025-01-31" },
        ...{ RAN01: ["lab", "teacher", "fee"], MAT02: "seldom", SIN01: "other", BLK04: "next" },
      }),
    ).toEqual({
      ...{ DIF01: "3", SLI01: "50", NPS01: "detractor", NUM01: "some", NUM09: "frost" },
      ...{ DAT01: "2024", DAT02: "2025", RAN01: "lab", MAT02: "seldom", SIN01: "other", BLK04: "next" },
    });
    expect(categories({ NPS01: 10, NUM01: 20, NUM09: 12.5, SLI01: 0, DIF01: 7, DAT01: "2019-09" })).toEqual({
      ...{ NPS01: "promoter", NUM01: "many", NUM09: "warm", SLI01: "0", DIF01: "7", DAT01: "2019" },
    });
  });

  test("keep gaps apart, and what no category holds counts as not asked", () => {
    expect(
      categories({
        ...{ DIF01: null, NPS01: null, SLI01: 55, NUM09: 1000, DAT01: "2018-12", RAN01: [], NUM01: null },
      }),
    ).toEqual({
      ...{ DIF01: "skipped", NPS01: "skipped", SLI01: "notAsked", NUM09: "notAsked" },
      ...{ DAT01: "notAsked", RAN01: "skipped", NUM01: "skipped" },
    });
  });

  test("are none for words, amounts, numbers without bands, checks, headings and pictures", () => {
    for (const code of ["SUM01", "BLK03", "CHE01", "SHO01", "SIN01_OTHER", "TEX01", "SEC01", "IMG01", "MAT"])
      expect(empty.byCode.has(code), code).toBe(false);
  });

  test("a row of a matrix says which question it stands under; a short name stays short", () => {
    expect(empty.byCode.get("MAT02")?.text).toMatchObject({
      en: "How often do these happen? – We practise in groups",
    });
    expect(empty.byCode.get("RAN01")?.text.en).toMatch(/ \(put first\)$/);
    expect(empty.byCode.get("DAT02")?.short["zh-CN"]).toBe("您哪一天拿到证书？（年份）");
    const words = empty.openItems.map(({ code }) => code);
    expect(words.slice(0, 2)).toEqual(["TEX01", "SIN01_OTHER"]);
    expect(words).toContain("BLK01_OTHER");
    expect(empty.openItems[1]?.text.en).toBe("Which year are you in? – Other: please say");
  });

  test("hold what the plain coding of each answer says, whatever stands there", () => {
    const number = fc.oneof(
      fc.integer({ min: -2, max: 101 }),
      fc.integer({ min: -99_999, max: 99_999 }).map((some) => some / 100),
      fc.constantFrom(1e15, 123456789012.1234, -0.0001, 1e-7, 1e21, 4.999999999999999, 20),
    );
    const value: fc.Arbitrary<unknown> = fc.oneof(
      number,
      fc.constantFrom<unknown>(
        "2024-05",
        "2024-05-12",
        "2024",
        "20",
        "lab",
        "other",
        "",
        'a"b',
        null,
        true,
        98,
      ),
      fc.uniqueArray(fc.constantFrom("lab", "fee", "pc", "net", 'od"d', "{", "]"), { maxLength: 4 }),
      fc.constant({ amounts: { theory: 30, practice: 70 } }),
      fc.constant({ amounts: { 'o"d': 1, "}": 2 } }),
    );
    const codes = [...empty.items.map(({ code }) => code), "SUM01", "BLK03", "CHE01", "SIN01_OTHER"];
    const answers = fc.dictionary(fc.constantFrom(...codes), value, { maxKeys: 30 });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 5 }), fc.boolean(), (all, spaced) => {
        const rows = all.map((one, at) => ({
          ...responseRow(at, {}),
          answers: JSON.stringify(one, null, spaced ? 1 : 0),
        }));
        const columns = buildColumns(around, rows);
        for (const column of columns.items)
          expect(
            rows.map((_, at) => valueAt(column, at)),
            column.code,
          ).toEqual(
            rows.map(({ answers }) => {
              const read = JSON.parse(answers) as Answers;
              return encode(column, Object.hasOwn(read, column.code) ? read[column.code] : undefined);
            }),
          );
      }),
      { numRuns: 500 },
    );
  });
});
