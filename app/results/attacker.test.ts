import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { contextColumn } from "./column.ts";
import type { Filter } from "./filter.ts";
import { buildGroupTable, buildView, buildWithoutSuspects } from "./gate.ts";
import { type Policy, publicPolicy, staffPolicy } from "./policy.ts";
import { both, columnsOf, smallInstrument } from "./testing/small-study.ts";
import { Span } from "./testing/span.ts";

/**
 * Somebody who asks for every view there is over one variable at a time, or over pairs, writes down every base they are
 * shown, and adds and subtracts them, also those of the same views without the suspects. They must not be able to single out the answers, the scores or the number of any
 * group of 1..k-1 people.
 */
const backgrounds = { BGA: ["a", "b", "c", "d"], BGB: ["x", "y", "z"] } as const;
const names = Object.keys(backgrounds) as (keyof typeof backgrounds)[];
const items = ["I01", "I02", "I03"];
const instrument = smallInstrument(
  items.map((code) => ({ code })),
  backgrounds,
);

/** Mostly big groups with small ones beside them, some left open (null), some not asked. */
const answerTo = (options: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(options[0]!, options[1]!) },
    { weight: 4, arbitrary: fc.constantFrom(...options) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const opinion = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 98, undefined) },
);
const respondent = fc.record({
  BGA: answerTo(backgrounds.BGA),
  BGB: answerTo(backgrounds.BGB),
  I01: opinion,
  I02: opinion,
  I03: opinion,
  SUS: fc.oneof(
    { weight: 7, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant<true>(true) },
  ),
});
const study = fc.array(respondent, { minLength: 15, maxLength: 160, size: "max" });
type Respondent = Answers;

const subsets = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: 2 ** list.length - 1 }, (_, bits) => list.filter((_, at) => ((bits + 1) >> at) & 1));

const filtersOfOne: Filter[] = names.flatMap((name) =>
  subsets(backgrounds[name]).map((chosen) => ({ [name]: chosen })),
);
const filtersOfTwo: Filter[] = backgrounds.BGA.flatMap((a) =>
  backgrounds.BGB.map((b) => ({ BGA: [a], BGB: [b] })),
);

/** Where somebody stands in both variables, and whether they are suspect: what a base counts is a sum over such places. */
const places = [...backgrounds.BGA, undefined, null].flatMap((a) =>
  [...backgrounds.BGB, undefined, null].flatMap((b) => [
    { BGA: a, BGB: b, SUS: null },
    { BGA: a, BGB: b, SUS: true },
  ]),
);
type Place = (typeof places)[number];
const indicator = (belongs: (place: Place) => boolean) => places.map((place) => (belongs(place) ? 1 : 0));
const selected = (filter: Filter) =>
  indicator((place) =>
    Object.entries(filter).every(([name, chosen]) => chosen.includes(place[name as "BGA"] ?? "")),
  );

/** Who is suspect, as a column beside those of the answers. */
function suspectsAmong(people: Respondent[]) {
  const column = contextColumn("suspect", both("suspect"), "context", false);
  column.categories = ["0", "1"].map((code) => ({ code, label: both(code) }));
  column.values = Int8Array.from(people, (one) => (one.SUS === true ? 1 : 0));
  return column;
}

function attack(people: Respondent[], filters: readonly Filter[], policy: Policy): string[] {
  const columns = columnsOf(instrument, people);
  const suspect = suspectsAmong(people);
  const sizes = new Span();
  const known = new Map([...items, "THEME"].map((code) => [code, new Span()]));
  for (const filter of [{}, ...filters]) {
    const view = buildView(columns, filter, policy);
    if (!view.base.shown) continue;
    const inside = selected(filter);
    sizes.add(inside);
    const rest = buildWithoutSuspects(columns, filter, suspect, policy);
    if (rest.base.shown) {
      const others = inside.map((one, at) => (places[at]!.SUS ? 0 : one));
      sizes.add(others);
      if (rest.themes[0]!.result.shown) known.get("THEME")!.add(others);
    }
    const theme = view.themes[0]!;
    if (theme.result.shown) known.get("THEME")!.add(inside);
    for (const { code, result } of theme.items) {
      // A bound tells the base, and of the answers only that they are alike.
      if (result.shown && result.mean !== undefined) known.get(code)!.add(inside);
    }
    for (const variable of view.variables) {
      const name = names.find((one) => one === variable.code);
      if (!name || !variable.base.shown) continue;
      const within = (level: string | null | undefined) =>
        indicator((place) => place[name] === level).map((one, at) => one * inside[at]!);
      const answered = inside.map((one, at) => (places[at]![name] == null ? 0 : one));
      sizes.add(answered);
      if (variable.base.skipped !== undefined) sizes.add(within(null));
      if (variable.base.notAsked !== undefined) sizes.add(within(undefined));
      for (const option of variable.options) {
        if (!option.result.shown || option.result.count === undefined) continue;
        sizes.add(within(option.code));
        if (option.result.count === 0) for (const span of known.values()) span.add(within(option.code));
      }
    }
    for (const name of names)
      for (const row of buildGroupTable(columns, filter, "THEME", name, policy).rows)
        if (row.result.shown)
          known.get("THEME")!.add(inside.map((one, at) => (places[at]![name] === row.code ? one : 0)));
  }
  const pinned: string[] = [];
  const look = (what: string, span: Span, counts: (person: Respondent) => boolean, rule = policy) => {
    for (const group of smallGroups(people.filter(counts), rule))
      if (span.has(group.vector)) pinned.push(`${what}: ${group.label} (${group.n})`);
  };
  // How many left a question open is no secret (every table's base tells it); what they think is.
  look("size", sizes, () => true, { ...policy, skippedIsGroup: false });
  for (const code of items) look(code, known.get(code)!, (one) => isValid(one[code]));
  look("THEME", known.get("THEME")!, (one) => items.filter((code) => isValid(one[code])).length >= 2);
  return pinned;
}

