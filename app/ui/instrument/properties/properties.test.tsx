import { Parser } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { readProperties } from "#app/http/properties.server.ts";
import { placesOf, whole } from "#app/instrument/properties/testing/forms.ts";
import type { Condition } from "#app/questions/base.ts";
import { LanguageProvider } from "../../language.tsx";
import { conditionWords } from "./condition-words.ts";
import { Properties } from "./properties.tsx";

type Refused = { values: Record<string, string>; errors: Record<string, string> };
type Place = ReturnType<typeof placesOf>[number];

const markup = (place: Place, refused?: Refused, language: "zh-CN" | "en" = "zh-CN") =>
  renderToStaticMarkup(
    <LanguageProvider language={language}>
      <Properties definition={whole} place={place} refused={refused} />
    </LanguageProvider>,
  );

/** What a browser without scripts would send. */
function sent(html: string): FormData {
  const form = new FormData();
  let area: { name: string; text: string } | undefined;
  let select: string | undefined;
  let first: string | undefined;
  const parser = new Parser({
    onopentag(tag, at) {
      const { name, value = "", type } = at;
      if (tag === "input" && name && type !== "file" && (type !== "checkbox" || "checked" in at))
        form.append(name, value);
      if (tag === "textarea" && name) area = { name, text: "" };
      if (tag === "select" && name) [select, first] = [name, undefined];
      if (tag === "option" && select) {
        first ??= value;
        if ("selected" in at) form.set(select, value);
      }
    },
    ontext(text) {
      if (area) area.text += text;
    },
    onclosetag(tag) {
      // Browsers drop a line break right after the tag, and send others as CR LF.
      if (tag === "textarea" && area)
        form.append(area.name, area.text.replace(/^\n/, "").replace(/\n/g, "\r\n"));
      if (tag === "textarea") area = undefined;
      if (tag === "select" && select && !form.has(select) && first !== undefined) form.append(select, first);
      if (tag === "select") select = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return form;
}

describe("what the page shows, sent back, changes nothing", () => {
  test.each(placesOf(whole))("%s", (place) => {
    expect(readProperties(whole, place, sent(markup(place)))).toEqual({ definition: whole, place });
  });
});

test("a refused form is shown as it was typed, with what is wrong beside its field", () => {
  const place = placesOf(whole).find((one) => one.startsWith("item:")) ?? "consent";
  const form = sent(markup(place));
  form.set("text.zh-CN", "改过的题目");
  form.set("code", "not a code");
  const refused = readProperties(whole, place, form);
  if (!("refused" in refused)) throw new Error("taken");
  const html = markup(place, refused.refused);
  expect(Object.fromEntries(sent(html))).toEqual(Object.fromEntries(form));
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain("大写字母开头");
});

test("one more line, without scripts", () => {
  const form = sent(markup("consent"));
  form.set("change", "letter add");
  const back = readProperties(whole, "consent", form);
  if (!("refused" in back)) throw new Error("taken");
  expect(back.refused.errors).toEqual({});
  const more = sent(markup("consent", back.refused));
  const last = whole.consent.letter.length;
  more.set(`letter.${last}.zh-CN`, "又一段");
  const set = readProperties(whole, "consent", more);
  expect("definition" in set && set.definition.consent.letter.at(-1)).toEqual({ "zh-CN": "又一段", en: "" });
});

test("a place that is not there is not found", () => {
  expect(() => readProperties(whole, "item:NOBODY", new FormData())).toThrow();
});

describe("a condition in words", () => {
  const language: Condition = { item: "language", in: ["en"] };
  test.each<[Condition, string, string]>([
    [language, "作答语言是“English”", "the language is “English”"],
    [
      { all: [language, { item: "collector.college", in: ["甲", "乙"] }] },
      "作答语言是“English”，并且链接变量 college 是“甲”或“乙”",
      "the language is “English”, and link variable college is “甲” or “乙”",
    ],
    [
      { any: [{ not: { all: [language, language] } }, { item: "GONE01", answered: false }] },
      "并非（作答语言是“English”，并且作答语言是“English”），或者「GONE01」没有作答",
      "not (the language is “English”, and the language is “English”), or “GONE01” is not answered",
    ],
    [{ item: "GONE01", is: ">=", than: 3 }, "「GONE01」不小于 3", "“GONE01” is at least 3"],
  ])("%j", (condition, chinese, english) => {
    expect(conditionWords(condition, whole, "zh-CN")).toBe(chinese);
    expect(conditionWords(condition, whole, "en")).toBe(english);
  });
});
