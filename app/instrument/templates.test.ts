import { describe, expect, test } from "vitest";
import { checkDefinition, errorsIn } from "./check.ts";
import { type Instrument, itemsOf } from "./definition.ts";
import { completeDefinitions, definitions, templates } from "./templates/index.ts";

const all = Object.values(templates).map((template) => template());
const student = templates["oneplusx-student"]();
const others = all.filter((one) => one.respondent !== "student");
const mirrorsOf = (instrument: Instrument) =>
  itemsOf(instrument).flatMap(({ code, mirrors }) => mirrors.map((other) => [code, other] as const));

describe("the 1+X questionnaires of teachers, colleges and employers", () => {
  test("are three, with ten, nine and nine statements", () =>
    expect(
      others.map((one) => [
        one.respondent,
        itemsOf(one).filter(({ kind }) => kind === "scale").length,
        itemsOf(one).filter(({ kind }) => kind === "text").length,
      ]),
    ).toEqual([
      ["teacher", 10, 2],
      ["college", 9, 2],
      ["employer", 9, 2],
    ]));

  test("say of each mirrored statement what the students' questionnaire says of it", () => {
    const theirs = others.flatMap(mirrorsOf).map(([code, mirrored]) => `${mirrored} ${code}`);
    const ours = mirrorsOf(student).map(([code, mirrored]) => `${code} ${mirrored}`);
    expect(theirs.sort()).toEqual(ours.sort());
    expect(ours.length).toBeGreaterThan(8);
  });

  test("answer on the students' own scale, so that shares can stand side by side", () => {
    for (const one of others) expect(one.scales.agree5).toEqual(student.scales.agree5);
  });

  test("never speak of students' grades or of other respondents", () => {
    for (const one of others)
      expect(one.consent.letter.map((line) => line["zh-CN"]).join("")).not.toMatch(/同学|成绩|毕业/);
  });

  test("use no code for two things", () => {
    const own = all.map((one) => itemsOf(one).filter(({ kind }) => kind === "scale" || kind === "text"));
    const codes = own.flat().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("the templates a new study starts from", () => {
  test("can be opened as they are, except the blank one, which lacks only words", () => {
    for (const complete of Object.values(completeDefinitions))
      expect(errorsIn(checkDefinition(complete()))).toEqual([]);
    const found = errorsIn(checkDefinition(definitions.blank()));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["missing-text"]));
  });

  test("the course evaluation asks sixteen statements on seven themes, three scored, and three open questions", () => {
    const course = templates["course-evaluation"]();
    const statements = itemsOf(course).filter(({ kind }) => kind === "scale");
    expect(statements).toHaveLength(16);
    expect(new Set(statements.map(({ theme }) => theme)).size).toBe(7);
    expect(itemsOf(course).filter(({ kind }) => kind === "text")).toHaveLength(3);
    expect(course.scoring.map(({ items }) => items.length)).toEqual([3, 3, 3]);
    expect(course.scales.agree5).toEqual(student.scales.agree5);
    expect(checkDefinition(definitions["course-evaluation"]())).toEqual([]);
  });
});
