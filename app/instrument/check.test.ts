import { describe, expect, test } from "vitest";
import { checkDefinition } from "./check.ts";
import { type Definition, draftDefinition } from "./definition.ts";
import { noPicture } from "./new-element.ts";
import { pathsOf } from "./paths.ts";
import { templates } from "./templates/index.ts";
import { stumblesIn } from "./wording.ts";

const t = (chinese: string, english = chinese) => ({ "zh-CN": chinese, en: english });
const options = ["a", "b", "c"].map((code) => ({ code, label: t(code) }));
const single = (code: string, more: object = {}) => ({
  kind: "single",
  code,
  rev: 1,
  text: t("?"),
  options,
  ...more,
});
const statement = (code: string, more: object = {}) => ({
  ...{ kind: "scale", code, rev: 1, text: t("好"), scale: "agree" },
  ...more,
});
const points = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: at + 1, label: t(`${at + 1}`) }));

/** Two pages; `more` on the first, `last` on the second. */
const draft = (
  more: object[],
  { last = [single("LAST")], page = {}, ...rest }: Record<string, object | object[]> = {},
) =>
  draftDefinition.parse({
    ...{ format: 1, code: "small", respondent: "student", title: t("题"), invitation: t("请") },
    ...{ minutes: { from: 1, to: 3 }, status: t("测试"), themes: [], scoring: [] },
    scales: {
      agree: { kind: "agreement", points: points(5), notApplicable: t("不适用", "N/A") },
      short: { kind: "agreement", points: points(3) },
      both: { kind: "bipolar", points: points(5) },
    },
    consent: {
      letter: [t("信")],
      ticks: [{ kind: "consent", code: "CON01", rev: 1, required: true, text: t("同意") }],
    },
    pages: [
      { code: "one", title: t("一"), items: [single("FIRST"), ...more] },
      { code: "two", title: t("二"), items: last, ...page },
    ],
    ...rest,
  });
const found = (definition: Definition) =>
  checkDefinition(definition, 2026).map(({ code, place }) => `${code} ${place}`);
const is = (item: string, ...values: (string | number)[]) => ({ item, in: values });

test("nothing stands in the way of the questionnaires that are shipped; their hints are few", () => {
  for (const template of Object.values(templates)) {
    const findings = checkDefinition(template() as Definition, 2026);
    expect(findings.filter((one) => one.severity === "error")).toEqual([]);
    expect(findings.length).toBeLessThan(8);
  }
  expect(found(draft([]))).toEqual([]);
});

