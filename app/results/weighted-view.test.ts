import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { countHere } from "./counting.ts";
import { cutOf } from "./cut.ts";
import { buildView } from "./gate.ts";
import type { Margins } from "./margins.ts";
import { staffPolicy } from "./policy.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";
import { Span } from "./testing/span.ts";
import type { Weighted } from "./weighted.ts";
import { weighting } from "./weighted-view.ts";

const backgrounds = { BGA: ["a", "b"], BGB: ["x", "y"] } as const;
const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], backgrounds);
const policy = staffPolicy(10);
const percent = (figures: Record<string, number>) => ({
  unit: "percent" as const,
  figures,
  source: "register",
  asOf: "2025",
});
const margins: Margins = {
  BGA: percent({ a: 30, b: 70 }),
  BGB: { ...percent({ x: 600, y: 400 }), unit: "people" },
};
const weighed = (people: readonly Answers[], known: Margins = margins, asked = policy): Weighted =>
  countHere(weighting(cutOf(columnsOf(instrument, people), {}, asked), known));

/** So many people of one group, with answers to both items. */
const group = (n: number, BGA: string, BGB: string | null, answer: (at: number) => number | null) =>
  Array.from({ length: n }, (_, at): Answers => ({ BGA, BGB, I01: answer(at), I02: 1 + (at % 5) }));
const five = (at: number) => (at % 5) + 1;
const three = (at: number) => (at % 3) + 3;
const large = [
  ...group(60, "a", "x", five),
  ...group(40, "a", "y", five),
  ...group(30, "b", "x", three),
  ...group(70, "b", "y", three),
  ...group(10, "a", null, five),
];
const statement = (view: Weighted, code: string) => {
  const result = view.themes[0]!.items.find((item) => item.code === code)!.result;
  if (!result.shown) throw new Error(result.why);
  return result;
};

describe("large groups", () => {
  // R: the IPF loop of raking.test.ts over n = c(60, 40, 30, 70, 10) with the last cell's b missing; then
  // cov.wt(matrix(answers), wt = w / sum(w), method = "unbiased") and Wilson's formula at sum(w)^2 / sum(w^2)
  test("weights, shares and intervals agree with R", () => {
    const view = weighed(large);
    expect(view.margins.map((one) => one.state)).toEqual(["used", "used"]);
    expect(view.margins[1]!.apart).toBe(10);
    if (!view.weights.made) throw new Error(view.weights.why);
    expect(view.weights.converged).toBe(true);
    expect(view.weights.effective).toBeCloseTo(142.765865601776, 3);
    expect(view.weights.designEffect).toBeCloseTo(1.470939843462, 5);
    expect(view.weights.least).toBeCloseTo(0.3003986784885, 5);
    expect(view.weights.most).toBeCloseTo(2.5645616857332, 5);
    const { weighted, plain } = statement(view, "I01");
    if (!weighted.shown) throw new Error(weighted.why);
    for (const [at, expected] of [0.06, 0.06, 0.2965108004276, 0.2917445997862, 0.2917445997862].entries())
      expect(weighted.points[at]).toBeCloseTo(expected, 6);
    expect(weighted.favourable.estimate).toBeCloseTo(0.5834891995724, 6);
    expect(weighted.favourable.low).toBeCloseTo(0.5014721728068, 6);
    expect(weighted.favourable.high).toBeCloseTo(0.661130997155, 6);
    // Unweighted 20 of 50 … : (60 + 40 + 10) × 2/5 + 100 × 2/3 of 210, to the person.
    expect(plain.favourable.share).toBeCloseTo((44 + 20 + 46) / 210, 12);
  });

  test("a theme's mean and its interval agree with R", () => {
    // Both items answered alike, so the score is the answer.
    const view = weighed(large.map((one) => ({ ...one, I02: one.I01! })));
    const { result } = view.themes[0]!;
    if (!result?.shown || !result.weighted.shown) throw new Error("hidden");
    expect(result.weighted.mean.estimate).toBeCloseTo(3.695233799359, 6);
    expect(result.weighted.mean.low).toBeCloseTo(3.507732587974, 6);
    expect(result.weighted.mean.high).toBeCloseTo(3.882735010743, 6);
  });

  test("margins of the sample itself leave everything as it is", () => {
    const view = weighed(large, { BGA: percent({ a: 110, b: 100 }) });
    if (!view.weights.made) throw new Error("no weights");
    expect([view.weights.least, view.weights.most]).toEqual([1, 1]);
    const { weighted, plain } = statement(view, "I01");
    expect(weighted.shown && weighted.favourable.estimate).toBeCloseTo(plain.favourable.share as number, 12);
    expect(weighted.shown && weighted.favourable.low).toBeCloseTo(plain.favourable.low!, 12);
  });
});

