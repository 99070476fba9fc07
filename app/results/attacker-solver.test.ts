import { beforeAll, describe, expect, test } from "vitest";
import { buildView } from "./gate.ts";
import { type Policy, publicPolicy, staffPolicy } from "./policy.ts";
import { filtersOver, leaksIn, notesOf, placesWhere, read } from "./testing/attack.ts";
import { Ledger, loadSolver } from "./testing/ledger.ts";
import { instrument, items, type Name, type Person, randomStudy } from "./testing/random-study.ts";
import { columnsOf } from "./testing/small-study.ts";

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
  [["BGA"], 10],
  [["BGB", "WAV"], 4],
];

describe("an attacker with an integer solver", () => {
  for (const [role, policy] of roles)
    test.each(rooms)(`pins no small group over %s: ${role}`, (some, studies) => {
      for (let seed = 1; seed <= studies; seed++) {
        const people = randomStudy(seed);
        const { leaks, groups } = leaksIn(notesOf(people, filtersOver(some), policy), people, some, policy);
        expect(leaks.filter(({ what, low, high }) => what !== "answer" && low === high)).toEqual([]);
        // In these studies also as wide as the threshold; that is not promised everywhere, see the decision.
        if (some.length === 1 && policy === publicPolicy) expect(leaks).toEqual([]);
        expect(groups).toBeGreaterThan(0);
      }
    });

  test("finds the group where the cell beside it is not hidden", () => {
    const people = [...Array(60).keys()].map(
      (at): Person =>
        ({
          BGA: at < 30 ? "a" : at < 47 ? "b" : "c",
          BGB: "x",
          WAV: "1",
          I01: 1 + (at % 5),
          I02: 1 + (at % 5),
          I03: 1 + (at % 5),
          SUS: null,
        }) as Person,
    );
    const c = placesWhere((place) => place.BGA === "c");
    const columns = columnsOf(instrument, people.slice(0, 50));
    const rangeWith = (without: string[]) => {
      const ledgers = () => new Map(items.map((code) => [code, new Ledger(c.length * 5)]));
      const bases = () => new Map(items.map((code) => [code, new Ledger(c.length)]));
      const notes = {
        ...{ sizes: new Ledger(c.length), scores: new Ledger(c.length) },
        ...{ answers: ledgers(), bases: bases() },
      };
      const view = structuredClone(buildView(columns, {}, publicPolicy));
      const options = view.variables.find((one) => one.code === "BGA")!.options;
      // The control: complementary suppression switched off for these.
      for (const option of options)
        if (without.includes(option.code)) option.result = { shown: true, count: 17, share: 0.34 };
      read(
        view,
        placesWhere(() => true),
        notes,
      );
      const [range] = notes.sizes.ranges([c], 10);
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
    const [range] = ledger.ranges([[1, 0, 0, 0]], 99);
    // The first cell is at most 12 of its row; its column leaves the third at most 14, so nothing keeps it from 0.
    expect(range).toEqual({ low: 0, high: 12 });
    ledger.know([1, 0, 0, 1], 5);
    expect(() => ledger.know([1, 0, 0, 1], 6)).toThrow();
    // a + b = 12, c + d = 15, a + c = 14, a + d = 5: a = 2.
    expect(ledger.ranges([[1, 0, 0, 0]], 99)).toEqual([{ low: 2, high: 2 }]);
  });
});
