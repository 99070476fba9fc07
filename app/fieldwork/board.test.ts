import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Board, boardOf } from "./board.ts";
import { type BoardCounts, type BoardDoor, countsOf } from "./board-counts.ts";
import type { DoorKind } from "./door.ts";
import { Watcher } from "./testing/watcher.ts";

const text = (en: string) => ({ "zh-CN": en, en });
const wave = (id: string, number: number): BoardCounts["waves"][number] => ({
  id,
  number,
  name: text(id),
  versionId: "v",
  closesAt: "2027-01-01T00:00:00.000Z",
  targets: {},
});
interface Given {
  kind?: DoorKind;
  college?: string;
  n: number;
  expected?: number;
  waveId?: string;
}
const doorOf = (given: Given, at: number): BoardDoor => ({
  id: `d${at}`,
  waveId: given.waveId ?? "w",
  slug: `d${at}`,
  name: text(`door ${at}`),
  kind: given.kind ?? "class",
  cohort: given.college ? { college: text(given.college) } : {},
  expected: given.expected ?? null,
});
const studyOf = (doors: Given[], more: Partial<BoardCounts> = {}): BoardCounts => ({
  waves: [wave("w", 1)],
  doors: doors.map(doorOf),
  buckets: doors.flatMap(({ n }, at) =>
    n > 0 ? [{ collector_id: `d${at}`, received_on: "2026-03-01", excluded: 0 as const, n }] : [],
  ),
  stops: [],
  withdrawn: [],
  arrivals: [],
  invited: [],
  mail: [],
  ...more,
});
const look = (study: BoardCounts, k = 10, which = "w"): Board =>
  boardOf(study, { wave: which, k, today: "2026-03-01", pages: ["about", "words"] });

describe("the board", () => {
  const study = studyOf(
    [
      { n: 30, expected: 40 },
      { n: 12, expected: 44 },
      { n: 4, expected: 41 },
      { n: 25, kind: "open" },
    ],
    {
      stops: [{ collectorId: "d2", page: "about", open: 2, gone: 1 }],
      withdrawn: [
        { collectorId: "d0", n: 1 },
        { collectorId: null, n: 2 },
      ],
    },
  );

  test("total, shown doors and those held back together add up", () => {
    const { numbers } = look(study);
    expect(numbers?.ledger).toMatchObject({
      total: { started: 77, partial: 3, complete: 74, counted: 71, withdrawn: 3 },
      doorless: 2,
      failing: [],
    });
    const shown = numbers?.doors.filter((one) => one.line) ?? [];
    // The open link and the smallest class list stand in for the small class.
    expect(shown.map((one) => one.slug)).toEqual(["d1"]);
    expect(numbers?.heldBack).toMatchObject({ doors: 3, line: { counted: 59, partial: 3, withdrawn: 1 } });
    const complete = shown.reduce(
      (n, one) => n + (one.line?.complete ?? 0),
      numbers?.heldBack?.line.complete ?? 0,
    );
    expect(complete + 2).toBe(74);
  });

  test("a share of the class list for classes, never for links", () => {
    const { numbers } = look(
      studyOf([
        { n: 30, expected: 40 },
        { n: 25, kind: "open", expected: 100 },
      ]),
    );
    expect(numbers?.doors.map((one) => one.share)).toEqual([0.75, undefined]);
  });

  test("one class with fewer than k tells nothing, and is left out of all waves", () => {
    const one = look(studyOf([{ n: 9 }]));
    expect(one.numbers).toBeUndefined();
    expect(look(studyOf([{ n: 10 }])).numbers?.ledger.total.complete).toBe(10);
    const two = studyOf(
      [
        { n: 20, kind: "open" },
        { n: 9, waveId: "x" },
      ],
      { waves: [wave("x", 2), wave("w", 1)] },
    );
    const all = look(two, 10, "all");
    expect(all.numbers?.ledger.total.complete).toBe(20);
    expect(all.leftOut).toEqual([{ number: 2, name: text("x") }]);
    expect(JSON.stringify(all)).not.toMatch(/\b(9|29)\b/);
  });

  test("withdrawals from before doors were written down belong to the study", () => {
    const two = { ...study, waves: [wave("x", 2), wave("w", 1)] };
    expect(look(two).numbers?.ledger).toMatchObject({ doorless: 0, failing: [], total: { withdrawn: 1 } });
    expect(look(two, 10, "all").numbers?.ledger).toMatchObject({ doorless: 2, failing: [] });
    expect(countsOf(two, new Set(["x"])).buckets).toEqual([]);
  });

  test("an answer through a door nobody knows is not lost quietly", () => {
    const odd = {
      ...study,
      buckets: [
        ...study.buckets,
        { collector_id: "?", received_on: "2026-03-01", excluded: 0 as const, n: 1 },
      ],
    };
    expect(look(odd).numbers?.ledger.failing).toEqual(["complete"]);
  });

  test("a college is told where its doors' sum tells nothing new", () => {
    const { numbers } = look(
      studyOf([
        { n: 30, college: "A" },
        { n: 4, college: "A" },
        { n: 20, college: "B" },
        { n: 20, college: "B" },
      ]),
    );
    expect(numbers?.cohorts).toMatchObject([
      {
        variable: "college",
        rows: [
          { code: "A", line: { complete: 34 } },
          { code: "B", line: { complete: 40 } },
        ],
      },
    ]);
  });

  test("response rates are for lists only, and held back with their list", () => {
    const mail = { optedOut: 2, undeliverable: 1, unwritten: 0 };
    const invited = [{ collectorId: "d0", invited: 60, mail }];
    const rates = (n: number) =>
      look(studyOf([{ n, kind: "list" }, { n: 40 }, { n: 30, kind: "open" }], { invited })).lists;
    expect(rates(30)).toMatchObject([{ slug: "d0", result: { rr1: 0.5, dispositions: { unanswered: 30 } } }]);
    expect(rates(9)).toMatchObject([{ result: "few" }]);
  });

  test("hours under k are held back, and at least two of them", () => {
    const arrivals = Array.from({ length: 24 }, (_, hour) => ({
      waveId: "w",
      hour,
      n: hour === 20 ? 9 : 30,
    }));
    const { numbers } = look(studyOf([{ n: 20 }], { arrivals }));
    expect(numbers?.hours?.flatMap((n, hour) => (n === undefined ? [hour] : []))).toEqual([3, 4, 20]);
  });
});

