import { describe, expect, test } from "vitest";
import type { Answers } from "#app/questions/kind.ts";
import { buildComparison, buildGroupTable, buildView } from "./gate.ts";
import { publicPolicy, staffPolicy } from "./policy.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }, { code: "I03", reverse: true }], {
  BGA: ["a", "b", "c", "d"],
});
/** So many people of one group; their opinions go round 1..5 unless told. */
const people = (n: number, group: string | null | undefined, opinions: readonly number[] = [1, 2, 3, 4, 5]) =>
  Array.from({ length: n }, (_, at): Answers => {
    const opinion = (item: number) => opinions[(at + item) % opinions.length]!;
    return {
      ...(group !== undefined && { BGA: group }),
      I01: opinion(0),
      I02: opinion(1),
      I03: opinion(2),
    };
  });
const study = (...groups: Answers[][]) => columnsOf(instrument, groups.flat());
const why = (shown: { shown: boolean; why?: string }) => (shown.shown ? "shown" : shown.why);

describe("the gate", () => {
  test("says nothing at all of fewer than k", () => {
    const view = buildView(study(people(9, "a")), {}, publicPolicy);
    expect(view).toEqual({ base: { shown: false, why: "few" }, themes: [], unscored: [], variables: [] });
    expect(buildView(study(people(10, "a")), {}, publicPolicy).base).toEqual({ shown: true, n: 10 });
  });

  test("staff may not set their own threshold under five", () => {
    expect(() => staffPolicy(4)).toThrow(RangeError);
    expect(() => staffPolicy(5.5)).toThrow(RangeError);
    expect(buildView(study(people(5, "a")), {}, staffPolicy(5)).base.shown).toBe(true);
  });

  test("hides an item whose valid answers are too few, in a base that is not", () => {
    const few = people(30, "a").map((one, at): Answers => (at < 25 ? { ...one, I02: 98 } : one));
    const [first, second] = buildView(study(few), {}, publicPolicy).themes[0]!.items;
    expect(why(first!.result)).toBe("shown");
    expect(why(second!.result)).toBe("few");
  });

  test("refuses a filter that leaves out 1..k-1, allows one that leaves out none", () => {
    const columns = study(people(40, "a"), people(6, "b"));
    expect(why(buildView(columns, { BGA: ["a"] }, publicPolicy).base)).toBe("difference");
    expect(why(buildView(columns, { BGA: ["a", "b"] }, publicPolicy).base)).not.toBe("shown");
    expect(why(buildView(study(people(40, "a")), { BGA: ["a"] }, publicPolicy).base)).toBe("shown");
  });

  test("hides the next smallest group where the small one would follow from the rest, and not their zero neighbour", () => {
    const columns = study(people(31, "a"), people(17, "b"), people(8, "c"));
    const options = buildView(columns, {}, publicPolicy).variables.find((one) => one.code === "BGA")!.options;
    expect(options.map(({ result }) => (result.shown ? result.count : result.why))).toEqual([
      31,
      "complement",
      "few",
      0,
    ]);
    expect(why(buildView(columns, { BGA: ["a"] }, publicPolicy).base)).toBe("shown");
    expect(why(buildView(columns, { BGA: ["b"] }, publicPolicy).base)).toBe("complement");
    expect(why(buildView(columns, { BGA: ["a", "c"] }, publicPolicy).base)).not.toBe("shown");
  });

  test("a group hidden for one item only: its neighbour cannot be subtracted from the whole either", () => {
    const shy = people(20, "b").map((one, at): Answers => (at < 15 ? { ...one, I01: null } : one));
    const columns = study(people(40, "a"), people(30, "c"), shy);
    const items = (group: string) => buildView(columns, { BGA: [group] }, publicPolicy).themes[0]!.items;
    expect(why(items("b")[0]!.result)).toBe("few");
    expect(why(items("c")[0]!.result)).toBe("complement");
    expect(why(items("a")[0]!.result)).toBe("shown");
    expect(why(items("c")[1]!.result)).toBe("shown");
  });

  test("who left the question open is protected from the public, not from staff", () => {
    const columns = study(people(40, "a"), people(30, "b"), people(7, null));
    const shown = (policy: typeof publicPolicy) =>
      ["a", "b"].map((group) => why(buildView(columns, { BGA: [group] }, policy).themes[0]!.result));
    expect(shown(publicPolicy)).toEqual(["shown", "complement"]);
    expect(shown(staffPolicy(8))).toEqual(["shown", "shown"]);
  });

  test.each([
    { alike: 20, others: 0, of: "everybody" },
    { alike: 19, others: 1, of: "95 % of twenty" },
    { alike: 60, others: 0, of: "all of sixty" },
  ])("tells only a bound when $of say the same, and nothing that gives it away", ({ alike, others }) => {
    const columns = study(people(alike, "a", [4]), people(others, "a", [1]));
    const theme = buildView(columns, {}, publicPolicy).themes[0]!;
    const item = theme.items[0]!.result;
    if (!item.shown) throw new Error(item.why);
    const most = { bound: "at-most", value: expect.closeTo(0.05) };
    expect(item.points.map((point) => point.share)).toEqual([
      most,
      most,
      most,
      { bound: "at-least", value: 0.95 },
      most,
    ]);
    expect(item.favourable).toEqual({ share: { bound: "at-least", value: 0.95 } });
    expect(item.unfavourable).toEqual(most);
    for (const key of ["mean", "sd", "median"]) expect(item).not.toHaveProperty(key);
    expect(why(theme.result)).toBe("alike");
  });

  test("95 % of fifty is no such case, and reversed items count the other way", () => {
    const view = buildView(study(people(57, "a", [4]), people(3, "a", [1])), {}, publicPolicy);
    const [straight, , reversed] = view.themes[0]!.items.map(({ result }) => result);
    if (!straight?.shown || !reversed?.shown) throw new Error("hidden");
    expect(straight.favourable.share).toBeCloseTo(0.95);
    expect(reversed.favourable.share).toBeCloseTo(0.05);
    expect(reversed.unfavourable).toBeCloseTo(0.95);
    expect(straight.mean).toBeCloseTo((57 * 4 + 3) / 60);
  });

  test("says how many skipped only where that tells no small group's size", () => {
    const routed = people(4, "b").map(({ BGA }): Answers => ({ BGA: BGA!, I02: 3, I03: 3 }));
    const items = buildView(study(people(40, "a"), routed), {}, publicPolicy).themes[0]!.items.map(
      (one) => one.result,
    );
    expect(items[0]).not.toHaveProperty("skipped");
    const plain = buildView(study(people(40, "a")), {}, publicPolicy).themes[0]!.items[0]!.result;
    expect(plain).toMatchObject({ skipped: 0, notApplicable: 0 });
  });

  test("a group table withholds a row and what the row follows from", () => {
    const columns = study(people(40, "a"), people(35, "b", [4, 5, 4, 2]), people(12, "c"), people(6, "d"));
    const table = buildGroupTable(columns, {}, "THEME", "BGA", publicPolicy);
    expect(table.rows.map(({ code, result }) => [code, why(result)])).toEqual([
      ["a", "shown"],
      ["b", "shown"],
      ["c", "complement"],
      ["d", "few"],
    ]);
    expect(table.rows[0]!.result).toMatchObject({ n: 40, verdict: "neutral-indistinct" });
    expect(() => buildGroupTable(columns, {}, "THEME", "I01", publicPolicy)).toThrow(RangeError);
    expect(buildGroupTable(study(people(4, "a")), {}, "THEME", "BGA", publicPolicy)).toMatchObject({
      withheld: "few",
      rows: [],
    });
  });

  test("two groups side by side, unless they leave out of everybody, but for a few", () => {
    const columns = study(people(40, "a"), people(40, "b"), people(4, undefined));
    const { result } = buildComparison(columns, { BGA: ["a"] }, { BGA: ["b"] }, publicPolicy);
    expect(why(result)).toBe("difference");
    const enough = study(people(40, "a"), people(40, "b"), people(12, "c"));
    const shown = buildComparison(enough, { BGA: ["a"] }, { BGA: ["b"] }, publicPolicy).result;
    expect(shown.shown && shown.first.base).toEqual({ shown: true, n: 40 });
    const nested = study(people(40, "a"), people(7, "b"), people(40, "c"));
    expect(why(buildComparison(nested, { BGA: ["a", "b"] }, { BGA: ["a"] }, publicPolicy).result)).toBe(
      "difference",
    );
  });

  test("an ordinary study stays open: every group, every item, every score", () => {
    const columns = study(
      people(60, "a"),
      people(45, "b"),
      people(30, "c"),
      people(25, "d"),
      people(12, null),
    );
    for (const group of ["a", "b", "c", "d"]) {
      const view = buildView(columns, { BGA: [group] }, publicPolicy);
      expect(
        [view.base, view.themes[0]!.result, ...view.themes[0]!.items.map((one) => one.result)].map(why),
      ).toEqual(Array(5).fill("shown"));
    }
  });
});
