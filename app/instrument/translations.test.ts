import { expect, test } from "vitest";
import { type Definition, draftDefinition, missingTexts } from "./definition.ts";
import { directionOf, languageTag, nameIn, nativeName } from "./language-names.ts";
import { templates } from "./templates/index.ts";
import {
  completeness,
  planTranslation,
  unitsOf,
  withLanguage,
  withMainLanguage,
  withoutLanguage,
  withTexts,
} from "./translations.ts";

const student = templates["oneplusx-student"]() as Definition;
const units = unitsOf(student);
const ids = units.map(({ id }) => id);

test("every text of a questionnaire is a unit with a place of its own", () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      "instrument.title",
      "consent.letter.1",
      "item.CON01.text",
      "page.about.title",
      "item.EXM01.text",
      "item.SCR01.options.taken.label",
      "scale.agree5.points.1.label",
    ]),
  );
  expect(units.find(({ id }) => id === "item.EXM01.text")?.group).toBe("page:exam");
});

test("places stay when things move", () => {
  const moved = { ...student, pages: student.pages.toReversed() };
  expect(
    unitsOf(moved)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...ids].sort());
});

test("a language comes, is written in, becomes the main one and goes", () => {
  const more = withLanguage(student, "ug");
  expect(completeness(more).at(-1)).toEqual({ language: "ug", said: 0, of: ids.length });
  const all = withTexts(more, "ug", new Map(ids.map((id) => [id, `ug ${id}`])));
  expect(draftDefinition.parse(all)).toEqual(all);
  expect(missingTexts(all)).toEqual([]);
  expect(unitsOf(all).find(({ id }) => id === "item.EXM01.text")?.text.ug).toBe("ug item.EXM01.text");
  expect(withMainLanguage(all, "ug").languages).toEqual(["ug", "zh-CN", "en"]);
  expect(withoutLanguage(all, "ug")).toEqual(student);
  const chinese = withoutLanguage(student, "en");
  expect(chinese.languages).toEqual(["zh-CN"]);
  expect(unitsOf(chinese).every(({ text }) => text.en === "")).toBe(true);
  expect(missingTexts(chinese)).toEqual([]);
});

test("a block's and a matrix's texts have places, a picture needs no caption", () => {
  const t = (said: string) => ({ "zh-CN": said, en: said });
  const base = { rev: 1, required: false, background: false, mirrors: [] };
  const options = ["a", "b"].map((code) => ({ code, label: t(code) }));
  const rows = [{ code: "M1", rev: 1, text: t("row") }];
  const picture = { file: "0".repeat(64), width: 1, height: 1, alt: t("alt") };
  const definition = draftDefinition.parse({
    ...student,
    pages: [
      {
        code: "p",
        title: t("page"),
        items: [
          {
            kind: "block",
            code: "BLK",
            title: t("block"),
            items: [{ kind: "matrix", ...base, code: "MAT", text: t("matrix"), rows, options }],
          },
          { kind: "image", ...base, code: "PIC", text: t(""), ...picture },
          {
            kind: "slider",
            ...base,
            code: "SLD",
            text: t("slider"),
            steps: [{ value: 0, label: t("none") }, { value: 5 }, { value: 10 }],
          },
        ],
      },
    ],
  });
  expect(unitsOf(definition).flatMap(({ id, group }) => (group === "page:p" ? [id] : []))).toEqual([
    "page.p.title",
    "block.BLK.title",
    "item.MAT.text",
    "item.MAT.rows.M1.text",
    "item.MAT.options.a.label",
    "item.MAT.options.b.label",
    "item.PIC.alt",
    "item.SLD.text",
    "item.SLD.steps.0.label",
  ]);
});

test("what a file would change is told before it does", () => {
  const now = (id: string) => units.find((one) => one.id === id)?.text["zh-CN"] ?? "";
  const half = withTexts(withLanguage(student, "fr"), "fr", new Map([["item.EXM01.text", "avant"]]));
  const plan = planTranslation(half, { source: "zh-CN", target: "fr" }, [
    { id: "item.EXM01.text", source: now("item.EXM01.text"), target: "après" },
    { id: "item.EXM02.text", source: "something older", target: "deux" },
    { id: "item.EXM03.text", source: now("item.EXM03.text"), target: " " },
    { id: "item.NONE.text", target: "x" },
    { id: "instrument.title", source: `${now("instrument.title")}\r\n`, target: "titre" },
  ]);
  expect(plan.changed).toMatchObject([{ id: "item.EXM01.text", before: "avant", after: "après" }]);
  expect(plan.fresh.map(({ id, outdated }) => [id, outdated])).toEqual([
    ["item.EXM02.text", true],
    ["instrument.title", false],
  ]);
  expect([plan.empty, plan.same, plan.unknown]).toEqual([1, 0, ["item.NONE.text"]]);
});

test("languages are called by themselves and written their way", () => {
  expect(["zh-CN", "en", "fr"].map(nativeName)).toEqual(["中文", "English", "français"]);
  expect(["ug", "ar-EG", "ku-Latn", "ku-Arab", "bo", "en"].map(directionOf)).toEqual([
    "rtl",
    "rtl",
    "ltr",
    "rtl",
    "ltr",
    "ltr",
  ]);
  expect(["EN_us", "zh-cn", "ug", "x", "a language", "de-DE-u-co-phonebk"].map(languageTag)).toEqual([
    "en-US",
    "zh-CN",
    "ug",
    undefined,
    undefined,
    undefined,
  ]);
});

test("a language has a name for its reader, whatever the machine knows", () => {
  expect(nameIn("zh-CN", "en")).toBe("Chinese");
  expect(nameIn("zh-CN", "zh-CN")).toBe("中文");
  expect([nameIn("bo", "zh-CN"), nameIn("bo", "en"), nativeName("bo")]).toEqual([
    "藏语",
    "Tibetan",
    "བོད་སྐད་",
  ]);
});
