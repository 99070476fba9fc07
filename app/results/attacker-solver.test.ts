import { beforeAll, describe, expect, test } from "vitest";
import { buildView } from "./gate.ts";
import { type Policy, publicPolicy, staffPolicy } from "./policy.ts";
import { leaksIn } from "./testing/attack.ts";
import { Ledger, loadSolver } from "./testing/ledger.ts";
import { Notes, notesOf } from "./testing/notes.ts";
import { filtersOver, placeOf, places, placesWhere } from "./testing/places.ts";
import { columnsOfStudy, type Name, type Person, randomStudy } from "./testing/random-study.ts";

/*
 * The attacker with an integer solver; thousands of studies in `npm run test:disclosure`. What is promised, and of whom,
 * is in docs/decisions/disclosure-gate.md.
 */
beforeAll(loadSolver);

const roles: [string, Policy][] = [
  ["the public's threshold", publicPolicy],
  ["the staff's threshold", staffPolicy(5)],
];
const rooms: [Name[], number][] = [
  [["BGA"], 6],
  [["BGB", "wave"], 4],
  [["BGA", "BGB"], 1],
];

describe("an attacker with an integer solver", () => {
  for (const [role, policy] of roles)
    test.each(rooms)(`learns of no small group over %s: ${role}`, { timeout: 60_000 }, (some, studies) => {
      for (let seed = 1; seed <= studies; seed++) {
        const people = randomStudy(seed);
        const { leaks, groups } = leaksIn(notesOf(people, filtersOver(some), policy), people, some, policy);
        const promised = leaks.filter(({ what }) => what !== "answer" || policy === publicPolicy);
        expect({ seed, leaks: promised }).toEqual({ seed, leaks: [] });
        expect(groups).toBeGreaterThan(0);
      }
    });

  test("finds the group where the cell beside it is not hidden", () => {
    const people = [...Array(50).keys()].map(
      (at): Person =>
        ({
          ...{ BGA: at < 30 ? "a" : at < 47 ? "b" : "c", BGB: "x", wave: "1", SUS: null },
          ...{ I01: 1 + (at % 5), I02: 1 + (at % 5), I03: 1 + (at % 5) },
        }) as Person,
    );
    const c = placesWhere((place) => place.BGA === "c");
    const truth = places.map((_, at) => people.filter((one) => placeOf(one) === at).length);
    const rangeWith = (without: string[]) => {
      const notes = new Notes(["BGA"]);
      const view = structuredClone(buildView(columnsOfStudy(people), {}, publicPolicy));
      const options = view.variables.find((one) => one.code === "BGA")!.options;
      // The control: complementary suppression switched off for these.
      for (const option of options)
        if (without.includes(option.code)) option.result = { shown: true, count: 17, share: 0.34 };
      notes.view(
        view,
        placesWhere(() => true),
      );
      const [range] = notes.sizes.ranges([c], 10, truth);
      return range!.high - range!.low;
    };
    expect(rangeWith([])).toBeGreaterThanOrEqual(10);
    expect(rangeWith(["b"])).toBe(0);
  });

  test("finds what two lines say together", () => {
    const ledger = new Ledger(4);
    ledger.know([1, 1, 0, 0], 12);
    ledger.know([0, 0, 1, 1], 15);
    ledger.know([1, 0, 1, 0], 14);
    const [range] = ledger.ranges([[1, 0, 0, 0]], 99, [2, 10, 12, 3]);
    // The first cell is at most 12 of its row; its column leaves the third at most 14, so nothing keeps it from 0.
    expect(range).toEqual({ low: 0, high: 12 });
    ledger.know([1, 0, 0, 1], 5);
    expect(() => ledger.know([1, 0, 0, 1], 6)).toThrow();
    // a + b = 12, c + d = 15, a + c = 14, a + d = 5: a = 2.
    expect(ledger.ranges([[1, 0, 0, 0]], 99, [2, 10, 12, 3])).toEqual([{ low: 2, high: 2 }]);
  });
});
