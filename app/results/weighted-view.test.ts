import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { countHere } from "./counting.ts";
import { cutOf } from "./cut.ts";
import { buildView } from "./gate.ts";
import type { Margins } from "./margins.ts";
import { staffPolicy } from "./policy.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";
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

  test("one group's answers to one item are few: too much of it would be pooled, the other is shown", () => {
    const people = large.map((one, at) => (at < 55 ? { ...one, I01: null } : one));
    const view = weighed(people);
    expect(view.margins.map((one) => one.state)).toEqual(["used", "used"]);
    expect(statement(view, "I01").weighted).toEqual({ shown: false, why: "pooled" });
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

describe("groups too small to be told are pooled", () => {
  const wide = smallInstrument([{ code: "I01" }, { code: "I02" }], {
    BGA: ["a", "b", "c", "d"],
    BGB: ["x", "y", "z"],
  });
  const known: Margins = {
    BGA: percent({ a: 30, b: 60, c: 6, d: 4 }),
    BGB: percent({ x: 50, y: 30, z: 20 }),
  };
  const people = [
    ...group(120, "a", "x", five),
    ...group(80, "a", "y", five),
    ...group(60, "a", "z", three),
    ...group(60, "b", "x", three),
    ...group(140, "b", "y", three),
    ...group(50, "b", "z", five),
    ...group(6, "c", "x", five),
    ...group(5, "c", "y", three),
    ...group(4, "c", "z", five),
    ...group(8, "d", "x", three),
    ...group(7, "d", "y", five),
    ...group(9, "d", "z", three),
  ];
  const weigh = (margins: Margins, asked = people, as = policy) =>
    countHere(weighting(cutOf(columnsOf(wide, asked), {}, as), margins));

  // R: n <- c(120, 80, 60, 60, 140, 50, 6, 5, 4, 8, 7, 9); a <- c(1, 1, 1, 2, 2, 2, 0 …); b <- rep(1:3, 4); held <- 1:12 > 6
  // fit <- function(w, g, t) { N <- sum((w * n)[g > 0]); for (k in seq_along(t)) { i <- g == k & !held
  //   w[i] <- w[i] * (t[k] * N - sum((w * n)[g == k & held])) / sum((w * n)[i]) }; w }
  // for (r in 1:5000) { w <- fit(w, a, c(30, 60) / 90); w <- fit(w, b, c(.5, .3, .2)) }
  // sum(w * n)^2 / sum(w^2 * n); sum(w * fav) / sum(w * n), where fav counts those answering 4 or 5
  test("they keep weight 1, all others are raked; the numbers agree with R", () => {
    const view = weigh(known);
    expect(view.margins.map((one) => one.state)).toEqual(["used", "used"]);
    if (!view.weights.made) throw new Error(view.weights.why);
    expect(view.weights.pooled).toEqual({ shown: true, n: 39 });
    expect(view.weights.effective).toBeCloseTo(410.01083863202, 3);
    const { weighted } = statement(view, "I01");
    if (!weighted.shown) throw new Error(weighted.why);
    expect(weighted.pooled).toBe(39);
    expect(weighted.favourable.estimate).toBeCloseTo(0.55322127674997, 6);
    // The pool is counted, so the population's shares are nearly met: 39 of 549 stay as they are.
    const shares = view.margins[0]!.rows.map((row) => row.weighted);
    expect(shares[0]).toBeCloseTo(510 / 3 / 549, 6);
    expect(shares[2]).toBeCloseTo(15 / 549, 6);
    const along = view.margins[1]!.rows.map((row) => row.weighted);
    for (const [at, share] of [0.5, 0.3, 0.2].entries()) expect(along[at]).toBeCloseTo(share, 5);
  });

  test("a category joined to another is one with it: what the two of them tell is weighted", () => {
    const joined = { ...known, BGA: { ...known.BGA!, joined: { d: "c" } } };
    const view = weigh(joined, people, { ...policy, skippedIsGroup: true });
    if (!view.weights.made) throw new Error(view.weights.why);
    // Both together are the total of x, y or z without those of "a" and "b".
    expect(view.weights.pooled).toEqual({ shown: true, n: 0 });
    const both = view.margins[0]!.rows[2]!;
    expect(both).toMatchObject({ code: "c", label: { en: "c + d", "zh-CN": "c＋d" } });
    expect(both.population).toBeCloseTo(0.1, 12);
    expect(both.weighted).toBeCloseTo(0.1, 6);
    expect(both.sample).toEqual({ shown: true, share: 39 / 549 });
    expect(view.margins[0]!.rows).toHaveLength(3);
  });

  test("a pool of more than a fifth stops weighting", () => {
    const large = ["a", "b"].flatMap((BGA) => ["x", "y", "z"].flatMap((BGB) => group(25, BGA, BGB, five)));
    const { weights, margins } = weigh(known, [...large, ...people.slice(510)]);
    expect(weights).toMatchObject({ made: false, why: "pooled" });
    expect(margins.map((one) => one.state)).toEqual(["used", "used"]);
  });
});

/**
 * Somebody who writes down every number that the dashboard shows over two variables, for two studies that differ only in
 * what is hidden: where all of these are the same, the weights and all weighted numbers have to be the same as well.
 */
describe("an attacker", () => {
  const sizes = { BGA: ["a", "b", "c", "d"], BGB: ["x", "y", "z"] } as const;
  const wide = smallInstrument([{ code: "I01" }, { code: "I02" }], sizes);
  const places = sizes.BGA.flatMap((BGA) => sizes.BGB.map((BGB) => ({ BGA, BGB })));
  const known: Margins = {
    BGA: percent({ a: 35, b: 45, c: 12, d: 8 }),
    BGB: percent({ x: 30, y: 50, z: 20 }),
  };
  const subsets = (list: readonly string[]) =>
    Array.from({ length: 2 ** list.length - 1 }, (_, bits) => list.filter((_, at) => ((bits + 1) >> at) & 1));
  const filters: Record<string, string[]>[] = [
    {},
    ...subsets(sizes.BGA).flatMap((BGA) => [{ BGA }, ...subsets(sizes.BGB).map((BGB) => ({ BGA, BGB }))]),
    ...subsets(sizes.BGB).map((BGB) => ({ BGB })),
  ];
  const all = (people: readonly Answers[]) => columnsOf(wide, people);
  /** What the dashboard says of one filter, counted when first asked for. */
  const dashboard = (people: readonly Answers[]) => {
    const columns = all(people);
    const views: string[] = [];
    return (at: number) => (views[at] ??= JSON.stringify(buildView(columns, filters[at]!, policy)));
  };
  const looksTheSame = (before: (at: number) => string, people: readonly Answers[]): boolean => {
    const after = dashboard(people);
    return filters.every((_, at) => before(at) === after(at));
  };
  const weighted = (people: readonly Answers[]) =>
    countHere(weighting(cutOf(all(people), {}, policy), known));

  /** How many in a group, and of eight of them how many answered the items. */
  const large = fc.record({ n: fc.integer({ min: 50, max: 120 }), answered: fc.constant(8) });
  const small = fc.record({ n: fc.integer({ min: 3, max: 11 }), answered: fc.constant(8) });
  const silent = fc.record({ n: fc.integer({ min: 24, max: 40 }), answered: fc.constantFrom(1, 2) });
  const crumb = fc.oneof({ weight: 9, arbitrary: small }, { weight: 1, arbitrary: large });
  const study = fc
    .tuple(fc.constantFrom(crumb, silent), fc.constant(large))
    .chain(([few, many]) => fc.tuple(...places.map(({ BGA }) => (BGA < "c" ? many : few))));
  const peopleOf = (cells: readonly { n: number; answered: number }[]): Answers[] =>
    places.flatMap((place, at) =>
      Array.from({ length: cells[at]!.n }, (_, i): Answers => {
        const answer = i % 8 < cells[at]!.answered ? ((i + at) % 5) + 1 : null;
        return { ...place, I01: answer, I02: answer };
      }),
    );

  /** Corners of rectangles of four small groups: what moves around one leaves every row and column as it was. */
  const rectangles = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map((columns) => [6, 9].flatMap((row) => columns.map((column) => places[row + column]!)));
  type Place = (typeof places)[number];
  const at = (people: readonly Answers[], place: Place, answer: number | null) =>
    people.findIndex((one) => one.BGA === place.BGA && one.BGB === place.BGB && one.I01 === answer);
  /** One person of two opposite corners each goes to another corner, the answers along with them. */
  const withMoved = (people: readonly Answers[], [a, b, c, d]: readonly Place[]) =>
    [1, 2, 3, null].flatMap((answer) => {
      const [from, back] = [at(people, a!, answer), at(people, d!, answer)];
      if (from < 0 || back < 0) return [];
      return [people.with(from, { ...people[from]!, ...b }).with(back, { ...people[back]!, ...c })];
    });
  /** Nobody moves, but the answers do: people of two opposite corners fall silent, and of the two others speak. */
  const withSaid = (people: readonly Answers[], [a, b, c, d]: readonly Place[]) =>
    [1, 2, 3].flatMap((answer) => {
      const speak = [at(people, a!, answer), at(people, d!, answer)];
      const silent = [at(people, b!, null), at(people, c!, null)];
      if ([...speak, ...silent].includes(-1)) return [];
      const say = (places: number[], what: number | null) => (list: Answers[]) =>
        places.reduce((some, one) => some.with(one, { ...some[one]!, I01: what, I02: what }), list);
      return [say(silent, answer)(say(speak, null)([...people]))];
    });

  test("finds no weighted number that depends on what is hidden", () => {
    const seen = { moved: 0, said: 0, pooled: 0, withheld: 0 };
    fc.assert(
      fc.property(study, (cells) => {
        const people = peopleOf(cells);
        const view = weighted(people);
        if (!view.weights.made || view.margins.some((one) => one.state !== "used")) return;
        for (const { result } of view.themes[0]!.items) {
          if (!result.shown) continue;
          // By the way weights are made each number follows from what is shown: the proof never has to say no.
          if (!result.weighted.shown) expect(result.weighted.why).not.toBe("complement");
          if (result.weighted.shown && result.weighted.pooled > 0) seen.pooled++;
          if (!result.weighted.shown) seen.withheld++;
        }
        const before = dashboard(people);
        for (const corners of rectangles) {
          const kinds = { moved: withMoved(people, corners), said: withSaid(people, corners) };
          for (const [kind, others] of Object.entries(kinds)) {
            const other = others.find((one) => looksTheSame(before, one));
            if (!other) continue;
            seen[kind as keyof typeof kinds]++;
            expect(weighted(other)).toEqual(view);
          }
        }
      }),
      { numRuns: 24 },
    );
    // All of it happens, and often: the rule neither hides everything nor has nothing to hide.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });
});
