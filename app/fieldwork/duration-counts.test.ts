import fc from "fast-check";
import { expect, test } from "vitest";
import { countDuration, type DurationCounts, medianDuration } from "./duration-counts.ts";

const counted = (...durations: number[]): DurationCounts => {
  const counts: DurationCounts = new Map();
  for (const one of durations) countDuration(counts, JSON.stringify({ about: one / 2, words: one / 2 }));
  return counts;
};

test("the middle one, or halfway between the two middle ones", () => {
  expect(medianDuration([counted(10, 30, 20)], 3)).toEqual({ seconds: 20, n: 3 });
  expect(medianDuration([counted(10, 30), counted(20, 400)], 3)).toEqual({ seconds: 25, n: 4 });
});

test("too few, or none that was timed: no median", () => {
  expect(medianDuration([counted(10, 20)], 3)).toBeUndefined();
  const counts = counted();
  countDuration(counts, "{}");
  expect(medianDuration([counts], 1)).toBeUndefined();
});

test("is the median of the sorted durations, however they are put together", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 900 })), { minLength: 1 }), (parts) => {
      const all = parts.flat().sort((a, b) => a - b);
      const half = (all.length - 1) / 2;
      const expected = all.length > 0 ? (all[Math.floor(half)]! + all[Math.ceil(half)]!) / 2 : undefined;
      expect(
        medianDuration(
          parts.map((part) => counted(...part)),
          1,
        )?.seconds,
      ).toBe(expected);
    }),
  );
});
