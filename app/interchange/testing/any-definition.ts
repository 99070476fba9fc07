import fc from "fast-check";
import type { Definition } from "#app/instrument/definition.ts";
import type { Condition } from "#app/questions/base.ts";
import { anyInstrument, half, maybe, merged, text } from "./any-instrument.ts";

const flag = fc.boolean();
const whole = (min: number, max: number) => fc.integer({ min, max });
const known: Condition[] = [
  { item: "language", in: ["ug", "en"] },
  { item: "collector.school", in: ["it's", 'a"b'] },
  { not: { item: "collector.year", answered: true } },
];

/** Conditions of every sort on a few codes, asked or not. */
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.record({ item: fc.constantFrom("Q10", "N1", "NOPE"), in: fc.constant<(string | number)[]>(["a", 3]) }),
    fc.record({ item: fc.constantFrom("Q10", "N1"), answered: flag }),
    fc.record({
      item: fc.constantFrom("N1", "N2"),
      is: fc.constantFrom("<", "<=", ">", ">=", "!="),
      than: fc.oneof(whole(-5, 5), fc.constantFrom(2.5, "2024-05", "x'\"y")),
    }),
    fc.constantFrom(...known),
    fc.array(tie("any"), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    fc.array(tie("any"), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    tie("any").map((not) => ({ not })),
  ),
})).any;

const codes = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,8}$/), { minLength: 2, maxLength: 4 });
const options = codes.chain((all) =>
  fc.tuple(
    ...all.map((code) =>
      merged(
        fc.record({ code: fc.constant(code), label: half }),
        maybe("other", flag),
        maybe("exclusive", flag),
        maybe("showIf", condition),
      ),
    ),
  ),
);
const month = fc.tuple(whole(1950, 2050), whole(1, 12)).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`);
const kindOf = <T extends object>(kind: string, fields: fc.Arbitrary<T>, ...more: fc.Arbitrary<object>[]) =>
  merged(fc.constant({ kind }), fields, ...more);

/** The kinds that came with blocks and matrices. */
const particular: fc.Arbitrary<object> = fc.oneof(
  kindOf("single", fc.record({ options })),
  kindOf("multiple", fc.record({ options }), maybe("min", whole(1, 3)), maybe("max", whole(1, 3))),
  kindOf("differential", fc.record({ left: half, right: half, points: whole(3, 11) })),
  kindOf(
    "number",
    fc.record({
      decimals: whole(0, 4),
      bands: fc.array(
        merged(
          fc.record({ code: fc.constantFrom("low", "high"), label: half }),
          maybe("from", whole(0, 9)),
          maybe("below", fc.constant(1.5)),
        ),
        { maxLength: 2 },
      ),
    }),
    maybe("min", fc.constantFrom(-3, 0, 0.25)),
    maybe("max", fc.constantFrom(5, 1e9, 7.5)),
    maybe("unit", half),
  ),
  kindOf(
    "date",
    fc.record({
      precision: fc.constantFrom("month", "day"),
      min: month,
      max: fc.oneof(month, fc.constant("current")),
    }),
  ),
  kindOf("ranking", fc.record({ options }), maybe("max", whole(1, 3))),
  kindOf("sum", fc.record({ options, total: whole(1, 1000) }), maybe("unit", half)),
  kindOf("nps", fc.record({ low: half, high: half })),
  kindOf(
    "slider",
    fc.record({
      steps: fc
        .uniqueArray(whole(0, 100), { minLength: 3, maxLength: 5 })
        .chain((all) =>
          fc.tuple(
            ...all.map((value) => merged(fc.record({ value: fc.constant(value) }), maybe("label", half))),
          ),
        ),
    }),
  ),
  kindOf(
    "short",
    fc.record({ format: fc.constantFrom("plain", "postcode", "web"), maxLength: whole(1, 200) }),
  ),
  kindOf("section", fc.record({ body: fc.array(half, { maxLength: 2 }) })),
  kindOf(
    "image",
    fc.record({
      file: fc.constant("0a".repeat(32)),
      width: whole(1, 4000),
      height: whole(1, 4000),
      alt: half,
    }),
  ),
  kindOf("check", fc.record({ options, expect: fc.constantFrom("a", "b") })),
);

const base = (code: string) =>
  merged(
    fc.record({
      code: fc.constant(code),
      rev: whole(1, 9),
      text: half,
      required: flag,
      background: flag,
      mirrors: fc.subarray(["TCH01", "COL02"]),
    }),
    maybe("short", half),
    maybe("help", half),
    maybe("showIf", condition),
    maybe("theme", fc.constant("THM")),
  );
const itemOf = (code: string) => merged(base(code), particular);

const matrixOf = (code: string) =>
  merged(
    base(code),
    fc.record({
      kind: fc.constant("matrix"),
      options,
      several: flag,
      rows: fc.tuple(
        ...[1, 2].map((at) =>
          merged(
            fc.record({ code: fc.constant(`${code}_${at}`), rev: whole(1, 3), text: half }),
            maybe("short", half),
            maybe("showIf", condition),
          ),
        ),
      ),
    }),
    maybe("max", whole(1, 3)),
  );

const blockOf = (code: string) =>
  merged(
    fc.record({
      kind: fc.constant("block"),
      code: fc.constant(code),
      shuffle: flag,
      items: fc.tuple(itemOf(`${code}1`), fc.oneof(itemOf(`${code}2`), matrixOf(`${code}M`))),
    }),
    maybe("title", half),
    maybe("intro", text),
    maybe("showIf", condition),
  );

const elements = fc.tuple(
  itemOf("N1"),
  itemOf("N2"),
  fc.oneof(matrixOf("MAT"), itemOf("N3")),
  fc.oneof(blockOf("BLK"), itemOf("N4")),
) as unknown as fc.Arbitrary<Definition["pages"][number]["items"]>;

/** The same in more languages: what has words gets some in each, or not. */
const spoken = <T>(value: T, words: (string | undefined)[], languages: string[], at = { n: 0 }): T => {
  if (Array.isArray(value)) return value.map((one) => spoken(one, words, languages, at)) as T;
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).map(([key, one]) => [key, spoken(one, words, languages, at)]);
  const more =
    "zh-CN" in value && "en" in value
      ? languages.flatMap((language) => {
          const said = words[at.n++ % words.length];
          return said ? [[language, said]] : [];
        })
      : [];
  return Object.fromEntries([...inner, ...more]);
};

/** Definitions with everything there is: all kinds, blocks, matrices, conditions of all sorts, languages. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .tuple(
    anyInstrument,
    elements,
    fc.constantFrom<string[]>(["zh-CN", "en"], ["en", "zh-CN", "ug"], ["fr"], ["zh-CN", "bo", "ar-EG"]),
    fc.array(fc.constantFrom("ئۇيغۇرچە", "=1+1", "two\nlines", "བོད།", undefined), {
      minLength: 3,
      maxLength: 9,
    }),
  )
  .map(([instrument, items, languages, words]) => {
    const further = languages.filter((one) => one !== "zh-CN" && one !== "en");
    const [first, ...pages] = instrument.pages;
    if (!first) return instrument as Definition;
    const all = {
      ...instrument,
      languages,
      pages: [{ ...first, items: [...first.items, ...items] }, ...pages],
    };
    return spoken(all as Definition, words, further);
  });
