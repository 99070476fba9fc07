import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suppress } from "#app/results/suppression.ts";
import { Span } from "#app/results/testing/span.ts";
import { countHidden } from "./hidden-parts.ts";
import { PUBLIC_K, type Release, type ReleaseVariable } from "./release.ts";
import { holdBack, holdBackFromAll } from "./steps.ts";
import { sampleRelease } from "./testing/sample-release.ts";

const release = sampleRelease();
const held = { shown: false, why: "difference" };
type Count = number | null;

/** The sample with one question about the person, asked of all: null is a hidden answer, the hidden hold `rest`. */
function withVariable(number: number, counts: Count[], rest: number): Release {
  const base = sampleRelease({ number });
  const n = counts.reduce((sum: number, one) => sum + (one ?? 0), rest);
  const label = { "zh-CN": "甲", en: "A" };
  const options: ReleaseVariable["options"] = counts.map((count, at) => ({
    code: `o${at}`,
    label,
    result: count === null ? { shown: false, why: "few" } : { shown: true, count, share: count / n },
  }));
  const variable = { code: "BGX", text: label, measure: "one" as const, options };
  return {
    ...base,
    n,
    variables: [{ ...variable, base: { shown: true, n, skipped: 0, notAsked: 0 } }],
  };
}
const told = (one: Release): Count[] | undefined =>
  one.variables[0]!.base.shown
    ? one.variables[0]!.options.map(({ result }) => (result.shown ? result.count! : null))
    : undefined;

describe("who answered", () => {
  test("one more in one group and three in another: the whole table is held back", () => {
    // 14 came: 3 secondary, 1 higher vocational, 10 others.
    const first = withVariable(1, [304, 497, 120], 0);
    const next = holdBack(first, withVariable(2, [307, 498, 130], 0));
    expect(next.variables[0]).toMatchObject({ base: held });
    expect(next.variables[0]!.options.every(({ result }) => !result.shown)).toBe(true);
    expect(next.heldBack).toMatchObject([{ variable: { code: "BGX" }, standsIn: 1 }]);
  });

  test("a hidden pair that moves is held back; one that shrinks stays as it was", () => {
    const first = withVariable(1, [304, null, null, 15], 12);
    expect(told(holdBack(first, withVariable(2, [324, 12, null, null], 18)))).toBeUndefined();
    const third = holdBack(first, withVariable(2, [324, 16, 14, 15], 0));
    expect(told(third)).toEqual([324, null, null, 15]);
    expect(third.variables[0]!.options[1]!.result).toEqual(held);
    // Four more in the hidden pair, 20 elsewhere: the pair's total would say so.
    expect(told(holdBack(first, withVariable(2, [324, null, null, 15], 16)))).toBeUndefined();
  });

  test("newcomers who all chose the same are not told apart", () => {
    const first = withVariable(1, [304, 497], 0);
    expect(told(holdBack(first, withVariable(2, [318, 497], 0)))).toBeUndefined();
    expect(told(holdBack(first, withVariable(2, [318, 511], 0)))).toEqual([318, 511]);
  });
});

/** What adding and subtracting two releases, and knowing that nobody left, says about the answers of a few. */
function attack(before: number[], after: number[], first: Count[], second: Count[] | undefined): string[] {
  const cells = before.length;
  const unit = (at: number[], also: number[] = []) =>
    Array.from({ length: 2 * cells }, (_, i) => (at.includes(i) || also.includes(i - cells) ? 1 : 0));
  const all = before.map((_, at) => at);
  const span = new Span();
  span.add(unit(all));
  span.add(unit(all, all));
  first.forEach((count, at) => {
    if (count !== null) span.add(unit([at]));
  });
  second?.forEach((count, at) => {
    if (count !== null) span.add(unit([at], [at]));
  });
  const learnt: string[] = [];
  for (let bits = 1; bits < 2 ** cells; bits++) {
    const some = all.filter((at) => (bits >> at) & 1);
    const size = (counts: number[]) => some.reduce((sum, at) => sum + counts[at]!, 0);
    const newcomers = size(after) - size(before);
    if (newcomers > 0 && newcomers < PUBLIC_K && span.has(unit([], some))) learnt.push(`new in ${some}`);
    for (const [who, counts, vector] of [
      ["first", before, unit(some)],
      ["second", after, unit(some, some)],
    ] as const)
      if (size(counts) > 0 && size(counts) < PUBLIC_K && span.has(vector)) learnt.push(`${who} ${some}`);
  }
  // Counts only grow: the earlier is at most the later, and a hidden total leaves a cell what its neighbours do not take.
  const hiddenTotal = (counts: number[], shown: Count[]) =>
    counts.reduce((sum, one, at) => sum + (shown[at] === null ? one : 0), 0);
  if (second) {
    const together = [hiddenTotal(before, first), hiddenTotal(after, second)] as const;
    all.forEach((at) => {
      if (first[at] === null && second[at] !== null) learnt.push(`at most ${second[at]} in ${at}`);
      if (second[at] === null && first[at] !== null) learnt.push(`at least ${first[at]} in ${at}`);
    });
    if (together[1] !== together[0] && Math.abs(together[1] - together[0]) < PUBLIC_K)
      learnt.push("few more behind the hidden cells");
  }
  return learnt;
}

