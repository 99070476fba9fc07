import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  draftDefinition,
  type Instrument,
  instrumentDefinition,
  itemsOf,
} from "#app/instrument/definition.ts";
import { holds } from "#app/instrument/routing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import { minimalConsent } from "./minimal-consent.ts";
import type { Imported } from "./report.ts";
import { surveyjs } from "./surveyjs.ts";
import { anyInstrument } from "./testing/any-instrument.ts";
import { fileOf } from "./testing/hostile.ts";
import { surveyjsFile, surveyjsNames } from "./testing/surveyjs-file.ts";

const read = (content: object) => surveyjs.read(fileOf(content)) as Imported;
const { draft, findings, read: counts } = read(surveyjsFile);
const item = (code: string, from: Instrument = draft) => itemsOf(from).find((one) => one.code === code);
const said = (code: string) =>
  findings
    .filter((one) => one.code === code)
    .map(({ place, details }) => [place.path, Object.values(details ?? {})[0]]);
/** One question after another that `when` may ask for. */
const shownIf = (visibleIf: string, before: object[] = []) => {
  const { draft, findings } = read({
    elements: [
      { type: "radiogroup", name: "Q1", choices: ["a", "b", "c"] },
      { type: "checkbox", name: "Q2", choices: ["x", "y", "z"] },
      { type: "rating", name: "Q3" },
      ...before,
      { type: "comment", name: "T1", visibleIf },
    ],
  });
  return { showIf: item("T1", draft)?.showIf, lost: findings.some((one) => one.code === "lost.routing") };
};

describe("a grown file", () => {
  test("becomes a draft with a consent of the house's", () => {
    expect(draftDefinition.safeParse(draft).success).toBe(true);
    expect(draft.title).toEqual({ "zh-CN": "课程调查", en: "Course survey" });
    expect(draft.consent.ticks.map(({ kind }) => kind)).toEqual(["consent"]);
    expect(said("changed.consent")).toHaveLength(1);
    expect(draft.pages.map(({ code }) => code)).toEqual(["about-you", "course"]);
    expect(draft.invitation.en).toBe("Five minutes, no names.");
  });

  test("every question is in the draft or in a finding", () => {
    const codes = itemsOf(draft).map(({ code }) => code.toLowerCase());
    const told = JSON.stringify(findings);
    const missing = surveyjsNames.filter((name) => {
      const code = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
      return !codes.some((one) => one === code || one.startsWith(`${code}_`)) && !told.includes(`"${name}"`);
    });
    expect(missing).toEqual([]);
    expect(counts).toMatchObject({ radiogroup: 1, matrix: 2, rating: 1, text: 3, ranking: 1 });
  });

  test("choices keep their names where these can be codes", () => {
    const role = item("ROLE");
    expect(role).toMatchObject({
      kind: "single",
      required: true,
      text: { "zh-CN": "您的身份是？", en: "What are you?" },
    });
    expect(role?.kind === "single" && role.options.map(({ code }) => code)).toEqual([
      "student",
      "staff_member",
      "guest",
      "other",
    ]);
    expect(said("changed.values")).toContainEqual(["pages.0.elements.1", "Staff member"]);
    expect(said("lost.other")).toEqual([]);
  });

  test("a matrix of agreement is statements on one scale, any other is choices", () => {
    const clear = item("VIEWS_CLEAR");
    expect(clear).toMatchObject({
      kind: "scale",
      allowNA: true,
      required: true,
      text: { "zh-CN": "讲得清楚。" },
    });
    const scale = draft.scales[clear?.kind === "scale" ? clear.scale : ""];
    expect(scale?.points.map(({ value, label }) => [value, label.en])).toEqual([
      [1, "Strongly disagree"],
      [2, "Disagree"],
      [3, "Neutral"],
      [4, "Agree"],
      [5, "Strongly agree"],
    ]);
    expect(clear?.help?.["zh-CN"]).toContain("您是否同意？");
    expect(item("VIEWS_USEFUL")?.showIf).toEqual({ item: "VIEWS_CLEAR", in: [4] });
    expect(item("WHERE_READ")).toMatchObject({ kind: "single", text: { en: "Where did you: read" } });
  });

  test("years, ratings, ticks and rows of words find their kind", () => {
    expect(item("BIRTH")).toMatchObject({ kind: "year", min: 1950, max: 2012 });
    expect(item("STARS")).toMatchObject({ kind: "scale" });
    expect(item("LIKED")).toMatchObject({ kind: "multiple", max: 2 });
    expect(item("CONTACT_PHONE")).toMatchObject({ kind: "text", text: { en: "Contact: Phone" } });
    expect(item("FULLTIME")).toMatchObject({
      options: [{ code: "true", label: { en: "Yes indeed" } }, { code: "false" }],
    });
  });

  test("what is shown to whom is routing where it can be", () => {
    expect(item("YEAR_OF_STUDY")?.showIf).toEqual({ item: "ROLE", in: ["student"] });
    expect(draft.pages[1]?.showIf).toEqual({
      all: [{ item: "ROLE", in: ["student", "guest"] }, { not: { item: "FULLTIME", in: ["false"] } }],
    });
    expect(item("LIKED")?.showIf).toEqual({ item: "YEAR_OF_STUDY", in: ["2", "3", "4"] });
    expect(said("lost.routing").map(([, words]) => words)).toEqual(
      expect.arrayContaining(["complete: {role} = 'staff'", "age({birthdate}) > 3", "{liked} = ['labs']"]),
    );
  });

  test.each([
    ["lost.kind", "matrixdropdown"],
    ["lost.kind", "file"],
    ["lost.kind", "html"],
    ["lost.repeat", "jobs"],
    ["lost.calculation", "total = sum({hours}, {age})"],
    ["lost.calculation", "{a} + {b}"],
    ["lost.script", undefined],
    ["lost.media", "x.png"],
    ["lost.language", "de"],
    ["lost.piping", "{role}"],
    ["lost.constraint", "inputType: email"],
    ["lost.constraint", "email {}"],
    ["lost.default", "defaultValue: 1"],
    ["lost.randomisation", "choicesOrder: random"],
    ["lost.randomisation", "questionsOrder: random"],
    ["lost.choiceFilter", "choicesFromQuestion: liked"],
    ["lost.appearance", "showProgressBar"],
    ["lost.setting", "completedHtml"],
    ["lost.setting", "placeholder"],
    ["changed.kind", "imagepicker"],
  ])("%s: %s", (code, detail) => expect(said(code).map(([, words]) => words)).toContain(detail));

  test("a text without markup stands as it was", () => {
    const liked = item("LIKED");
    expect(liked?.kind === "multiple" && liked.options.map(({ label }) => label.en)).toContain("<18 only");
  });
});

