import { expect, test } from "vitest";
import { changedWords } from "./changed-words.ts";

const told = (before: string, after: string) =>
  changedWords(before, after)
    .map(({ text, kind }) => ({ same: text, gone: `[-${text}]`, come: `[+${text}]` })[kind])
    .join("");

test("words in English, signs in Chinese", () => {
  expect(told("The course was useful.", "The course was very useful.")).toBe(
    "The course was [+very ]useful.",
  );
  expect(told("课程内容实用", "课程内容很有用")).toBe("课程内容[-实][+很有]用");
  expect(told("", "new")).toBe("[+new]");
  expect(told("same", "same")).toBe("same");
});
test("very long texts are shown whole", () => {
  const long = "字".repeat(500);
  expect(changedWords(long, `${long}。`).map(({ kind }) => kind)).toEqual(["gone", "come"]);
});
