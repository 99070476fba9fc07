import { expect, test } from "vitest";
import { compositionOf, mostMissing } from "./composition.ts";

const rows = compositionOf(
  { sec: 30, hvc: 50, vbu: 20 },
  [
    { code: "sec", label: "secondary", n: 20 },
    { code: "hvc", label: "college", n: 60 },
    { code: "vbu", label: "university", n: { hidden: "few" } },
    { code: "oth", label: "other", n: 16 },
  ],
  100,
);

test("by hand: 20 of 100 against 30 % is 10 points below; what is hidden has no difference, what has no target neither", () => {
  expect(rows.map((row) => [row.code, row.target, row.difference])).toEqual([
    ["sec", 30, -10],
    ["hvc", 50, 10],
    ["vbu", 20, undefined],
    ["oth", undefined, undefined],
  ]);
  expect(rows[2]?.achieved).toEqual({ hidden: "few" });
  expect(rows[0]?.achieved).toEqual({ n: 20, percent: 20 });
});

test("names the group furthest below, and none where all are near", () => {
  expect(mostMissing(rows)?.code).toBe("sec");
  expect(
    mostMissing(
      compositionOf(
        { a: 50, b: 50 },
        [
          { code: "a", label: "", n: 99 },
          { code: "b", label: "", n: 100 },
        ],
        199,
      ),
    ),
  ).toBeUndefined();
});
