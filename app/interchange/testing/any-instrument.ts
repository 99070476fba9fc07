import fc from "fast-check";
import type { Instrument, Item, Page } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";

// Signs that files trip over: quotes, markup, formulas, line breaks, what other programs take for their own.
const words = fc.oneof(
  fc.constantFrom(
    "您对课程满意吗？",
    'He said "no", it\'s fine',
    "=SUM(A1:A9)",
    "+1 -1 @x",
    "'quoted'",
    "line one\nline two\n\n- three",
    "**bold** <b>html</b> &amp; _x_ # y",
    `\${Q1} {institution}`,
    "a,b;c\td",
    "  padded  ",
    "𠮷😀",
    "0012",
    "true",
    "constructor",
    "__proto__",
    "_x000D_ \u0007\u0085\ufffd\r\nx",
    "2024-01-01",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((one) => /\S/.test(one)),
);
export const text: fc.Arbitrary<Text> = fc.record({ "zh-CN": words, en: words });
export const half: fc.Arbitrary<Text> = fc.oneof(
  text,
  fc.record({ "zh-CN": words, en: fc.constant("") }),
  fc.record({ "zh-CN": fc.constant(""), en: words }),
);
export const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
export const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all));

const values = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 2, maxLength: 6 });
const scale = values.chain((points) =>
  merged(
    fc.record({
      kind: fc.constantFrom("agreement", "bipolar"),
      points: fc.tuple(
        ...points.map((value) =>
          merged(fc.record({ value: fc.constant(value), label: text }), maybe("short", half)),
        ),
      ),
    }),
    maybe("notApplicable", half),
    maybe("notApplicableShort", half),
  ),
);

const options = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,8}$/), { minLength: 2, maxLength: 5 })
  .chain((codes) => fc.tuple(...codes.map((code) => fc.record({ code: fc.constant(code), label: half }))));
const flag = fc.boolean();
const year = fc.integer({ min: 1900, max: 2080 });

/** Every kind of question but for its code, its texts and its place. */
const particular = (scales: string[]): fc.Arbitrary<object> =>
  fc.oneof(
    merged(
      fc.record({
        kind: fc.constant("scale"),
        scale: fc.constantFrom(...scales),
        allowNA: flag,
        reverse: flag,
        direction: fc.constantFrom("favourable", "none"),
      }),
      maybe("expect", fc.integer({ min: 1, max: 5 })),
    ),
    fc.record({ kind: fc.constant("single"), options }),
    merged(
      fc.record({ kind: fc.constant("multiple"), options }),
      maybe("max", fc.integer({ min: 1, max: 5 })),
    ),
    fc.record({ kind: fc.constant("year"), min: year, max: fc.oneof(year, fc.constant("current")) }),
    fc.constant({ kind: "catalogue" }),
    fc.record({ kind: fc.constant("text"), maxLength: fc.integer({ min: 1, max: 5000 }) }),
    fc.constant({ kind: "consent" }),
  );

const itemOf = (code: string, scales: string[]): fc.Arbitrary<object> =>
  merged(
    fc.record({ code: fc.constant(code), rev: fc.integer({ min: 1, max: 9 }), text: half, required: flag }),
    particular(scales),
    maybe("short", half),
    maybe("help", half),
    maybe("theme", fc.constant("THM")),
    maybe("subtheme", fc.constantFrom("a", "b c")),
    fc.record({ background: flag, mirrors: fc.subarray(["TCH01", "COL02"]) }),
  );

/** The answers conditions may speak of. */
function answersOf(item: Item, scales: Instrument["scales"]): (string | number)[] {
  if (item.kind === "scale")
    return [...(scales[item.scale]?.points.map(({ value }) => value) ?? []), ...(item.allowNA ? [98] : [])];
  if (item.kind === "single" || item.kind === "multiple") return item.options.map(({ code }) => code);
  if (item.kind === "year") {
    const last = item.max === "current" ? 2100 : item.max;
    return Array.from({ length: Math.max(0, Math.min(3, last - item.min + 1)) }, (_, at) => item.min + at);
  }
  return item.kind === "consent" ? [] : ["a", "it's", 'say "it\'s"', "‘x’"];
}

