import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftDefinition, itemsOf } from "#app/instrument/definition.ts";
import { surveyjs } from "./surveyjs.ts";
import { cost, fileOf, mutated, readOrRefuse, refusal, torn } from "./testing/hostile.ts";
import { surveyjsFile } from "./testing/surveyjs-file.ts";

describe("hostile and broken files", () => {
  test.each([
    ["nothing", "", "empty"],
    ["no survey", { hello: 1 }, "wrongFormat"],
    [
      "a survey without questions",
      { pages: [{ name: "p1", elements: [{ type: "html", html: "Hi" }] }] },
      "noQuestions",
    ],
    ["half a file", JSON.stringify(surveyjsFile).slice(0, 3000), "broken"],
    ["depth", `{"elements":${`[{"type":"panel","elements":`.repeat(50_000)}`, "dangerous"],
    ["__proto__", `{"elements":[{"type":"text","name":"a","__proto__":{"x":1}}]}`, "dangerous"],
    [
      "too many questions",
      { elements: Array.from({ length: 2100 }, (_, at) => ({ type: "text", name: `q${at}` })) },
      "tooMany",
    ],
    [
      "too many choices",
      { elements: [{ type: "radiogroup", name: "q", choices: Array.from({ length: 2100 }, (_, at) => at) }] },
      "tooMany",
    ],
  ])("%s", async (_name, content, reason) => {
    const spent = await cost(async () => expect(await refusal(surveyjs, fileOf(content))).toBe(reason));
    expect(spent.seconds).toBeLessThan(2);
    expect(spent.megabytes).toBeLessThan(150);
  });

  test("as much as may be ends quickly", async () => {
    const many = Array.from({ length: 90_000 }, (_, at) => ({ type: `t${at}`, odd: at }));
    const names = Array.from({ length: 300 }, (_, at) => ({
      type: "text",
      name: "constructor",
      [`x${at}`]: 1,
    }));
    const spent = await cost(() => readOrRefuse(surveyjs, fileOf({ elements: [...names, ...many] })));
    expect(spent.seconds).toBeLessThan(2);
    expect(spent.megabytes).toBeLessThan(150);
  });

  test("whatever is changed, it is a draft or refused, and no question is gone without a word", async () => {
    await fc.assert(
      fc.asyncProperty(mutated(surveyjsFile), async (tree) => {
        const got = await readOrRefuse(surveyjs, fileOf(tree));
        if (!got) return;
        expect(draftDefinition.safeParse(got.draft).error).toBeUndefined();
        const total = Object.values(got.read).reduce((sum, one) => sum + one, 0);
        const gone = got.findings.filter(({ code }) => /^lost\.(kind|repeat|calculation)$/.test(code)).length;
        expect(itemsOf(got.draft).length + gone).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 200 },
    );
  });

  test("a torn file is a draft or refused", async () => {
    await fc.assert(
      fc.asyncProperty(torn(JSON.stringify(surveyjsFile)), async (text) => {
        const got = await readOrRefuse(surveyjs, fileOf(text));
        if (got) expect(draftDefinition.safeParse(got.draft).success).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
