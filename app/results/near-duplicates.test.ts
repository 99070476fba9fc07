import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { type Columns, removeRows } from "./columns.ts";
import { comparing, nearDuplicates } from "./near-duplicates.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

const codes = Array.from({ length: 22 }, (_, at) => `I${at + 1}`);
const instrument = smallInstrument(
  codes.map((code) => ({ code })),
  { BGA: ["a", "b"] },
);

/** The definition, pair by pair, quarter by quarter. */
function bruteForce(people: readonly Answers[], fewest: number): number[] {
  const quarters = [0, 1, 2, 3].map((quarter) =>
    codes.filter((_, at) => Math.floor((at * 4) / codes.length) === quarter),
  );
  return people.map((one, a) =>
    people.some((other, b) => {
      if (a === b) return false;
      return quarters.some((left) => {
        const part = codes.filter((code) => !left.includes(code));
        if (part.some((code) => one[code] !== other[code])) return false;
        const points = part
          .map((code) => one[code])
          .filter((point) => typeof point === "number" && point <= 5);
        const most = Math.max(
          0,
          ...[1, 2, 3, 4, 5].map((wanted) => points.filter((point) => point === wanted).length),
        );
        return points.length >= fewest && points.length - most >= 4;
      });
    })
      ? 1
      : 0,
  );
}

const point = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.constantFrom(null, 98, undefined) },
);
const person = fc.array(point, { minLength: 22, maxLength: 22 });
/** People, some of whom repeat another with a few changes: in one quarter, or strewn over all. */
const crowd = fc
  .tuple(
    fc.array(
      fc.oneof(
        person,
        fc.integer({ min: 1, max: 5 }).map((line) => Array(22).fill(line)),
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    fc.array(fc.tuple(fc.nat(7), fc.array(fc.tuple(fc.nat(21), point), { maxLength: 3 })), { maxLength: 8 }),
  )
  .map(([originals, copies]) => {
    const all = [...originals];
    for (const [of, changes] of copies) {
      const copy = [...originals[of % originals.length]!];
      for (const [at, value] of changes) copy[at] = value;
      all.push(copy);
    }
    return all.map((points): Answers => {
      const answers: Answers = { BGA: "a" };
      points.forEach((value, at) => {
        if (value !== undefined) answers[codes[at]!] = value;
      });
      return answers;
    });
  });

const copies = (columns: Columns, fewest: number) => nearDuplicates(comparing(columns, fewest));

describe("near-duplicates", () => {
  test("are exactly those that comparing every pair finds", () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 8, max: 20 }), (people, fewest) => {
        expect([...copies(columnsOf(instrument, people), fewest)]).toEqual(bruteForce(people, fewest));
      }),
      { numRuns: 500 },
    );
  });

  const varied = (seed: number): Answers =>
    Object.fromEntries(
      codes.map((code, at) => [code, 1 + ((at * 7 + seed * seed * 3 + at * at * seed) % 5)]),
    );

  test("one quarter may differ, two may not; straight lines are no fingerprints", () => {
    const original = varied(2);
    const oneQuarter = { ...original, I1: 1, I2: 1, I3: 1 };
    const twoQuarters = { ...original, I1: (original.I1 as number) === 5 ? 4 : 5, I22: 98 };
    const line = Object.fromEntries(codes.map((code) => [code, 4]));
    const people = [original, oneQuarter, line, line, varied(3)];
    expect([...copies(columnsOf(instrument, people), 12)]).toEqual([1, 1, 0, 0, 0]);
    expect([...copies(columnsOf(instrument, [original, twoQuarters]), 12)]).toEqual([0, 0]);
  });

  test("do not depend on the order of rows, also after a withdrawal", () => {
    const people = [varied(2), varied(3), varied(2), varied(4)];
    const columns = columnsOf(instrument, people);
    removeRows(columns, ["r0"]);
    expect([...copies(columns, 12)]).toEqual([0, 0, 0]);
    expect([...copies(columnsOf(instrument, people.toReversed()), 12)]).toEqual([0, 1, 0, 1]);
  });
});
