import { expect, test } from "vitest";
import { randomFrom } from "#app/instrument/order.ts";
import type { Answers } from "#app/questions/kind.ts";
import { countCube, variablesIn } from "./cube.ts";
import { conditionsOf, type Filter, select } from "./filter.ts";
import { overlapIn } from "./overlap.ts";
import { columnsOf, smallInstrument } from "./testing/small-study.ts";

const random = randomFrom(3);
const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const answers = Array.from(
  { length: 400 },
  (): Answers => ({
    BGA: one(["a", "b", "c", null]),
    BGB: one(["x", "y", null]),
    ...one<Answers>([{ I1: 3 }, {}]),
  }),
);
const instrument = smallInstrument([{ code: "I1" }, { code: "I2" }], {
  BGA: ["a", "b", "c"],
  BGB: ["x", "y"],
});
const columns = columnsOf(instrument, answers);

test.each<[Filter, Filter, Filter]>([
  [{ BGA: ["a"] }, { BGA: ["b"] }, {}],
  [{ BGA: ["a", "b"] }, { BGA: ["b"], BGB: ["x"] }, {}],
  [{ BGB: ["x"] }, {}, {}],
  [{}, {}, {}],
  [{ BGA: ["a"] }, { BGA: ["b", "c"] }, { BGB: ["y"] }],
])("%j and %j among %j overlap as their rows do", (first, second, among) => {
  const [a, b, only] = [first, second, among].map((filter) => conditionsOf(columns, filter));
  const by = variablesIn(columns, [...a!, ...b!, ...only!]);
  const cube = countCube(columns, by, [], "presence");
  const here = new Set(select(columns, among));
  const rows = (filter: Filter) => [...select(columns, filter)].filter((row) => here.has(row));
  const [inFirst, inSecond] = [new Set(rows(first)), new Set(rows(second))];
  const outside = [...here].filter((row) => !inFirst.has(row) && !inSecond.has(row));
  const asked = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const unskipped = outside.filter((row) => asked.every((code) => answers[row]![code] !== null));
  const common = {
    first: inFirst.size,
    second: inSecond.size,
    both: [...inFirst].filter((row) => inSecond.has(row)).length,
  };
  expect(overlapIn(cube, a!, b!, true, only)).toEqual({ ...common, outside: outside.length });
  expect(overlapIn(cube, a!, b!, false, only)).toEqual({ ...common, outside: unskipped.length });
  expect(unskipped.length).toBeLessThanOrEqual(outside.length);
});
