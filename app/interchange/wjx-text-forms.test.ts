import { describe, expect, it } from "vitest";
import type { Finding, FindingCode } from "./report.ts";
import { wjxText } from "./wjx-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => wjxText.read({ name: "课程体验.txt", bytes: bytes(text) });
const itemsOf = (text: string) => read(text).draft.pages.flatMap((page) => page.items);
const labels = (item: ReturnType<typeof itemsOf>[number] | undefined) =>
  item && "options" in item ? item.options.map((one) => one.label["zh-CN"]) : undefined;
const told = (findings: Finding[], code: FindingCode) =>
  findings.filter((one) => one.code === code).map((one) => one.place.line);

describe("how bytes become text", () => {
  const plain = "问卷\n1. 性别[单选题]\n男\n女\n";
  // iconv -t GBK of the same text.
  const gbk = "cecabeed0a312e20d0d4b1f05bb5a5d1a1cce25d0ac4d00ac5ae0a";
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...plain].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
  ]);
  it.each([
    ["UTF-8 with a mark", bytes(`\uFEFF${plain}`)],
    ["GBK", Uint8Array.from(gbk.match(/../g) ?? [], (one) => Number.parseInt(one, 16))],
    ["UTF-16", utf16],
    ["CR LF", bytes(plain.replaceAll("\n", "\r\n"))],
    ["CR alone", bytes(plain.replaceAll("\n", "\r"))],
    ["every other line empty", bytes(plain.replaceAll("\n", "\n\n"))],
    ["what is not seen", bytes(plain.replace("性", "\u200B性\u00AD").replace("[单", "\u2060[单"))],
  ])("%s", (_, given) => {
    const { draft, findings } = wjxText.read({ name: "x.txt", bytes: given });
    expect(draft.title["zh-CN"]).toBe("问卷");
    expect(draft.pages[0]?.items[0]).toMatchObject({ code: "Q1", kind: "single", text: { "zh-CN": "性别" } });
    expect(labels(draft.pages[0]?.items[0])).toEqual(["男", "女"]);
    expect(findings.map((one) => one.code)).toEqual(["changed.consent", "changed.untranslated"]);
    expect(wjxText.recognises({ name: "x", bytes: given })).toBe(true);
  });
});

