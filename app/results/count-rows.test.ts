import { describe, expect, test } from "vitest";
import { randomFrom } from "#app/instrument/order.ts";
import type { CountPlan, PlannedTheme } from "./count-plan.ts";
import { addCounts, countRows } from "./count-rows.ts";

/** Three items of four points and three gaps, packed into one number; a fourth column too wide to be packed. */
const rows = 40_000;
const levels = [7, 7, 7];
const strides = [1, 7, 49];
const random = randomFrom(7);
const below = (end: number) => Math.floor(random() * end);
const items = levels.map(() => Int8Array.from({ length: rows }, () => below(7) - 3));
const wide = Int16Array.from({ length: rows }, () => below(300) - 3);
const split = Int8Array.from({ length: rows }, () => below(5) - 3);
const excluded = Uint8Array.from({ length: rows }, () => (below(50) === 0 ? 1 : 0));
const levelOf = strides.map((stride) =>
  Uint16Array.from({ length: 343 }, (_, number) => Math.floor(number / stride) % 7),
);
const packed = Uint16Array.from({ length: rows }, (_, row) =>
  items.reduce((sum, values, at) => sum + (values[row]! + 3) * strides[at]!, 0),
);

/** The theme of all three items, the second reversed, two valid ones needed. */
function theme(): PlannedTheme {
  const size = 343;
  const codes = new Int32Array(size);
  const points = new Uint16Array(size);
  for (let number = 0; number < size; number++)
    for (let at = 0; at < 3; at++) {
      const value = (Math.floor(number / strides[at]!) % 7) - 3;
      if (value === -3) codes[number]! += 1 << 20;
      if (value < 0) continue;
      const up = at === 1 ? 3 - value : value;
      codes[number]! += 1024 + up;
      points[number]! += up * 4 ** at;
    }
  const columns = [0, 1, 2].map((within) => ({ within, reversed: within === 1 }));
  return {
    items: 3,
    steps: 3,
    minValid: 2,
    unit: 6,
    parts: [{ bundle: 0, codes, points, combinations: 64, places: [0, 1, 2], columns }],
  };
}

const plan: CountPlan = {
  by: [{ values: split, levels: 5 }],
  excluded,
  bundles: [{ values: packed, size: 343, levels, levelOf }],
  singles: [{ values: wide, levels: 300 }],
  themes: [theme()],
  // Levels 3 and 4 are the groups; nobody else is in one.
  groupOf: Uint16Array.from([0, 0, 0, 1, 2, 0]),
  groups: 2,
  reliability: "whole",
  pairs: false,
};

