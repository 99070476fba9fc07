import { describe, expect, it } from "vitest";
import { draftDefinition } from "#app/instrument/definition.ts";
import type { Finding, FindingCode } from "./report.ts";
import { exported, messy, untagged } from "./testing/wjx-text-samples.ts";
import { wjxText } from "./wjx-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => wjxText.read({ name: "课程体验.txt", bytes: bytes(text) });
const itemsOf = (text: string) => read(text).draft.pages.flatMap((page) => page.items);
const labels = (item: ReturnType<typeof itemsOf>[number] | undefined) =>
  item && "options" in item ? item.options.map((one) => one.label["zh-CN"]) : undefined;
const told = (findings: Finding[], code: FindingCode) =>
  findings.filter((one) => one.code === code).map((one) => one.place.line);

/** Where a line beginning so stands. */
const lineOf = (text: string, start: string) =>
  text.split("\n").findIndex((one) => one.trim().startsWith(start)) + 1;

describe("a messy file", () => {
  const { draft, findings, read: counts } = read(messy);
  const items = draft.pages.flatMap((page) => page.items);
  const by = (code: string) => items.find((item) => item.code === code);

  it("becomes a draft with every question it can carry, coded by the file's numbers", () => {
    expect(draftDefinition.safeParse(draft).success).toBe(true);
    expect(items.map((item) => `${item.code} ${item.kind}`)).toEqual([
      "Q1 single",
      "Q2 single",
      "Q3 multiple",
      "Q4 single",
      "Q5_1 scale",
      "Q5_2 scale",
      "Q6_1 single",
      "Q6_2 single",
      "Q7 scale",
      "Q8 ranking",
      "Q9_1 text",
      "Q9_2 text",
      "Q10 text",
    ]);
    expect(counts).toEqual({
      单选题: 3,
      多选题: 1,
      矩阵量表题: 1,
      矩阵单选题: 1,
      量表题: 1,
      排序题: 1,
      多项填空题: 1,
      填空题: 1,
    });
  });

  it("has the words without numbers, tags, stars and marks", () => {
    expect(draft.title).toEqual({ "zh-CN": "大学生课程体验调查", en: "" });
    expect(draft.invitation["zh-CN"]).toBe("您好！这是一份匿名问卷，\n请根据实际情况填写。");
    expect(draft.pages.map((page) => page.title["zh-CN"])).toEqual(["一、基本信息", "二、态度"]);
    expect(items.map((item) => item.text["zh-CN"])).toEqual([
      "您的性别",
      "您的年级",
      "您参加过哪些活动？（最多选3项）",
      "您是否考过证书",
      "老师讲得清楚",
      "教材合适",
      "工作环境",
      "团队协作",
      "我愿意推荐这门课",
      "请给下列方面排序",
      "姓名",
      "电话",
      "说说您的建议",
    ]);
    expect(items.map((item) => item.required)).toEqual([true, true, true, true, ...Array(9).fill(false)]);
    expect(labels(by("Q1"))).toEqual(["男", "女"]);
    expect(labels(by("Q2"))).toEqual(["大一", "大二", "大三", "大四"]);
    expect(labels(by("Q3"))).toEqual(["社团", "竞赛", "志愿服务", "其他"]);
    expect(by("Q3")).toMatchObject({ max: 3 });
    expect(labels(by("Q6_1"))).toEqual(["很不满意", "不满意", "满意"]);
    expect(by("Q5_1")?.help?.["zh-CN"]).toBe("您在多大程度上同意以下说法");
    expect(by("Q5_2")?.help).toBeUndefined();
  });

  it("shares one scale between the matrix and the statement turned round", () => {
    expect(Object.keys(draft.scales)).toEqual(["agree5"]);
    expect(draft.scales.agree5?.points.map((one) => `${one.value} ${one.label["zh-CN"]}`)).toEqual([
      "1 非常不同意",
      "2 不同意",
      "3 一般",
      "4 同意",
      "5 非常同意",
    ]);
    expect(by("Q7")).toMatchObject({ scale: "agree5", reverse: false });
    expect(told(findings, "changed.order")).toEqual([lineOf(messy, "非常同意")]);
  });

  it("turns jumps and dependencies into conditions", () => {
    const away = { not: { item: "Q4", in: ["2"] } };
    expect(items.filter((item) => item.showIf).map((item) => item.code)).toEqual([
      "Q5_1",
      "Q5_2",
      "Q6_1",
      "Q6_2",
      "Q10",
    ]);
    expect(by("Q6_2")?.showIf).toEqual(away);
    expect(by("Q10")?.showIf).toEqual({ item: "Q4", in: ["1"] });
    expect(told(findings, "changed.routing")).toEqual([lineOf(messy, "○ 否"), lineOf(messy, "10.")]);
  });

  it("says what it changed and left out, and where", () => {
    expect(findings.slice(0, 2).map((one) => one.code)).toEqual(["changed.consent", "changed.untranslated"]);
    expect(told(findings, "changed.text")).toEqual([6]);
    expect(told(findings, "lost.other")).toEqual([]);
    expect(findings.filter((one) => one.code === "lost.kind").map((one) => one.details)).toEqual([
      { type: "段落说明", text: "谢谢您的参与！", lines: "47–47" },
    ]);
    const codes = new Set(items.map((item) => item.code));
    expect(findings.filter((one) => one.item && !codes.has(one.item))).toEqual([]);
  });
});

describe("a Word export", () => {
  const { draft, findings } = read(exported);
  const items = draft.pages.flatMap((page) => page.items);

  it("joins lines of one question and takes the second number away", () => {
    expect(items[0]?.text["zh-CN"]).toBe("What do you think of the club? (您怎么看这个社团？)");
    expect(items[0]?.required).toBe(true);
    expect(labels(items[0])).toEqual(["不喜欢（No）", "喜欢(Yes)", "其它，请注明"]);
    expect(items[1]).toMatchObject({ code: "Q2", kind: "scale", required: true });
    expect(items[1]?.text["zh-CN"]).toBe("我可以从社团中学到东西");
    expect(told(findings, "changed.text")).toEqual([8]);
  });

  it("reads circles under columns as a matrix, its N/A apart, the best in the middle", () => {
    expect(draft.scales.bipolar5).toMatchObject({ kind: "bipolar", notApplicable: { "zh-CN": "不清楚" } });
    expect(items.slice(2, 4).map((item) => [item.code, item.text["zh-CN"]])).toEqual([
      ["Q3_1", "活动次数"],
      ["Q3_2", "培训时间"],
    ]);
    expect(items[2]).toMatchObject({ scale: "bipolar5", allowNA: true, required: true });
  });

  it("takes mere numbers and a question of yes or no for single choices, and says so", () => {
    expect(labels(items[4])).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(labels(items[5])).toEqual(["对", "错"]);
    expect(told(findings, "changed.kind")).toEqual([
      lineOf(exported, "2. 2."),
      lineOf(exported, "4."),
      lineOf(exported, "5."),
    ]);
  });

  it("hides everything from those whom an answer sends to the end", () => {
    expect(
      items.slice(1).every((item) => JSON.stringify(item.showIf).includes('"not":{"item":"Q1","in":["1"]}')),
    ).toBe(true);
  });
});

it("reads a file without types, and does not claim it", () => {
  const file = { name: "a.txt", bytes: bytes(untagged) };
  expect(wjxText.recognises(file)).toBe(false);
  expect(itemsOf(untagged).map((item) => [item.kind, labels(item)])).toEqual([
    ["single", ["四人间", "六人间"]],
    ["multiple", ["学习", "休息", "娱乐"]],
    ["text", undefined],
  ]);
});
