import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import type { CrossTab } from "./cross-tab.ts";
import { buildCrossTab, crossable } from "./cross-tab-view.ts";
import { buildView } from "./gate.ts";
import { publicPolicyOf, staffPolicy } from "./policy.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

const staff = staffPolicy(5);
const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], {
  BGA: ["a", "b", "c"],
  BGB: ["x", "y", "z"],
});

/** People by the cells of a table of two questions. */
function people(
  row: string,
  rows: readonly unknown[],
  column: string,
  columns: readonly unknown[],
  counts: number[][],
) {
  return rows.flatMap((r, i) =>
    columns.flatMap((c, j) =>
      Array.from({ length: counts[i]![j]! }, () => ({ [row]: r, [column]: c }) as unknown as Answers),
    ),
  );
}
const counted = ({ cells }: CrossTab) =>
  cells.map((row) => row.map((cell) => (cell.shown ? cell.count : cell.why)));

// The table of statistics/group-tests.test.ts, checked there against R's chisq.test.
const table = [
  [20, 15, 5],
  [10, 30, 25],
  [8, 12, 40],
];
const groups = people("BGA", ["a", "b", "c"], "BGB", ["x", "y", "z"], table);
const rows = ["a", "b", "c"];

describe("two variables of groups", () => {
  const study = columnsOf(instrument, groups);

  test("shares along both sides, residuals and V as R has them", () => {
    const found = buildCrossTab(study, {}, "BGA", "BGB", staff);
    expect(found.bases).toBe("cells");
    expect(counted(found)).toEqual(table);
    expect(found.base).toEqual({ shown: true, n: 165 });
    expect(found.rows.map(({ n }) => n)).toEqual([40, 65, 60].map((n) => ({ shown: true, n })));
    expect(found.columns.map(({ n }) => n)).toEqual([38, 57, 70].map((n) => ({ shown: true, n })));
    // prop.table(t, 1)[1, ] and prop.table(t, 2)[1, ]; chisq.test(t, correct = FALSE)$stdres
    expect(found.cells[0]!.map((cell) => cell.shown && cell.ofRow)).toEqual([0.5, 0.375, 0.125]);
    expect(found.cells[0]!.map((cell) => cell.shown && cell.ofColumn)).toEqual([20 / 38, 15 / 57, 5 / 70]);
    const residuals = found.cells.map((row) => row.map((cell) => (cell.shown ? cell.residual! : Number.NaN)));
    expect(residuals[0]![0]).toBeCloseTo(4.6546101633646, 10);
    expect(residuals[1]![0]).toBeCloseTo(-1.8806392133888, 10);
    expect(residuals[2]![2]).toBeCloseTo(4.7629071626657, 10);
    const { association } = found;
    if (!association.computable) throw new Error(association.reason);
    expect(association.v).toBeCloseTo(0.34832595605254, 12);
    expect(association.chiSquare).toBeCloseTo(40.039220647773, 10);
    expect(association).toMatchObject({ df: 4, n: 165, leftOut: 0, thinCells: 0 });
  });

  test("turned round it says the same", () => {
    const [one, other] = [
      ["BGA", "BGB"],
      ["BGB", "BGA"],
    ].map(([row, column]) => buildCrossTab(study, {}, row!, column!, staff));
    expect(counted(other!)).toEqual(counted(one!)[0]!.map((_, at) => counted(one!).map((row) => row[at])));
    expect(other!.association).toMatchObject({ v: (one!.association as { v: number }).v });
  });

  test("a small cell takes others with it, and no number is computed around it", () => {
    const few = people(
      "BGA",
      rows,
      "BGB",
      ["x", "y", "z"],
      [
        [20, 15, 3],
        [10, 30, 25],
        [8, 12, 40],
      ],
    );
    const found = buildCrossTab(columnsOf(instrument, few), {}, "BGA", "BGB", staff);
    const shown = counted(found);
    expect(shown[0]![2]).toBe("few");
    // At least two hidden in its row and in its column, and so a rectangle.
    for (const line of [...shown, ...shown[0]!.map((_, at) => shown.map((row) => row[at]))])
      expect(line.filter((cell) => typeof cell === "string").length).not.toBe(1);
    expect(found.association).toEqual({ computable: false, reason: "hidden" });
    expect(JSON.stringify(found)).not.toMatch(/residual|ofColumn/);
    // Where a cell is hidden its row has no base either, whatever the others add up to.
    const within = buildCrossTab(columnsOf(instrument, few), { BGA: ["a", "b"] }, "BGA", "BGB", staff);
    for (const [at, row] of counted(within).entries())
      if (row.some((cell) => typeof cell === "string")) expect(within.rows[at]!.n.shown).toBe(false);
  });

  test("a filter on one of them leaves its other categories out", () => {
    const found = buildCrossTab(study, { BGA: ["a", "c"], BGB: ["y", "z"] }, "BGA", "BGB", staff);
    expect(counted(found)).toEqual([
      [15, 5],
      [12, 40],
    ]);
    expect(found.rows.map(({ code }) => code)).toEqual(["a", "c"]);
  });
});

