// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so forms name their questions
import { expect, test } from "vitest";
import { asked, draftDefinition, itemsOf } from "#app/instrument/definition.ts";
import { fileOf } from "./testing/hostile.ts";
import { collegeForm, type Table, workbook } from "./testing/xlsform-samples.ts";
import { xlsform, xlsformCsv } from "./xlsform.ts";

const read = async (sheets: Record<string, Table>) =>
  xlsform.read(fileOf(await workbook(sheets), "form.xlsx"));
const college = await read(collegeForm);
const items = itemsOf(asked(college.draft));
const itemOf = (code: string) => items.find((one) => one.code === code);
const said = (code: string) =>
  college.findings
    .filter((one) => one.code === code)
    .map(({ place, item, details }) => [place.line, item, ...Object.values(details ?? {})]);

test("a form grown over years becomes a draft", () => {
  expect(draftDefinition.parse(college.draft)).toEqual(college.draft);
  expect(college.draft.code).toBe("college-form-2024");
  expect(college.draft.title).toEqual({ "zh-CN": "学生调查", en: "" });
  expect(college.draft.consent).toMatchObject({
    letter: [{ "zh-CN": "欢迎参加！匿名填写。", en: "Welcome! This is anonymous." }],
    ticks: [{ kind: "consent", code: "AGREE", required: true }],
  });
  expect(items.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
    "consent AGREE",
    "single GENDER",
    "single TOOK_EXAM",
    "year EXAM_YEAR",
    "number AGE",
    "multiple WHY",
    "short WHY_OTHER",
    "single PROVINCE",
    "single CITY",
    "scale V1",
    "scale V2",
    "scale V3",
    "scale DIFFICULTY",
    "text WORDS",
    "ranking ORDER",
    "text LAST",
  ]);
  expect(college.read).toEqual({
    note: 4,
    acknowledge: 1,
    select_one: 8,
    integer: 2,
    rank: 1,
    select_multiple: 1,
    text: 2,
  });
});

test("constraints become bounds", () => {
  expect(itemOf("EXAM_YEAR")).toMatchObject({ min: 2015, max: 2026 });
  expect(itemOf("WHY")).toMatchObject({ max: 2, help: { "zh-CN": "", en: "Up to two" } });
  expect(itemOf("WORDS")).toMatchObject({ maxLength: 300 });
});

test("lists of agreement are one scale, its highest point the most agreement", () => {
  const { agree, hard } = college.draft.scales;
  expect(agree?.points.map(({ value, label }) => [value, label.en])).toEqual([
    [1, "Strongly disagree"],
    [2, "Disagree"],
    [3, "Neutral"],
    [4, "Agree"],
    [5, "Strongly agree"],
  ]);
  expect(agree?.notApplicable).toEqual({ "zh-CN": "不清楚", en: "Don't know" });
  expect(hard?.kind).toBe("bipolar");
  expect([itemOf("V2"), itemOf("V3")]).toMatchObject([
    { scale: "agree", allowNA: false },
    { scale: "agree", allowNA: true },
  ]);
  expect(said("changed.scale").map(([, , scale]) => scale)).toEqual(["agree", "agree", "hard"]);
});

test("groups become pages under the conditions of all groups around them", () => {
  expect(college.draft.pages.map(({ code, showIf, intro }) => [code, intro?.en, showIf])).toEqual([
    ["background", undefined, undefined],
    ["views", "Choose what fits best.", { not: { item: "TOOK_EXAM", in: ["no"] } }],
    [
      "inner",
      undefined,
      // "${v1} >= 4" spoke of 4 and 5 as the file has them: disagreement.
      { all: [{ not: { item: "TOOK_EXAM", in: ["no"] } }, { item: "V1", in: [2, 1] }] },
    ],
    ["page", undefined, undefined],
  ]);
  expect(itemOf("WORDS")?.showIf).toEqual({
    any: [
      { item: "V2", answered: false },
      { item: "V3", in: [98] },
    ],
  });
});

test("what could not be carried is said, each with its row", () => {
  expect(said("lost.kind")).toEqual([
    [27, "child_name", "text"],
    [31, "where", "geopoint"],
    [32, "school", "select_one_from_file"],
  ]);
  expect(said("lost.routing")).toEqual([[33, "LAST", "${score} > 5"]]);
  expect(said("lost.choiceFilter")).toEqual([[13, "CITY", "province=${province}"]]);
  expect(said("lost.calculation")).toEqual([[29, "score", "${v1} + ${v2}"]]);
  expect(said("lost.repeat")).toEqual([[26, undefined, "child"]]);
  expect(said("lost.media")).toEqual([[33, "LAST", "cat.png"]]);
  expect(said("lost.default")).toEqual([[23, "WORDS", "none"]]);
  expect(said("lost.other")).toEqual([]);
  expect(said("lost.piping")).toEqual([[19, "V3", "${gender}"]]);
  expect(said("lost.language")).toEqual([]);
  expect(college.draft.languages).toEqual(["zh-CN", "en", "fr"]);
  expect(items.find(({ code }) => code === "GENDER")?.text).toEqual({
    "zh-CN": "性别",
    en: "Gender",
    fr: "Sexe",
  });
  expect(said("lost.setting").map(([, , name]) => name)).toEqual([
    "province",
    "start",
    "deviceid",
    "备注",
    "version",
    "cascades",
  ]);
  expect(said("changed.values").slice(0, 2)).toEqual([
    [2, undefined, "Male", "male"],
    [3, undefined, "女", "o1"],
  ]);
});