describe("numbers, answers and marks", () => {
  const head = (line: string) => itemsOf(`问卷\n\n${line}\n甲\n乙\n`)[0];
  it.each([
    "1. 题[单选题]",
    "1、题[单选题]",
    "1．题【单选题】",
    "Q1 题[单选题]",
    "q1.题(单选题)",
    "第1题：题[单选题]",
    "（1）题[单选题]",
    "1题[单选题]",
    "*1. 题 [单选题]",
    "１、题［单选题］",
    "[单选题] 题",
    "题 [单选题]",
  ])("%s", (line) => {
    expect(head(line)).toMatchObject({ code: "Q1", kind: "single", text: { "zh-CN": "题" } });
  });
  it.each([
    ["1. 题[单选题] *", true],
    ["1. *题[单选题]", true],
    ["1. 题[单选题][必答]", true],
    ["1. 题（必填）[单选题]", true],
    ["1. 题[单选题]（选填）", false],
    ["1. 题[单选题]", false],
  ])("%s required: %s", (line, required) => {
    expect(head(line)?.required).toBe(required);
  });
  it.each([
    ["A. 甲\nB. 乙", ["甲", "乙"]],
    ["a) 甲\nb) 乙", ["甲", "乙"]],
    ["A甲 B乙 C丙", ["甲", "乙", "丙"]],
    ["A.甲B.乙C.丙", ["甲", "乙", "丙"]],
    ["A. 维生素A、B\nB. 其他", ["维生素A、B", "其他"]],
    ["1. 甲\n2. 乙", ["甲", "乙"]],
    ["①甲 ②乙", ["甲", "乙"]],
    ["□甲\t□乙", ["甲", "乙"]],
    ["甲 乙", ["甲", "乙"]],
    ["18 岁以下\n18 到 25 岁", ["18 岁以下", "18 到 25 岁"]],
    ["A级\n甲级", ["A级", "甲级"]],
    ["1-5件\n6-10件", ["1-5件", "6-10件"]],
    ["A. 甲\n\nB. 乙", ["甲", "乙"]],
  ])("answers %j", (lines, expected) => {
    expect(labels(itemsOf(`问卷\n1. 题[单选题]\n${lines}\n2. 完[填空题]\n`)[0])).toEqual(expected);
  });
  it("counts through where numbers repeat, and says which became which", () => {
    const { draft, findings } = read("问卷\n1. 甲[填空题]\n1. 乙[填空题]\n2. 丙[填空题]");
    expect(draft.pages[0]?.items.map((item) => item.code)).toEqual(["Q1", "Q2", "Q3"]);
    expect(told(findings, "changed.code")).toEqual([3, 4]);
  });
  it("finds a question that lost its type between two that have it", () => {
    const { draft, findings } = read("问卷\n1. 甲[单选题]\n是\n否\n\n2. 乙\n好\n坏\n\n3. 丙[填空题]");
    expect(draft.pages[0]?.items.map((item) => item.kind)).toEqual(["single", "single", "text"]);
    expect(findings.find((one) => one.code === "changed.kind")).toMatchObject({
      place: { line: 6 },
      item: "Q2",
    });
  });
  it("opens a page at each break, and twelve items a page without any", () => {
    expect(
      read("问卷\n1. 甲[填空题]\n===\n2. 乙[填空题]\n[分页]\n[分页栏]\n3. 丙[填空题]").draft.pages,
    ).toHaveLength(3);
    const many = Array.from({ length: 25 }, (_, at) => `${at + 1}. 题[填空题]`).join("\n");
    expect(read(many).draft.pages.map((page) => page.items.length)).toEqual([12, 12, 1]);
  });
});

describe("which answers are a scale", () => {
  const first = (answers: string, tag = "矩阵量表题") =>
    itemsOf(`问卷\n1. 题[${tag}]\n${answers}\n行甲\n行乙\n`)[0];
  it.each([
    ["非常不同意 不同意 一般 同意 非常同意", "agreement"],
    ["非常同意 同意 中立 不同意 非常不同意", "agreement"],
    ["完全不符合 比较不符合 不确定 比较符合 完全符合", "agreement"],
    ["非常不同意1 不同意2 一般3 同意4 非常同意5", "agreement"],
    ["非常不同意 2 3 4 非常同意", "agreement"],
    ["非常不同意\t1\t2\t3\t4\t5\t非常同意", "agreement"],
    ["非常不同意 不同意 一般 同意 非常同意 不适用", "agreement"],
    ["太易 偏易 适中 偏难 太难", "bipolar"],
    ["非常不满意 不满意 一般 满意 非常满意", undefined],
    ["从不 偶尔 有时 经常 总是", undefined],
    ["不同意 一般 同意", undefined],
    ["非常不同意 不同意 较不同意 不确定 较同意 同意 非常同意", undefined],
    ["不同意 非常不同意 一般 同意 非常同意", undefined],
    ["1~5", undefined],
  ])("%s: %s", (answers, kind) => {
    const { scales } = read(`问卷\n1. 题[矩阵量表题]\n${answers}\n行甲\n行乙\n`).draft;
    expect(first(answers)?.kind).toBe(kind ? "scale" : "single");
    expect(Object.values(scales)[0]?.kind).toBe(kind);
  });
  it("tells scores that are not the points", () => {
    const { findings } = read(
      "问卷\n1. 题[量表题]\n非常不同意(0分)\n不同意(1分)\n一般(2分)\n同意(3分)\n非常同意(4分)\n",
    );
    expect(told(findings, "lost.score")).toEqual([3]);
  });
  it("scores a reversed statement from the other end", () => {
    expect(itemsOf("问卷\n1. 题[反向量表题]\n非常不同意\n不同意\n一般\n同意\n非常同意")[0]).toMatchObject({
      reverse: true,
    });
  });
});
