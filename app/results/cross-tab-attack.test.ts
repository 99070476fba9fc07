import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { contextColumn } from "./column.ts";
import { buildCrossTab } from "./cross-tab-view.ts";
import type { Filter } from "./filter.ts";
import { buildView } from "./gate.ts";
import { type Policy, publicPolicy, staffPolicy } from "./policy.ts";
import { both, columnsOf, smallInstrument } from "./testing/small-study.ts";
import { Span } from "./testing/span.ts";

/*
 * Somebody with a pencil who asks for every cross-table there is beside every view, over everybody, within each group, and
 * without the suspects; writes down whose numbers they were shown; and adds and subtracts. They must not single out the
 * number, or the answers, of any group of 1..k-1 people.
 */
const backgrounds = { BGA: ["a", "b", "c", "d"], BGB: ["x", "y", "z"] } as const;
type Background = keyof typeof backgrounds;
const names = Object.keys(backgrounds) as Background[];
const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], backgrounds);

/** Mostly two big groups with small ones beside them; some left open (null), some not asked. */
const answerTo = (options: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(options[0]!, options[1]!) },
    { weight: 4, arbitrary: fc.constantFrom(...options) },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
  );
const opinion = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 3, max: 5 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 98, undefined) },
);
const study = fc.array(
  fc.record({
    BGA: answerTo(backgrounds.BGA),
    BGB: answerTo(backgrounds.BGB),
    I01: opinion,
    I02: opinion,
    SUS: fc.oneof(
      { weight: 7, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant<true>(true) },
    ),
  }),
  { minLength: 15, maxLength: 160, size: "max" },
);

const subsets = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: 2 ** list.length - 1 }, (_, bits) => list.filter((_, at) => ((bits + 1) >> at) & 1));
const filters: Filter[] = [
  {},
  ...names.flatMap((name) => subsets(backgrounds[name]).map((chosen) => ({ [name]: chosen }))),
];

const isValid = (answer: unknown) => typeof answer === "number" && answer <= 5;
/** A statement's levels: its points, left open or not applicable, and not asked. */
const levelOf = (answer: unknown) => (isValid(answer) ? answer : answer === undefined ? undefined : null);

/** Somebody's place: where they stand in everything the tables are over. A number is a sum over places. */
interface Place {
  BGA: unknown;
  BGB: unknown;
  I01: unknown;
  SUS: unknown;
}
const placesOver = (byOpinion: boolean): Place[] =>
  [...backgrounds.BGA, null, undefined].flatMap((BGA) =>
    (byOpinion ? [0] : [...backgrounds.BGB, null, undefined]).flatMap((BGB) =>
      (byOpinion ? [1, 2, 3, 4, 5, null, undefined] : [0]).flatMap((I01) =>
        [null, true].map((SUS) => ({ BGA, BGB, I01, SUS })),
      ),
    ),
  );

type Person = Answers;
/** Everything asked: the views and tables over groups (sizes, and what they answered to I01), or those over I01 (I02). */
function attack(people: Person[], policy: Policy, byOpinion: boolean, k = policy.k): string[] {
  const columns = columnsOf(instrument, people);
  const suspect = contextColumn("suspect", both("suspect"), "context", false);
  suspect.categories = ["0", "1"].map((code) => ({ code, label: both(code) }));
  suspect.values = Int8Array.from(people, (one) => (one.SUS === true ? 1 : 0));
  const places = placesOver(byOpinion);
  const vector = (belongs: (place: Place) => boolean) => places.map((place) => (belongs(place) ? 1 : 0));
  const [sizes, answers] = [new Span(), new Span()];
  const item = byOpinion ? "I02" : "I01";
  for (const filter of filters.filter((one) => !byOpinion || !("BGB" in one)))
    for (const without of [false, true]) {
      const also = without ? [{ column: suspect, chosen: [0] }] : [];
      const inside = (place: Place) =>
        !(without && place.SUS) &&
        Object.entries(filter).every(([name, chosen]) =>
          chosen.includes(place[name as Background] as string),
        );
      if (!without) {
        const view = buildView(columns, filter, policy);
        if (!view.base.shown) continue;
        sizes.add(vector(inside));
        const { result } = view.themes[0]!.items.find((one) => one.code === item)!;
        if (result.shown && result.mean !== undefined) answers.add(vector(inside));
        for (const { code, base, options } of view.variables) {
          const name = names.find((one) => one === code);
          if (!name || !base.shown || (byOpinion && name === "BGB")) continue;
          sizes.add(vector((place) => inside(place) && place[name] != null));
          for (const option of options)
            if (option.result.shown)
              sizes.add(vector((place) => inside(place) && place[name] === option.code));
        }
      }
      if (byOpinion) {
        const table = buildCrossTab(columns, filter, "I01", "I02", policy, also);
        for (const [at, row] of table.rows.entries())
          if (row.n.shown && exact(table.cells[at]!))
            answers.add(vector((place) => inside(place) && place.I01 === Number(row.code)));
        if (exact(table.total.cells)) answers.add(vector(inside));
        continue;
      }
      for (const [of, by] of [
        ["BGA", "BGB"],
        ["BGB", "BGA"],
      ] as const) {
        const table = buildCrossTab(columns, filter, of, by, policy, also);
        for (const [at, row] of table.rows.entries()) {
          if (row.n.shown)
            sizes.add(vector((place) => inside(place) && place[of] === row.code && place[by] != null));
          for (const [to, column] of table.columns.entries())
            if (table.cells[at]![to]!.shown)
              sizes.add(
                vector((place) => inside(place) && place[of] === row.code && place[by] === column.code),
              );
        }
        for (const [to, cell] of table.total.cells.entries())
          if (cell.shown)
            sizes.add(vector((place) => inside(place) && place[by] === table.columns[to]!.code));
        if (table.total.n.shown) sizes.add(vector((place) => inside(place) && place[by] != null));
        // Statements by group, and group by statement.
        const rows = buildCrossTab(columns, filter, of, "I01", policy, also);
        for (const [i, row] of rows.rows.entries())
          if (exact(rows.cells[i]!)) answers.add(vector((place) => inside(place) && place[of] === row.code));
        if (exact(rows.total.cells)) answers.add(vector(inside));
        const turned = buildCrossTab(columns, filter, "I01", of, policy, also);
        for (const [j, column] of turned.columns.entries())
          if (turned.cells.some((line) => line[j]!.shown && line[j]!.count !== undefined))
            answers.add(vector((place) => inside(place) && place[of] === column.code));
      }
    }
  const pinned: string[] = [];
  const look = (what: string, span: Span, counted: (one: Person) => boolean, rule: Policy) => {
    const places_ = people.filter(counted).map((one) => ({
      ...one,
      ...(byOpinion ? { BGB: 0, I01: levelOf(one.I01) } : { I01: 0 }),
    })) as unknown as Place[];
    for (const { label, belongs } of groupsOf(rule, byOpinion)) {
      const n = places_.filter(belongs).length;
      if (n >= 1 && n < k && span.has(vector(belongs))) pinned.push(`${what}: ${label} (${n})`);
    }
  };
  // How many left a question open is no secret; what they think is, to the public.
  if (!byOpinion) look("size", sizes, () => true, { ...policy, skippedIsGroup: false });
  look(item, answers, (one) => isValid(one[item]), policy);
  return pinned;
}

