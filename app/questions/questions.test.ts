import { describe, expect, test } from "vitest";
import { item, kinds, readItem } from "./index.ts";
import type { Surroundings } from "./kind.ts";

const t = (text: string) => ({ "zh-CN": text, en: text });
const around: Surroundings = {
  scales: {
    agree5: {
      kind: "agreement",
      points: [1, 2, 3, 4, 5].map((value) => ({ value, label: t(`point ${value}`) })),
      notApplicable: t("n/a"),
    },
  },
  findCertificate: (typed) => (typed === "Known" ? "C-1" : undefined),
  year: 2026,
};
const base = { rev: 1, text: t("?") };
const options = ["a", "b", "c", "d"].map((code) => ({ code, label: t(code) }));
const read = (definition: object, given: string[]) =>
  readItem(item.parse({ ...base, ...definition }), given, around);

describe("scale", () => {
  const statement = { kind: "scale", code: "CUR01", scale: "agree5" };
  test("keeps the point", () => expect(read(statement, ["4"])).toEqual({ answer: 4 }));
  test("keeps N/A only where it is offered", () => {
    expect(read({ ...statement, allowNA: true }, ["98"])).toEqual({ answer: 98 });
    expect(read(statement, ["98"])).toEqual({ problem: "unknown-option" });
  });
  test("an empty row is skipped, never neutral", () => expect(read(statement, [])).toEqual({ answer: null }));
  test.each(["0", "6", "3.5", "x", "NaN", "1e0 ", "97", "99", "-1"])("refuses %s", (value) => {
    expect(read(statement, [value])).toEqual(
      value === "1e0 " ? { answer: 1 } : { problem: "unknown-option" },
    );
  });
  test("refuses two points at once", () =>
    expect(read(statement, ["1", "5"])).toEqual({ problem: "unknown-option" }));
});

describe("single and multiple", () => {
  const one = { kind: "single", code: "BG01", options };
  const several = { kind: "multiple", code: "BG13", options, max: 3 };
  test("one of many", () => expect(read(one, ["b"])).toEqual({ answer: "b" }));
  test("an option that is not there", () => expect(read(one, ["z"])).toEqual({ problem: "unknown-option" }));
  test("several come in the instrument's order, once each", () =>
    expect(read(several, ["c", "a", "c"])).toEqual({ answer: ["a", "c"] }));
  test("too many", () => expect(read(several, ["a", "b", "c", "d"])).toEqual({ problem: "too-many" }));
  test("one unknown among several", () =>
    expect(read(several, ["a", "z"])).toEqual({ problem: "unknown-option" }));
  test("none", () => expect(read(several, [""])).toEqual({ answer: null }));
});

describe("year", () => {
  const when = { kind: "year", code: "BG08", min: 2019, max: "current" };
  test("within bounds", () => expect(read(when, ["2026"])).toEqual({ answer: 2026 }));
  test.each(["2018", "2027", "20.5", "abc"])("refuses %s", (value) =>
    expect(read(when, [value])).toEqual({ problem: "out-of-range" }),
  );
  test("offers the newest first", () => {
    const categories = kinds.year.categories(item.parse({ ...base, ...when }), around);
    expect(categories?.map((one) => one.code)).toEqual([
      "2026",
      "2025",
      "2024",
      "2023",
      "2022",
      "2021",
      "2020",
      "2019",
    ]);
  });
});

describe("catalogue", () => {
  const which = { kind: "catalogue", code: "BG06" };
  test("a known name becomes its code", () => expect(read(which, [" Known "])).toEqual({ answer: "C-1" }));
  test("an unknown one is kept as typed", () =>
    expect(read(which, ["某  证书"])).toEqual({ answer: { pending: "某 证书" } }));
  test("nothing", () => expect(read(which, ["  "])).toEqual({ answer: null }));
  test("too long", () => expect(read(which, ["x".repeat(121)])).toEqual({ problem: "too-long" }));
});

describe("words", () => {
  const say = { kind: "text", code: "OPC01", maxLength: 5 };
  test("line breaks are one character", () =>
    expect(read(say, ["a\r\nb\r\nc"])).toEqual({ answer: "a\nb\nc" }));
  test("counts what a reader counts: 𠮷 and emoji are one each", () =>
    expect(read(say, ["𠮷𠮷😀😀𠮷"])).toEqual({ answer: "𠮷𠮷😀😀𠮷" }));
  test("one too many", () => expect(read(say, ["六个字太长了"])).toEqual({ problem: "too-long" }));
});

describe("required and consent", () => {
  const tick = { kind: "consent", code: "CON01", required: true };
  test("ticked", () => expect(read(tick, ["yes"])).toEqual({ answer: true }));
  test("not ticked", () => expect(read(tick, [])).toEqual({ problem: "required" }));
  test("anything else than the tick is no consent", () =>
    expect(read(tick, ["on"])).toEqual({ problem: "required" }));
});

test("what was read can be written and read again", () => {
  const cases: [object, string[]][] = [
    [{ kind: "scale", code: "A1", scale: "agree5" }, ["2"]],
    [{ kind: "single", code: "A2", options }, ["c"]],
    [{ kind: "multiple", code: "A3", options }, ["a", "d"]],
    [{ kind: "year", code: "A4", min: 2000, max: 2030 }, ["2011"]],
    [{ kind: "catalogue", code: "A5" }, ["没有的证书"]],
    [{ kind: "text", code: "A6" }, ["话"]],
    [{ kind: "consent", code: "A7" }, ["yes"]],
  ];
  for (const [definition, given] of cases) {
    const parsed = item.parse({ ...base, ...definition });
    const reading = readItem(parsed, given, around);
    if (!("answer" in reading) || reading.answer === null) throw new Error(`${parsed.code} was not read`);
    expect(kinds[parsed.kind].write(reading.answer)).toEqual(given);
  }
});
