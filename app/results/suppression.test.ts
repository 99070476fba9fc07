import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suppress, suppressTable } from "./suppression.ts";
import oracles from "./testing/oracles.json" with { type: "json" };

describe("complementary suppression", () => {
  test.each(oracles.suppression_1d_k10)("$cells", ({ cells, published }) => {
    expect(suppress(cells, 10)).toEqual(published);
  });

  test("a table closes over rows and columns together", () => {
    // 3 hides 12 beside it and 20 below it; those two then need each other's corner.
    expect(
      suppressTable(
        [
          [3, 12, 40],
          [20, 30, 50],
          [60, 70, 80],
        ],
        10,
      ),
    ).toEqual([
      [null, null, 40],
      [null, null, 50],
      [60, 70, 80],
    ]);
  });

  test("when nothing else is left, zeros are hidden too", () => {
    const shown = suppressTable(
      [
        [4, 30],
        [20, 0],
      ],
      10,
    );
    expect(shown).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("no line is ever left with hidden people who are fewer than k or alone", () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.nat(40), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, fc.integer({ min: 5, max: 12 }), (rows, k) => {
        const shown = suppressTable(rows, k);
        const lines = [...rows.keys()].map((y) => rows[y]!.map((_, x) => [y, x] as const));
        lines.push(...rows[0]!.map((_, x) => rows.map((_, y) => [y, x] as const)));
        for (const line of lines) {
          const hidden = line.filter(([y, x]) => shown[y]![x] === null);
          const people = hidden.reduce((sum, [y, x]) => sum + rows[y]![x]!, 0);
          if (people === 0 || hidden.length === line.length) continue;
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(people).toBeGreaterThanOrEqual(k);
        }
        for (const [y, row] of shown.entries())
          for (const [x, cell] of row.entries()) {
            if (cell !== null) expect(cell === 0 || cell >= k).toBe(true);
            if (cell !== null) expect(cell).toBe(rows[y]![x]);
          }
      }),
    );
  });
});
