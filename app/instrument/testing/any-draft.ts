import fc from "fast-check";
import type { Condition } from "#app/questions/base.ts";
import { answersTo } from "../answers-to.ts";
import { type Definition, draftDefinition, type Item } from "../definition.ts";

// Few codes, so that they meet: references lead somewhere about as often as not.
const codes = ["AA", "BB", "CC", "DD", "EE", "FF", "GG"];
const code = fc.constantFrom(...codes);
const optionCodes = ["x", "y", "z"];
const words = fc.constantFrom(
  "",
  "问题",
  "Question?",
  "{{AA}}？",
  "{{collector.college}} {{CC}}",
  "不是不好、也没有",
);
const text = fc.record({ "zh-CN": words, en: words });
const said = fc.constant({ "zh-CN": "题", en: "Question" });
const maybe = <T>(key: string, value: fc.Arbitrary<T>, often = 0.4) =>
  fc
    .boolean()
    .chain((yes) =>
      fc
        .double({ min: 0, max: 1, noNaN: true })
        .chain(
          (chance): fc.Arbitrary<object> =>
            yes && chance < often * 2 ? value.map((one) => ({ [key]: one })) : fc.constant({}),
        ),
    );
const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);

const value = fc.oneof(
  fc.constantFrom(...optionCodes, "zh-CN", "en", "甲学院"),
  fc.integer({ min: 0, max: 6 }),
);
/** Conditions on these names. */
const conditionOn = (names: string[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ one: Condition }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 2, depthIdentifier: "condition" },
      fc.record({ item: fc.constantFrom(...names), in: fc.array(value, { minLength: 1, maxLength: 2 }) }),
      fc.record({ item: fc.constantFrom(...names), answered: fc.boolean() }),
      fc.record({
        item: fc.constantFrom(...names),
        is: fc.constantFrom("<", "<=", ">", ">=", "!="),
        than: value,
      }),
      fc.record({ all: fc.array(tie("one"), { minLength: 1, maxLength: 2 }) }),
      fc.record({ any: fc.array(tie("one"), { minLength: 1, maxLength: 2 }) }),
      fc.record({ not: tie("one") }),
    ) as fc.Arbitrary<Condition>,
  })).one;

const optionsOf = (condition: fc.Arbitrary<Condition>) =>
  fc
    .uniqueArray(fc.constantFrom(...optionCodes), { minLength: 2 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((one) =>
          merged(
            fc.record({ code: fc.constant(one), label: said }),
            maybe("showIf", condition, 0.2),
            maybe("exclusive", fc.constant(true), 0.15),
            maybe("other", fc.constant(true), 0.1),
          ),
        ),
      ),
    );

const small = fc.integer({ min: 1, max: 4 });
const particular = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<object> => {
  const options = optionsOf(condition);
  const choice = (kind: string) => fc.record({ kind: fc.constant(kind), options });
  return fc.oneof(
    merged(
      fc.record({
        kind: fc.constant("scale"),
        scale: fc.constantFrom("agree", "agree", "none"),
        allowNA: fc.boolean(),
      }),
      maybe("expect", small, 0.1),
    ),
    choice("single"),
    choice("single"),
    merged(choice("multiple"), maybe("min", small), maybe("max", small)),
    merged(choice("ranking"), maybe("max", small)),
    merged(choice("check"), fc.constant({ expect: "x" })),
    merged(choice("sum"), fc.constant({ total: 10 })),
    merged(fc.constant({ kind: "number" }), maybe("min", small), maybe("max", small)),
    fc.record({
      kind: fc.constant("year"),
      min: fc.constant(2020),
      max: fc.constantFrom(2019, 2022, "current"),
    }),
    fc.constant({ kind: "date", min: "2024-01", max: "2024-03" }),
    fc.constant({ kind: "text" }),
    fc.constant({ kind: "catalogue" }),
    fc.record({
      kind: fc.constant("short"),
      format: fc.constantFrom("plain", "postcode"),
      maxLength: fc.constantFrom(3, 9),
    }),
    fc.constant({ kind: "nps", low: { "zh-CN": "低", en: "low" }, high: { "zh-CN": "高", en: "high" } }),
    fc.constant({ kind: "section" }),
    fc.constant({ kind: "consent" }),
  );
};

/** An item under `code`, routed by `names`. */
const itemOf = (code: fc.Arbitrary<string>, names: string[], own: fc.Arbitrary<object>) => {
  const condition = conditionOn(names);
  return merged(
    fc.record({ code, rev: fc.constant(1), text: own, required: fc.boolean() }),
    particular(condition),
    maybe("showIf", condition),
  );
};

const around = (pages: fc.Arbitrary<object[]>, own: fc.Arbitrary<object>) =>
  fc
    .record({
      format: fc.constant(1),
      code: fc.constant("any"),
      respondent: fc.constant("student"),
      title: own,
      invitation: own,
      minutes: fc.constant({ from: 1, to: 5 }),
      status: own,
      scales: fc.constant({
        agree: {
          kind: "agreement",
          points: [1, 2, 3].map((one) => ({ value: one, label: { "zh-CN": `${one}分`, en: String(one) } })),
          notApplicable: { "zh-CN": "不适用", en: "n/a" },
        },
      }),
      consent: fc.constant({
        letter: [{ "zh-CN": "信", en: "letter" }],
        ticks: [
          { kind: "consent", code: "CON01", rev: 1, required: true, text: { "zh-CN": "同意", en: "Agreed" } },
        ],
      }),
      pages,
      themes: fc.constant([]),
      scoring: fc.constant([]),
    })
    .map((written) => draftDefinition.parse(written));

