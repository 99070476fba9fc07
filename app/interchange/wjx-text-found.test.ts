import { describe, expect, it } from "vitest";
import { Coding } from "./coding.ts";
import { wjxText } from "./wjx-text.ts";

/** Forms in which people's own files came, and were once read wrongly. */
const read = (text: string) => wjxText.read({ name: "a.txt", bytes: new TextEncoder().encode(text) });
const itemsOf = (text: string) => read(text).draft.pages.flatMap((page) => page.items);
const labels = (item: ReturnType<typeof itemsOf>[number] | undefined) =>
  item && "options" in item ? item.options.map((one) => one.label["zh-CN"]) : undefined;

describe("files as people have them", () => {
  it("takes the star of a blank that must be filled in for no word", () => {
    const [item] = itemsOf("问卷\n1. 年级[单选题]*\n○ 一年级\n○ 其他__________ *\n");
    expect(labels(item)).toEqual(["一年级", "其他"]);
    expect(item).toMatchObject({ options: [{}, { other: true }] });
  });

  it("takes empty brackets for marks", () => {
    expect(labels(itemsOf("问卷\n1. 排序[排序题]\n[ ]就业\n【　】兴趣\n( ) 证书\n")[0])).toEqual([
      "就业",
      "兴趣",
      "证书",
    ]);
  });

  it("keeps recommending as what it is", () => {
    const line = `不可能 ${Array.from({ length: 11 }, (_, at) => `○${at}`).join(" ")} 极有可能`;
    expect(itemsOf(`问卷\n1. 推荐吗[NPS量表]*\n${line}\n`)[0]).toMatchObject({
      kind: "nps",
      required: true,
      low: { "zh-CN": "不可能" },
      high: { "zh-CN": "极有可能" },
    });
    expect(itemsOf("问卷\n1. 推荐吗[NPS量表题]\n1 2 3 4 5\n")[0]).toMatchObject({ kind: "single" });
  });

  it("reads a matrix whose columns stand below its rows, or between strokes", () => {
    const below = "问卷\n1. 态度[矩阵量表题]\n我主动\n我努力\n○从不 ○偶尔 ○经常\n";
    const strokes = "问卷\n1. 态度[矩阵题]\n|行标题|从不|偶尔|经常|\n|我主动| | | |\n|我努力| | | |\n";
    for (const text of [below, strokes]) {
      const items = itemsOf(text);
      expect(items.map((one) => one.text["zh-CN"])).toEqual(["我主动", "我努力"]);
      expect(labels(items[0])).toEqual(["从不", "偶尔", "经常"]);
    }
  });

  it.each([
    ["（至少选1项，至多选2项）", { min: 1, max: 2 }],
    ["[请选择2-3项]", { min: 2, max: 3 }],
  ])("carries a least number to choose: %s", (said, bounds) => {
    const text = `问卷\n1. 哪些${said}[多选题]\n甲\n乙\n丙\n`;
    expect(itemsOf(text)[0]).toMatchObject(bounds);
    expect(read(text).findings.map((one) => one.code)).not.toContain("lost.constraint");
  });

  it("reads a tag before the number, and does not take English questions for the invitation", () => {
    const items = itemsOf("问卷\n【多选题】１、课程\n□甲□乙\n");
    expect(items[0]).toMatchObject({ kind: "multiple", text: { "zh-CN": "课程" } });
    const { draft, findings } = read(
      "Survey\n1. Gender? [Single choice]*\n( ) F\n( ) M\n2. Rate [Matrix]\nA\n",
    );
    expect(labels(draft.pages[0]?.items[0])).toEqual(["F", "M"]);
    expect(draft.invitation["zh-CN"]).toBe("");
    expect(findings).toContainEqual(expect.objectContaining({ code: "lost.kind", place: { line: 5 } }));
  });

  it("keeps 1 as 1 where a file also has -1", () => {
    const coding = Coding.options();
    expect(["-1", "0", "1"].map((name) => coding.of(name))).toEqual(["minus_1", "0", "1"]);
  });
});