test("whoever polls the whole board with every answer pins no class of 1 to k-1", () => {
  const given = fc.record({
    kind: fc.constantFrom<DoorKind>("class", "class", "list", "open"),
    college: fc.constantFrom("A", "A", "B", undefined),
    expected: fc.constantFrom(undefined, 30, 40),
  });
  const plan = fc.array(given, { minLength: 1, maxLength: 4 }).chain((doors) =>
    fc.record({
      doors: fc.constant(doors),
      k: fc.integer({ min: 2, max: 4 }),
      arrivals: fc.array(fc.nat({ max: 2 * doors.length - 1 }), { minLength: 1, maxLength: 14, size: "max" }),
    }),
  );
  let classes = 0;
  fc.assert(
    fc.property(plan, ({ doors, k, arrivals }) => {
      const board = (counts: number[]) =>
        look(
          studyOf(
            doors.map(({ kind, college, expected }, at) => ({
              kind,
              n: counts[at] ?? 0,
              ...(college && { college }),
              ...(expected && { expected }),
            })),
          ),
          k,
        );
      const watcher = new Watcher(doors.length, (counts) => JSON.stringify(board(counts)));
      const counts = doors.map(() => 0);
      for (const arrival of arrivals) {
        // Half of them through the first door: others lag behind.
        const at = arrival < doors.length ? arrival : 0;
        counts[at] = (counts[at] ?? 0) + 1;
        const { numbers } = board(counts);
        watcher.sees(JSON.stringify(board(counts)));
        for (const [index, { kind }] of doors.entries()) {
          const n = counts[index] ?? 0;
          if (kind === "open" || n === 0 || n >= k) continue;
          classes++;
          expect(numbers?.doors[index]?.line).toBeUndefined();
          // A wave of one class says nothing, not even that an answer came: then nobody knows when to count.
          if (doors.length > 1) expect(watcher.possible(index)).toBeGreaterThan(1);
          else expect(numbers).toBeUndefined();
        }
      }
    }),
    { numRuns: 80 },
  );
  expect(classes).toBeGreaterThan(200);
});
