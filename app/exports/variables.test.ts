import { describe, expect, test } from "vitest";
import { pendingCertificate } from "#app/fieldwork/closing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { codebookJson, codebookTable } from "./codebook.ts";
import { csv } from "./csv.ts";
import { type ExportResponse, exportVariables, type Labels } from "./variables.ts";

const variables = exportVariables({
  instruments: [{ version: 1, definition: templates["oneplusx-student"]() }],
  certificates: [{ code: "DEMO1", label: { "zh-CN": "演示证书", en: "Demo certificate" } }],
  cohorts: ["college"],
  waves: [{ code: "1", label: { "zh-CN": "试点", en: "Pilot" } }],
  synthetic: true,
  year: 2026,
});
const response: ExportResponse = {
  ...{ id: "r1", receivedOn: "2026-03-04", language: "zh-CN", wave: 1, collector: "demo", version: 1 },
  flags: 0b100001,
  ...{ late: false, excluded: true, cohort: { college: { "zh-CN": "甲校", en: "A College" } } },
  answers: {
    BG01: "hvc",
    BG06: pendingCertificate,
    BG08: 2024,
    BG13: ["skill", "job"],
    CUR01: 5,
    CUR02: 98,
    CUR03: null,
    CON01: true,
    CON02: null,
  },
  words: { BG06: "=某证书", OPC01: "很好" },
};
const cell = (name: string, labels: Labels = "codes") =>
  variables.find((one) => one.name === name)!.cell(response, labels);

describe("exportVariables", () => {
  test("the mark of synthetic data comes first, and names are unique", () => {
    expect(variables[0]!.name).toBe("synthetic");
    const names = variables.map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("ATT01");
  });

  test("the three kinds of missing are three codes, in a scale item", () => {
    expect([cell("CUR01"), cell("CUR02"), cell("CUR03"), cell("CUR04")]).toEqual([5, 98, 99, 97]);
    expect([cell("CUR01", "zh-CN"), cell("CUR02", "zh-CN")]).toEqual(["非常同意", "不清楚/不适用"]);
    expect([cell("CUR03", "en"), cell("CUR04", "en")]).toEqual(["Skipped", "Not asked"]);
  });

  test("several choices are one column an option", () => {
    expect([cell("BG13_skill"), cell("BG13_job"), cell("BG13_peer"), cell("NP01_cost")]).toEqual([
      1, 1, 0, 97,
    ]);
  });

  test("choices, years, ticks, words and a certificate that was typed", () => {
    expect([cell("BG01"), cell("BG01", "en")]).toEqual(["hvc", "Higher vocational college (3-year)"]);
    expect([cell("BG08"), cell("CON01"), cell("CON02")]).toEqual([2024, 1, 0]);
    expect([cell("BG06"), cell("BG06_text"), cell("OPC01")]).toEqual(["unlisted", "=某证书", "很好"]);
    expect([cell("cohort_college", "zh-CN"), cell("excluded")]).toEqual(["甲校", 1]);
  });
});

test("the codebook names every column, its values and its missing codes", () => {
  const table = codebookTable(variables, csv);
  expect(table).toContain("CUR06,培训教材中的案例比较陈旧。");
  expect(table).toContain("5 = 非常同意");
  expect(table).toContain("97 = 没有问到\n98 = 不清楚/不适用\n99 = 跳过");
  const { variables: told } = JSON.parse(codebookJson(variables));
  expect(told).toHaveLength(variables.length);
  expect(told.find((one: { name: string }) => one.name === "CUR06")).toMatchObject({
    reverse: true,
    missing: [97, 99],
  });
});

test("what speaks against a response is a column each, suspect where two kinds of sign meet", () => {
  const cell = (name: string, flags: number) =>
    variables.find((one) => one.name === name)?.cell({ ...response, flags }, "codes");
  // longstring and instructed: pattern and attention.
  expect(
    ["suspect", "flag_longstring", "flag_irv", "flag_instructed"].map((name) => cell(name, 0b100001)),
  ).toEqual([1, 1, 0, 1]);
  // longstring and irv see the same thing.
  expect([cell("suspect", 0b11), cell("flag_irv", 0b11), cell("suspect", 0)]).toEqual([0, 1, 0]);
  const codebook = codebookTable(variables, csv);
  expect(codebook).toContain("Suspect: at least two unrelated kinds of sign");
  expect(codebook).toContain("flag_copy");
  expect(codebook).toContain("1 = Pilot");
});
