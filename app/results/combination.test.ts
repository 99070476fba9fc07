import { describe, expect, test } from "vitest";
import { combinations } from "./combination.ts";

/** Cells 0 1 / 2 3 of a 2 × 2 table whose rows and columns are told. */
const crossed = [
  [0, 1],
  [2, 3],
  [0, 2],
  [1, 3],
];
const follows = (unknown: number[], sums: number[][], factors: number[]) =>
  combinations(unknown, sums)((cell) => factors[cell]!);

describe("a sum with factors follows from plain sums", () => {
  test("when its factors are sums over rows and columns", () => {
    expect(follows([0, 1, 2, 3], crossed, [1 + 10, 1 + 20, 2 + 10, 2 + 20])).toBe(true);
  });

  test("not when it would open the table: weights multiply", () => {
    expect(follows([0, 1, 2, 3], crossed, [1 * 10, 1 * 20, 2 * 10, 2 * 20])).toBe(false);
  });

  test("when the cells that are unknown have no part in it, or are known by themselves", () => {
    expect(follows([0, 1], [[0, 1]], [3, 3, 0.7, 9])).toBe(true);
    expect(follows([0, 1], [[0, 1]], [3, 3.01, 0.7, 9])).toBe(false);
    expect(follows([], [], [1, 2, 3, 4])).toBe(true);
  });

  test("not when it would single out nobody either: whole numbers could still be guessed from its digits", () => {
    // Two rows of three, all unknown: two degrees of freedom stay after one equation more.
    const sums = [
      [0, 1, 2],
      [3, 4, 5],
      [0, 3],
      [1, 4],
      [2, 5],
    ];
    expect(follows([0, 1, 2, 3, 4, 5], sums, [1, 2, 3.5, 2, 4, 7])).toBe(false);
  });

  test("where there are too many unknown cells to solve for, only known sums and multiples of them", () => {
    const many = Array.from({ length: 201 }, (_, cell) => cell);
    const half = many.slice(0, 100);
    const known = combinations(many, [many, half.toReversed()]);
    expect(known(() => 0.7)).toBe(true);
    expect(known((cell) => (cell < 100 ? 3 : 0))).toBe(true);
    // It follows, but nobody looks: refused.
    expect(known((cell) => (cell < 100 ? 3 : 1))).toBe(false);
    expect(known((cell) => (cell < 99 ? 1 : 0))).toBe(false);
  });
});
