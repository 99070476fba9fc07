import { describe, expect, test } from "vitest";
import { figureOf, readMarginForm, readPasted } from "./margin-form.server.ts";

const label = (zh: string, en: string) => ({ "zh-CN": zh, en });
const categories = [
  { code: "sec", label: label("中职", "Secondary") },
  { code: "hvc", label: label("高职（专科）", "Higher vocational") },
  { code: "aub", label: label("本科", "Bachelor’s") },
];
const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ source: "register", asOf: "2025", unit: "people", ...fields }))
    form.set(name, value);
  return form;
};

describe("a figure", () => {
  test.each([
    ["1200", 1200],
    ["1,200", 1200],
    ["１２，０００ 人", 12000],
    ["0", 0],
    ["12.5", 12.5],
    ["-3", Number.NaN],
    ["1,20", Number.NaN],
    ["about 20", Number.NaN],
    ["1e9", Number.NaN],
  ])("%s people are %s", (typed, expected) => expect(figureOf(typed, "people")).toBe(expected));
  test.each([
    ["45.5%", 45.5],
    ["45,5", 45.5],
    ["１００％", 100],
    ["101", Number.NaN],
  ])("%s per cent are %s", (typed, expected) => expect(figureOf(typed, "percent")).toBe(expected));
});

describe("a pasted table", () => {
  test("is read by names in either language or codes, with heads and totals passed over", () => {
    const { found, lost } = readPasted(
      "Type\tStudents\r\n中职\t1,200\nHigher vocational  800\naub：30\n\n合计\t2030",
      categories,
    );
    expect([...found]).toEqual([
      [0, "1,200"],
      [1, "800"],
      [2, "30"],
    ]);
    expect(lost).toEqual([]);
  });

  test("names the lines that fit nothing", () => {
    expect(readPasted("中职\t5\n技校\t7\n本科", categories).lost).toEqual(["技校\t7", "本科"]);
  });
});

describe("the form", () => {
  test("categories may count as another, which counts as itself", () => {
    const typed = { figure0: "1,200", figure1: "800", figure2: "30", asOf: "2025" };
    const codes = categories.map(({ code }) => code);
    const read = readMarginForm(formOf({ ...typed, join0: codes[0]!, join2: codes[1]! }), categories);
    expect(read.ok && read.data.joined).toEqual({ [codes[2]!]: codes[1]! });
    const chain = readMarginForm(formOf({ ...typed, join1: codes[0]!, join2: codes[1]! }), categories);
    expect(!chain.ok && chain.refused.errors).toEqual({ join2: "badJoin" });
    const all = readMarginForm(formOf({ ...typed, join1: codes[0]!, join2: codes[0]! }), categories);
    expect(!all.ok && all.refused.errors).toEqual({ figures: "tooFew" });
    const none = readMarginForm(formOf({ ...typed, join1: "__proto__" }), categories);
    expect(!none.ok && none.refused.errors).toEqual({ join1: "badJoin" });
  });

  test("takes numbers of people, and leaves out what is empty", () => {
    expect(
      readMarginForm(formOf({ figure0: "1,200", figure2: "30", asOf: "2025年9月" }), categories),
    ).toEqual({
      ok: true,
      data: { unit: "people", figures: { sec: 1200, aub: 30 }, source: "register", asOf: "2025-09" },
    });
  });

  test("takes percentages that make a hundred but for rounding", () => {
    const fields = { unit: "percent", figure0: "33.3", figure1: "33.3", figure2: "33.3" };
    expect(readMarginForm(formOf(fields), categories).ok).toBe(true);
    const refused = readMarginForm(formOf({ ...fields, figure2: "30" }), categories);
    expect(refused).toMatchObject({
      ok: false,
      refused: {
        errors: { figures: "badSum" },
        values: { sum: "96.6", figure0: "33.3", source: "register" },
      },
    });
  });

  test("fills fields from what was pasted", () => {
    const read = readMarginForm(formOf({ figure0: "1", pasted: "中职\t10\n本科\t20" }), categories);
    expect(read.ok && read.data.figures).toEqual({ sec: 10, aub: 20 });
  });

  test("says everything that is wrong at once and keeps what was typed", () => {
    const read = readMarginForm(
      formOf({ figure0: "many", figure1: "5", pasted: "技校\t7\n大专\t8", source: " ", asOf: "2025-13" }),
      categories,
    );
    expect(read).toEqual({
      ok: false,
      refused: {
        errors: { figure0: "badNumber", pasted: "unmatched", source: "required", asOf: "badDate" },
        values: {
          ...{ figure0: "many", figure1: "5", figure2: "", source: " ", asOf: "2025-13", unit: "people" },
          ...{ pasted: "技校\t7\n大专\t8", sum: "5", lines: "“技校\t7” “大专\t8”" },
        },
      },
    });
  });

  test("wants two categories at least, a known unit and a real day", () => {
    const errors = (fields: Record<string, string>) => {
      const read = readMarginForm(formOf(fields), categories);
      return read.ok ? {} : read.refused.errors;
    };
    expect(errors({ figure0: "5", figure1: "0" })).toEqual({ figures: "tooFew" });
    expect(errors({ figure0: "5", figure1: "6", unit: "tons" })).toEqual({ unit: "unknown" });
    expect(errors({ figure0: "5", figure1: "6", asOf: "2025-02-30" })).toEqual({ asOf: "badDate" });
    expect(errors({ figure0: "5", figure1: "6", asOf: "2024/2/29" })).toEqual({});
  });
});
