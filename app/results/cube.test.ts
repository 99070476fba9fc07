import { describe, expect, test } from "vitest";
import { randomFrom } from "#app/instrument/order.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import { correlation, correlationOfMoments } from "#app/statistics/index.ts";
import { buildColumns } from "./columns.ts";
import { bothScoredTable, countCube, scoredTable, scorePairIn, scoresByCell, themeIn } from "./cube.ts";
import { conditionsOf } from "./filter.ts";
import { responseRow } from "./testing/small-study.ts";
import { themeScalesOf } from "./theme-score.ts";

const instrument = templates["oneplusx-student"]();
const random = randomFrom(11);
const below = (end: number) => Math.floor(random() * end);
const rows = Array.from({ length: 3000 }, (_, at) => {
  const leaning = below(3);
  const answers: Answers = { BG09: ["site", "remote"][below(2)]! };
  for (const { items } of instrument.scoring)
    for (const code of items) {
      const gapOf = below(12);
      answers[code] = gapOf === 0 ? null : gapOf === 1 ? 98 : 1 + leaning + below(3);
    }
  return { ...responseRow(at, answers), excluded: (below(40) === 0 ? 1 : 0) as 0 | 1 };
});
const columns = buildColumns({ instrument, certificates: [], cohorts: new Map(), year: 2026 }, rows);
const scales = themeScalesOf(columns);
const bg09 = columns.byCode.get("BG09")!;

/** Plainly: the mean of the valid points after reversal, or null. */
function scoreOf(row: (typeof rows)[number], { columns, scored, low, high }: (typeof scales)[number]) {
  const answers = JSON.parse(row.answers) as Answers;
  const points = columns.flatMap(({ code, item }) => {
    const value = answers[code];
    if (typeof value !== "number" || value === 98) return [];
    return [item?.kind === "scale" && item.reverse ? low + high - value : value];
  });
  return points.length < scored.minValid ? null : points.reduce((sum, one) => sum + one, 0) / points.length;
}
const inGroup = (value: string) =>
  rows.filter((row) => !row.excluded && JSON.parse(row.answers).BG09 === value);

describe("scores by cell", () => {
  const cube = countCube(columns, [bg09], []);

  test.each(["site", "remote"])("are the plain sums of those who answered %s", (value) => {
    const cell = bg09.table.indexOf(value) + 3;
    for (const scale of scales) {
      const { people, sums, squares, unit, low } = scoresByCell(cube, scale.scored.code);
      const scores = inGroup(value).flatMap((row) => scoreOf(row, scale) ?? []);
      expect(people[cell]).toBe(scores.length);
      expect(Number.isInteger(sums[cell]) && Number.isInteger(squares[cell])).toBe(true);
      expect(low * people[cell]! + sums[cell]! / unit).toBeCloseTo(
        scores.reduce((sum, one) => sum + one, 0),
        7,
      );
      const plain = scores.reduce((sum, one) => sum + (one - low) ** 2, 0);
      expect(squares[cell]! / unit ** 2).toBeCloseTo(plain, 7);
    }
  });

  test("come in units that every number of answers making a score divides", () => {
    expect(scoresByCell(cube, scales[0]!.scored.code).unit).toBe(504);
    expect(scoresByCell(cube, scales[2]!.scored.code).unit).toBe(168);
    expect(() => scoresByCell(cube, "nobody")).toThrow(RangeError);
  });
});

describe("two themes' scores together", () => {
  const groups = ["site", "remote"].map((value) => conditionsOf(columns, { BG09: [value] }));
  const cube = countCube(columns, [bg09], groups, "pairs");
  const codes = scales.map(({ scored }) => scored.code);

  test.each(codes.flatMap((a, x) => codes.flatMap((b, y) => (x === y ? [] : [[a, b, x, y] as const]))))(
    "%s and %s correlate as their scores one by one do",
    (a, b, x, y) => {
      for (const [group, value] of ["site", "remote"].entries()) {
        const people = inGroup(value);
        const [first, second] = [x, y].map((at) => people.map((row) => scoreOf(row, scales[at]!)));
        const pair = scorePairIn(cube, group, a, b);
        const plain = correlation(first!, second!);
        const found = correlationOfMoments(pair.moments);
        if (!plain.computable || !found.computable) throw new Error("they do vary");
        expect(found.n).toBe(plain.n);
        for (const part of ["r", "low", "high"] as const) expect(found[part]).toBeCloseTo(plain[part], 10);
        expect(pair.onlyFirst).toBe(first!.filter((one, at) => one !== null && second![at] === null).length);
        expect(pair.onlySecond).toBe(second!.filter((one, at) => one !== null && first![at] === null).length);
        expect(pair.onlyFirst).toBeGreaterThan(0);
        const cell = bg09.table.indexOf(value) + 3;
        expect(bothScoredTable(cube, a, b)[cell]).toBe(pair.moments.n);
        expect(scoredTable(cube, a)[cell]).toBe(pair.moments.n + pair.onlyFirst);
      }
    },
  );

  test("are only there when asked for", () => {
    expect(() => scorePairIn(countCube(columns, [bg09], groups), 0, codes[0]!, codes[1]!)).toThrow(
      RangeError,
    );
    expect(() => scorePairIn(cube, 0, codes[0]!, codes[0]!)).toThrow(RangeError);
  });

  test("do not vary by a rounding error", () => {
    const same = Array.from({ length: 30 }, (_, at) =>
      responseRow(
        at,
        Object.fromEntries(instrument.scoring.flatMap(({ items }) => items.map((c) => [c, 3]))),
      ),
    );
    const constant = buildColumns(columns.around, same);
    const { moments } = scorePairIn(countCube(constant, [], [[]], "pairs"), 0, codes[0]!, codes[1]!);
    expect(moments).toEqual({ n: 30, first: 0, second: 0, product: 0 });
  });
});

test("hundreds of groups are looked at in one pass", () => {
  const day = columns.byCode.get("day")!;
  const many = buildColumns(
    columns.around,
    rows.map((row, at) => ({ ...row, received_on: `day ${at % 300}` })),
  );
  const byDay = many.byCode.get(day.code)!;
  const groups = byDay.categories.map((_, index) => [{ column: byDay, chosen: [index] }]);
  const cube = countCube(many, [byDay], groups);
  const [scale] = scales;
  for (const at of [0, 254, 255, 299]) {
    const asked = rows.filter((row, place) => place % 300 === at && !row.excluded).length;
    expect(themeIn(cube, at, scale!.scored.code).asked).toBe(asked);
  }
});

test("scores of very many cells, too many to be counted one by one, are the same", () => {
  const many = buildColumns(
    columns.around,
    rows.map((row, at) => ({ ...row, received_on: `day ${at % 300}` })),
  );
  const [day, mode] = [many.byCode.get("day")!, many.byCode.get("BG09")!];
  const groups = [{ column: mode, chosen: [0] }].map((one) => [one]);
  const [fine, plain] = [countCube(many, [day, mode], groups), countCube(many, [mode], groups)];
  const cells = day.categories.length + 3;
  for (const { scored } of scales) {
    const [ofFine, ofPlain] = [scoresByCell(fine, scored.code), scoresByCell(plain, scored.code)];
    for (const of of ["people", "sums", "squares"] as const)
      ofPlain[of].forEach((sum, level) => {
        const parts = ofFine[of].slice(level * cells, (level + 1) * cells) as Float64Array;
        expect(parts.reduce((total, part) => total + part, 0)).toBe(sum);
      });
    expect(themeIn(fine, 0, scored.code)).toEqual(themeIn(plain, 0, scored.code));
  }
});
