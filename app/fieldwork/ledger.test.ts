import fc from "fast-check";
import { expect, test } from "vitest";
import { addStages, type Counts, ledgerOf, lineOf } from "./ledger.ts";

const counts: Counts = {
  doors: [
    { partial: 5, counted: 20, excluded: 1, withdrawn: 2 },
    { partial: 3, counted: 10, excluded: 0, withdrawn: 0 },
  ],
  doorless: 1,
  byDay: [{ n: 21 }, { n: 10 }],
  withdrawn: 3,
  started: 42,
  byPage: [
    { open: 4, gone: 1 },
    { open: 0, gone: 3 },
  ],
};

test("everything that began is somewhere, and only there", () => {
  const { total, failing } = ledgerOf(counts);
  expect(total).toEqual({ started: 42, partial: 8, complete: 34, counted: 30, excluded: 1, withdrawn: 3 });
  expect(failing).toEqual([]);
  expect(lineOf(counts.doors[0]!)).toMatchObject({ complete: 23, started: 28 });
});

test("says which sum does not come out", () => {
  expect(ledgerOf({ ...counts, started: 43 }).failing).toEqual(["started"]);
  expect(ledgerOf({ ...counts, doorless: 0 }).failing).toEqual(["doors"]);
  // A response whose door nobody knows: it has a day but no line.
  expect(ledgerOf({ ...counts, byDay: [{ n: 21 }, { n: 11 }], started: 43 }).failing).toEqual(["complete"]);
  expect(
    ledgerOf({
      ...counts,
      byPage: [
        { open: 4, gone: 4 },
        { open: 0, gone: 3 },
      ],
    }).failing,
  ).toEqual(["started", "doors"]);
});

test("losing any one questionnaire on any one way is noticed", () => {
  const n = fc.nat({ max: 40 });
  const door = fc.record({ partial: n, counted: n, excluded: n, withdrawn: n });
  fc.assert(
    fc.property(fc.array(door, { minLength: 1, maxLength: 4 }), n, fc.nat(5), (doors, doorless, way) => {
      const sum = addStages(doors);
      const whole: Counts = {
        doors,
        doorless,
        byDay: [{ n: sum.counted }, { n: sum.excluded }],
        withdrawn: sum.withdrawn + doorless,
        started: sum.partial + sum.counted + sum.excluded + sum.withdrawn + doorless,
        byPage: [{ open: sum.partial, gone: 0 }],
      };
      expect(ledgerOf(whole).failing).toEqual([]);
      const first = doors[0]!;
      const lost: Counts[] = [
        { ...whole, started: whole.started - 1 },
        { ...whole, byDay: [{ n: sum.counted - 1 }, { n: sum.excluded }] },
        { ...whole, byPage: [{ open: sum.partial - 1, gone: 0 }] },
        { ...whole, withdrawn: whole.withdrawn - 1 },
        { ...whole, doors: [{ ...first, partial: first.partial - 1 }, ...doors.slice(1)] },
        { ...whole, doors: [{ ...first, excluded: first.excluded - 1 }, ...doors.slice(1)] },
      ];
      expect(ledgerOf(lost[way]!).failing).not.toEqual([]);
    }),
  );
});
