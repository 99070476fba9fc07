import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QualityIndices } from "#app/fieldwork/quality.ts";
import { meansNames, thresholdBounds, usualThresholds } from "#app/fieldwork/quality-flags.ts";
import type { Answers } from "#app/questions/kind.ts";
import { appendRows, buildColumns, type ResponseRow, removeRows, setExcluded } from "./columns.ts";
import { buildView, buildWithoutSuspects } from "./gate.ts";
import { publicPolicy, staffPolicy } from "./policy.ts";
import { qualityDistributions } from "./quality-distribution.ts";
import { suspectsOf } from "./suspects.ts";
import { both, responseRow, smallInstrument, surroundings } from "./testing/small-study.ts";

const items = ["I01", "I02", "I03"];
const instrument = smallInstrument(
  items.map((code) => ({ code })),
  { BGA: ["a", "b"] },
);
const careful: QualityIndices = {
  ...{ asked: 30, answered: 30, longstring: 4, irv: 1, secondsPerItem: 5, spacing: 0.3 },
  ...{ instructed: "passed", contradictions: 0, signals: [] },
};
const careless: QualityIndices = { ...careful, longstring: 30, irv: 0, secondsPerItem: 1 };
const row = (
  at: number,
  answers: Answers,
  quality: QualityIndices | undefined,
  more: Partial<ResponseRow> = {},
) => responseRow(at, answers, { quality: quality ? JSON.stringify(quality) : "", ...more });

/** `suspects` careless people who agree with everything, among careful ones who are of all minds. */
const people = (careful_: number, suspects: number) =>
  Array.from({ length: careful_ + suspects }, (_, at) => {
    const isCareless = at >= careful_;
    const point = (shift: number) => (isCareless ? 4 + ((at + shift) % 2) : 1 + ((at * 7 + shift) % 5));
    const answers = { BGA: at % 2 ? "a" : "b", I01: point(0), I02: point(1), I03: point(3) };
    return row(at, answers, isCareless ? careless : careful);
  });
const study = (rows: ResponseRow[]) => {
  const columns = buildColumns(surroundings(instrument), rows);
  return { columns, suspects: suspectsOf(columns, usualThresholds) };
};

describe("the headline without suspects", () => {
  const headline = (n: number, of: number, policy = staffPolicy(5)) => {
    const { columns, suspects } = study(people(n, of));
    return buildWithoutSuspects(columns, {}, suspects.column, policy);
  };

  test("is the mean over the others, beside that over all", () => {
    const { base, themes } = headline(100, 20);
    expect(base).toEqual({ shown: true, n: 120, suspects: 20 });
    const result = themes[0]!.result;
    if (!result.shown) throw new Error(result.why);
    // Careful answers run through 1…5 evenly: 3.0; careless ones are 4 or 5 on three items: 4.5 on average.
    expect(result.without.mean.estimate).toBeCloseTo(3, 10);
    expect(result.all.mean.estimate).toBeCloseTo((100 * 3 + 20 * 4.5) / 120, 10);
    expect([result.all.n, result.without.n]).toEqual([120, 100]);
  });

  test("is refused for 1..k-1 suspects, and told for none", () => {
    for (const [few, k] of [
      [1, 5],
      [4, 5],
      [9, 10],
    ] as const) {
      const refused = headline(100, few, k === 5 ? staffPolicy(5) : publicPolicy);
      expect(refused).toEqual({ base: { shown: false, why: "difference" }, themes: [] });
    }
    expect(headline(100, 5).base).toEqual({ shown: true, n: 105, suspects: 5 });
    expect(headline(100, 0).base).toEqual({ shown: true, n: 100, suspects: 0 });
    expect(headline(3, 20).base).toEqual({ shown: false, why: "few" });
  });

  test("is refused theme by theme where fewer than k suspects have a score", () => {
    const rows = people(100, 12).map((one, at) =>
      at >= 104 ? { ...one, answers: JSON.stringify({ BGA: "a", I01: 5, I02: null, I03: null }) } : one,
    );
    const { columns, suspects } = study(rows);
    const { base, themes } = buildWithoutSuspects(columns, {}, suspects.column, staffPolicy(5));
    expect(base).toMatchObject({ shown: true, suspects: 12 });
    expect(themes[0]!.result).toEqual({ shown: false, why: "difference" });
  });

  test("follows filters and their rules", () => {
    const rows = people(100, 12).map((one, at) =>
      at >= 102 ? { ...one, answers: one.answers.replace('"BGA":"a"', '"BGA":"b"') } : one,
    );
    const { columns, suspects } = study(rows);
    const of = (filter: Record<string, string[]>) =>
      buildWithoutSuspects(columns, filter, suspects.column, staffPolicy(5)).base;
    // One of the twelve is in group a: told of neither group, or their difference would tell.
    expect(of({}).shown).toBe(true);
    expect([of({ BGA: ["a"] }).shown, of({ BGA: ["b"] }).shown]).toEqual([false, false]);
  });
});

