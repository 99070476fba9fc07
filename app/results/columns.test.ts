import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { templates } from "#app/instrument/templates/index.ts";
import type { Text } from "#app/locales/language.ts";
import type { Answers } from "#app/questions/kind.ts";
import { valueAt } from "./bundle.ts";
import { gap } from "./column.ts";
import { appendRows, buildColumns, type Columns, removeRows, setExcluded } from "./columns.ts";
import { countCube, levelsIn } from "./cube.ts";
import { conditionsOf, select } from "./filter.ts";
import { encode } from "./read-answers.ts";
import { tally } from "./tally.ts";
import { both, responseRow } from "./testing/small-study.ts";

const instrument = templates["oneplusx-student"]();
const around = {
  instrument,
  certificates: [
    { code: "C1", label: both("One") },
    { code: "证2", label: both("Two") },
  ],
  cohorts: new Map([
    ["east", { college: { "zh-CN": "东院", en: "East" } }],
    ["west", { college: { "zh-CN": "西院", en: "West" } }],
  ]),
  year: 2025,
};

const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -2, max: 7 }),
  fc.constantFrom<unknown>(
    98,
    null,
    true,
    2021,
    2025.5,
    "taken",
    "C1",
    "证2",
    "~",
    "f",
    "nobody knows",
    'quo"te',
    [],
    ["skill"],
  ),
  fc.constant({ pending: "新证书" }),
  fc.uniqueArray(fc.constantFrom("skill", "job", "credit", "required", "teacher"), { minLength: 1 }),
);
const codes = [
  ...buildColumns(around, []).items.map((column) => column.code),
  "CON01",
  "ATT01",
  "GONE1",
  "__proto__",
];
const answers = fc.dictionary(fc.constantFrom(...codes), value, { maxKeys: 40 });

function tallied(columns: Columns, code: string) {
  const column = columns.byCode.get(code)!;
  return tally(column, levelsIn(countCube(columns, [], [[]]), 0, column));
}

describe("columns", () => {
  test("hold what JSON.parse and the plain coding of each answer say, however the JSON is written", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 6 }), fc.boolean(), (all, spaced) => {
        const rows = all.map((one, index) => ({
          ...responseRow(index, {}),
          answers: JSON.stringify(one, null, spaced ? 1 : 0),
        }));
        const columns = buildColumns(around, rows);
        for (const column of columns.items)
          expect(
            rows.map((_, at) => valueAt(column, at)),
            column.code,
          ).toEqual(
            rows.map((row) => {
              const read = JSON.parse(row.answers) as Answers;
              return encode(column, Object.hasOwn(read, column.code) ? read[column.code] : undefined);
            }),
          );
      }),
      { numRuns: 300 },
    );
  });

  test("tell skipped, not applicable and not asked apart", () => {
    const columns = buildColumns(around, [
      responseRow(0, { CUR02: 5, BG08: 2021, BG06: "证2", BG13: null }),
      responseRow(1, { CUR02: 98, BG08: null, BG06: "~" }),
      responseRow(2, { CUR02: null }),
    ]);
    const values = (code: string) => [0, 1, 2].map((row) => valueAt(columns.byCode.get(code)!, row));
    expect(values("CUR02")).toEqual([4, gap.notApplicable, gap.skipped]);
    expect(values("BG08")).toEqual([2, gap.skipped, gap.notAsked]);
    expect(values("BG06")).toEqual([1, 2, gap.notAsked]);
    expect(values("BG13")).toEqual([gap.skipped, gap.notAsked, gap.notAsked]);
    expect(tallied(columns, "CUR02")).toMatchObject({
      counts: [0, 0, 0, 0, 1],
      valid: 1,
      notApplicable: 1,
      skipped: 1,
      asked: 3,
    });
  });

  test("have no column for words, consent or the attention check", () => {
    const columns = buildColumns(around, []);
    for (const code of ["ATT01", "OPC01", "CON01"]) expect(columns.byCode.has(code)).toBe(false);
  });

  test("know the cohort of a collector that came later, and count multiple choices by option", () => {
    const cohorts = new Map<string, Record<string, Text>>(around.cohorts);
    const columns = buildColumns({ ...around, cohorts }, [responseRow(0, {}, { collector_id: "east" })]);
    cohorts.set("north", { college: both("North"), class: both("3B") });
    const options = columns.byCode.get("BG13")!.categories.map((one) => one.code);
    appendRows(columns, [
      responseRow(1, { BG13: [options[0]!, options[2]!] }, { collector_id: "north" }),
      responseRow(2, { BG13: [options[2]!] }, { collector_id: "north", language: "en" }),
    ]);
    expect(tallied(columns, "cohort.college").counts).toEqual([1, 0, 2]);
    expect(tallied(columns, "cohort.class")).toMatchObject({ counts: [2], notAsked: 1 });
    expect(tallied(columns, "language").counts).toEqual([2, 1]);
    expect(tallied(columns, "BG13")).toMatchObject({ valid: 2, notAsked: 1 });
    expect(tallied(columns, "BG13").counts.slice(0, 3)).toEqual([1, 0, 2]);
  });

  test("stay right through any order of adding, replacing, withdrawing and excluding", () => {
    const step = fc.record({
      id: fc.nat(30),
      act: fc.constantFrom("add", "add", "remove", "exclude", "include"),
      point: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const columns = buildColumns(around, []);
        const model = new Map<string, { point: number; excluded: boolean }>();
        for (const { id: index, act, point } of steps) {
          const id = `r${index}`;
          if (act === "add") {
            appendRows(columns, [responseRow(index, { CUR01: point })]);
            model.set(id, { point, excluded: false });
          } else if (act === "remove") {
            removeRows(columns, [id, "nobody"]);
            model.delete(id);
          } else {
            const known = model.get(id);
            expect(setExcluded(columns, new Map([[id, act === "exclude"]])).has(id)).toBe(
              known !== undefined,
            );
            if (known) known.excluded = act === "exclude";
          }
        }
        const counted = [...model.values()].filter((one) => !one.excluded);
        expect(columns.length).toBe(model.size);
        expect(tallied(columns, "CUR01").counts).toEqual(
          [1, 2, 3, 4, 5].map((point) => counted.filter((one) => one.point === point).length),
        );
      }),
    );
  });

  test("refuse broken JSON instead of guessing", () => {
    const broken = { ...responseRow(0, {}), answers: '{"CUR01":4' };
    expect(() => buildColumns(around, [broken])).toThrow(SyntaxError);
  });

  test("select rows by values of one variable (or) and of several (and)", () => {
    const columns = buildColumns(around, [
      responseRow(0, { BG14: "f", BG04: "now" }),
      responseRow(1, { BG14: "m", BG04: "done" }),
      responseRow(2, { BG14: "o", BG04: "now" }),
      responseRow(3, { BG14: "f", BG04: "now" }, { excluded: 1 }),
    ]);
    expect([...select(columns, { BG14: ["f", "m"] })]).toEqual([0, 1]);
    expect([...select(columns, { BG14: ["f", "m"], BG04: ["now"] })]).toEqual([0]);
    expect(() => conditionsOf(columns, { CUR01: ["1"] })).toThrow("unknown-variable");
    expect(() => conditionsOf(columns, { BG14: ["x"] })).toThrow("unknown-category");
  });
});
