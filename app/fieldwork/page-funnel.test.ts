import fc from "fast-check";
import { expect, test } from "vitest";
import { pageFunnel } from "./page-funnel.ts";

const pages = ["about", "exam", "words"];

test("counts who reached each page, and names where most stopped", () => {
  const stops = [
    { page: "exam", open: 4, gone: 9 },
    { page: "about", open: 1, gone: 2 },
    { page: "old", open: 0, gone: 5 },
  ];
  expect(pageFunnel(pages, stops, 80)).toEqual({
    started: 101,
    completed: 80,
    elsewhere: 5,
    rows: [
      { page: "about", reached: 96, open: 1, gone: 2 },
      { page: "exam", reached: 93, open: 4, gone: 9 },
      { page: "words", reached: 80, open: 0, gone: 0 },
    ],
    narrowest: { page: "exam", people: 13, unfinished: 21 },
  });
});

test("says nothing of a narrowest page when everybody finished", () => {
  expect(pageFunnel(pages, [], 3).narrowest).toBeUndefined();
});

test("started is completed plus unfinished, and no page is reached by more people than the one before", () => {
  const stop = fc.record({ page: fc.constantFrom(...pages, "old"), open: fc.nat(50), gone: fc.nat(50) });
  const stops = fc.uniqueArray(stop, { selector: (one) => one.page });
  fc.assert(
    fc.property(stops, fc.nat(2000), (given, completed) => {
      const funnel = pageFunnel(pages, given, completed);
      const unfinished = given.reduce((sum, one) => sum + one.open + one.gone, 0);
      expect(funnel.started).toBe(completed + unfinished);
      const reached = [funnel.started, ...funnel.rows.map((row) => row.reached), completed];
      expect(reached).toEqual(reached.toSorted((a, b) => b - a));
    }),
  );
});