describe("suspects", () => {
  test("change no count: only excluding does", () => {
    const number = (bounds: { min: number; max: number }) => fc.double({ ...bounds, noNaN: true });
    const thresholds = fc.record({
      longstring: number(thresholdBounds.longstring),
      irv: number(thresholdBounds.irv),
      secondsPerItem: number(thresholdBounds.secondsPerItem),
      spacing: number(thresholdBounds.spacing),
      copyItems: fc.integer({ min: 8, max: 60 }),
    });
    fc.assert(
      fc.property(thresholds, fc.nat(40), (some, suspects) => {
        const rows = people(40, suspects);
        const columns = buildColumns(surroundings(instrument), rows);
        const before = buildView(columns, {}, staffPolicy(5));
        suspectsOf(columns, some);
        expect(buildView(columns, {}, staffPolicy(5))).toEqual(before);
        const unmarked = rows.map((one) => ({ ...one, quality: "" }));
        const plain = buildColumns(surroundings(instrument), unmarked);
        expect(buildView(plain, {}, staffPolicy(5))).toEqual(before);
      }),
      { numRuns: 40 },
    );
    const { columns } = study(people(40, 12));
    setExcluded(columns, new Map([["r45", true]]));
    expect(buildView(columns, {}, staffPolicy(5)).base).toEqual({ shown: true, n: 51 });
  });

  test("are counted by flag and by pairs of means, excluded ones apart; without indices nobody is judged", () => {
    const rows = [
      ...people(4, 3),
      row(20, {}, { ...careful, instructed: "failed" }),
      row(21, {}, { ...careful, instructed: "failed", signals: ["hurried", "scripted"] }),
      row(22, {}, careless, { excluded: 1 }),
      row(23, {}, undefined),
    ];
    const { columns, suspects } = study(rows);
    const found = suspects.counts;
    expect(found).toMatchObject({ judged: 9, suspects: 4, excludedSuspects: 1 });
    expect(found.flags).toEqual([3, 3, 3, 0, 1, 2, 0, 0, 1]);
    const pair = (a: string, b: string) =>
      found.means[meansNames.indexOf(a as "pace")]![meansNames.indexOf(b as "pace")];
    expect([pair("pattern", "pattern"), pair("pattern", "pace"), pair("pace", "pace")]).toEqual([3, 3, 4]);
    expect([pair("attention", "machine"), pair("machine", "attention"), pair("copy", "pace")]).toEqual([
      1, 1, 0,
    ]);
    const { pace, runs } = qualityDistributions(columns);
    expect([pace.n, pace.counts[1], pace.counts[5]]).toEqual([9, 3, 6]);
    expect([runs.n, runs.counts[1], runs.counts[9]]).toEqual([9, 6, 3]);
  });

  test("are the same however the rows came: all at once, or added, replaced and withdrawn", () => {
    const step = fc.record({
      at: fc.nat(15),
      act: fc.constantFrom("add", "add", "remove"),
      bad: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const columns = buildColumns(surroundings(instrument), []);
        const model = new Map<string, ResponseRow>();
        for (const { at, act, bad } of steps) {
          const one = row(at, { I01: 3 }, at % 5 === 4 ? undefined : bad ? careless : careful);
          if (act === "remove") {
            removeRows(columns, [one.id]);
            model.delete(one.id);
          } else {
            appendRows(columns, [one]);
            model.set(one.id, one);
          }
        }
        const fresh = buildColumns(surroundings(instrument), model.values());
        const masks = (of: typeof columns) => {
          const found = suspectsOf(of, usualThresholds);
          return new Map(
            Array.from(of.ids, (id, at) => [
              id,
              [found.masks[at], found.column.values[at], of.quality.get(at)],
            ]),
          );
        };
        expect(masks(columns)).toEqual(masks(fresh));
      }),
    );
  });
});

describe("waves", () => {
  const wave = (code: string) => ({ code, label: both(`Wave ${code}`) });
  const rows = Array.from({ length: 30 }, (_, at) =>
    row(at, { I01: 3 }, careful, { collector_id: at < 12 ? "old" : "new" }),
  );
  const sizes = (waves: Map<string, ReturnType<typeof wave>>) => {
    const columns = buildColumns({ ...surroundings(instrument), waves }, rows);
    const found = buildView(columns, {}, staffPolicy(5)).variables.find((one) => one.code === "wave");
    return found?.options.map((one) => [one.label.en, one.result.shown && one.result.count]);
  };
  test("are a variable to filter and group by where there are several", () => {
    const waves = new Map([
      ["old", wave("1")],
      ["new", wave("2")],
    ]);
    expect(sizes(waves)).toEqual([
      ["Wave 1", 12],
      ["Wave 2", 18],
    ]);
    const columns = buildColumns({ ...surroundings(instrument), waves }, rows);
    expect(buildView(columns, { wave: ["2"] }, staffPolicy(5)).base).toEqual({ shown: true, n: 18 });
  });
  test("are none where there is only one", () => {
    const one = new Map([
      ["old", wave("1")],
      ["new", wave("1")],
    ]);
    expect(sizes(one)).toBeUndefined();
  });
});
