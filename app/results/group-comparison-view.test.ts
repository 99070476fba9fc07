import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { countHere } from "./counting.ts";
import { cutOf } from "./cut.ts";
import type { Filter } from "./filter.ts";
import { buildView } from "./gate.ts";
import { groupComparison, stratifiedComparison } from "./group-comparison-view.ts";
import { staffPolicy } from "./policy.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }, { code: "I03", reverse: true }], {
  BG07: ["elem", "inter", "adv", "dk"],
  BGX: ["x", "y"],
});
/** So many people of one group; their opinions go round 1..5 from another start in each. */
const people = (n: number, level: string, other: string, start = 0) =>
  Array.from({ length: n }, (_, at): Answers => {
    const opinion = (item: number) => ((at + start + item * 2) % 5) + 1;
    return { BG07: level, BGX: other, I01: opinion(0), I02: opinion(1), I03: opinion(2) };
  });
const study = (...groups: Answers[][]) => columnsOf(instrument, groups.flat());
const policy = staffPolicy(8);
const compare = (columns: ReturnType<typeof study>, by: string, filter: Filter = {}) =>
  countHere(groupComparison(cutOf(columns, filter, policy), by));
const why = (shown: { shown: boolean; why?: string }) => (shown.shown ? "shown" : shown.why);

const most = [
  people(42, "elem", "x"),
  people(33, "inter", "x", 3),
  people(27, "inter", "y", 1),
  people(31, "adv", "y", 2),
];
const columns = study(...most, people(13, "dk", "x"));

describe("groups side by side", () => {
  test("show of each group what its own filter shows, and nothing else", () => {
    const shown = compare(columns, "BG07");
    expect(shown.groups.map(({ code, position }) => [code, position])).toEqual([
      ["elem", 1],
      ["inter", 2],
      ["adv", 3],
      ["dk", undefined],
    ]);
    shown.groups.forEach(({ code, base }, at) => {
      const view = buildView(columns, { BG07: [code] }, policy);
      expect(base).toEqual(view.base);
      if (!view.base.shown) return;
      const theme = view.themes[0]!;
      shown.themes[0]!.items.forEach(({ results }, item) => {
        const expected = theme.items[item]!.result;
        if (!expected.shown) throw new Error("shown");
        const { notApplicable: _, skipped: __, ...rest } = expected;
        expect(results[at]).toEqual(rest);
      });
      const score = shown.themes[0]!.scores![at]!;
      if (!theme.result.shown || !score.shown) throw new Error("shown");
      expect(score.score).toEqual(theme.result.score);
      expect(score.sd).toBeCloseTo(theme.result.sd * 25, 12);
    });
  });

  test("name those that may not be shown, and hide the neighbour that would give them away", () => {
    const { groups, themes } = compare(study(...most, people(3, "dk", "x")), "BG07");
    expect(groups.map(({ base }) => why(base))).toEqual(["shown", "shown", "complement", "few"]);
    for (const { results } of themes[0]!.items)
      expect(results.map(why)).toEqual(["shown", "shown", "complement", "few"]);
  });

  test("follow the filter, also one on the variable itself", () => {
    const shown = compare(columns, "BG07", { BGX: ["y"] });
    expect(shown.groups.map(({ base }) => base.shown && base.n)).toEqual([false, 27, 31, false]);
    const few = compare(columns, "BG07", { BG07: ["elem", "inter"], BGX: ["x"] });
    expect(few.groups.map(({ code }) => code)).toEqual(["elem", "inter"]);
  });

  test("say why there are none", () => {
    expect(compare(study(people(5, "elem", "x")), "BG07")).toMatchObject({ withheld: "few", groups: [] });
    expect(() => compare(columns, "I01")).toThrow(RangeError);
    expect(() => compare(columns, "NO")).toThrow(RangeError);
  });
});

describe("two groups within strata", () => {
  const within = (some: ReturnType<typeof study>, filter: Filter = {}) =>
    countHere(stratifiedComparison(cutOf(some, filter, policy), "BG07", "BGX", ["x", "y"]));

  test("show of each what both filters together show", () => {
    const shown = within(columns);
    expect(shown.labels.map(({ code }) => code)).toEqual(["elem", "inter", "adv", "dk"]);
    shown.strata.forEach(({ groups, themes }, at) => {
      groups.forEach(({ code, base }, group) => {
        const view = buildView(columns, { BG07: [shown.labels[at]!.code], BGX: [code] }, policy);
        expect(base).toEqual(view.base);
        const score = themes[0]!.scores![group]!;
        const expected = view.themes[0]?.result;
        expect(score.shown && score.score).toEqual(expected?.shown ? expected.score : false);
      });
    });
    // Both modes of the second level are large enough: without one shown number this would prove nothing.
    expect(shown.strata[1]!.groups.every(({ base }) => base.shown)).toBe(true);
  });

  test("keep to the filtered strata and refuse what is not there", () => {
    expect(within(columns, { BG07: ["inter"] }).labels.map(({ code }) => code)).toEqual(["inter"]);
    const bad = () => countHere(stratifiedComparison(cutOf(columns, {}, policy), "BG07", "BGX", ["x", "no"]));
    expect(bad).toThrow(RangeError);
  });
});
