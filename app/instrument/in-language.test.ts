import { expect, test } from "vitest";
import { asked, type Definition } from "./definition.ts";
import { inLanguage, spokenOf } from "./in-language.ts";
import { templates } from "./templates/index.ts";
import { withLanguage, withTexts } from "./translations.ts";

const student = templates["oneplusx-student"]() as Definition;
const uyghur = asked(
  withTexts(withLanguage(student, "ug"), "ug", new Map([["instrument.title", "سوئال قەغىزى"]])),
);

test("words of another language stand where those of the product's are looked for", () => {
  const said = inLanguage(uyghur, "ug", "en");
  expect(said.title.en).toBe("سوئال قەغىزى");
  expect(said.title["zh-CN"]).toBe(student.title["zh-CN"]);
  // Nobody has translated it yet: the main language is better than another foreign one.
  expect(said.invitation.en).toBe(student.invitation["zh-CN"]);
  expect(said.pages.map(({ code }) => code)).toEqual(student.pages.map(({ code }) => code));
  expect(inLanguage(uyghur, "ug", "en")).toBe(said);
});

test("in the product's own languages it is the instrument itself", () =>
  expect(inLanguage(uyghur, "en", "en")).toBe(uyghur));

test("a wish that the instrument does not speak ends in its main language", () => {
  expect(["ug", "bo", undefined, "en"].map((wish) => spokenOf(uyghur, wish))).toEqual([
    "ug",
    "zh-CN",
    "zh-CN",
    "en",
  ]);
});
