import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writtenItem } from "#app/questions/index.ts";
import { newElement, type WrittenKind } from "../new-element.ts";
import { placedItems } from "../places.ts";
import { itemFields } from "./item-fields.ts";
import { elementAt, withElement } from "./place.ts";
import { setProperties } from "./set-properties.ts";
import { done, firstOf, formOf, placesOf, set, whole } from "./testing/forms.ts";

describe("what a form of properties shows is what it says", () => {
  test.each(placesOf(whole))("%s", (place) => {
    expect(set(whole, place)).toEqual({ definition: whole, place });
  });

  test("every kind of question is among them", () => {
    const kinds = new Set(placedItems(whole).map(({ item }) => item.kind));
    expect([...kinds].sort()).toEqual(Object.keys(itemFields).sort());
  });

  const letter = fc.constantFrom("一", "是", "a", "B", "<b>", "&", '"', "'", "1", "😀", ".", "{{");
  const words = fc.array(letter, { maxLength: 6 }).map((some) => some.join(""));
  const text = fc.record({ "zh-CN": words, en: words });
  const said = text.filter((one) => Boolean(one["zh-CN"] || one.en));
  const condition = fc.oneof(
    fc.constant({ item: "CON01", answered: true }),
    fc.constant({
      not: {
        any: [
          { item: "language", in: ["en"] },
          { item: "CON01", answered: false },
        ],
      },
    }),
  );
  const codes = (most: number) =>
    fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,6}$/), { minLength: 2, maxLength: most });
  const options = codes(8).chain((some) =>
    fc.tuple(
      ...some.map((code) =>
        fc.record(
          {
            code: fc.constant(code),
            label: text,
            other: fc.constant(true),
            exclusive: fc.constant(true),
            showIf: condition,
          },
          { requiredKeys: ["code", "label"] },
        ),
      ),
    ),
  );
  const bare = codes(5).chain((some) =>
    fc.tuple(...some.map((code) => fc.record({ code: fc.constant(code), label: text }))),
  );
  const own: { [kind in WrittenKind]?: Record<string, fc.Arbitrary<unknown>> } = {
    scale: {
      ...{ allowNA: fc.boolean(), reverse: fc.boolean(), expect: fc.integer({ min: 1, max: 5 }) },
      direction: fc.constantFrom("favourable", "none"),
    },
    single: { options: options.map((some) => some.map(({ exclusive: _, ...one }) => one)) },
    multiple: { options, min: fc.integer({ min: 1, max: 9 }), max: fc.integer({ min: 1, max: 9 }) },
    matrix: {
      ...{ options, several: fc.boolean(), max: fc.integer({ min: 1, max: 9 }) },
      rows: fc
        .array(fc.record({ text, short: said, showIf: condition }, { requiredKeys: ["text"] }), {
          minLength: 1,
          maxLength: 5,
        })
        .map((rows) => rows.map((row, index) => ({ ...row, code: `ROW${index}`, rev: 1 }))),
    },
    ranking: { options: bare, max: fc.integer({ min: 1, max: 9 }) },
    sum: { options: bare, total: fc.integer({ min: 1, max: 99_999 }), unit: said },
    year: {
      ...{ min: fc.integer({ min: 1900, max: 2200 }) },
      max: fc.oneof(fc.integer({ min: 1900, max: 2200 }), fc.constant("current")),
    },
    date: {
      ...{ precision: fc.constantFrom("month", "day"), min: fc.constantFrom("1999-01", "2020-12") },
      max: fc.constantFrom("current", "2030-06"),
    },
    number: {
      ...{ min: fc.integer(), max: fc.integer(), decimals: fc.integer({ min: 0, max: 4 }), unit: said },
      bands: codes(4).chain((some) =>
        fc.tuple(
          ...some.map((code) =>
            fc.record(
              { code: fc.constant(code), label: text, from: fc.integer(), below: fc.integer() },
              { requiredKeys: ["code", "label"] },
            ),
          ),
        ),
      ),
    },
    differential: { left: text, right: text, points: fc.integer({ min: 3, max: 11 }) },
    nps: { low: text, high: text },
    slider: {
      steps: fc
        .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 8 })
        .chain((some) =>
          fc.tuple(
            ...some.map((value) =>
              fc.record({ value: fc.constant(value), label: said }, { requiredKeys: ["value"] }),
            ),
          ),
        ),
    },
    short: {
      ...{ format: fc.constantFrom("plain", "postcode", "code", "digits", "time", "web") },
      maxLength: fc.integer({ min: 1, max: 200 }),
    },
    text: { maxLength: fc.integer({ min: 1, max: 5000 }) },
    section: { body: fc.array(said, { maxLength: 4 }) },
    image: { alt: text, file: fc.constant("a1".repeat(32)), width: fc.constant(12), height: fc.constant(7) },
  };
  const shared = {
    ...{ text, short: said, help: said, required: fc.boolean(), showIf: condition },
    ...{ theme: fc.constant("T1"), subtheme: fc.constantFrom("a", "子主题"), background: fc.boolean() },
    mirrors: fc.uniqueArray(fc.constantFrom("TEA01", "COL01", "EMP01")),
  };

  test.each(Object.keys(itemFields) as WrittenKind[])("any %s, whatever it was before", (kind) => {
    const before = firstOf(kind);
    // What asks nothing has little to be set.
    const asks = kind !== "section" && kind !== "image";
    const {
      short: _,
      required: __,
      theme: ___,
      subtheme: ____,
      background: _____,
      mirrors: ______,
      ...few
    } = shared;
    const record = fc.record(
      { ...(asks ? shared : kind === "image" ? { text, showIf: condition } : { ...few }), ...own[kind] },
      {
        requiredKeys: [
          "text",
          ...Object.keys(own[kind] ?? {}).filter(
            (key) => !/^(min|max|expect|unit)$/.test(key) || kind === "year" || kind === "date",
          ),
        ] as never,
      },
    );
    fc.assert(
      fc.property(record, (given) => {
        const blank = newElement(kind, whole, before.code);
        const item = writtenItem.parse({ ...blank, ...given });
        const at = elementAt(whole, `item:${before.code}`);
        const target = withElement(whole, at?.path ?? [], item);
        // Lines are new to what stood there before, so nothing of it may show through.
        const form = Object.fromEntries(
          Object.entries(formOf(target, `item:${before.code}`)).map(([name, value]) => [
            name,
            name.endsWith(".was") ? "" : value,
          ]),
        );
        const bare = withElement(whole, at?.path ?? [], blank);
        expect(done(setProperties(bare, `item:${before.code}`, form))).toEqual(target);
      }),
      { numRuns: 60 },
    );
  });
});