const isValid = (answer: unknown) => typeof answer === "number" && answer <= 5;

/** Every union of groups of one variable that 1..k-1 of these people belong to, and every crossing of two. */
function smallGroups(people: Respondent[], { k, skippedIsGroup }: Policy) {
  const groups = names.flatMap((name) => {
    const levels = [...backgrounds[name], undefined, ...(skippedIsGroup ? [null] : [])];
    return subsets<string | null | undefined>(levels).map((union) => ({
      label: `${name} ${union.join("+")}`,
      belongs: (place: Place) => union.includes(place[name]),
    }));
  });
  for (const a of backgrounds.BGA)
    for (const b of backgrounds.BGB)
      groups.push({ label: `${a}&${b}`, belongs: (place) => place.BGA === a && place.BGB === b });
  // Suspects, the others, and both within every union of groups.
  for (const { label, belongs } of [{ label: "all", belongs: (_: Place) => true }, ...groups])
    for (const wanted of [true, null])
      groups.push({
        label: `${label} ${wanted ? "suspect" : "not suspect"}`,
        belongs: (place) => place.SUS === wanted && belongs(place),
      });
  return groups.flatMap(({ label, belongs }) => {
    const n = people.filter((one) => belongs(one as unknown as Place)).length;
    return n >= 1 && n < k ? [{ label, n, vector: indicator(belongs) }] : [];
  });
}

describe("an attacker with a pencil", () => {
  const policies: [string, Policy][] = [
    ["the public's threshold", publicPolicy],
    ["the staff's threshold", staffPolicy(5)],
  ];
  test.each(policies)("learns nothing of a small group from filters on one variable: %s", (_, policy) => {
    fc.assert(
      fc.property(study, (people) => {
        expect(attack(people as Respondent[], filtersOfOne, policy)).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
  test.each(policies)("nor from filters on two variables at once: %s", (_, policy) => {
    fc.assert(
      fc.property(study, (people) => {
        expect(attack(people as Respondent[], [...filtersOfOne, ...filtersOfTwo], policy)).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
  test("does learn it where nothing is hidden: the pencil works", () => {
    const people: Respondent[] = Array.from({ length: 60 }, (_, at) => ({
      BGA: at < 30 ? "a" : at < 57 ? "b" : "c",
      BGB: "x",
      I01: 1 + (at % 5),
      I02: 1 + (at % 5),
      I03: 1 + (at % 5),
    }));
    const ungated: Policy = { k: 1, skippedIsGroup: true, strict: false };
    const span = new Span();
    for (const filter of [{}, { BGA: ["a"] }, { BGA: ["b"] }] as Filter[])
      if (buildView(columnsOf(instrument, people), filter, ungated).base.shown) span.add(selected(filter));
    const three = smallGroups(people, publicPolicy).filter(
      ({ label }) => label === "BGA c++" || label === "BGA c",
    );
    expect(three.map(({ n }) => n)).toContain(3);
    // c, nobody else: all minus a minus b, with d, skipped and not asked being empty but counted in.
    expect(span.has(indicator((place) => place.BGA !== "a" && place.BGA !== "b"))).toBe(true);
    const gated = [{ BGA: ["a"] }, { BGA: ["b"] }].map(
      (filter) => buildView(columnsOf(instrument, people), filter, publicPolicy).base,
    );
    expect(gated).toEqual([
      { shown: true, n: 30 },
      { shown: false, why: "complement" },
    ]);
  });
});