describe("a group and a statement", () => {
  const study = columnsOf(instrument, people("BGA", rows, "I01", [1, 3, 5], table));

  test("each row is what the overview shows of that group, the total what it shows of all", () => {
    const found = buildCrossTab(study, {}, "BGA", "I01", staff);
    expect(found.bases).toBe("rows");
    for (const [at, code] of [...rows, undefined].entries()) {
      const view = buildView(study, code ? { BGA: [code] } : {}, staff);
      const item = view.themes[0]!.items[0]!.result;
      if (!item.shown) throw new Error(item.why);
      const line = at < 3 ? found.cells[at]! : found.total.cells;
      expect(line.map((cell) => cell.shown && cell.ofRow)).toEqual(item.points.map(({ share }) => share));
    }
    expect(counted(found)[0]).toEqual([20, 0, 15, 0, 5]);
    expect(found.association).toMatchObject({ computable: true, df: 4, n: 165 });
  });

  test("with the groups in the columns it is the same table turned, and tells nothing more", () => {
    const tiny = columnsOf(
      instrument,
      // Three of c, who all agree.
      people(
        "BGA",
        rows,
        "I01",
        [2, 4],
        [
          [40, 30],
          [35, 45],
          [0, 3],
        ],
      ),
    );
    const [straight, turned] = [
      buildCrossTab(tiny, {}, "BGA", "I01", staff),
      buildCrossTab(tiny, {}, "I01", "BGA", staff),
    ];
    expect(turned.bases).toBe("columns");
    // No zero, either: "nobody of c disagrees" would say that all three agree.
    expect(counted(turned).map((row) => row[2])).toEqual(Array(5).fill("few"));
    expect(counted(turned)).toEqual(
      counted(straight)[0]!.map((_, at) => counted(straight).map((row) => row[at])),
    );
    for (const cell of turned.cells.flat()) if (cell.shown) expect(cell.ofRow).toBeUndefined();
    expect(turned.rows.every(({ n }) => !n.shown)).toBe(true);
  });

  test("a group that is nearly alike has bounds, and takes no part in the test", () => {
    const four = smallInstrument([{ code: "I01" }, { code: "I02" }], { BGA: ["a", "b", "c", "d"] });
    const counts = [
      [20, 25],
      [30, 12],
      [0, 20],
      [21, 16],
    ];
    const study = columnsOf(four, people("BGA", ["a", "b", "c", "d"], "I01", [1, 5], counts));
    const found = buildCrossTab(study, {}, "BGA", "I01", staff);
    expect(found.cells[2]!.map((cell) => cell.shown && cell.ofRow)).toEqual([
      ...Array(4).fill({ bound: "at-most", value: 0.05 }),
      { bound: "at-least", value: 0.95 },
    ]);
    expect(JSON.stringify(found.cells[2])).not.toContain("count");
    // The smallest of the others is hidden with it, or the total would tell how alike they are.
    expect(found.rows.map(({ n }) => (n.shown ? n.n : n.why))).toEqual([45, 42, 20, "complement"]);
    expect(found.association).toMatchObject({ computable: true, n: 87, leftOut: 2 });
    expect(found.cells[0]![0]).not.toHaveProperty("ofColumn");
  });
});