test.each<[string, object[], object?]>([
  ["code-twice item:FIRST", [single("FIRST")]],
  [
    "code-twice item:X1_OTHER",
    [single("X1", { options: [{ ...options[0], other: true }, options[1]] }), single("X1_OTHER")],
  ],
  ["option-twice item:X1", [single("X1", { options: [options[0], options[0]] })]],
  ["several-others item:X1", [single("X1", { options: options.map((one) => ({ ...one, other: true })) })]],
  ["unknown-item item:X1", [single("X1", { showIf: is("NONE", "a") })]],
  ["asked-later item:X1", [single("X1", { showIf: is("LAST", "a") })]],
  ["asked-later item:X1", [single("X1", { showIf: is("X1", "a") })]],
  [
    "asked-later item:X1",
    [single("X1", { options: [{ ...options[0], showIf: is("LAST", "a") }, options[1]] })],
  ],
  [
    "has-no-answer item:X1",
    [{ kind: "section", code: "SEC", rev: 1, text: t("节") }, single("X1", { showIf: is("SEC", "a") })],
  ],
  ["never-an-answer item:X1", [single("X1", { showIf: is("FIRST", "d") })]],
  ["has-no-order item:X1", [single("X1", { showIf: { item: "FIRST", is: "<", than: "b" } })]],
  [
    "compares-nothing item:X1",
    [statement("S1"), single("X1", { showIf: { item: "S1", is: "!=", than: "a" } })],
  ],
  [
    "na-compares item:X1",
    [statement("S1", { allowNA: true }), single("X1", { showIf: { item: "S1", is: ">", than: 3 } })],
  ],
  ["no-theme item:X1", [single("X1", { theme: "NOPE" })]],
  ["missing-text item:X1", [single("X1", { text: t("问", "") })]],
  ["pipe-unknown item:X1", [single("X1", { text: t("{{NOPE}}？") })]],
  ["pipe-later item:X1", [single("X1", { text: t("{{LAST}}？") })]],
  ["pipe-same-page item:X1", [single("X1", { text: t("{{FIRST}}？") })]],
  ["no-scale item:X1", [statement("X1", { scale: "none" })]],
  [
    "no-picture item:X1",
    [{ kind: "image", code: "X1", rev: 1, text: t(""), alt: t("图"), file: noPicture, width: 1, height: 1 }],
  ],
  ["expect-unknown item:X1", [statement("X1", { expect: 9 })]],
  ["least-above-most item:X1", [{ kind: "number", code: "X1", rev: 1, text: t("?"), min: 5, max: 4 }]],
  [
    "least-above-most item:X1",
    [{ kind: "year", code: "X1", rev: 1, text: t("?"), min: 2027, max: "current" }],
  ],
  ["no-number-between item:X1", [{ kind: "number", code: "X1", rev: 1, text: t("?"), min: 0.2, max: 0.8 }]],
  [
    "format-too-long item:X1",
    [{ kind: "short", code: "X1", rev: 1, text: t("?"), format: "postcode", maxLength: 5 }],
  ],
  ["more-than-offered item:X1", [{ ...single("X1"), kind: "multiple", min: 4 }]],
  ["nothing-to-require item:X1", [{ kind: "section", code: "X1", rev: 1, required: true, text: t("节") }]],
  ["asks-identity item:X1", [{ kind: "short", code: "X1", rev: 1, text: t("您的学号是？", "Which one?") }]],
  ["unreachable-item item:X1", [single("X1", { showIf: { all: [is("FIRST", "a"), is("FIRST", "b")] } })]],
  [
    "unreachable-option item:X1",
    [
      single("X1", {
        showIf: is("FIRST", "a"),
        options: [options[0], options[1], { ...options[2], showIf: is("FIRST", "b") }],
      }),
    ],
  ],
  [
    "dead-end item:X1",
    [single("X1", { required: true, options: options.map((one) => ({ ...one, showIf: is("FIRST", "a") })) })],
  ],
  [
    "nothing-offered item:X1",
    [single("X1", { options: options.map((one) => ({ ...one, showIf: is("FIRST", "a") })) })],
  ],
  [
    "unreachable-page page:two",
    [],
    { page: { showIf: { all: [is("FIRST", "a"), { not: is("FIRST", "a") }] } } },
  ],
  ["asked-later page:two", [], { page: { showIf: is("LAST", "a") } }],
  [
    "scored-bipolar scoring:SC",
    [statement("S1"), statement("S2", { scale: "both" })],
    { scoring: [scored("S1", "S2")] },
  ],
  [
    "scored-lengths scoring:SC",
    [statement("S1"), statement("S2", { scale: "short" })],
    { scoring: [scored("S1", "S2")] },
  ],
  ["scored-no-scale-item scoring:SC", [statement("S1")], { scoring: [scored("S1", "FIRST")] }],
  ["scored-unknown scoring:SC", [statement("S1")], { scoring: [scored("S1", "S9")] }],
  [
    "min-valid scoring:SC",
    [statement("S1"), statement("S2")],
    { scoring: [{ ...scored("S1", "S2"), minValid: 3 }] },
  ],
  [
    "no-required-tick consent",
    [],
    { consent: { letter: [t("信")], ticks: [{ kind: "consent", code: "CON01", rev: 1, text: t("好") }] } },
  ],
  ["reserved item:X1", [single("X1")], { reserved: [{ code: "X1", note: t("留") }] }],
])("%s", (expected, more, rest = {}) => {
  expect(found(draft(more, rest as Record<string, object>))).toContain(expected);
});

function scored(...items: string[]) {
  return { code: "SC", title: t("分"), meaning: t("高"), items, minValid: 1 };
}

test("bands that overlap are wrong; what lies between them is a hint", () => {
  const bands = (...ends: [number | undefined, number | undefined][]) =>
    draft([
      {
        ...{ kind: "number", code: "X1", rev: 1, text: t("?") },
        bands: ends.map(([from, below], at) => ({ code: `b${at}`, label: t(`${at}`), from, below })),
      },
    ]);
  expect(found(bands([undefined, 5], [4, undefined]))).toEqual(["bands-overlap item:X1"]);
  expect(found(bands([undefined, 5], [6, undefined]))).toEqual(["bands-gap item:X1"]);
  expect(found(bands([undefined, 5], [5, undefined]))).toEqual([]);
});

test("what somebody is known by can be anything: routing by it is never called impossible", () => {
  const by = (showIf: object) => found(draft([], { page: { showIf } }));
  expect(by(is("collector.college", "甲学院"))).toEqual([]);
  expect(by({ all: [is("collector.college", "甲学院"), is("collector.college", "College A")] })).toEqual([]);
  expect(by({ not: { item: "collector.class", answered: true } })).toEqual([]);
  expect(by(is("language", "en"))).toEqual([]);
  expect(by({ all: [is("language", "en"), is("language", "zh-CN")] })).toEqual(["unreachable-page page:two"]);
});

