import { describe, expect, test } from "vitest";
import type { Condition } from "#app/questions/base.ts";
import type { DraftPlace } from "../draft-change.ts";
import { placedItems } from "../places.ts";
import { changedForm, command } from "./change.ts";
import { conditionIn, conditionValues, isCondition } from "./condition-field.ts";
import { conditionOfRows, readRows, rowsOfCondition, rowValues, testsFor } from "./condition-rows.ts";
import { askedBefore } from "./earlier.ts";
import type { Field, Values } from "./field.ts";
import { firstOf, whole } from "./testing/forms.ts";

const code = (kind: Parameters<typeof firstOf>[0]) => firstOf(kind).code;
const asked = askedBefore(whole, "instrument");
const optionOf = (kind: "single" | "multiple") => {
  const item = firstOf(kind);
  return "options" in item ? (item.options[0]?.code ?? "") : "";
};
const showIf: Field = { type: "condition", name: "showIf", label: "showIf" };
const around = { fields: [showIf], languages: whole.languages, askable: asked };
const press = (values: Values, verb: string, index?: number) =>
  changedForm(values, command("showIf", verb, index), around);
const read = (values: Values, problems: Record<string, string> = {}) =>
  conditionIn("showIf", values, asked, problems);

const plain: Condition[] = [
  { item: code("single"), in: [optionOf("single")] },
  { not: { item: code("multiple"), in: [optionOf("multiple")] } },
  { item: code("scale"), in: [4, 5] },
  { item: code("scale"), is: ">=", than: 4 },
  { item: code("year"), in: [2023, 2024] },
  { item: code("number"), is: "!=", than: 0.5 },
  { item: code("date"), is: "<", than: "2024-05" },
  { item: code("text"), answered: true },
  { item: code("sum"), answered: false },
  { item: "language", in: ["en"] },
  { item: "collector.college", in: ["甲学院", "B"] },
  { not: { item: "collector.class", in: ["1"] } },
];
const nested: Condition = {
  any: [{ all: plain.slice(0, 2) }, { not: { item: "language", answered: true } }],
};