/** A condition on the items asked so far, or none where none can be asked about. */
function conditionOn(
  items: Item[],
  scales: Instrument["scales"],
  depth = 0,
): fc.Arbitrary<Condition> | undefined {
  const usable = items.filter((item) => answersOf(item, scales).length > 0);
  if (usable.length === 0) return undefined;
  const plain = fc
    .constantFrom(...usable)
    .chain((item) =>
      fc
        .subarray(answersOf(item, scales), { minLength: 1 })
        .map((chosen): Condition => ({ item: item.code, in: chosen })),
    );
  const deeper = depth < 2 && conditionOn(items, scales, depth + 1);
  if (!deeper) return plain;
  const several = fc.array(deeper, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    plain,
    several.map((all): Condition => ({ all })),
    several.map((any): Condition => ({ any })),
    deeper.map((not): Condition => ({ not })),
  );
}

/** Gives some pages and items conditions on what was asked before them. */
function routed(instrument: Instrument): fc.Arbitrary<Instrument> {
  const asked: Item[] = [...instrument.consent.ticks];
  const given: fc.Arbitrary<Condition | undefined>[] = [];
  const places: (Page | Item)[] = [];
  const offer = (place: Page | Item) => {
    const condition = conditionOn(asked, instrument.scales);
    places.push(place);
    given.push(condition ? fc.option(condition, { nil: undefined }) : fc.constant(undefined));
  };
  for (const page of instrument.pages) {
    offer(page);
    for (const item of page.items) {
      offer(item);
      asked.push(item);
    }
  }
  return fc.tuple(...given).map((conditions) => {
    const routes = new Map(places.map((place, at) => [place, conditions[at]]));
    const withRoute = <P extends Page | Item>(place: P): P => {
      const showIf = routes.get(place);
      return showIf ? { ...place, showIf } : place;
    };
    return {
      ...instrument,
      pages: instrument.pages.map((page) => ({ ...withRoute(page), items: page.items.map(withRoute) })),
    };
  });
}

const page = (code: string, first: number, scales: string[]) =>
  merged(
    fc.record({
      code: fc.constant(code),
      title: half,
      optional: flag,
      shuffle: flag,
      items: fc
        .integer({ min: 1, max: 4 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, at) => itemOf(`Q${first + at}`, scales))),
        ),
    }),
    maybe("intro", half),
  );

/** Instruments of every shape the definition has: all kinds, texts with one language missing, conditions of conditions. */
export const anyInstrument: fc.Arbitrary<Instrument> = fc
  .record({ a5: scale, "Scale B": scale, a5_na: scale })
  .chain((scales) => {
    const names = Object.keys(scales);
    return fc.record({
      format: fc.constant(1),
      languages: fc.constant(["zh-CN", "en"]),
      code: fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/),
      respondent: fc.constantFrom("student", "teacher", "college", "employer"),
      title: half,
      invitation: half,
      minutes: fc.record({ from: fc.integer({ min: 1, max: 9 }), to: fc.integer({ min: 1, max: 30 }) }),
      status: half,
      scales: fc.constant(scales),
      consent: fc.record({
        letter: fc.array(half, { minLength: 1, maxLength: 3 }),
        ticks: fc.tuple(itemOf("CON01", names), itemOf("CON02", names)),
      }),
      pages: fc.tuple(page("about", 10, names), page("p-2", 20, names), page("consent", 30, names)),
      themes: fc.constant([{ code: "THM", title: { "zh-CN": "主题", en: "" } }]),
      scoring: fc.array(
        fc.record({
          code: fc.constantFrom("SC1", "SC2"),
          title: half,
          meaning: half,
          items: fc.constant(["Q10", "Q20"]),
          minValid: fc.integer({ min: 1, max: 2 }),
        }),
        { maxLength: 2 },
      ),
      reserved: fc.array(fc.record({ code: fc.constant("RIV01"), note: half }), { maxLength: 1 }),
    }) as unknown as fc.Arbitrary<Instrument>;
  })
  .chain(routed);
