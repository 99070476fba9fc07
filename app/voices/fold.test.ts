import { expect, test } from "vitest";
import { foldAt } from "./fold.ts";

test("short answers are not folded", () => {
  expect(foldAt("很好".repeat(100))).toBeUndefined();
});

test("a long answer is folded at the end of a sentence", () => {
  const sentence = "题目很难但是公平，监考老师也一直在场。";
  const answer = sentence.repeat(20);
  const at = foldAt(answer) as number;
  expect(answer.slice(0, at).endsWith("。")).toBe(true);
  expect(at).toBeLessThanOrEqual(220);
});

test("English is folded between words, and an unbroken run never inside a character", () => {
  const at = foldAt("word ".repeat(100)) as number;
  expect("word ".repeat(100)[at - 1]).toBe(" ");
  expect(
    [..."a".concat("𠮷".repeat(300)).slice(0, foldAt("a".concat("𠮷".repeat(300))))].every(
      (one) => one.length === 2 || one === "a",
    ),
  ).toBe(true);
});
