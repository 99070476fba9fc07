import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftDefinition, type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { limesurvey } from "./limesurvey.ts";
import type { Imported } from "./report.ts";
import { cost, fileOf, readOrRefuse, refusal, torn } from "./testing/hostile.ts";
import { limeQuestions } from "./testing/limesurvey-asked.ts";
import { limeFile, limeQuestion, limeSix, limeTwo } from "./testing/limesurvey-files.ts";

const read = (content: string) => limesurvey.read(fileOf(content, "limesurvey_survey_12345.lss")) as Imported;
const six = read(limeSix);
const item = (code: string, from: Instrument = six.draft) => itemsOf(from).find((one) => one.code === code);
const said = (code: string, from = six) =>
  from.findings.filter((one) => one.code === code).map(({ details }) => Object.values(details ?? {})[0]);

describe("a survey of version 6", () => {
  test("is a draft of its groups, in the order in which they are shown", () => {
    expect(draftDefinition.safeParse(six.draft).error).toBeUndefined();
    expect(six.draft.title).toEqual({ "zh-CN": "课程调查", en: "Course survey" });
    expect(six.draft.invitation.en).toBe("About the course\nWelcome");
    expect(six.draft.pages.map(({ code, title }) => [code, title["zh-CN"]])).toEqual([
      ["about-you", "关于您"],
      ["the-course", "课程"],
    ]);
    expect(six.draft.pages[0]?.intro).toEqual({
      "zh-CN": "几个问题\n请先看说明。",
      en: "Please read this first.",
    });
    expect(six.draft.pages[0]?.items.map(({ code }) => code)).toEqual([
      "ROLE",
      "YEAR_1",
      "TOOLS",
      "WHY",
      "MAIL",
    ]);
  });

  test.each([limeSix, limeTwo])("every question is in the draft or in a finding", (file) => {
    const { draft, findings, read: counts } = read(file);
    const codes = itemsOf(draft).map(({ code }) => code);
    const told = JSON.stringify(findings);
    const missing = limeQuestions.filter(
      ({ title, type }) =>
        type !== "X" &&
        !codes.some((code) => code === title.toUpperCase() || code.startsWith(`${title.toUpperCase()}_`)) &&
        !told.includes(`"${title}"`),
    );
    expect(missing).toEqual([]);
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(limeQuestions.length);
  });

  test("types have their kinds", () => {
    const kinds = Object.fromEntries(itemsOf(six.draft).map(({ code, kind }) => [code, kind]));
    expect(kinds).toMatchObject({
      ROLE: "single",
      TOOLS: "multiple",
      WHY: "text",
      VIEWS_A: "scale",
      PLACE_R: "single",
      FIVE_X: "scale",
      TEN_X: "scale",
      YUN_X: "single",
      ISD_X: "single",
      DUAL_X_1: "single",
      DUAL_X_2: "single",
      STARS: "scale",
      AGAIN: "single",
      SEX: "single",
      BORN: "year",
      HOURS: "number",
      NUMS_X: "text",
      NAMES_X: "text",
      COMM: "multiple",
      WHEN: "date",
      ESSAY: "text",
    });
    expect(said("lost.kind")).toEqual(["Language switch", "File upload", "Array (Numbers)"]);
    expect(said("lost.calculation")).toEqual(["{sum(hours)}"]);
  });

  test("answers, marks and limits are kept", () => {
    const role = item("ROLE");
    expect(role).toMatchObject({ required: true, text: { "zh-CN": "身份", en: "Your role" } });
    expect(role?.kind === "single" && role.options).toEqual([
      { code: "a1", label: { "zh-CN": "学生", en: "Student" } },
      { code: "a2", label: { "zh-CN": "教师", en: "Teacher" } },
      { code: "oth", label: { "zh-CN": "其他", en: "Other" }, other: true },
    ]);
    expect(item("TOOLS")).toMatchObject({ max: 2 });
    expect(item("WHY")).toMatchObject({ maxLength: 400 });
    expect(item("BORN")).toMatchObject({ min: 1950, max: 2010 });
    const views = item("VIEWS_A");
    expect(
      views?.kind === "scale" && six.draft.scales[views.scale]?.points.map(({ label }) => label.en),
    ).toEqual(["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]);
    expect(item("DUAL_X_2")).toMatchObject({ options: [{ code: "n" }, { code: "m" }] });
  });

  test("findings call questions as they will be called", () => {
    const codes = new Set(itemsOf(six.draft).map(({ code }) => code));
    const named = six.findings.flatMap((one) => (one.item ? [one.item] : []));
    expect(named.filter((one) => !codes.has(one))).toEqual([]);
    expect(named).toContain("YEAR_1");
  });

  test("equations are conditions where they can be", () => {
    expect(item("YEAR_1")?.showIf).toEqual({ item: "ROLE", in: ["a1"] });
    expect(item("WHY")?.showIf).toEqual({
      all: [
        { item: "TOOLS", in: ["sq001"] },
        { item: "ROLE", answered: true },
      ],
    });
    expect(item("VIEWS_B")?.showIf).toEqual({ not: { item: "VIEWS_A", in: [1] } });
    expect(item("ESSAY")?.showIf).toEqual({
      any: [
        { item: "ROLE", in: ["oth"] },
        { item: "AGAIN", in: ["y"] },
      ],
    });
    expect(six.draft.pages[1]?.showIf).toEqual({ item: "ROLE", in: ["a1"] });
    expect(said("lost.routing")).toEqual(["count(tools_SQ001.NAOK, tools_SQ002.NAOK) > 1"]);
    expect(said("lost.choiceFilter")).toEqual(["Year_1.NAOK > 1"]);
  });

  test.each([
    ["lost.script", undefined],
    ["lost.piping", "{TODAY}"],
    ["lost.randomisation", "random_order: 1"],
    ["lost.randomisation", "blocks"],
    ["lost.constraint", "min_answers: 1"],
    ["lost.constraint", "/@/"],
    ["lost.default", "A1"],
    ["lost.score", "High"],
    ["lost.score", "role A2 = 3"],
    ["lost.setting", "quota"],
    ["lost.setting", "mandatory: S"],
    ["lost.setting", "hidden: 1"],
    ["lost.setting", "surveyls_endtext"],
    ["lost.appearance", "cssclass: big"],
    ["lost.language", "fr"],
    ["changed.kind", "List (Dropdown)"],
  ])("%s: %s", (code, detail) => expect(said(code)).toContain(detail));
});

describe("other files", () => {
  test("version 2 has a row for each language, and conditions in a table", () => {
    const two = read(limeTwo);
    expect(two.draft.title).toEqual(six.draft.title);
    expect(item("YEAR_1", two.draft)?.showIf).toEqual({ item: "ROLE", in: ["a1", "a2"] });
    const texts = (draft: Instrument) => itemsOf(draft).map(({ code, kind, text }) => [code, kind, text]);
    expect(texts(two.draft)).toEqual(texts(six.draft));
  });

  test("a question on its own, in a language that is none of ours, keeps its words", () => {
    const { draft, findings } = read(limeQuestion);
    expect(draft.pages[0]?.items[0]).toMatchObject({
      code: "COULEUR",
      text: { "zh-CN": "", en: "Quelle couleur ?" },
    });
    expect(
      findings.filter(({ code }) => code === "changed.untranslated").map(({ details }) => details?.language),
    ).toEqual(["zh-CN"]);
    expect(findings).toContainEqual({ code: "changed.kind", place: {}, details: { from: "fr", to: "en" } });
  });

  test("are told from other XML", () => {
    expect(limesurvey.recognises(fileOf(limeSix))).toBe(true);
    expect(limesurvey.recognises(fileOf("<?xml version='1.0'?><document><a/></document>"))).toBe(false);
  });
});

describe("hostile and broken files", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><document><LimeSurveyDocType>Survey</LimeSurveyDocType><x>&b;</x></document>`;
  const external = `<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>`;
  const start = `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>`;
  test.each([
    ["nothing", "", "empty"],
    ["entities", bomb, "dangerous"],
    ["an external entity", external, "dangerous"],
    ["depth", `${start}${"<a>".repeat(200_000)}</document>`, "dangerous"],
    [
      "a million rows",
      `${start}<questions><rows>${"<row><qid>1</qid></row>".repeat(400_000)}</rows></questions></document>`,
      "tooMany",
    ],
    ["half a file", limeSix.slice(0, 4000), "broken"],
    ["another file", "PK\u0003\u0004", "wrongFormat"],
    ["no question", limeFile("Survey", ["en"], {}), "noQuestions"],
    ["another type", limeFile("Label set", ["en"], {}), "wrongFormat"],
    [
      "too many questions",
      limeFile("Survey", ["en"], {
        questions: Array.from({ length: 2100 }, (_, at) => ({
          qid: at + 1,
          gid: 1,
          type: "T",
          title: `q${at}`,
        })),
      }),
      "tooMany",
    ],
  ])("%s", async (_name, content, reason) => {
    const file = fileOf(content);
    const spent = await cost(async () => expect(await refusal(limesurvey, file)).toBe(reason));
    expect(spent.seconds).toBeLessThan(2);
    expect(spent.megabytes).toBeLessThan(150);
  });

  test("as much as may be ends quickly", async () => {
    const many = (count: number, row: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => `<row>${row(at)}</row>`).join("");
    const file = fileOf(
      `${start}<questions><rows>${many(12_000, (at) => `<qid>${at}</qid><type>R</type>`)}</rows></questions>` +
        `<answers><rows>${many(12_000, (at) => `<aid>1</aid><qid>1</qid><code>${at}</code>`)}</rows></answers>` +
        `<answer_l10ns><rows>${many(8_000, () => "<aid>1</aid><language>en</language>")}</rows></answer_l10ns>` +
        `<conditions><rows>${many(7_000, () => "<qid>1</qid><cfieldname>x</cfieldname>")}</rows></conditions></document>`,
    );
    const spent = await cost(async () => expect(await refusal(limesurvey, file)).toBe("tooMany"));
    expect(spent.seconds).toBeLessThan(2);
    expect(spent.megabytes).toBeLessThan(150);
  });

  test("rows that lean on each other in a circle end", () => {
    const rows = [1, 2].map((qid) => ({ qid, parent_qid: 3 - qid, gid: 1, type: "L", title: `q${qid}` }));
    expect(() => read(limeFile("Survey", ["en"], { questions: rows, subquestions: rows }))).toThrow(
      "noQuestions",
    );
  });

  test("whatever is torn out or put in, it is a draft or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(limeSix, limeTwo).chain(torn), async (text) => {
        const got = await readOrRefuse(limesurvey, fileOf(text));
        if (!got) return;
        expect(draftDefinition.safeParse(got.draft).error).toBeUndefined();
        const total = Object.entries(got.read).reduce(
          (sum, [type, one]) => (type === "Text display" ? sum : sum + one),
          0,
        );
        const gone = got.findings.filter(({ code }) => /^lost\.(kind|calculation)$/.test(code)).length;
        expect(itemsOf(got.draft).length + gone).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 120 },
    );
  });
});
