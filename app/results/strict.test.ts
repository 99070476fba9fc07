import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { buildGroupTable, buildView, buildWithoutSuspects } from "./gate.ts";
import { publicPolicyOf, staffPolicy } from "./policy.ts";
import { suspectColumn } from "./testing/random-study.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";
import { toldMoments } from "./told.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }, { code: "I03", reverse: true }], {
  BGA: ["a", "b", "c"],
});
/** People of one group with these numbers of answers 1..5 to every item, turned a little from item to item. */
const people = (group: string, counts: number[]) =>
  counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, one): Answers => {
      const opinion = at + 1;
      return { BGA: group, I01: opinion, I02: opinion, I03: one % 3 === 0 ? 6 - opinion : 3 };
    }),
  );
const strict = publicPolicyOf("strict");
const standard = publicPolicyOf("standard");
const view = (answers: Answers[], policy = strict) => buildView(columnsOf(instrument, answers), {}, policy);
const firstItem = (answers: Answers[], policy = strict) => view(answers, policy).themes[0]!.items[0]!.result;

/** Every number in a value, by its path. */
function numbersIn(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => numbersIn(one, `${path}.${key}`));
}

describe("the strict profile", () => {
  test("tells people to the nearest five, everywhere in a view", () => {
    const answers = [...people("a", [7, 11, 13, 9, 8]), ...people("b", [6, 6, 7, 8, 5])];
    const told = numbersIn(view(answers)).filter(([path]) =>
      /\.(n|count|asked|skipped|notAsked|notApplicable)$/.test(path),
    );
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(([, n]) => n % 5 !== 0)).toEqual([]);
    expect(view(answers).base).toEqual({ shown: true, n: 80 });
    expect(view(answers, standard).base).toEqual({ shown: true, n: 80 });
  });

  test("percentages are whole, from 23 answers, and computed from the rounded counts", () => {
    expect(firstItem(people("a", [2, 5, 5, 5, 5]))).toEqual({ shown: false, why: "thin" });
    const told = firstItem(people("a", [3, 5, 5, 5, 5]));
    if (!told.shown) throw new Error("23 is enough");
    expect(told.n).toBe(25);
    expect(told.points.map(({ share }) => share)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
    const shares = numbersIn(view(people("a", [7, 11, 13, 9, 8]))).filter(([path]) =>
      /share|low|high$/.test(path),
    );
    for (const [path, share] of shares)
      if (!/mean|score|alpha/.test(path))
        expect([path, (share * 100) % 1 < 1e-9 || (share * 100) % 1 > 1 - 1e-9]).toEqual([path, true]);
  });

  test("studies that round alike look alike: nothing printed of an item tells which it was", () => {
    // As the exact percentages would: 11 of 48 and 9 of 49 are 23% and 18%.
    const one = firstItem(people("a", [8, 11, 12, 9, 8]));
    const other = firstItem(people("a", [8, 9, 12, 11, 9]));
    expect(one).toEqual(other);
    const exact = [
      [8, 11, 12, 9, 8],
      [8, 9, 12, 11, 9],
    ].map((counts) => firstItem(people("a", counts), standard));
    expect(exact[0]).not.toEqual(exact[1]);
  });

  test("no mean on seven or fewer; mean and spread could be those of any size that rounds alike", () => {
    const five = staffPolicy(5, "strict");
    const theme = (n: number) => view(people("a", [1, 1, 1, 1, n - 4]), five).themes[0]!.result;
    expect(theme(7)).toEqual({ shown: false, why: "thin" });
    expect(theme(8)).toMatchObject({ shown: true, n: 10 });
    // Whole points of 23..27 people: each size reaches the told mean to one digit.
    const told = toldMoments({ n: 24, mean: 83 / 24, squares: 20 }, 1, strict);
    expect(told.n).toBe(25);
    for (let n = 23; n <= 27; n++) {
      const nearest = Math.round(told.mean * n) / n;
      expect(Math.abs(nearest - told.mean)).toBeLessThanOrEqual(0.05);
    }
  });

  test("a share that rounds to everybody is a bound that holds", () => {
    const told = firstItem(people("a", [0, 0, 0, 2, 28]));
    if (!told.shown) throw new Error("30 is enough");
    expect(told.points.at(-1)!.share).toEqual({ bound: "at-least", value: 0.85 });
    expect(28 / 30).toBeGreaterThanOrEqual(0.85);
    expect(told.mean).toBeUndefined();
  });

  test("tables of groups and the headline without suspects obey as well", () => {
    const answers = [...people("a", [7, 11, 13, 9, 8]), ...people("b", [6, 6, 7, 8, 5])];
    const columns = columnsOf(instrument, answers);
    for (const { result } of buildGroupTable(columns, {}, "THEME", "BGA", strict).rows)
      if (result.shown) expect(result.n % 5).toBe(0);
    const suspects = answers.map((one, at) => ({ ...one, SUS: at % 4 === 0 ? (true as const) : null }));
    const without = buildWithoutSuspects(columns, {}, suspectColumn(suspects), strict);
    expect(without.base).toEqual({ shown: true, n: 80, suspects: 20 });
  });
});
