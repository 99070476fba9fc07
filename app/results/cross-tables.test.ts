import { expect, test } from "vitest";
import { contextColumn } from "./column.ts";
import { crossTableOf } from "./cross-tables.ts";
import { both } from "./testing/small-study.ts";

const variable = (code: string, categories: number) => {
  const column = contextColumn(code, both(code), "context", true);
  column.categories = Array.from({ length: categories }, (_, at) => ({
    code: `c${at}`,
    label: both(`${at}`),
  }));
  return column;
};

test("a table is made once for the same variables in the same order", () => {
  const [a, b] = [variable("a", 2), variable("b", 3)];
  expect(crossTableOf([a, b])).toBe(crossTableOf([a, b]));
  expect(crossTableOf([b, a])).not.toBe(crossTableOf([a, b]));
  expect(crossTableOf([a])).not.toBe(crossTableOf([a, b]));
});

test("and anew when a variable has got another category, or is of other columns", () => {
  const [a, b] = [variable("a", 2), variable("b", 3)];
  const before = crossTableOf([a, b]);
  b.categories.push({ code: "new", label: both("new") });
  expect(crossTableOf([a, b])).not.toBe(before);
  expect(crossTableOf([a, b]).size).toBe(5 * 7);
  expect(crossTableOf([variable("a", 2), b])).not.toBe(crossTableOf([a, b]));
});

test("only the last few are kept", () => {
  const a = variable("a", 2);
  const first = crossTableOf([a, variable("b", 2)]);
  for (let at = 0; at < 30; at++) crossTableOf([a, variable(`x${at}`, 2)]);
  expect(crossTableOf(first.columns)).not.toBe(first);
});
