import { describe, expect, test } from "vitest";
import { type Definition, draftDefinition } from "../definition.ts";
import type { DraftPlace } from "../draft-change.ts";
import { changeField } from "./change.ts";
import { inside, type Values } from "./field.ts";
import { elementAt, withElement } from "./place.ts";
import { setProperties } from "./set-properties.ts";
import { done, firstOf, formOf, gone, itemIn, problems, set, whole } from "./testing/forms.ts";

describe("a form that cannot be taken", () => {
  const single = firstOf("single");
  const place: DraftPlace = `item:${single.code}`;

  test("comes back with everything typed and each problem by its field", () => {
    const typed = {
      "text.zh-CN": "新题目",
      code: "1bad",
      "options.0.code": "Not A Code!",
      "options.1.label.en": "x".repeat(4001),
    };
    const outcome = set(whole, place, typed);
    expect(problems(outcome)).toEqual({
      code: "not-an-item-code",
      "options.0.code": "not-an-option-code",
      "options.1.label.en": "too-long:4000",
    });
    expect(outcome).toMatchObject({ values: { ...formOf(whole, place), ...typed } });
  });

  test("numbers, months, years and bounds", () => {
    const number: DraftPlace = `item:${firstOf("number").code}`;
    expect(problems(set(whole, number, { min: "三", decimals: "1.5" }))).toEqual({
      min: "not-a-number",
      decimals: "not-whole",
    });
    expect(problems(set(whole, number, { decimals: "9" }))).toEqual({ decimals: "at-most:4" });
    expect(done(set(whole, number, { min: "１２．５" }))).toMatchObject({});
    const year: DraftPlace = `item:${firstOf("year").code}`;
    expect(problems(set(whole, year, { min: "1800", "max.current": gone, max: "" }))).toEqual({
      min: "at-least:1900",
      max: "required",
    });
    const date: DraftPlace = `item:${firstOf("date").code}`;
    expect(problems(set(whole, date, { min: "last year" }))).toEqual({ min: "not-a-month" });
    expect(itemIn(done(set(whole, date, { min: "2019年3月" })), firstOf("date").code)).toMatchObject({
      min: "2019-03",
    });
    expect(problems(set(whole, "instrument", { languages: "zh-CN, klingon!" }))).toEqual({
      languages: "not-a-language",
    });
    expect(problems(set(whole, "instrument", { languages: "" }))).toEqual({ languages: "at-least:1" });
  });

  test("codes used twice, or taken", () => {
    const [first, second] = whole.pages;
    expect(problems(set(whole, place, { "options.1.code": "Same", "options.0.code": "same" }))).toEqual({
      "options.1.code": "twice",
    });
    expect(problems(set(whole, place, { code: firstOf("multiple").code }))).toEqual({ code: "taken" });
    expect(problems(set(whole, `page:${first?.code}`, { code: second?.code ?? "" }))).toEqual({
      code: "taken",
    });
    const matrix = firstOf("matrix");
    expect(problems(set(whole, `item:${matrix.code}`, { "rows.0.code": single.code }))).toEqual({
      "rows.0.code": "taken",
    });
  });

  test("codes that are published stay; what is new may be called anything", () => {
    expect(problems(set(whole, place, { code: "NEW01" }, whole))).toEqual({ code: "published" });
    expect(problems(set(whole, place, { "options.0.code": "new" }, whole))).toEqual({
      "options.0.code": "published",
    });
    expect(problems(set(whole, `page:${whole.pages[0]?.code}`, { code: "new" }, whole))).toEqual({
      code: "published",
    });
    const matrix = firstOf("matrix");
    expect(problems(set(whole, `item:${matrix.code}`, { "rows.0.code": "ROW99" }, whole))).toEqual({
      "rows.0.code": "published",
    });
    const added = { "options.9.was": "", "options.9.label.en": "One more" };
    expect(problems(set(whole, place, added, whole))).toBeUndefined();
  });

  test("an instructed option that is gone", () => {
    const check = firstOf("check");
    const { length } = "options" in check ? check.options : [];
    const kept = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        [inside("options", index, "label", "zh-CN"), index === 0 ? "" : "x"],
        [inside("options", index, "label", "en"), ""],
        [inside("options", index, "code"), index === 0 ? "" : `c${index}`],
      ]).flat(),
    );
    expect(problems(set(whole, `item:${check.code}`, { ...kept, expect: "nobody" }))).toMatchObject({
      expect: "not-an-option",
    });
  });

  test("hostile names change nothing", () => {
    const hostile = {
      "__proto__.polluted": "yes",
      "options.__proto__.was": "",
      "constructor.prototype.x": "1",
      rev: "99",
      kind: "text",
    };
    expect(done(set(whole, place, hostile))).toEqual(whole);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("codes that change take along what refers to them", () => {
  const named = draftDefinition.parse({
    ...whole,
    pages: whole.pages.map((page, index) => ({
      ...page,
      ...(index === whole.pages.length - 1
        ? {
            intro: { "zh-CN": "你选了 {{SIN}}", en: "You chose {{SIN}}" },
            showIf: { all: [{ item: "SIN", in: ["a"] }, { not: { item: "SIN_OTHER", answered: true } }] },
          }
        : {}),
    })),
  });
  const code = firstOf("single").code;
  const renamed = JSON.parse(
    JSON.stringify(named)
      .replaceAll("SIN_OTHER", `${code}_OTHER`)
      .replaceAll('"SIN"', `"${code}"`)
      .replaceAll("{{SIN}}", `{{${code}}}`),
  ) as Definition;

  test("a question's", () => {
    const outcome = set(renamed, `item:${code}`, { code: "other9" });
    expect(outcome).toMatchObject({ place: "item:OTHER9" });
    const last = done(outcome).pages.at(-1);
    expect(last?.showIf).toEqual({
      all: [{ item: "OTHER9", in: ["a"] }, { not: { item: "OTHER9_OTHER", answered: true } }],
    });
    expect(last?.intro).toEqual({ "zh-CN": "你选了 {{OTHER9}}", en: "You chose {{OTHER9}}" });
  });

  test("an option's", () => {
    const single = firstOf("single");
    const first = "options" in single ? single.options[0]?.code : "";
    const asking = JSON.parse(
      JSON.stringify(renamed).replace('"in":["a"]', `"in":["${first}"]`),
    ) as Definition;
    const now = done(set(asking, `item:${code}`, { "options.0.code": "zz" }));
    expect(now.pages.at(-1)?.showIf).toMatchObject({ all: [{ item: code, in: ["zz"] }, {}] });
  });

  test("a theme's", () => {
    const themed = withElement(renamed, elementAt(renamed, `item:${code}`)?.path ?? [], {
      ...itemIn(renamed, code),
      theme: "T1",
    });
    const now = done(set(themed, "theme:T1", { code: "T2" }));
    expect(itemIn(now, code)).toMatchObject({ theme: "T2" });
  });
});

describe("lines", () => {
  const code = firstOf("single").code;
  const place: DraftPlace = `item:${code}`;
  const optionsOf = (definition: Definition) => {
    const item = itemIn(definition, code);
    return item && "options" in item ? item.options : [];
  };
  const { length } = optionsOf(whole);
  const change = (said: string, values: Values = formOf(whole, place)) => {
    const outcome = setProperties(whole, place, { ...values, [changeField]: said });
    if (!("values" in outcome)) throw new Error("set");
    expect(outcome.problems).toEqual({});
    return outcome.values;
  };

  test("one more, and blank ones are dropped", () => {
    const more = change("options add");
    expect(more[inside("options", length, "was")]).toBe("");
    expect(done(setProperties(whole, place, more))).toEqual(whole);
  });

  test("a new one gets a code of its own", () => {
    const more = change("options add");
    const now = done(
      setProperties(whole, place, { ...more, [inside("options", length, "label", "en")]: "Rather not say" }),
    );
    expect(optionsOf(now).at(-1)).toEqual({
      code: "rather_not_say",
      label: { "zh-CN": "", en: "Rather not say" },
    });
  });

  test("moved and removed, with all they have", () => {
    const now = done(setProperties(whole, place, change("options down 0")));
    const [first, second, ...rest] = optionsOf(whole);
    expect(optionsOf(now)).toEqual([second, first, ...rest]);
    const fewer = done(setProperties(whole, place, change("options remove 0")));
    expect(optionsOf(fewer)).toEqual(optionsOf(whole).slice(1));
  });

  test("many at once: labels, languages, codes; a code that is there gets the words", () => {
    const first = optionsOf(whole)[0]?.code;
    const many = [
      "新的一项",
      "甲|Alpha",
      "beta2|乙|Beta",
      `${first}｜改了｜Changed`,
      "",
      "c\t丙\tGamma",
    ].join("\r\n");
    const now = done(set(whole, place, { "options.many": many }));
    expect(optionsOf(now)[0]).toMatchObject({ code: first, label: { "zh-CN": "改了", en: "Changed" } });
    expect(
      optionsOf(now)
        .slice(length)
        .map((one) => [one.label["zh-CN"], one.label.en]),
    ).toEqual([
      ["新的一项", ""],
      ["甲", "Alpha"],
      ["乙", "Beta"],
      ["丙", "Gamma"],
    ]);
    expect(
      optionsOf(now)
        .slice(length + 1)
        .map((one) => one.code),
    ).toEqual(["alpha", "beta2", "c"]);
    const shown = change("options many", { ...formOf(whole, place), "options.many": many });
    expect(shown[inside("options", length, "label", "zh-CN")]).toBe("新的一项");
    expect(shown["options.many"]).toBeUndefined();
  });

  test("rows of a matrix and ticks of the consent go on where the codes end", () => {
    const matrix = firstOf("matrix");
    const rows = matrix.kind === "matrix" ? matrix.rows : [];
    const now = done(
      set(whole, `item:${matrix.code}`, {
        [inside("rows", rows.length, "was")]: "",
        [inside("rows", rows.length, "text", "zh-CN")]: "新的一行",
      }),
    );
    const added = itemIn(now, matrix.code);
    const last = added?.kind === "matrix" ? added.rows.at(-1) : undefined;
    expect(last).toMatchObject({ rev: 1, text: { "zh-CN": "新的一行" } });
    expect(new Set([...rows.map((row) => row.code), last?.code]).size).toBe(rows.length + 1);
    const ticks = whole.consent.ticks.length;
    const consent = done(
      set(whole, "consent", {
        [inside("ticks", ticks, "was")]: "",
        [inside("ticks", ticks, "text", "en")]: "I may be quoted.",
      }),
    ).consent;
    expect(consent.ticks.at(-1)).toMatchObject({ kind: "consent", code: "CON02", rev: 1, required: false });
  });
});
