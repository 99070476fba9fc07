import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftDefinition, itemsOf } from "#app/instrument/definition.ts";
import { qualtrics } from "./qualtrics.ts";
import type { Imported } from "./report.ts";
import { surveyjs } from "./surveyjs.ts";
import { cost, fileOf, mutated, readOrRefuse, refusal, torn } from "./testing/hostile.ts";
import { qualtricsFile, qualtricsQuestions } from "./testing/qualtrics-file.ts";

const { draft, findings, read: counts } = qualtrics.read(fileOf(qualtricsFile, "Course.qsf")) as Imported;
const item = (code: string) => itemsOf(draft).find((one) => one.code === code);
const said = (code: string) =>
  findings.filter((one) => one.code === code).map(({ details }) => Object.values(details ?? {})[0]);

describe("a survey of Qualtrics", () => {
  test("is a draft of its flow: blocks and page breaks are pages", () => {
    expect(draftDefinition.safeParse(draft).error).toBeUndefined();
    expect(draft.title.en).toBe("Course survey");
    expect(draft.pages.map(({ code, items }) => [code, items.map((one) => one.code)])).toEqual([
      ["about-you", ["Q2", "Q3"]],
      ["about-you-2", ["Q6", "Q7_1", "Q7_2"]],
      ["views", ["CLEAR", "USEFUL", "Q5_1", "Q5_2", "Q8", "Q9", "Q10", "Q11"]],
      ["last", ["Q14", "Q15"]],
    ]);
    expect(draft.pages[0]?.intro).toEqual({ "zh-CN": "欢迎", en: "Welcome to the survey." });
    expect(draft.pages[2]?.shuffle).toBe(true);
  });

  test("every question is in the draft or in a finding", () => {
    const codes = itemsOf(draft).map(({ code }) => code);
    const told = JSON.stringify(findings);
    const missing = qualtricsQuestions.filter(({ id, type }) => {
      const tag = id.replace("QID", "Q");
      return (
        type !== "DB" &&
        id !== "QID4" &&
        !codes.some((code) => code === tag || code.startsWith(`${tag}_`)) &&
        !told.includes(`"${tag}"`) &&
        !told.includes(`: ${tag}"`)
      );
    });
    expect(missing).toEqual([]);
    expect(said("lost.kind")).toEqual(["SBS SBSMatrix", "Timing PageTimer", "Matrix MaxDiff"]);
    expect(counts["MC SAVR"]).toBe(1);
  });

  test("choices stand in their order, under the values they are recoded to", () => {
    expect(item("Q2")).toMatchObject({
      kind: "single",
      required: true,
      text: { "zh-CN": "您是谁？", en: "Who are you?" },
      options: [
        { code: "20", label: { "zh-CN": "教师", en: "Teacher" } },
        { code: "10", label: { "zh-CN": "学生", en: "Student" } },
        { code: "99", label: { "zh-CN": "其他：", en: "Other:" } },
      ],
    });
    expect(item("Q3")).toMatchObject({ kind: "multiple", max: 2 });
  });

  test("matrices are statements, or a question for each row", () => {
    const clear = item("CLEAR");
    expect(clear).toMatchObject({
      kind: "scale",
      text: { "zh-CN": "讲得清楚。", en: "It was clear." },
    });
    expect(
      clear?.kind === "scale" && draft.scales[clear.scale]?.points.map(({ label }) => label["zh-CN"]),
    ).toEqual(["非常不同意", "不同意", "一般", "同意", "非常同意"]);
    expect(draft.pages[2]?.intro).toEqual({ "zh-CN": "您是否同意？", en: "How far do you agree?" });
    expect(item("Q5_2")).toMatchObject({ kind: "multiple", text: { en: "Which of these: at work" } });
    expect(clear?.help).toBeUndefined();
    expect(["Q8", "Q9", "Q10", "Q11"].map((code) => item(code)?.kind)).toEqual([
      "nps",
      "slider",
      "ranking",
      "sum",
    ]);
  });

  test("logic is routing where it can be", () => {
    expect(item("Q3")?.showIf).toEqual({ item: "Q2", in: ["10", "20"] });
    expect(draft.pages[2]?.showIf).toEqual({ not: { item: "Q2", in: ["99"] } });
    expect(item("Q8")?.showIf).toEqual({ item: "CLEAR", in: [5] });
    expect(item("Q6")?.showIf).toBeUndefined();
    expect(item("Q15")?.showIf).toBeUndefined();
    expect(said("lost.routing")).toHaveLength(4);
    expect(said("lost.routing")).toContain("If panel is 1");
  });

  test.each([
    ["lost.script", undefined],
    ["lost.piping", `\${q://QID2/ChoiceGroup/SelectedChoices}`],
    ["lost.constraint", "ContentType ValidEmail"],
    ["lost.constraint", "MinChoices 1"],
    ["lost.setting", "RequestResponse"],
    ["lost.setting", "EmbeddedData: panel"],
    ["lost.setting", "WebService"],
    ["lost.setting", "Trash: Q16"],
    ["lost.setting", "?: Q17"],
    ["lost.setting", "QO: Full"],
    ["lost.randomisation", "BlockRandomizer 2"],
    ["lost.randomisation", "Q2 All"],
    ["lost.randomisation", "Views RandomizeWithXPerPage"],
    ["lost.repeat", "About you"],
    ["lost.repeat", "Last Question"],
    ["lost.default", '{"1":{"Selected":true}}'],
    ["lost.score", "GradingData"],
    ["lost.score", "SCO: Scoring"],
    ["lost.choiceFilter", "If q://QID2/SelectableChoice/1 Selected"],
    ["lost.appearance", "SO: Survey Options"],
  ])("%s: %s", (code, detail) => expect(said(code)).toContain(detail));

  test("is told from other JSON, and other JSON from it", () => {
    expect(qualtrics.recognises(fileOf(qualtricsFile))).toBe(true);
    expect(surveyjs.recognises(fileOf(qualtricsFile))).toBe(false);
    expect(qualtrics.recognises(fileOf({ pages: [] }))).toBe(false);
  });
});

