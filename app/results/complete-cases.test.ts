import { expect, test } from "vitest";
import type { Filter } from "./filter.ts";
import { buildView } from "./gate.ts";
import { staffPolicy } from "./policy.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }, { code: "I03" }], {
  BGA: ["a", "b", "c"],
});
/** People of one group, of whom some left out the last statement: they have a score all the same. */
const people = (BGA: string, n: number, gaps: number) =>
  Array.from({ length: n }, (_, at) => ({
    ...{ BGA, I01: 1 + (at % 5), I02: 1 + ((at + 1) % 5) },
    I03: at < gaps ? null : 1 + ((at * 3) % 5),
  }));
const policy = staffPolicy(10);
/** What is told of the scale beside its score, of everybody and of each group. */
const toldOf = (gapsOfC: number) => {
  const columns = columnsOf(instrument, [
    ...people("a", 50, 12),
    ...people("b", 60, 14),
    ...people("c", 40, gapsOfC),
  ]);
  const filters: Filter[] = [{}, { BGA: ["a"] }, { BGA: ["b"] }, { BGA: ["c"] }];
  return filters.map((filter) => {
    const { result } = buildView(columns, filter, policy).themes[0]!;
    return result.shown && { n: result.n, alpha: result.alpha?.n, complete: result.completeCase?.n };
  });
};

test("alpha and the mean of complete cases are told where those are enough everywhere", () => {
  expect(toldOf(10)).toEqual([
    { n: 150, alpha: 114, complete: 114 },
    { n: 50, alpha: 38, complete: 38 },
    { n: 60, alpha: 46, complete: 46 },
    { n: 40, alpha: 30, complete: 30 },
  ]);
});

test("two groups and everybody do not tell the mean of the few complete cases of the third", () => {
  // 8 of the 40 answered all: all less a less b. So one of the others is silent, too.
  const [all, a, b, c] = toldOf(32);
  expect(all).toEqual({ n: 150, alpha: 92, complete: 92 });
  expect(c).toEqual({ n: 40, alpha: undefined, complete: undefined });
  expect([a, b]).toContainEqual({ n: 50, alpha: undefined, complete: undefined });
});

test("nor the mean of the few who left something out, by the means of all and of complete cases", () => {
  // 5 of c have gaps: of all with gaps less those of a less those of b.
  const [all, a, b, c] = toldOf(5);
  expect(all).toMatchObject({ alpha: 119, complete: 119 });
  expect(c).toEqual({ n: 40, alpha: 35, complete: undefined });
  expect([a, b].filter((one) => one && one.complete !== undefined)).toHaveLength(1);
  expect([a, b].every((one) => one && one.alpha !== undefined)).toBe(true);
});