describe("conditions", () => {
  test.each([
    ["{Q1} = 'a'", { item: "Q1", in: ["a"] }],
    ["'b' = {Q1}", { item: "Q1", in: ["b"] }],
    ["{Q1} equal \"a\" || {Q1} == 'b'", { item: "Q1", in: ["a", "b"] }],
    ["{Q1} != 'a'", { not: { item: "Q1", in: ["a"] } }],
    ["{Q1} notempty", { item: "Q1", answered: true }],
    [
      "{Q2} contains 'x' and {Q3} > 3",
      {
        all: [
          { item: "Q2", in: ["x"] },
          { item: "Q3", in: [4, 5] },
        ],
      },
    ],
    [
      "{Q2} allof ['x', 'y']",
      {
        all: [
          { item: "Q2", in: ["x"] },
          { item: "Q2", in: ["y"] },
        ],
      },
    ],
    ["{Q2} noneof ['x', 'y']", { not: { item: "Q2", in: ["x", "y"] } }],
    [
      "!({Q1} = 'a' or {Q2} contains ['z'])",
      {
        not: {
          any: [
            { item: "Q1", in: ["a"] },
            { item: "Q2", in: ["z"] },
          ],
        },
      },
    ],
  ])("%s", (text, condition) => expect(shownIf(text)).toEqual({ showIf: condition, lost: false }));

  test.each([
    "{Q1} = 'unheard'",
    "{Q2} = 'x'",
    "{Q1} = {Q2}",
    "{T1} = 'a'",
    "{Q9} empty",
    "iif({Q1} = 'a', 1, 2) = 1",
    "{Q1} = 'a' or",
    "({Q1} = 'a'",
    "{Q3} + 1 > 3",
    "{Q1}",
    `${"(".repeat(500)}{Q1} = 'a'${")".repeat(500)}`,
  ])("%s is lost, and said to be", (text) =>
    expect(shownIf(text)).toEqual({ showIf: undefined, lost: true }),
  );
});

