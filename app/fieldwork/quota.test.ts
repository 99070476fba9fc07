import { expect, test } from "vitest";
import { type Cell, fullQuota, isInCell, toldOf } from "./quota.ts";

test("a cell holds who chose every one of its options, or everybody", () => {
  const answers = { A: "x", B: ["p", "q"], C: 4, D: null, E: { pending: "words" } };
  expect(isInCell({}, {})).toBe(true);
  expect(isInCell({ A: "x", B: "q", C: "4" }, answers)).toBe(true);
  const others: Cell[] = [{ A: "y" }, { A: "x", B: "r" }, { D: "null" }, { F: "undefined" }, { B: "p,q" }];
  for (const cell of others) expect(isInCell(cell, answers), JSON.stringify(cell)).toBe(false);
});

test("only a full quota that the answers fall into stands in the way", () => {
  const quota = (id: string, cell: Record<string, string>, taken: number) => ({ id, cell, most: 2, taken });
  const quotas = [quota("free", {}, 1), quota("other", { A: "y" }, 2), quota("full", { A: "x" }, 2)];
  expect(fullQuota(quotas, { A: "x" })?.id).toBe("full");
  expect(fullQuota(quotas, {})).toBeUndefined();
});

test("what is told of a quota neither names a held-back door's number nor moves with one answer of a background", () => {
  const told = (cell: Cell, taken: number, held = false) =>
    toldOf({ id: "q", cell, most: 450, taken }, held, 10);
  expect(told({}, 28)).toEqual({ n: 28, atLeast: false });
  expect(told({}, 28, true)).toBeUndefined();
  expect(told({}, 9)).toBeUndefined();
  expect(told({ A: "x" }, 309)).toEqual(told({ A: "x" }, 300));
  expect(told({ A: "x" }, 300)).toEqual({ n: 300, atLeast: true });
  expect(told({ A: "x" }, 450)).toEqual({ n: 450, atLeast: false });
  expect(told({ A: "x" }, 452)).toEqual({ n: 450, atLeast: true });
});