const known = ["language", "collector.college"];

/** Drafts of every degree of disorder: codes twice, references to nowhere and to later, texts missing, bounds turned round. */
export const anyDraft: fc.Arbitrary<Definition> = around(
  fc.array(
    merged(
      fc.record({ code: fc.constantFrom("p1", "p2", "p3"), title: text }),
      maybe("showIf", conditionOn([...codes, ...known])),
      fc.record({
        items: fc.array(
          fc.oneof(
            { weight: 5, arbitrary: itemOf(code, [...codes, ...known], text) },
            {
              weight: 1,
              arbitrary: merged(
                fc.record({
                  kind: fc.constant("block"),
                  code,
                  items: fc.array(itemOf(code, [...codes, ...known], text), { minLength: 1, maxLength: 2 }),
                }),
                maybe("showIf", conditionOn(codes)),
              ),
            },
          ),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  text,
);

/** Drafts whose references all lead to something asked before: most of what is wrong with them is in their routing. */
export const routedDraft: fc.Arbitrary<Definition> = around(
  fc.integer({ min: 1, max: 3 }).chain((pages) =>
    fc.tuple(
      ...Array.from({ length: pages }, (_, at) => {
        const before = [...codes.slice(0, at * 2), ...known];
        const [first = "AA", second = "BB"] = codes.slice(at * 2);
        return merged(
          fc.record({ code: fc.constant(`p${at}`), title: said }),
          maybe("showIf", conditionOn(before)),
          fc.record({
            items: fc.tuple(
              itemOf(fc.constant(first), before, said),
              itemOf(fc.constant(second), [...before, first], said),
            ),
          }),
        );
      }),
    ),
  ),
  said,
);

const agree = { points: [1, 2, 3].map((one) => ({ value: one, label: { "zh-CN": "", en: "" } })) };
const samples = [...optionCodes, 0, 1, 2, 3, 4, 9, 2020, 2021, "2024-01", "2024-02"];
const scales = { agree: { kind: "agreement" as const, ...agree } };

/** Something a condition can say of an item, or of what is known. */
function leafOn(item: Item): fc.Arbitrary<Condition> {
  const { isOrdered, includes } = answersTo(item, scales);
  const values = samples.filter((one) => includes(one));
  const answered = fc.boolean().map((one): Condition => ({ item: item.code, answered: one }));
  if (values.length === 0) return answered;
  const among = fc
    .subarray(values, { minLength: 1, maxLength: Math.min(2, values.length) })
    .map((one): Condition => ({ item: item.code, in: one }));
  const compared = fc
    .tuple(
      fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const),
      fc.constantFrom(...values),
    )
    .map(([is, than]): Condition => ({ item: item.code, is, than }));
  return isOrdered ? fc.oneof(among, compared, answered) : fc.oneof(among, among, answered);
}

const knownLeaf: fc.Arbitrary<Condition> = fc.constantFrom(
  { item: "language", in: ["en"] },
  { item: "collector.college", in: ["甲学院"] },
  { item: "collector.college", answered: false },
);

function soundCondition(items: Item[]): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(...items.map(leafOn), ...items.map(leafOn), knownLeaf);
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: leaf.map((not): Condition => ({ not })) },
    { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((all): Condition => ({ all })) },
    { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((any): Condition => ({ any })) },
  );
}

const never = conditionOn(["language"]);
const soundItem = (code: string) =>
  merged(
    fc.record({ code: fc.constant(code), rev: fc.constant(1), text: said, required: fc.boolean() }),
    particular(never).map((one) =>
      "options" in one ? { ...one, options: withoutRouting(one.options) } : one,
    ),
  ) as fc.Arbitrary<Item>;
const withoutRouting = (options: unknown) =>
  (options as object[]).map((one) => ({ ...one, showIf: undefined, other: undefined }));

/** Drafts with nothing wrong about them but, now and then, where their routing leads. */
export const soundDraft: fc.Arbitrary<Definition> = fc
  .tuple(...codes.slice(0, 6).map(soundItem))
  .chain((items) =>
    fc.tuple(
      fc.constant(items),
      ...items.map((_, at) => {
        const own = soundCondition(items.slice(0, at));
        return fc.record({
          item: fc.option(own, { freq: 2, nil: undefined }),
          option: fc.option(own, { freq: 3, nil: undefined }),
          page: fc.option(own, { freq: 2, nil: undefined }),
          opens: fc.boolean(),
        });
      }),
    ),
  )
  .chain(([items, ...routes]) => {
    const pages: object[] = [];
    let on: object[] = [];
    for (const [at, item] of items.entries()) {
      const route = routes[at];
      if (at === 0 || route?.opens) {
        on = [];
        pages.push({
          code: `p${at}`,
          title: { "zh-CN": "题", en: "Question" },
          showIf: route?.page,
          items: on,
        });
      }
      const options =
        "options" in item
          ? {
              options: item.options.map((one, place) =>
                place > 0 ? one : { ...one, showIf: route?.option },
              ),
            }
          : {};
      on.push({ ...item, ...options, showIf: route?.item });
    }
    return around(fc.constant(JSON.parse(JSON.stringify(pages))), said);
  });