describe("countRows", () => {
  const counts = countRows(plan, 0, rows);

  test("counts every cell and level as a plain loop does", () => {
    const everyone = new Array(5).fill(0);
    const table = items.map(() => new Array(5 * 7).fill(0));
    const single = new Array(5 * 300).fill(0);
    for (let row = 0; row < rows; row++) {
      if (excluded[row]) continue;
      const cell = split[row]! + 3;
      everyone[cell]++;
      items.forEach((values, at) => {
        table[at]![cell * 7 + values[row]! + 3]++;
      });
      single[cell * 300 + wide[row]! + 3]++;
    }
    expect([...counts.everyone]).toEqual(everyone);
    expect(counts.packed[0]!.map((one) => [...one])).toEqual(table);
    expect([...counts.singles[0]!]).toEqual(single);
  });

  test("tallies the scores of each group as a plain loop does", () => {
    for (const group of [0, 1]) {
      const people = new Array(4 * 10).fill(0);
      const sums = [0, 0, 0];
      const products = new Array(9).fill(0);
      let asked = 0;
      for (let row = 0; row < rows; row++) {
        if (excluded[row] || split[row] !== group) continue;
        const values = items.map((one, at) => (at === 1 && one[row]! >= 0 ? 3 - one[row]! : one[row]!));
        const valid = values.filter((value) => value >= 0);
        if (values.some((value) => value !== -3)) asked++;
        people[valid.length * 10 + valid.reduce((sum, value) => sum + value, 0)]++;
        if (valid.length < 3) continue;
        values.forEach((a, i) => {
          sums[i]! += a;
          for (let j = 0; j <= i; j++) products[i * 3 + j] += a * values[j]!;
        });
      }
      const found = counts.themes[0]!.groups[group]!;
      expect(found.asked).toBe(asked);
      expect([...found.people]).toEqual(people);
      expect([...found.sums]).toEqual(sums);
      expect([...found.products]).toEqual(products);
    }
    const scored = new Array(5).fill(0);
    for (let row = 0; row < rows; row++)
      if (!excluded[row] && items.filter((values) => values[row]! >= 0).length >= 2)
        scored[split[row]! + 3]++;
    expect([...counts.themes[0]!.scored]).toEqual(scored);
  });

  test("leaves products out for hundreds of groups, and everything else as it is", () => {
    const groupOf = Uint16Array.from([400, 401, 402, 1, 2, 0]);
    const many = countRows({ ...plan, groupOf, groups: 402, reliability: "none" }, 0, rows).themes[0]!;
    const few = counts.themes[0]!;
    for (const at of [0, 1]) expect(many.groups[at]!.people).toEqual(few.groups[at]!.people);
    expect(many.groups[401]!.people.reduce((sum, n) => sum + n)).toBe(counts.everyone[2]);
    expect(many.groups[0]!.products).toHaveLength(0);
  });

  test("counts of ranges add up to the counts of all", () => {
    const parts = [0, 1, 8192, 12_345, rows].flatMap((from, at, all) =>
      at + 1 < all.length ? [countRows(plan, from, all[at + 1]!)] : [],
    );
    expect(parts.reduce(addCounts)).toEqual(counts);
  });

  test("counts the columns of a bundle one by one where a table of all would be too large, with the same result", () => {
    const fine = {
      ...plan,
      by: [{ values: wide, levels: 300 }, plan.by[0]!],
      singles: [],
      themes: [],
      groups: 0,
    };
    const cells = 300 * 5;
    const groupOf = new Uint16Array(cells + 1);
    const found = countRows({ ...fine, groupOf }, 0, rows);
    items.forEach((values, at) => {
      const table = new Int32Array(cells * 7);
      for (let row = 0; row < rows; row++)
        if (!excluded[row]) table[(wide[row]! + 3 + 300 * (split[row]! + 3)) * 7 + values[row]! + 3]!++;
      expect(found.packed[0]![at]).toEqual(table);
    });
  });

  test("has nothing to say of no rows", () => {
    expect(countRows(plan, 0, 0).everyone.every((count) => count === 0)).toBe(true);
  });
});

describe("a theme spread over several bundles", () => {
  test("has the same sums and products as in one", () => {
    const bundles = items.map((values) => ({
      values: Uint16Array.from(values, (value) => value + 3),
      size: 7,
      levels: [7],
      levelOf: [Uint16Array.from({ length: 7 }, (_, level) => level)],
    }));
    const parts = items.map((_, at) => {
      const up = (level: number) => (level < 3 ? 0 : at === 1 ? 6 - level : level - 3);
      return {
        bundle: at,
        codes: Int32Array.from({ length: 7 }, (_, level) =>
          level === 0 ? 1 << 20 : level < 3 ? 0 : 1024 + up(level),
        ),
        points: Uint16Array.from({ length: 7 }, (_, level) => up(level)),
        combinations: 4,
        places: [at],
        columns: [{ within: 0, reversed: at === 1 }],
      };
    });
    const apart = countRows({ ...plan, bundles, themes: [{ ...theme(), parts }] }, 0, rows);
    expect(apart.themes).toEqual(countRows(plan, 0, rows).themes);
  });
});

describe("what a headline needs", () => {
  /** Levels of `wide` as cells: too many for packed tables. */
  const many = Uint16Array.from({ length: 301 }, (_, cell) => (cell === 300 ? 0 : 1 + (cell % 2)));
  const fine: CountPlan = { ...plan, by: [{ values: wide, levels: 300 }], singles: [], groupOf: many };
  test.each([
    ["packed tables", plan],
    ["tables of single items", fine],
  ])("is the same as from all products, over %s", (_, asked) => {
    // An odd number of rows, from an odd one on.
    const [all, few] = (["whole", "headline"] as const).map((reliability) =>
      countRows({ ...asked, reliability }, 3, rows - 2),
    );
    expect(few!.packed).toEqual(all!.packed);
    for (const group of [0, 1]) {
      const [whole, headline] = [all, few].map((counts) => counts!.themes[0]!.groups[group]!);
      const product = (i: number, j: number) => whole!.products[Math.max(i, j) * 3 + Math.min(i, j)]!;
      expect([...headline!.sums]).toEqual([...whole!.sums]);
      expect([...headline!.squares]).toEqual([0, 1, 2].map((i) => product(i, i)));
      // The first and the third are not reversed.
      expect([...headline!.straight]).toEqual([
        whole!.sums[0]! + whole!.sums[2]!,
        product(0, 0) + 2 * product(2, 0) + product(2, 2),
      ]);
      expect(headline!.people).toEqual(whole!.people);
    }
  });
});