/** Whether every cell tells its count: then the answers of these people are known. */
const exact = (cells: readonly { shown: boolean; count?: number }[]) =>
  cells.length > 0 && cells.every((cell) => cell.shown && cell.count !== undefined);

/** Every union of groups, every crossing, and of each the suspects and the others. */
function groupsOf({ skippedIsGroup }: Policy, byOpinion: boolean) {
  const open = skippedIsGroup ? [null] : [];
  const unions = (name: keyof Place, levels: unknown[]) =>
    subsets(levels).map((union) => ({
      label: `${name} ${union.join("+")}`,
      belongs: (place: Place) => union.includes(place[name]),
    }));
  const A = unions("BGA", [...backgrounds.BGA, undefined, ...open]);
  const single = (name: keyof Place, levels: readonly unknown[]) =>
    levels.map((level) => ({ label: `${level}`, belongs: (place: Place) => place[name] === level }));
  const others = byOpinion
    ? unions("I01", [1, 2, 3, 4, 5, null, undefined])
    : unions("BGB", [...backgrounds.BGB, undefined, ...open]);
  const crossed = single("BGA", backgrounds.BGA).flatMap((a) =>
    (byOpinion ? others : single("BGB", backgrounds.BGB)).map((b) => ({
      label: `${a.label}&${b.label}`,
      belongs: (place: Place) => a.belongs(place) && b.belongs(place),
    })),
  );
  return [{ label: "all", belongs: (_: Place) => true }, ...A, ...others, ...crossed].flatMap((group) => [
    group,
    ...[true, null].map((wanted) => ({
      label: `${group.label} ${wanted ? "suspect" : "not suspect"}`,
      belongs: (place: Place) => place.SUS === wanted && group.belongs(place),
    })),
  ]);
}

describe("an attacker with cross-tables", () => {
  const policies: [string, Policy][] = [
    ["the public's threshold", publicPolicy],
    ["the staff's threshold", staffPolicy(5)],
  ];
  test.each(policies)(
    "learns no number and no answers of a small group: %s",
    { timeout: 60_000 },
    (_, policy) => {
      fc.assert(
        fc.property(study, (people) => {
          expect(attack(people as Person[], policy, false)).toEqual([]);
        }),
        { numRuns: 20, endOnFailure: true },
      );
    },
  );
  test.each(policies)("nor the answers of few who share an opinion: %s", { timeout: 60_000 }, (_, policy) => {
    fc.assert(
      fc.property(study, (people) => {
        expect(attack(people as Person[], policy, true)).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
  test("does learn them where nothing is hidden: the pencil works", () => {
    const people: Person[] = Array.from({ length: 60 }, (_, at) => ({
      ...{ BGA: at < 30 ? "a" : at < 57 ? "b" : "c", BGB: at % 2 ? "x" : "y", SUS: null },
      ...{ I01: at < 58 ? 4 + (at % 2) : 98, I02: 1 + (at % 5) },
    }));
    const ungated: Policy = { k: 1, skippedIsGroup: true, strict: false };
    expect(attack(people, ungated, false, 10)).toEqual(
      expect.arrayContaining(["size: BGA c (3)", "size: c&x (2)"]),
    );
    expect(attack(people, ungated, true, 10)).toEqual(expect.arrayContaining(["I02: I01 1+2+3++ (2)"]));
    expect(attack(people, publicPolicy, false)).toEqual([]);
  });
});