describe("what weighting cannot do", () => {
  test("nobody answered in a category the population has: it is named, and nothing is weighted", () => {
    const only = group(50, "a", "x", five);
    const { weights, themes } = weighed(only, { BGA: percent({ a: 40, b: 60 }) });
    expect(weights).toMatchObject({ made: false, why: "empty", empty: [{ labels: [{ en: "b" }] }] });
    expect(themes).toEqual([]);
  });

  test("a category without a figure is left as it is", () => {
    const view = weighed(large, { BGA: percent({ a: 40 }) });
    expect(view.margins[0]).toMatchObject({ state: "used", apart: 100, uncovered: [{ en: "b" }] });
  });

  test("no margins, no weights; a variable that is gone is named", () => {
    expect(weighed(large, {}).weights).toMatchObject({ made: false, why: "none" });
    expect(weighed(large, { BGZ: percent({ a: 1 }) }).margins).toMatchObject([
      { code: "BGZ", state: "gone" },
    ]);
    const otherWords = weighed(large, { BGA: percent({ gone: 1, "gone too": 2 }) });
    expect(otherWords.margins).toMatchObject([{ code: "BGA", state: "gone", rows: [] }]);
    expect(weighed(group(5, "a", "x", five)).base).toEqual({ shown: false, why: "few" });
  });

  test("under the strict profile shares are whole percentages, sizes fives", () => {
    const view = weighed(large, margins, staffPolicy(10, "strict"));
    const { weighted } = statement(view, "I01");
    if (!weighted.shown || !view.weights.made) throw new Error("hidden");
    for (const share of [...weighted.points, weighted.favourable.low, weighted.favourable.high])
      expect(share).toBe(Math.round(share * 100) / 100);
    expect(weighted.effective % 5).toBe(0);
    expect(view.weights.effective % 5).toBe(0);
    expect(view.weights.most).toBe(Math.round(view.weights.most * 10) / 10);
  });
});

describe("a weighted number tells of no small group", () => {
  test("two by two with one small group: the second variable is left out", () => {
    const view = weighed([...large.slice(0, 200), ...group(0, "a", "x", five)].filter((_, at) => at >= 56));
    // 4 of (a, x) are left; rows and columns are told, and any number that crosses them would give the 4 away.
    expect(view.margins.map((one) => one.state)).toEqual(["used", "crossed"]);
    expect(view.weights.made).toBe(true);
    expect(statement(view, "I01").weighted.shown).toBe(true);
  });

  test("one group's answers to one item are few: that item is withheld, the other shown", () => {
    const people = large.map((one, at) => (at < 55 ? { ...one, I01: null } : one));
    const view = weighed(people);
    expect(view.margins.map((one) => one.state)).toEqual(["used", "used"]);
    expect(statement(view, "I01").weighted).toEqual({ shown: false, why: "complement" });
    expect(statement(view, "I02").weighted.shown).toBe(true);
  });

  test("a variable with a small group is not weighted by", () => {
    const view = weighed([...large, ...group(3, "b", "x", five)].slice(200), {
      BGA: percent({ a: 50, b: 50 }),
    });
    expect(view.margins[0]!.state).toBe("hidden");
    expect(view.weights).toMatchObject({ made: false, why: "unseen" });
  });
});

/**
 * Somebody who writes down every base that the dashboard shows over two variables, and asks of each weighted number
 * whether it could have been added up from those. If not, it tells something of a hidden group.
 */
