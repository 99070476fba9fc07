import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownCells } from "./stepped-count.ts";
import { type SteppedDoor, steppedDoors, tellsNothingNew } from "./stepped-doors.ts";
import { Watcher } from "./testing/watcher.ts";

const cells = (...counts: number[]) => counts.map((n) => ({ n, guarded: true }));

describe("a line of counts", () => {
  test("a cell under k is held back with the first two, whatever they hold", () => {
    expect(shownCells(cells(40, 30, 9, 20), 10)).toEqual([false, false, false, true]);
    expect(shownCells(cells(40, 30, 10, 20), 10)).toEqual([true, true, true, true]);
  });
  test("nothing and nine look alike: the first answer of a class is not announced", () => {
    expect(shownCells(cells(40, 30, 0), 10)).toEqual(shownCells(cells(40, 30, 9), 10));
  });
  test("what is held back holds k together, or it is everything", () => {
    expect(shownCells(cells(3, 2, 0, 12, 30), 10)).toEqual([false, false, false, false, true]);
    expect(shownCells(cells(3, 2), 10)).toEqual([false, false]);
  });
  test("an open link needs no care for itself, but stands in for others", () => {
    const open = { n: 2, guarded: false };
    expect(shownCells([open, ...cells(20, 30)], 10)).toEqual([true, true, true]);
    expect(shownCells([open, ...cells(20, 3)], 10)).toEqual([false, false, false]);
  });
  test("a class too small to be shown stays held back however many answers come", () => {
    expect(shownCells([{ n: 12, guarded: true, expected: 8 }, ...cells(30, 30)], 10)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

const door = (id: string, n: number, college?: string): SteppedDoor => ({
  id,
  n,
  guarded: true,
  cohort: college ? { college, class: id } : {},
});

describe("doors in colleges", () => {
  const doors = [
    door("a1", 30, "A"),
    door("a2", 25, "A"),
    door("a3", 3, "A"),
    door("b1", 20, "B"),
    door("b2", 14, "B"),
  ];
  test("a small class holds back neighbours of its own college only", () => {
    const { shown, together } = steppedDoors(doors, 10);
    expect([...shown].sort()).toEqual(["b1", "b2"]);
    expect(together.map((set) => [...set].sort())).toEqual([["a1", "a2", "a3"]]);
  });
  test("a sum over doors is told only where it tells nothing new", () => {
    const { together } = steppedDoors(doors, 10);
    expect(tellsNothingNew(new Set(["a1", "a2", "a3"]), together)).toBe(true);
    expect(tellsNothingNew(new Set(["b1"]), together)).toBe(true);
    expect(tellsNothingNew(new Set(["a1", "b1"]), together)).toBe(false);
  });
  test("a college under k takes another one along", () => {
    const { shown } = steppedDoors([door("a", 4, "A"), door("b", 30, "B"), door("c", 40, "C")], 10);
    expect([...shown]).toEqual(["c"]);
  });
});

const study = fc
  .record({
    k: fc.integer({ min: 2, max: 4 }),
    // A door with nobody known behind it, classes of one or two colleges, an open link.
    doors: fc.array(
      fc.record({
        college: fc.constantFrom("A", "A", "B", undefined),
        guarded: fc.constantFrom(true, true, true, false),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .chain(({ k, doors }) =>
    fc.record({
      k: fc.constant(k),
      doors: fc.constant(doors),
      // Mostly two busy doors, so that others lag behind.
      arrivals: fc.array(
        fc.oneof(
          { weight: 2, arbitrary: fc.integer({ min: 0, max: Math.min(1, doors.length - 1) }) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: doors.length - 1 }) },
        ),
        { minLength: 1, maxLength: 18, size: "max" },
      ),
    }),
  );

describe("whoever watches every single answer come in", () => {
  test("pins no class of 1 to k-1 answers, and sees nothing of it move", () => {
    let steps = 0;
    fc.assert(
      fc.property(study, ({ k, doors, arrivals }) => {
        const at = (counts: number[]) =>
          steppedDoors(
            doors.map(({ college, guarded }, index) => ({
              ...door(`d${index}`, counts[index]!, college),
              guarded,
            })),
            k,
          );
        const seen = (counts: number[]) => {
          const { shown, together } = at(counts);
          const told = counts.map((n, index) => (shown.has(`d${index}`) ? n : "held back"));
          const sums = together.map((set) =>
            counts.filter((_, index) => set.has(`d${index}`)).reduce((a, b) => a + b, 0),
          );
          const colleges = ["A", "B", undefined].map((college) => {
            const members = new Set(
              doors.flatMap((one, index) => (one.college === college ? [`d${index}`] : [])),
            );
            const sum = counts.filter((_, index) => members.has(`d${index}`)).reduce((a, b) => a + b, 0);
            return members.size > 0 && tellsNothingNew(members, together) ? sum : "held back";
          });
          return JSON.stringify({ told, sums, colleges });
        };
        const counts = doors.map(() => 0);
        const watcher = new Watcher(doors.length, seen);
        for (const arrival of arrivals) {
          counts[arrival]!++;
          watcher.sees(seen(counts));
          steps++;
          expect(watcher.fitting.some((fits) => fits.join() === counts.join())).toBe(true);
          const { shown } = at(counts);
          for (const [index, { guarded }] of doors.entries()) {
            const n = counts[index]!;
            if (!guarded || n === 0 || n >= k) continue;
            expect(shown.has(`d${index}`)).toBe(false);
            if (watcher.possible(index) < 2)
              throw new Error(`door ${index} has ${n}: ${counts} ${seen(counts)}`);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(steps).toBeGreaterThan(500);
  });

  test("would pin one under the usual rule that hides the next smallest cell: the test can fail", () => {
    const k = 3;
    const nextSmallest = (counts: number[]) => {
      const small = counts.map((n) => n < k);
      if (small.filter(Boolean).length !== 1) return small.map((one) => !one);
      const least = Math.min(...counts.filter((_, index) => !small[index]));
      const beside = counts.indexOf(least);
      return small.map((one, index) => !one && index !== beside);
    };
    const look = (counts: number[]) =>
      JSON.stringify(counts.map((n, index) => (nextSmallest(counts)[index] ? n : "-")));
    const watcher = new Watcher(3, look);
    const counts = [0, 0, 0];
    let pinned = false;
    for (const arrival of [0, 0, 0, 2, 1, 1, 1]) {
      counts[arrival]!++;
      watcher.sees(look(counts));
      if (watcher.possible(2) === 1 && counts[2]! > 0) pinned = true;
    }
    expect(pinned).toBe(true);
  });
});
