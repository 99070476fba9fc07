// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so forms name their questions
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { anyDefinition } from "./testing/any-definition.ts";
import { anyInstrument } from "./testing/any-instrument.ts";
import { xlsform, xlsformCsv } from "./xlsform.ts";
import { readTableSheets, readWorkbookSheets } from "./xlsform-sheets.ts";

describe.each([
  ["xlsx", xlsform],
  ["csv", xlsformCsv],
] as const)("an instrument of ours as %s", (extension, format) => {
  const back = async (instrument: Definition) => {
    const written = await format.write?.(instrument);
    const file = { name: `form.${extension}`, bytes: written?.bytes ?? new Uint8Array() };
    expect(format.recognises(file)).toBe(true);
    return format.read(file);
  };

  test.each(Object.entries(templates))(
    "%s comes back as it was, with nothing to report",
    async (_, template) => {
      const { draft, findings } = await back(template());
      expect(draft).toEqual(template());
      expect(findings).toEqual([]);
    },
  );

  test("whatever is in it comes back", async () => {
    await fc.assert(
      fc.asyncProperty(anyInstrument, async (instrument) => {
        expect(draftDefinition.parse(instrument)).toEqual(instrument);
        const { draft, findings } = await back(instrument);
        expect(draft).toEqual(instrument);
        expect(
          findings.filter(({ code }) => code !== "lost.piping" && code !== "changed.untranslated"),
        ).toEqual([]);
      }),
      // A failure is told as it came: making it smaller takes minutes.
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);

  test("blocks, matrices, every kind, every condition and further languages come back too", async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (definition) => {
        expect(draftDefinition.parse(definition)).toEqual(definition);
        const { draft, findings } = await back(definition);
        expect(draft).toEqual(definition);
        expect(
          findings.filter(({ code }) => code !== "lost.piping" && code !== "changed.untranslated"),
        ).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});

const student = templates["oneplusx-student"]();
const written = await xlsform.write?.(student);
const sheets = await readWorkbookSheets({ name: "form.xlsx", bytes: written?.bytes ?? new Uint8Array() });

describe("what is written is an XLSForm by the standard's rules", () => {
  const rows = (sheet: string) => sheets.get(sheet)?.rows.map(({ cells }) => cells) ?? [];
  const survey = rows("survey");

  test("groups end, names are XML names and each there once", () => {
    const types = survey.map((row) => row.get("type"));
    expect(types.filter((one) => one === "begin_group")).toHaveLength(student.pages.length + 1);
    expect(types.filter((one) => one === "end_group")).toHaveLength(student.pages.length + 1);
    const names = survey.flatMap((row) => row.get("name") ?? []);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w.-]*$/);
  });

  test("every list has choices, each name once, and every condition speaks of an earlier question", () => {
    const choices = rows("choices").map((row) => `${row.get("list_name")} ${row.get("name")}`);
    expect(new Set(choices).size).toBe(choices.length);
    const earlier = new Set<string>();
    for (const row of survey) {
      const list = /^select_\w+ (\S+)$/.exec(row.get("type") ?? "")?.[1];
      if (list) expect(choices.filter((one) => one.startsWith(`${list} `)).length).toBeGreaterThan(1);
      for (const [, name] of (row.get("relevant") ?? "").matchAll(/\$\{(\w+)\}/g))
        expect(earlier).toContain(name);
      earlier.add(row.get("name") ?? "");
    }
  });

  test("says each kind of question in the standard's words", () => {
    const of = (name: string) => {
      const row = survey.find((one) => one.get("name") === name);
      return ["type", "required", "relevant", "constraint", "appearance"].map((field) => row?.get(field));
    };
    expect(of("CON01")).toEqual(["acknowledge", "yes", undefined, undefined, undefined]);
    expect(of("SCR01")).toEqual(["select_one scr01_list", "yes", undefined, undefined, undefined]);
    expect(of("BG08")[2]).toBe("${SCR01} = 'taken'");
    expect(of("BG08")[3]).toMatch(/^\. >= \d{4} and \. <= number\(format-date\(today\(\), '%Y'\)\)$/);
    expect(of("CUR02")).toEqual(["select_one agree5_na", undefined, undefined, undefined, "likert"]);
    expect(of("BG13")).toEqual([
      "select_multiple bg13_list",
      undefined,
      undefined,
      "count-selected(.) <= 3",
      undefined,
    ]);
    expect(of("about")).toEqual(["begin_group", undefined, undefined, undefined, "field-list"]);
  });

  test("says what other programs will not see", () =>
    expect(written?.findings.map(({ code, details }) => [code, details?.name ?? details?.to])).toEqual([
      ["lost.score", "CUR"],
      ["lost.score", "EXM"],
      ["lost.score", "CAR"],
      ["lost.score", "SUP"],
      ["changed.kind", "text"],
      ["lost.randomisation", "curriculum"],
      ["lost.randomisation", "exam"],
      ["lost.randomisation", "career"],
    ]));

  test("no text of it is a formula to a spreadsheet that opens the CSV", async () => {
    const page = student.pages[0];
    const evil = { ...student, pages: page ? [{ ...page, title: { "zh-CN": "=1+1", en: "@x" } }] : [] };
    const csv = await xlsformCsv.write?.(evil);
    const file = { name: "form.csv", bytes: csv?.bytes ?? new Uint8Array() };
    const cells = [...readTableSheets(file).values()].flatMap(({ rows: all }) =>
      all.flatMap((row) => [...row.cells.values()]),
    );
    expect(cells).toContain("'=1+1");
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});