test("every filled row is in the draft or in a finding", () => {
  const told = new Set(
    college.findings.filter(({ place }) => place.sheet === "survey").map(({ place }) => place.line),
  );
  const codes = new Set(items.map(({ code }) => code));
  for (const [at, [type, name]] of (collegeForm.survey ?? []).slice(1).entries()) {
    const bracket = /^(begin|end)/.test(String(type));
    expect(bracket || told.has(at + 2) || codes.has(String(name)), `${at + 2} ${type} ${name}`).toBe(true);
  }
});

test("a survey alone, as CSV in GBK, in one language, without consent", async () => {
  // "type,name,label\ntext,Q1,性别" as Chinese Excel saves it.
  const bytes = Uint8Array.from([
    ...new TextEncoder().encode("type,name,label\r\ntext,Q1,"),
    ...[0xd0, 0xd4, 0xb1, 0xf0],
  ]);
  const file = fileOf(bytes, "form.csv");
  expect(xlsformCsv.recognises(file)).toBe(true);
  const { draft, findings } = await xlsformCsv.read(file);
  expect(draft.pages[0]?.items).toMatchObject([
    { kind: "text", code: "Q1", text: { "zh-CN": "性别", en: "" } },
  ]);
  expect(draft.consent.ticks).toHaveLength(1);
  expect(findings.map(({ code, details }) => [code, details])).toEqual([
    ["changed.untranslated", { language: "en" }],
    ["changed.consent", undefined],
  ]);
});

test("sheets one below the other, as pyxform has them in CSV", async () => {
  const csv = `"survey",,,,
,"type","name","label","relevant"
,"select_one yn","A1","Yes or no?",
,"text","A2","Why, ""exactly""?","\${A1} = 'y'"
"choices",,,,
,"list_name","name","label"
,"yn","y","Yes"
,"yn","n","No"
"settings",
,"form_title","default_language"
,"A form","English (en)"`;
  expect(xlsformCsv.recognises(fileOf(csv))).toBe(true);
  const { draft } = await xlsformCsv.read(fileOf(csv));
  expect(draft.title).toEqual({ "zh-CN": "", en: "A form" });
  expect(draft.pages[0]?.items).toMatchObject([
    { kind: "single", options: [{ code: "y" }, { code: "n" }] },
    { code: "A2", text: { en: 'Why, "exactly"?' }, showIf: { item: "A1", in: ["y"] } },
  ]);
});

test("questions outside of groups, twelve on a page; years, ranges, and another language", async () => {
  const { draft, findings } = await read({
    survey: [
      ["type", "name", "label::Français (fr)", "parameters", "appearance", "constraint"],
      ["note", "n", "Bonjour"],
      ["range", "R", "Combien ?", "start=1 end=7 step=1"],
      ["range", "R10", "Combien ?", "start=0 end=10 step=1"],
      ["date", "D", "Quand ?", null, "year"],
      ["integer", "Y", "Quand ?", null, null, ". > 1999 and . <= number(format-date(today(), '%Y'))"],
      ...Array.from({ length: 12 }, (_, at) => ["text", `T${at}`, "?"]),
    ],
  });
  expect(draft.invitation).toEqual({ "zh-CN": "", en: "", fr: "Bonjour" });
  expect(draft.pages.map(({ code, items: on }) => [code, on.length])).toEqual([
    ["page", 12],
    ["page-2", 4],
  ]);
  expect(draft.pages[0]?.items.slice(0, 4)).toMatchObject([
    { kind: "scale", scale: "range_1_7" },
    { kind: "slider", steps: Array.from({ length: 11 }, (_, value) => ({ value })) },
    { kind: "year", min: 1950, max: "current" },
    { kind: "year", min: 2000, max: "current" },
  ]);
  expect(findings.map(({ code }) => code)).toContain("changed.kind");
  expect(draft.languages).toEqual(["fr"]);
  expect(findings.filter(({ code }) => code === "lost.kind")).toEqual([]);
});

test("other workbooks and tables are not taken for forms", async () => {
  expect(xlsform.recognises(fileOf(await workbook({ Sheet1: [["type", "name", "label"]] })))).toBe(false);
  expect(xlsform.recognises(fileOf("PK"))).toBe(false);
  expect(xlsformCsv.recognises(fileOf("email,name,type\na@example.org,Li,student"))).toBe(false);
  expect(xlsformCsv.recognises(fileOf("序号,提交答卷时间\n1,2024"))).toBe(false);
});
