import { describe, expect, test } from "vitest";
import { closeDraft } from "#app/fieldwork/closing.ts";
import { asked, instrumentDefinition } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import type { Answers } from "#app/questions/kind.ts";
import { codebookJson, codebookTable } from "./codebook.ts";
import { csv } from "./csv.ts";
import { type ExportResponse, exportVariables, type Labels } from "./variables.ts";

const instrument = asked(everyKind());
const study = { certificates: [], cohorts: [], waves: [], synthetic: false, year: 2026 };
const variables = exportVariables({ ...study, instruments: [{ version: 1, definition: instrument }] });

function response(answers: Answers): ExportResponse {
  const closed = closeDraft(instrument, {
    answers: { CON01: true, SIN01: "second", ...answers },
    ...{ seed: 1, pageSeconds: {} },
  });
  return {
    ...{ id: "r1", receivedOn: "2026-03-04", language: "en", wave: 1, collector: "a", version: 1, flags: 0 },
    ...{ late: false, excluded: false, cohort: {} },
    ...{ answers: closed.answers, words: closed.words },
  };
}
const cells = (of: ExportResponse, names: string[], labels: Labels = "codes") =>
  names.map((name) => variables.find((one) => one.name === name)!.cell(of, labels));

describe("columns of every kind", () => {
  test("each has a name of its own, in any mixture of letters; headings and pictures have none", () => {
    const names = variables.map((one) => one.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const code of ["SEC01", "IMG01", "MAT", "MAS", "BLK"])
      expect(names.filter((one) => one === code.toLowerCase())).toEqual([]);
  });

  test("numbers stay numbers in every version of the file", () => {
    const one = response({ DIF01: 7, NPS01: 0, SLI01: 100, NUM01: 7.5, BLK03: 98, YEA01: 2024 });
    const names = ["DIF01", "NPS01", "SLI01", "NUM01", "BLK03", "YEA01"];
    for (const labels of ["codes", "zh-CN", "en"] as const)
      expect(cells(one, names, labels)).toEqual([7, 0, 100, 7.5, 98, 2024]);
  });

  test("where 97 to 99 may be answers, a missing one is empty, and the column beside says why", () => {
    const names = ["NUM01", "NUM01_MISSING", "SLI01", "SLI01_MISSING", "DAT01", "DAT01_MISSING"];
    expect(cells(response({ NUM01: 99, SLI01: null, DAT01: "2024-05" }), names)).toEqual([
      ...[99, 0, "", 99, "2024-05", 0],
    ]);
    const never = { ...response({}), answers: {} };
    expect(cells(never, names)).toEqual(["", 97, "", 97, "", 97]);
    expect(cells(never, ["DIF01", "NPS01", "RAN01_lab", "SUM01_work", "SUM01_MISSING"])).toEqual([
      ...[97, 97, 97, "", 97],
    ]);
    expect(cells(response({}), ["NPS01", "SUM01_work", "SUM01_MISSING"], "zh-CN")).toEqual([
      ...["跳过", "", "跳过"],
    ]);
    // No code of a missing answer lies among the values of a column that has such codes.
    for (const { name, missing, type, values } of variables)
      if (missing.length > 0 && type === "number")
        expect(Math.max(...values.map((value) => Number(value.code))), name).toBeLessThan(97);
  });

  test("a ranking is a place for each option, amounts are an amount for each", () => {
    const one = response({
      RAN01: ["senior", "lab", "fee"],
      SUM01: { amounts: { theory: 30, practice: 70, work: 0 } },
    });
    expect(cells(one, ["RAN01_teacher", "RAN01_lab", "RAN01_book", "RAN01_fee", "RAN01_senior"])).toEqual([
      ...[0, 2, 0, 3, 1],
    ]);
    expect(cells(one, ["SUM01_theory", "SUM01_practice", "SUM01_work"])).toEqual([30, 70, 0]);
  });

  test("rows and words beside an option say in their label what they stand under", () => {
    const label = (name: string) => variables.find((one) => one.name === name)!.label.en;
    expect(label("MAT02")).toBe("How often do these happen? – We practise in groups");
    expect(label("MAS01_net")).toBe("What is there in these places? – The lab – Network");
    expect(label("SIN01_OTHER")).toBe("Which year are you in? – Other: please say");
    expect(label("SUM01_work")).toMatch(/ – Work in a company \(points\)$/);
    const one = response({ SIN01: "other", SIN01_OTHER: "=预科", SHO02: "100871", MAT02: "never" });
    expect(cells(one, ["SIN01", "SIN01_OTHER", "SHO02"])).toEqual(["other", "=预科", "100871"]);
    expect(cells(one, ["MAT02", "CHE01"], "en")).toEqual(["Never", "Skipped"]);
  });

  test("options only an earlier version offered keep their column", () => {
    const written = everyKind();
    const several = written.pages[0]!.items.find((one) => one.code === "MUL01");
    if (several?.kind !== "multiple") throw new Error("MUL01 is a multiple choice");
    several.options = several.options.filter((one) => one.code !== "must");
    const newer = asked(instrumentDefinition.parse(written));
    const both = exportVariables({
      ...study,
      instruments: [
        { version: 1, definition: instrument },
        { version: 2, definition: newer },
      ],
    });
    const old = both.find((one) => one.name === "MUL01_must");
    expect(old?.cell(response({ MUL01: ["job", "must"] }), "codes")).toBe(1);
    expect(both.length).toBe(variables.length);
  });
});

test("the codebook names the ends, and says of empty cells where their reason stands", () => {
  const table = codebookTable(variables, csv);
  expect(table).toContain("1 = 没用的\n7 = 有用的");
  expect(table).toContain("0 = Not at all\n10 = Certainly");
  expect(table).toContain("空白；原因见 NUM01_MISSING");
  expect(table).toContain("0 = Given no place");
  const json = JSON.parse(codebookJson(variables));
  expect(json.empty).toContain("missingIn");
  expect(json.variables.find((one: { name: string }) => one.name === "SLI01")).toMatchObject({
    ...{ type: "number", missing: [], missingIn: "SLI01_MISSING" },
    values: [{ code: "0" }, { code: "50" }, { code: "100" }],
  });
});
