import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asked, type Instrument, instrumentDefinition } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import type { Answers } from "#app/questions/kind.ts";
import { countCube, levelsIn } from "./cube.ts";
import { conditionsOf, type Filter } from "./filter.ts";
import { buildView } from "./gate.ts";
import { staffPolicy } from "./policy.ts";
import { tally } from "./tally.ts";
import { both, columnsOf } from "./testing/small-study.ts";
import { uncountedIn } from "./uncounted.ts";

/** Every kind of question, its multiple choice with so many options. */
function withOptions(count: number): Instrument {
  const written = everyKind();
  const several = written.pages[0]!.items.find(({ code }) => code === "MUL01");
  if (several?.kind !== "multiple") throw new Error("MUL01 is a multiple choice");
  several.options = Array.from({ length: count }, (_, at) => ({ code: `o${at}`, label: both(`o${at}`) }));
  return asked(instrumentDefinition.parse(written));
}

describe("choices from many options", () => {
  test("are counted option by option, as choices from few are, within any filter", () => {
    const instrument = withOptions(30);
    const person = fc.record({
      SIN01: fc.constantFrom("first", "second", "other"),
      MUL01: fc.option(fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 30 }), { freq: 6 }),
      asked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (people) => {
        const answers = people.map(({ SIN01, MUL01, asked }): Answers => {
          const chosen = MUL01 ? MUL01.map((at) => `o${at}`) : null;
          return asked ? { SIN01, MUL01: chosen } : { SIN01 };
        });
        const columns = columnsOf(instrument, answers);
        const column = columns.byCode.get("MUL01")!;
        const conditions = conditionsOf(columns, { SIN01: ["second", "other"] });
        const cube = countCube(columns, [columns.byCode.get("SIN01")!], [conditions]);
        const selected = people.filter(({ SIN01 }) => SIN01 !== "first");
        const answered = selected.filter((one) => one.asked && one.MUL01);
        expect(tally(column, levelsIn(cube, 0, column))).toEqual({
          counts: column.categories.map((_, at) => answered.filter((one) => one.MUL01!.includes(at)).length),
          valid: answered.length,
          notApplicable: 0,
          skipped: selected.filter((one) => one.asked && !one.MUL01).length,
          notAsked: selected.filter((one) => !one.asked).length,
          asked: selected.filter((one) => one.asked).length,
        });
      }),
      { numRuns: 60 },
    );
  });

  test("pass the gate as choices from few do: the same people, with options nobody could choose added", () => {
    const people = Array.from(
      { length: 90 },
      (_, at): Answers => ({
        SIN01: ["first", "second", "other"][at % 3]!,
        MUL01: ["o0", ...(at % 4 === 0 ? ["o1"] : []), ...(at < 3 ? ["o2"] : [])],
      }),
    );
    const policy = staffPolicy(5);
    const filters: Filter[] = [{}, { SIN01: ["second"] }];
    for (const filter of filters) {
      const [few, many] = [3, 25].map((count) => {
        const view = buildView(columnsOf(withOptions(count), people), filter, policy);
        return view.variables.find(({ code }) => code === "MUL01")!;
      });
      expect(many!.base).toEqual(few!.base);
      expect(many!.options.slice(0, 3)).toEqual(few!.options);
      expect(many!.options).toHaveLength(25);
    }
  });

  test("from more than a column holds are named as not counted", () => {
    const instrument = withOptions(31);
    expect(columnsOf(instrument, []).byCode.has("MUL01")).toBe(false);
    expect(uncountedIn(instrument)).toContainEqual(expect.objectContaining({ code: "MUL01", kind: "many" }));
  });
});