test("a reference that leads nowhere is said once, not again wherever it leads", () => {
  const definition = draft([single("X1"), single("X2", { showIf: is("X1", "a") })], {
    page: { showIf: is("FIRST", "a") },
  });
  const [one] = definition.pages;
  if (one) one.showIf = is("LAST", "a");
  expect(found(definition)).toEqual(["asked-later page:one"]);
  if (one) one.showIf = { all: [is("language", "en"), is("language", "zh-CN")] };
  expect(found(definition)).toEqual(["nothing-asked instrument", "unreachable-page page:one"]);
});

test("answers with which nothing is asked are told", () => {
  const definition = draft([]);
  for (const page of definition.pages) page.showIf = is("collector.college", "甲学院");
  expect(found(definition)).toContain("nothing-asked instrument");
});

describe("ways through", () => {
  const paths = (definition: Definition) => pathsOf(definition, 2026, "zh-CN");
  test("are counted by what is seen: three for the students' questionnaire", () => {
    const { routes, lengths } = paths(templates["oneplusx-student"]() as Definition);
    expect(routes).toEqual({ count: 3, atLeast: false });
    expect(lengths[0]?.shortest).toMatchObject({
      items: 8,
      answers: [{ code: "SCR01", words: "没有参加过" }],
    });
    expect(lengths[0]?.longest.answers.map((one) => one.code)).toEqual(["SCR01"]);
  });
  test("twenty pages that come or stay away by themselves: two to the twentieth, without going along each", () => {
    const definition = draft([]);
    const pages = Array.from({ length: 20 }, (_, at) => [
      { ...definition.pages[0]!, code: `ask${at}`, items: [single(`Q${at}A`)] },
      { ...definition.pages[0]!, code: `then${at}`, items: [single(`Q${at}B`)], showIf: is(`Q${at}A`, "a") },
    ]).flat();
    const many = draftDefinition.parse({ ...definition, pages });
    expect(paths(many).routes).toEqual({ count: 2 ** 20, atLeast: false });
    expect(found(many)).toEqual([]);
  });
  test("too many to remember at once are not proved, and nothing is called unreachable for it", () => {
    const definition = draft([]);
    const asking = Array.from({ length: 14 }, (_, at) => single(`Q${at}A`));
    const all = asking.map((one) => is(one.code, "a"));
    const many = draftDefinition.parse({
      ...definition,
      pages: [
        { ...definition.pages[0], items: asking },
        { ...definition.pages[1], items: [single("ZZ")], showIf: { all } },
        { ...definition.pages[1], code: "three", items: [single("YY")] },
      ],
    });
    const start = performance.now();
    expect(found(many).filter((one) => !one.startsWith("not-proved"))).toEqual([]);
    expect(paths(many).routes.atLeast).toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("wording", () => {
  const codes = (text: string, language = "zh-CN") => stumblesIn(text, language, true).map((one) => one.code);
  test.each(["我不认为没有证书的人找不到工作", "学校不是没有给我支持", "很难说老师没有不耐烦"])(
    "two negations: %s",
    (text) => expect(codes(text)).toContain("double-negative"),
  );
  test.each([
    "我是不是满意很难说",
    "课程不仅有用，而且不难",
    "讲解不清楚、不及时",
    "考试非常不公平",
    "差别不大",
  ])("one negation or none: %s", (text) => expect(codes(text)).not.toContain("double-negative"));
  test.each(["评分标准清楚、公平。", "课程有用并且有趣", "我对教材和老师都很满意", "老师既耐心又专业"])(
    "two things in one: %s",
    (text) => expect(codes(text)).toContain("double-barrelled"),
  );
  test.each(["课程内容与岗位要求相符。", "证书和学历之间没有冲突。", "教材能跟上新技术、新工艺、新规范。"])(
    "one thing: %s",
    (text) => expect(codes(text)).not.toContain("double-barrelled"),
  );
  test("English", () => {
    expect(codes("I do not think it is unnecessary", "en")).toEqual(["double-negative"]);
    expect(codes("It was not only useful", "en")).toEqual([]);
    expect(codes("The criteria are clear and fair.", "en")).toEqual(["double-barrelled"]);
    expect(codes("There is a link between school and work.", "en")).toEqual([]);
    expect(codes("Obviously the exam is too hard", "en")).toEqual(["leading"]);
    expect(codes("Ce n'est pas sans raison", "fr")).toEqual([]);
  });
});
