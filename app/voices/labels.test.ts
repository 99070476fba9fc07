import { describe, expect, test } from "vitest";
import { buildColumns } from "#app/results/columns.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { both, responseRow, smallInstrument, surroundings } from "#app/results/testing/small-study.ts";
import { quoteLabels } from "./labels.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], { BGA: ["a", "b"] });

/** Classes of colleges, each with so many people; and what quotes from each class are labelled with. */
function labelsOf(classes: [college: string, people: number][], by = "cohort.class") {
  const cohorts = new Map(
    classes.map(([college], at) => [`door ${at}`, { college: both(college), class: both(`class ${at}`) }]),
  );
  let index = 0;
  const first: number[] = [];
  const rows = classes.flatMap(([, people], at) => {
    first.push(index);
    return Array.from({ length: people }, () =>
      responseRow(index++, { BGA: "a", I01: 3, I02: 4 }, { collector_id: `door ${at}` }),
    );
  });
  const label = quoteLabels(
    buildColumns({ ...surroundings(instrument), cohorts }, rows),
    {},
    by,
    publicPolicy,
  )!;
  return first.map((row) => label(row)?.en);
}

describe("what a quote says of its writer", () => {
  test("is the class where that may be told, else the college, if enough there go without a class", () => {
    const found = labelsOf([
      ["north", 30],
      ["north", 6],
      ["north", 8],
      ["south", 25],
    ]);
    expect(found).toEqual(["class 0", "north", "north", "class 3"]);
  });

  test("is nothing where the college would single out a small class of it", () => {
    // Five of the north and, beside them so that they cannot be worked out, a class of the south.
    const found = labelsOf([
      ["north", 30],
      ["north", 5],
      ["south", 12],
      ["south", 25],
    ]);
    // Were the south's twelve told as such, whoever has no label would be of the five.
    expect(found).toEqual(["class 0", undefined, undefined, "class 3"]);
  });

  test("is nothing where the coarser group may not be told either, and for variables nothing is around", () => {
    expect(
      labelsOf([
        ["north", 40],
        ["south", 4],
        ["south", 4],
      ]),
    ).toEqual([undefined, undefined, undefined]);
    expect(
      labelsOf(
        [
          ["north", 40],
          ["south", 4],
          ["south", 4],
        ],
        "BGA",
      ),
    ).toEqual(["a", "a", "a"]);
  });
});