describe("an attacker", () => {
  const sizes = { BGA: ["a", "b"], BGB: ["x", "y", "z"] } as const;
  const wide = smallInstrument([{ code: "I01" }, { code: "I02" }], sizes);
  const places = [...sizes.BGA, null].flatMap((BGA) => [...sizes.BGB, null].map((BGB) => ({ BGA, BGB })));
  type Place = (typeof places)[number];
  const known: Margins = {
    BGA: percent({ a: 35, b: 65 }),
    BGB: percent({ x: 20, y: 50, z: 30 }),
  };
  const subsets = (list: readonly string[]) =>
    Array.from({ length: 2 ** list.length - 1 }, (_, bits) => list.filter((_, at) => ((bits + 1) >> at) & 1));
  const filters = [
    {},
    ...subsets(sizes.BGA).flatMap((BGA) => [{ BGA }, ...subsets(sizes.BGB).map((BGB) => ({ BGA, BGB }))]),
    ...subsets(sizes.BGB).map((BGB) => ({ BGB })),
  ] as { BGA?: string[]; BGB?: string[] }[];
  const selects = ({ BGA, BGB }: (typeof filters)[number], place: Place) =>
    (!BGA || BGA.includes(place.BGA ?? "")) && (!BGB || BGB.includes(place.BGB ?? ""));

  const cell = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const study = fc.array(cell, { minLength: places.length, maxLength: places.length });
  /** So many at each place; of those, the second number skipped the first item. Few leave a background question open. */
  const peopleOf = (cells: readonly (readonly [number, number])[]) =>
    places.flatMap(({ BGA, BGB }, at) => {
      const [most, gaps] = cells[at]!;
      const n = BGA && BGB ? most + 8 : most % 4;
      return Array.from(
        { length: n },
        (_, i): Answers => ({ BGA, BGB, I01: i < gaps - 30 ? null : (i % 5) + 1, I02: (i % 5) + 1 }),
      );
    });

  function attack(people: readonly Answers[]) {
    const columns = columnsOf(wide, people);
    const view = countHere(weighting(cutOf(columns, {}, policy), known));
    const told = new Map(["presence", "I01", "I02", "THEME"].map((code) => [code, new Span()]));
    const sees = (code: string, filter: (typeof filters)[number]) =>
      told.get(code)!.add(places.map((place) => (selects(filter, place) ? 1 : 0)));
    for (const filter of filters) {
      const shown = buildView(columns, filter, policy);
      const theme = shown.themes[0];
      if (shown.base.shown) sees("presence", filter);
      for (const { code, options } of shown.variables)
        for (const option of options)
          if (option.result.shown && (code === "BGA" || code === "BGB"))
            told
              .get("presence")!
              .add(places.map((place) => (selects(filter, place) && place[code] === option.code ? 1 : 0)));
      if (theme?.result.shown) sees("THEME", filter);
      for (const { code, result } of theme?.items ?? [])
        if (result.shown && result.mean !== undefined) sees(code, filter);
    }
    const used = view.margins.filter((one) => one.state === "used").map((one) => one.code as "BGA" | "BGB");
    const factors = weightsOf(people, used);
    const follows = (code: string) => told.get(code)!.has(factors);
    const results = view.themes[0]?.items.map(({ code, result }) => ({ code, result })) ?? [];
    // From the effective size and the largest weight sizes of groups can be worked out: all have to be known.
    const sizesFollow = places.every(
      (_, at) =>
        sizesAt(people)[at] === 0 || told.get("presence")!.has(places.map((_, i) => (i === at ? 1 : 0))),
    );
    const made = {
      code: "presence",
      crossed: used.length > 1,
      shown: view.weights.made,
      follows: sizesFollow,
    };
    const numbers = [...results, { code: "THEME", result: view.themes[0]?.result }];
    const judged = numbers.flatMap(({ code, result }) =>
      result?.shown
        ? [{ code, crossed: used.length > 1, shown: result.weighted.shown, follows: follows(code) }]
        : [],
    );
    return used.length > 1 ? [...judged, made] : judged;
  }

  const sizesAt = (people: readonly Answers[]) =>
    places.map((place) => people.filter((one) => one.BGA === place.BGA && one.BGB === place.BGB).length);

  /** The weight of each place, computed from everybody: the attacker is given it for nothing. */
  function weightsOf(people: readonly Answers[], used: readonly ("BGA" | "BGB")[]): number[] {
    const weights = places.map(() => 1);
    const there = sizesAt(people);
    for (let round = 0; round < 2000; round++)
      for (const code of used) {
        const figures = known[code]!.figures;
        const sum = (wanted: (place: Place) => boolean) =>
          places.reduce((total, place, at) => total + (wanted(place) ? weights[at]! * there[at]! : 0), 0);
        const answered = sum((place) => place[code] !== null);
        const factorOf = Object.fromEntries(
          Object.entries(figures).map(([category, share]) => [
            category,
            (share / 100) * (answered / sum((place) => place[code] === category)),
          ]),
        );
        places.forEach((place, at) => {
          if (place[code] !== null) weights[at]! *= factorOf[place[code]]!;
        });
      }
    return weights;
  }

  test("adds up every weighted number from what the dashboard tells", () => {
    let shown = 0;
    let withheld = 0;
    fc.assert(
      fc.property(study, (cells) => {
        for (const one of attack(peopleOf(cells))) {
          if (one.shown && one.crossed) shown++;
          if (!one.shown) withheld++;
          expect(one.shown && !one.follows, JSON.stringify(one)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
    // Both happen, and often: the rule neither hides everything nor lets everything through.
    expect(shown).toBeGreaterThan(5);
    expect(withheld).toBeGreaterThan(5);
  });
});