describe("a condition", () => {
  test.each([...plain, { all: plain.slice(0, 3) }, { any: plain.slice(3, 9) }].map((one) => [one]))(
    "opened as lines says the same: %j",
    (condition) => {
      const rows = rowsOfCondition(condition);
      expect(rows && conditionOfRows(rows)).toEqual(condition);
      const opened = press(conditionValues("showIf", condition), "rows");
      expect(opened["showIf.as"]).toBe("rows");
      const problems = {};
      expect(read(opened, problems)).toEqual(condition);
      expect(problems).toEqual({});
      // To text and back, and folded up again.
      const text = press(opened, "text");
      expect(read(text)).toEqual(condition);
      expect(read(press(press(text, "rows"), "words"))).toEqual(condition);
    },
  );

  test("inside others is told in words and stays as it is", () => {
    expect(rowsOfCondition(nested)).toBeUndefined();
    expect(read(conditionValues("showIf", nested))).toEqual(nested);
    expect(read(press(conditionValues("showIf", nested), "text"))).toEqual(nested);
  });

  test("none is none", () => {
    expect(read(conditionValues("showIf", undefined))).toBeUndefined();
    const opened = press(conditionValues("showIf", undefined), "rows");
    expect(opened["showIf.rows.0.item"]).toBe("");
    expect(read(opened)).toBeUndefined();
    expect(read(press(conditionValues("showIf", plain[0]), "clear"))).toBeUndefined();
  });

  test("line by line: one more, another question, one less", () => {
    let form = press(conditionValues("showIf", plain[0]), "rows");
    form = press(form, "add-row");
    form = { ...form, "showIf.rows.1.item": code("scale"), "showIf.rows.1.pick.5": "yes" };
    // The answer ticked belonged to whatever question stood there before.
    const problems: Record<string, string> = {};
    read(form, problems);
    expect(problems).toEqual({ "showIf.rows.1.item": "no-values" });
    form = { ...press(form, "refresh"), "showIf.rows.1.pick.4": "yes", "showIf.rows.join": "any" };
    expect(read(form)).toEqual({ any: [plain[0], { item: code("scale"), in: [4] }] });
    expect(read(press(form, "remove-row", 0))).toEqual({ item: code("scale"), in: [4] });
  });

  test.each([
    [{ item: code("year"), test: "<", than: "soon" }, { than: "not-a-number" }],
    [{ item: code("year"), test: "<", than: "" }, { than: "required" }],
    [{ item: code("date"), test: ">", than: "May" }, { than: "not-a-month" }],
    [{ item: code("text"), test: ">", than: "3" }, { test: "no-comparison" }],
    [{ item: code("single"), test: "in" }, { item: "no-values" }],
    [{ item: "collector.", test: "answered" }, { variable: "required" }],
  ] as const)("%j is wrong at %j", (row, wrong) => {
    const form = Object.fromEntries(
      Object.entries({ was: "", of: row.item, ...row }).map(([part, value]) => [
        `showIf.rows.0.${part}`,
        value,
      ]),
    );
    const problems: Record<string, string> = {};
    readRows("showIf.rows", form, asked, problems);
    expect(problems).toEqual(
      Object.fromEntries(Object.entries(wrong).map(([part, value]) => [`showIf.rows.0.${part}`, value])),
    );
  });

  test("full-width digits and commas are read", () => {
    const [values] = [{ item: code("year"), test: "in" as const, values: [] }];
    const form = rowValues("rows", { join: "all", rows: [values] }, asked);
    const rows = readRows("rows", { ...form, "rows.0.than": "２０２３，２０２４、2025" }, asked, {});
    expect(rows.rows[0]?.values).toEqual([2023, 2024, 2025]);
  });

  test("written out, it must be one", () => {
    for (const text of ["{", "[]", '{"item":"A"}', '{"all":[]}', '{"item":"A","in":["x"],"more":1}', "1"]) {
      const problems: Record<string, string> = {};
      expect(read({ "showIf.as": "text", "showIf.json": text }, problems)).toBeUndefined();
      expect(problems).toEqual({ "showIf.json": "not-a-condition" });
    }
    const deep = `${'{"not":'.repeat(50)}{"item":"A","answered":true}${"}".repeat(50)}`;
    expect(isCondition(JSON.parse(deep))).toBe(false);
  });
});

describe("what a condition can be about", () => {
  test("is what was asked before it", () => {
    const items = placedItems(whole);
    for (const { item, place } of items) {
      const before = askedBefore(whole, place).map((one) => one.code);
      expect(before).not.toContain(item.code);
      expect(asked.slice(0, before.length).map((one) => one.code)).toEqual(before);
    }
    const [first, second] = whole.pages.map(({ code }): DraftPlace => `page:${code}`);
    const ticks = whole.consent.ticks.map((one) => one.code);
    expect(askedBefore(whole, first ?? "instrument").map((one) => one.code)).toEqual(ticks);
    expect(askedBefore(whole, second ?? "instrument").length).toBeGreaterThan(ticks.length);
  });

  test("matrices by row; headings and pictures not at all", () => {
    const matrix = firstOf("matrix");
    const codes = asked.map((one) => one.code);
    for (const row of matrix.kind === "matrix" ? matrix.rows : []) expect(codes).toContain(row.code);
    for (const kind of ["matrix", "section", "image"] as const) expect(codes).not.toContain(code(kind));
  });

  test("words can only be there or not", () => {
    expect(testsFor(asked.find((one) => one.code === code("text")))).toEqual(["answered", "unanswered"]);
    expect(testsFor(asked.find((one) => one.code === code("scale")))).toContain(">=");
    expect(testsFor(asked.find((one) => one.code === code("single")))).not.toContain(">=");
  });
});