describe("two statements", () => {
  const points = [1, 2, 3, 4, 5];
  const counts = [
    [1, 1, 1, 0, 0],
    [2, 8, 6, 4, 1],
    [1, 9, 20, 9, 4],
    [0, 5, 12, 30, 11],
    [0, 2, 5, 12, 25],
  ];
  const answers = people("I01", points, "I02", points, counts);

  test("rows of few people are hidden with the next smallest; small categories of the others are told", () => {
    const found = buildCrossTab(columnsOf(instrument, answers), {}, "I01", "I02", staff);
    expect(found.rows.map(({ n }) => (n.shown ? n.n : n.why))).toEqual(["few", "complement", 43, 58, 44]);
    expect(counted(found).slice(2)).toEqual(counts.slice(2));
    expect(found.association).toMatchObject({ computable: true, n: 145, leftOut: 2 });
    expect(found.total.cells.map((cell) => cell.shown && cell.count)).toEqual([4, 25, 44, 55, 41]);
  });

  test("two who could not say, and so stand in no row, hide a row all the same", () => {
    const enough = people(
      "I01",
      points,
      "I02",
      points,
      counts.map((row) => row.map((n) => n + 2)),
    );
    const all = (study: Answers[]) =>
      buildCrossTab(columnsOf(instrument, study), {}, "I01", "I02", staff).rows.filter(({ n }) => n.shown)
        .length;
    expect(all(enough)).toBe(5);
    expect(all([...enough, { I01: 98, I02: 1 }, { I01: null, I02: 2 }])).toBeLessThan(5);
  });
});

describe("the strict profile", () => {
  test("counts to the nearest five, shares, V and residuals from those, nothing on fewer than 23", () => {
    const study = columnsOf(
      instrument,
      people(
        "BGA",
        rows,
        "I01",
        [1, 3, 5],
        [
          [21, 16, 4],
          [11, 28, 26],
          [8, 9, 5],
        ],
      ),
    );
    const found = buildCrossTab(study, {}, "BGA", "I01", publicPolicyOf("strict"));
    expect(counted(found)).toEqual([[20, 0, 15, 0, 5], [10, 0, 30, 0, 25], Array(5).fill("thin")]);
    expect(found.rows.map(({ n }) => (n.shown ? n.n : n.why))).toEqual([40, 65, "thin"]);
    expect(found.cells[0]!.map((cell) => cell.shown && cell.ofRow)).toEqual([0.5, 0, 0.38, 0, 0.13]);
    // chisq.test(rbind(c(20, 15, 5), c(10, 30, 25)), correct = FALSE): X-squared 16.65865 on 2
    expect(found.association).toMatchObject({ computable: true, df: 2, n: 105, leftOut: 1 });
    expect((found.association as { chiSquare: number }).chiSquare).toBeCloseTo(16.6586538462, 9);
  });
});

test("what may stand where, and what is refused", () => {
  const study = columnsOf(instrument, groups);
  expect(crossable(study, "row").map(({ code }) => code)).toEqual(["BGA", "BGB", "I01", "I02", "language"]);
  for (const [row, column] of [
    ["BGA", "BGA"],
    ["BGA", "NOPE"],
    ["day", "BGA"],
    ["collector", "BGA"],
  ])
    expect(() => buildCrossTab(study, {}, row!, column!, staff)).toThrow(RangeError);
});

test("a selection that may not be shown tells nothing at all", () => {
  const found = buildCrossTab(columnsOf(instrument, groups.slice(0, 4)), {}, "BGA", "BGB", staff);
  expect(found).toMatchObject({
    base: { shown: false, why: "few" },
    rows: [],
    cells: [],
    total: { cells: [] },
  });
});