describe("written and read again", () => {
  const bare = (instrument: Instrument) => ({
    title: instrument.title,
    invitation: instrument.invitation,
    consent: instrument.consent,
    pages: instrument.pages.map(({ optional: _optional, ...page }) => ({
      ...page,
      items: page.items.map((one) => {
        const { rev, short, theme, subtheme, background, mirrors, ...rest } = one;
        if (rest.kind !== "scale")
          return rest.kind === "catalogue" ? { ...rest, kind: "text", maxLength: 1000 } : rest;
        const { reverse, direction, expect: _expect, scale, ...item } = rest;
        const { kind, points, notApplicable } = instrument.scales[scale] as Instrument["scales"][string];
        return {
          ...item,
          scale: {
            kind,
            points: points.map(({ value, label }) => ({ value, label })),
            none: item.allowNA && notApplicable,
          },
        };
      }),
    })),
  });

  test.each(Object.values(templates).map((template) => template()))(
    "$code keeps all that is stated",
    async (instrument) => {
      const written = await surveyjs.write?.(instrument);
      const file = fileOf(written?.bytes as Uint8Array);
      expect(surveyjs.recognises(file)).toBe(true);
      const again = surveyjs.read(file) as Imported;
      expect(bare(again.draft)).toEqual(bare(instrument));
      expect(
        again.findings
          .map(({ code }) => code)
          .filter((code) => !["changed.scale", "changed.code"].includes(code)),
      ).toEqual([]);
      expect(instrumentDefinition.safeParse({ ...again.draft, status: instrument.status }).success).toBe(
        true,
      );
      expect(written?.findings.map(({ details }) => details?.name)).toContain("scoring");
    },
  );

  test("any instrument keeps its questions, codes and kinds; labels nobody orders may become choices", async () => {
    const kinds: Record<string, string> = {
      catalogue: "text",
      year: "text",
      number: "text",
      scale: "single",
    };
    const shape = (one: Instrument) =>
      itemsOf(one).map(({ code, kind, required }) => [code, kinds[kind] ?? kind, required]);
    await fc.assert(
      fc.asyncProperty(anyInstrument, async (any) => {
        const instrument = { ...any, consent: minimalConsent() };
        const written = await surveyjs.write?.(instrument);
        const again = surveyjs.read(fileOf(written?.bytes as Uint8Array)) as Imported;
        expect(shape(again.draft)).toEqual(shape(instrument));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("conditions hold for the same answers", async () => {
    const codes = fc.constantFrom("a", "b", "c");
    const condition = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.record({ item: fc.constantFrom("Q1", "Q2"), in: fc.uniqueArray(codes, { minLength: 1 }) }),
        fc.record({ all: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie("any") }),
      ),
    })).any as fc.Arbitrary<NonNullable<Instrument["pages"][number]["showIf"]>>;
    const base = templates["oneplusx-student"]();
    const options = ["a", "b", "c"].map((code) => ({ code, label: { "zh-CN": code, en: code } }));
    const common = {
      rev: 1,
      text: { "zh-CN": "问", en: "Ask" },
      required: false,
      background: false,
      mirrors: [],
    };
    await fc.assert(
      fc.asyncProperty(condition, codes, fc.subarray(["a", "b", "c"]), async (showIf, one, several) => {
        const page = { code: "p1", title: common.text, optional: false, shuffle: false };
        const items: Instrument["pages"][number]["items"] = [
          { ...common, kind: "single", code: "Q1", options },
          { ...common, kind: "multiple", code: "Q2", options },
          { ...common, kind: "text", code: "T1", maxLength: 100, showIf },
        ];
        const written = await surveyjs.write?.({ ...base, pages: [{ ...page, items }] });
        const again = surveyjs.read(fileOf(written?.bytes as Uint8Array)) as Imported;
        const back = item("T1", again.draft)?.showIf;
        expect(back).toBeDefined();
        for (const answers of [{ Q1: one, Q2: several }, { Q1: one }, { Q2: several }, {}] as Answers[])
          expect(holds(back, answers)).toBe(holds(showIf, answers));
      }),
      { numRuns: 60 },
    );
  });
});