test("an attacker with two releases learns nothing of fewer than ten", () => {
  const start = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 14 }) },
    { weight: 3, arbitrary: fc.integer({ min: 15, max: 300 }) },
  );
  const come = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 10, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
  );
  let stood = 0;
  let naive = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(start, come), { minLength: 2, maxLength: 5 }), (pairs) => {
      const before = pairs.map(([one]) => one);
      const after = pairs.map(([one, more]) => one + more);
      const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
      // Releases go in steps of ten; that is decided where they are made.
      fc.pre(sum(before) >= PUBLIC_K && sum(after) - sum(before) >= PUBLIC_K);
      const [first, second] = [suppress(before, PUBLIC_K), suppress(after, PUBLIC_K)];
      fc.pre(attack(before, after, first, undefined).length === 0);
      const behind = (counts: number[], shown: Count[]) => sum(counts.filter((_, at) => shown[at] === null));
      const earlier = withVariable(1, first, behind(before, first));
      const published = told(holdBack(earlier, withVariable(2, second, behind(after, second))));
      expect(attack(before, after, first, published)).toEqual([]);
      if (published) stood += 1;
      if (attack(before, after, first, second).length > 0) naive += 1;
    }),
    { numRuns: 600 },
  );
  // The rule publishes something, and the attack does find something where there is no rule.
  expect(stood).toBeGreaterThan(30);
  expect(naive).toBeGreaterThan(30);
});

describe("means, statements and tables of groups", () => {
  const moved = (by: number) => {
    const next = structuredClone(sampleRelease({ number: 2 }));
    const theme = next.themes[0]!.result;
    const row = next.groups[0]!.rows[0]!.result;
    for (const part of [theme, row]) if (part.shown) part.n += by;
    return next;
  };

  test("what moved by fewer than ten people is held back, a table as a whole and by name", () => {
    const next = holdBack(release, moved(9));
    expect(next.themes[0]!.result).toEqual(held);
    expect(next.groups).toHaveLength(release.groups.length - 2);
    expect(next.heldBack.map(({ theme, variable }) => `${theme?.code} ${variable.code}`)).toEqual([
      "CUR BG01",
      "CUR BG07",
    ]);
    expect(next.heldBack[0]!.standsIn).toBe(1);
    expect(countHidden(next)).toBeGreaterThan(0);
    expect(next.themes[1]).toEqual(release.themes[1]);
  });

  test("what did not move, or by ten and more, stays", () => {
    expect(holdBack(release, moved(10)).themes[0]!.result.shown).toBe(true);
    expect(holdBack(release, moved(0)).groups).toHaveLength(release.groups.length);
  });

  test("a part withheld by the last release is compared with the one before", () => {
    const second = holdBack(release, moved(9));
    expect(holdBackFromAll([release, second], moved(5)).themes[0]!.result.shown).toBe(false);
  });

  test("an exchange of one answer for another at the same base is held back", () => {
    const next = structuredClone(release);
    const item = next.themes[0]!.items[0]!.result;
    if (!item.shown) throw new Error("the sample shows it");
    item.points[0]!.share = (item.points[0]!.share as number) + 1 / item.n;
    expect(holdBack(release, next).themes[0]!.items[0]!.result).toEqual(held);
  });
});
