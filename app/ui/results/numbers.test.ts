import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import {
  bounded,
  digitsFor,
  fixed,
  probability,
  probabilityCell,
  rangeText,
  shareText,
  signed,
} from "./numbers.ts";

describe("p-values as in the field", () => {
  test.each([
    [0, "p < .001"],
    [2.5e-29, "p < .001"],
    [0.00099, "p < .001"],
    [0.001, "p = .001"],
    [0.0234, "p = .023"],
    [0.0496, "p = .050"],
    [0.5, "p = .500"],
    [0.999, "p = .999"],
    [0.9995, "p > .999"],
    [1, "p > .999"],
    [Number.NaN, ""],
    [-0.1, ""],
  ])("%s reads “%s”", (p, text) => expect(probability(p)).toBe(text));

  test("in a column of their own without the letter", () => {
    expect([0.0001, 0.0234, 1].map(probabilityCell)).toEqual(["< .001", ".023", "> .999"]);
  });
});

describe("digits", () => {
  test.each([
    [12, 0],
    [10_000, 0],
    [10_001, 1],
    [1_000_000, 1],
    [16_030_000, 2],
  ])("%s answers carry %s digits of a per cent", (n, digits) => {
    expect(digitsFor(n, 0)).toBe(digits);
    expect(digitsFor(n, 2)).toBe(digits + 2);
  });

  test("at every size the last digit is worth no more than the interval's half", () => {
    for (const n of [100, 9_000, 10_000, 500_000, 16_030_000]) {
      const half = 100 * 1.96 * Math.sqrt(0.25 / n);
      expect(10 ** -digitsFor(n, 0)).toBeLessThan(2 * half);
    }
  });

  test("a share of millions is not rounded to whole per cents, and a tiny one never reads as nothing", () => {
    const english = messagesIn("en");
    expect(shareText(0.53147, english, "en", 900)).toBe("53%");
    expect(shareText(0.53147, english, "en", 16_030_000)).toBe("53.15%");
    expect(shareText(0.003, english, "en", 900)).toBe("<1%");
    expect(shareText(0.0003, english, "en", 100_000)).toBe("<0.1%");
    expect(shareText({ bound: "at-least", value: 0.95 }, english, "en", 900)).toBe("≥ 95%");
  });
});

test("signs, zeros, and what is no number", () => {
  expect(fixed(-0.004, 2)).toBe("0.00");
  expect(fixed(-1.5, 1)).toBe("−1.5");
  expect(fixed(Number.NaN, 2)).toBe("");
  expect([0.04, 0.06, -0.06].map((one) => signed(one, 1))).toEqual(["0.0", "+0.1", "−0.1"]);
  expect([0.714, -0.08, 1, -0.0001].map((one) => bounded(one))).toEqual([".71", "−.08", "1.00", ".00"]);
});

test("an interval with a minus in it is set apart by more than a dash", () => {
  const two = (value: number) => fixed(value, 2);
  expect(rangeText(3.121, 3.34, two)).toBe("3.12–3.34");
  expect(rangeText(-0.21, 0.04, two)).toBe("[−0.21, 0.04]");
  expect(rangeText(0.51, 0.56, (one) => `${Math.round(one * 100)}%`)).toBe("51–56%");
  expect(rangeText(undefined, 1, two)).toBe("");
  expect(rangeText(Number.NaN, 1, two)).toBe("");
});
