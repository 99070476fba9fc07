import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Definition } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { unitsOf, withLanguage, withTexts } from "#app/instrument/translations.ts";
import { Unreadable } from "./report.ts";
import { cost, fileOf } from "./testing/hostile.ts";
import { readTranslation, type TranslationFormat, writeTranslation } from "./translation-file.ts";

const odd = [
  "=1+1",
  "+A1",
  "@SUM(1)",
  "'quoted'",
  '<b>&amp;"',
  "two\nlines",
  "ئۇيغۇرچە",
  "_x000D_",
  "true",
  "0012",
];
const student = withLanguage(templates["oneplusx-student"]() as Definition, "ug");
const ids = unitsOf(student).map(({ id }) => id);
const half = withTexts(student, "ug", new Map(odd.map((said, at) => [ids[at] as string, said])));
const languages = { source: "zh-CN", target: "ug" };
const refusal = (bytes: Uint8Array | string) =>
  readTranslation(fileOf(bytes)).then(
    () => "read",
    (problem) => {
      if (problem instanceof Unreadable) return problem.reason;
      throw problem;
    },
  );

describe.each<TranslationFormat>(["xlsx", "xlf"])("a translation as %s", (format) => {
  test("comes back as it went out", async () => {
    const bytes = await writeTranslation(half, format, languages);
    const read = await readTranslation(fileOf(bytes));
    expect([read.source, read.target]).toEqual(["zh-CN", "ug"]);
    const expected = unitsOf(half).map(({ id, text }) => ({
      id,
      source: text["zh-CN"] ?? "",
      target: text.ug ?? "",
    }));
    expect(read.entries.map(({ id, source, target }) => ({ id, source: source ?? "", target }))).toEqual(
      expected,
    );
  });
});

test("no cell of the workbook is a formula", async () => {
  const parts = unzipSync(await writeTranslation(half, "xlsx", languages));
  const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
  expect(sheet).not.toMatch(/<f[\s>]/);
  expect(sheet.length).toBeGreaterThan(10_000);
});

test("XLIFF 2.0 is read too: segments are one text, suggestions none", async () => {
  const xliff = `<?xml version="1.0"?><xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-CN" trgLang="fr">
<file id="f"><unit id="item.EXM01.text"><mtc:matches xmlns:mtc="x"><mtc:match><source>no</source><target>non</target></mtc:match></mtc:matches>
<segment><source>一。</source><target>Un. </target></segment><segment><source>二</source><target>D<pc id="1">eu</pc>x &amp; plus</target></segment></unit></file></xliff>`;
  expect(await readTranslation(fileOf(xliff))).toEqual({
    source: "zh-CN",
    target: "fr",
    entries: [{ id: "item.EXM01.text", source: "一。二", target: "Un. Deux & plus" }],
  });
});

describe("a hostile file is refused, fast", () => {
  const wrap = (inner: string, before = "") =>
    `<?xml version="1.0"?>${before}<xliff version="1.2"><file source-language="en"><body>${inner}</body></file></xliff>`;
  test.each<[string, () => string | Uint8Array, string]>([
    ["nothing", () => new Uint8Array(), "empty"],
    ["a picture", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), "wrongFormat"],
    ["other XML", () => "<a/>", "wrongFormat"],
    ["half of one", () => wrap("").slice(0, -9), "broken"],
    [
      "an external entity",
      () => wrap("&e;", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
      "dangerous",
    ],
    ["a thousand deep", () => wrap("<g>".repeat(1000) + "</g>".repeat(1000)), "dangerous"],
    ["a million units", () => wrap('<trans-unit id="a"></trans-unit>'.repeat(250_000)), "tooMany"],
    [
      "an endless text",
      () => wrap(`<trans-unit id="a"><target>${"x".repeat(9_000_000)}</target></trans-unit>`),
      "tooLarge",
    ],
    ["no unit", () => wrap(""), "noQuestions"],
    [
      "a zip bomb",
      () => zipSync({ "xl/workbook.xml": strToU8("<x/>"), "xl/a.xml": new Uint8Array(60_000_000) }),
      "tooLarge",
    ],
    ["another workbook", () => zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "broken"],
  ])("%s", async (_, make, reason) => {
    const bytes = make();
    const { seconds } = await cost(async () => expect(await refusal(bytes)).toBe(reason));
    expect(seconds).toBeLessThan(2);
  });
});
