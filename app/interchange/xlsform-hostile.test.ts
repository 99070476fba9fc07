import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { draftDefinition } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { cost, fileOf, readOrRefuse, refusal, torn } from "./testing/hostile.ts";
import { collegeForm, type Table, workbook } from "./testing/xlsform-samples.ts";
import { xlsform, xlsformCsv } from "./xlsform.ts";

const good = await workbook(collegeForm);
const parts = unzipSync(good);
const packed = (more: Record<string, Uint8Array>) => zipSync({ ...parts, ...more });
const zeros = new Uint8Array(60_000_000);
const sheetOf = (rows: string) =>
  strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
const first = "xl/worksheets/sheet1.xml";
const survey = (rows: Table) => workbook({ survey: [["type", "name", "label"], ...rows] });
const nested = (depth: number): Table => [
  ...Array.from({ length: depth }, (_, at) => ["begin group", `g${at}`, "g"]),
  ["text", "q", "?"],
  ...Array.from({ length: depth }, () => ["end group"]),
];

describe("a workbook that would do harm is refused, fast and with little memory", () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["nothing", () => new Uint8Array(), "empty"],
    ["a picture", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), "wrongFormat"],
    ["one with a password", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "encrypted"],
    ["half of one", () => good.slice(0, good.length / 2), "broken"],
    ["an archive of something else", () => zipSync({ "word/document.xml": strToU8("<x/>") }), "wrongFormat"],
    ["a zip bomb", () => packed({ "xl/worksheets/sheet9.xml": zeros }), "tooLarge"],
    [
      "10,000 entries",
      () =>
        packed(
          Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/x${at}.xml`, strToU8("x")])),
        ),
      "dangerous",
    ],
    ["a way out", () => packed({ "../../etc/passwd.xml": strToU8("x") }), "dangerous"],
    [
      "an external entity",
      () => packed({ [first]: strToU8('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>') }),
      "dangerous",
    ],
    ["1,000,000 rows", () => packed({ [first]: sheetOf("<row/>".repeat(1_000_000)) }), "tooMany"],
    [
      "a cell far out",
      () => packed({ [first]: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
      "tooMany",
    ],
    ["groups 100 deep", () => survey(nested(100)), "dangerous"],
    [
      "a group without an end",
      () =>
        survey([
          ["begin group", "g"],
          ["text", "q", "?"],
        ]),
      "broken",
    ],
    ["an end without a group", () => survey([["text", "q", "?"], ["end group"]]), "broken"],
    ["no question", () => survey([["note", "n", "Hello"]]), "noQuestions"],
    [
      "3,000 questions",
      () => survey(Array.from({ length: 3000 }, (_, at) => ["text", `q${at}`, "?"])),
      "tooMany",
    ],
    [
      "3,000 choices",
      () =>
        workbook({
          survey: [
            ["type", "name"],
            ["select_one a", "q"],
          ],
          choices: [["list_name", "name"], ...Array.from({ length: 3000 }, (_, at) => ["a", at])],
        }),
      "tooMany",
    ],
  ])("%s", async (_, make, reason) => {
    const file = fileOf(await make(), "form.xlsx");
    let said = "";
    const { seconds, megabytes } = await cost(async () => {
      xlsform.recognises(file);
      said = await refusal(xlsform, file);
    });
    expect(said).toBe(reason);
    expect(megabytes).toBeLessThan(150);
    // Two seconds are promised; this allows for a machine busy with other tests.
    expect(seconds).toBeLessThan(5);
  });
});

const tableOf = (sheets: Record<string, Table>) =>
  Object.entries(sheets)
    .flatMap(([name, rows]) => [
      [name],
      ...rows.map((row) => ["", ...row.map((cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`)]),
    ])
    .map((row) => row.join(","))
    .join("\n");

test("names from the language's own cellar are names like others", async () => {
  const text = tableOf({
    survey: [
      ["type", "name", "label", "__proto__", "constructor"],
      ["select_one __proto__", "__proto__", "?", "x", "y"],
      ["constructor", "toString", "?"],
      ["select_one constructor", "constructor", "?"],
    ],
    choices: [
      ["list_name", "name", "label"],
      ["__proto__", "constructor", "Strongly disagree"],
      ["__proto__", "__proto__", "Neutral"],
      ["__proto__", "valueOf", "Strongly agree"],
      ["constructor", "a", "A"],
      ["constructor", "b", "B"],
    ],
  });
  const { draft, read } = await xlsformCsv.read(fileOf(text, "form.csv"));
  expect(draftDefinition.parse(draft)).toEqual(draft);
  expect(Object.keys(draft.scales)).toEqual(["proto"]);
  expect(read).toEqual({ select_one: 2 });
  expect(Object.getPrototypeOf(draft.scales)).toBe(Object.prototype);
});

const ours = await xlsformCsv.write?.(templates["oneplusx-student"]());

test.each([
  ["somebody else", tableOf(collegeForm)],
  ["ours", new TextDecoder().decode(ours?.bytes)],
])("a torn table of %s is read into a draft or refused, never anything else", async (_, whole) => {
  await fc.assert(
    fc.asyncProperty(torn(whole), async (text) => {
      const file = fileOf(text, "form.csv");
      xlsformCsv.recognises(file);
      const read = await readOrRefuse(xlsformCsv, file);
      if (read) expect(draftDefinition.safeParse(read.draft).success).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("a table of half a million lines, and ones too long and without end", async () => {
  expect(await refusal(xlsformCsv, fileOf(`type,name\n${"text,q\n".repeat(500_000)}`))).toBe("tooMany");
  expect(await refusal(xlsformCsv, fileOf(`type,name\n${"x".repeat(11_000_000)}`))).toBe("tooLarge");
  expect(await refusal(xlsformCsv, fileOf('type,name\n"text'))).toBe("broken");
});
