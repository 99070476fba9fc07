import { describe, expect, test } from "vitest";
import { asked } from "#app/instrument/definition.ts";
import { itemsFor } from "#app/instrument/routing.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import type { Answers, Surroundings } from "#app/questions/kind.ts";
import { readPage } from "./draft.ts";
import { givenIn } from "./given.ts";

const instrument = asked(everyKind());
const around: Surroundings = { scales: instrument.scales, findCertificate: () => undefined, year: 2026 };
function read(page: string, fields: [string, string][], before: Answers = {}) {
  const found = instrument.pages.find((one) => one.code === page);
  if (!found) throw new Error(`no page ${page}`);
  return readPage(itemsFor(found, before), new URLSearchParams(fields), before, around, true);
}

describe("what a form says", () => {
  test("fields and parts, by question", () => {
    const given = givenIn(new URLSearchParams("A=1&B.x=2&A=3&B.y=&C.d.e=4&__proto__.z=5"));
    expect(given("A")).toEqual(["1", "3"]);
    expect(given("B")).toEqual(["x~2", "y~"]);
    expect(given("C")).toEqual(["d.e~4"]);
    expect(given("D")).toEqual([]);
  });
  test("sixty thousand fields are read in no time", () => {
    const form = new URLSearchParams(Array.from({ length: 60_000 }, (_, at) => [`X${at}.a`, "1"]));
    const before = performance.now();
    const given = givenIn(form);
    for (let code = 0; code < 50; code++) given(`X${code}`);
    expect(performance.now() - before).toBeLessThan(1000);
  });
  test("parts come as fields of their own, and as a phone without network sends them", () => {
    const answer = ["lab", "teacher", "fee"];
    const places = [
      ["lab", "1"],
      ["teacher", "2"],
      ["fee", "3"],
    ] as const;
    const named = places.map(([code, place]): [string, string] => [`RAN01.${code}`, place]);
    const joined = places.map(([code, place]): [string, string] => ["RAN01", `${code}~${place}`]);
    for (const fields of [named, joined])
      expect(read("parts", fields)).toEqual({ answers: { RAN01: answer, SUM01: null }, problems: {} });
  });
});

describe("what a page asks", () => {
  test("headings and pictures are no answers", () => {
    const { answers } = read("choices", [
      ["SIN01", "first"],
      ["SEC01", "x"],
      ["IMG01", "x"],
    ]);
    expect(Object.keys(answers)).not.toContain("SEC01");
    expect(Object.keys(answers)).not.toContain("IMG01");
    expect(answers.SIN01).toBe("first");
  });
  test("an option is taken only from those it is offered", () => {
    const fields: [string, string][] = [
      ["SIN01", "first"],
      ["MUL01", "third"],
      ["MUL01", "job"],
    ];
    expect(read("choices", fields).problems).toEqual({ MUL01: "unknown-option" });
    expect(read("choices", fields, { SIN01: "second" }).answers.MUL01).toEqual(["job", "third"]);
  });
  test("words beside an option are held to their rule where it is chosen", () => {
    const long = "x".repeat(101);
    const words: [string, string] = ["SIN01_OTHER", long];
    expect(read("choices", [["SIN01", "other"], words]).problems).toEqual({ SIN01_OTHER: "too-long" });
    expect(read("choices", [["SIN01", "first"], words]).problems).toEqual({});
  });
  test("what cannot be kept leaves the answer before it alone", () => {
    const { answers, problems } = read(
      "numbers",
      [
        ["NUM01", "70"],
        ["DAT01.y", "2025"],
        ["SHO02", "1"],
      ],
      { NUM01: 5 },
    );
    expect(problems).toEqual({ NUM01: "out-of-range", DAT01: "incomplete", SHO02: "wrong-format" });
    expect(answers.NUM01).toBe(5);
  });
});