describe("hostile and broken files", () => {
  const one = qualtricsFile.SurveyElements.find(({ PrimaryAttribute }) => PrimaryAttribute === "QID16");
  const many = (count: number) => {
    const ids = Array.from({ length: count }, (_, at) => `QID${at}`);
    const block = {
      Type: "Default",
      ID: "BL_1",
      BlockElements: ids.map((QuestionID) => ({ Type: "Question", QuestionID })),
    };
    return {
      SurveyEntry: {},
      SurveyElements: [
        { Element: "BL", Payload: [block] },
        ...ids.map((QuestionID) => ({
          Element: "SQ",
          Payload: { ...(one?.Payload as object), QuestionID, Validation: undefined },
        })),
      ],
    };
  };
  test.each([
    ["nothing", "", "empty"],
    ["another file", { hello: 1 }, "wrongFormat"],
    ["no questions", { SurveyEntry: {}, SurveyElements: [] }, "noQuestions"],
    ["half a file", JSON.stringify(qualtricsFile).slice(0, 5000), "broken"],
    ["depth", `{"SurveyEntry":{},"SurveyElements":${'[{"Flow":'.repeat(100_000)}`, "dangerous"],
    ["__proto__", `{"SurveyEntry":{"__proto__":{}},"SurveyElements":[]}`, "dangerous"],
    ["too many questions", many(2100), "tooMany"],
  ])("%s", async (_name, content, reason) => {
    const file = fileOf(content);
    const spent = await cost(async () => expect(await refusal(qualtrics, file)).toBe(reason));
    expect(spent.seconds).toBeLessThan(2);
    expect(spent.megabytes).toBeLessThan(150);
  });

  test("whatever is changed, it is a draft or refused, and no question is gone without a word", async () => {
    await fc.assert(
      fc.asyncProperty(mutated(qualtricsFile), async (tree) => {
        const got = await readOrRefuse(qualtrics, fileOf(tree));
        if (!got) return;
        expect(draftDefinition.safeParse(got.draft).error).toBeUndefined();
        const total = Object.entries(got.read).reduce(
          (sum, [type, count]) => (type.startsWith("DB") ? sum : sum + count),
          0,
        );
        const gone = got.findings.filter(({ code }) => code === "lost.kind").length;
        expect(itemsOf(got.draft).length + gone).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 200 },
    );
  });

  test("a torn file is a draft or refused", async () => {
    await fc.assert(
      fc.asyncProperty(torn(JSON.stringify(qualtricsFile)), async (text) => {
        const got = await readOrRefuse(qualtrics, fileOf(text));
        if (got) expect(draftDefinition.safeParse(got.draft).success).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
