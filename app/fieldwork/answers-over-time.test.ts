import { expect, test } from "vitest";
import { answersOverTime } from "./answers-over-time.ts";

test("days without answers are days too, across the end of a month", () => {
  const days = [
    { day: "2026-02-27", n: 3 },
    { day: "2026-03-01", n: 4 },
  ];
  expect(answersOverTime(days)).toEqual({
    span: 1,
    periods: [
      { from: "2026-02-27", to: "2026-02-27", n: 3 },
      { from: "2026-02-28", to: "2026-02-28", n: 0 },
      { from: "2026-03-01", to: "2026-03-01", n: 4 },
    ],
  });
});

test("a long collection is told in weeks that end with its last day", () => {
  const { span, periods } = answersOverTime([
    { day: "2026-01-01", n: 1 },
    { day: "2026-06-23", n: 2 },
    { day: "2026-06-24", n: 3 },
    { day: "2026-06-30", n: 4 },
  ]);
  expect(span).toBe(7);
  expect(periods.at(-1)).toEqual({ from: "2026-06-24", to: "2026-06-30", n: 7 });
  expect(periods.at(-2)).toEqual({ from: "2026-06-17", to: "2026-06-23", n: 2 });
  expect(periods.reduce((sum, one) => sum + one.n, 0)).toBe(10);
});

test("nothing yet is an empty series", () => expect(answersOverTime([]).periods).toEqual([]));
