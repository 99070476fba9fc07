import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftDefinition } from "#app/instrument/definition.ts";
import { Unreadable } from "./report.ts";
import { wjxText } from "./wjx-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const given = (text: string) => ({ name: "", bytes: bytes(text) });

describe("whatever comes in", () => {
  const han = (number: number) =>
    [...String(number).padStart(3, "0")].map((one) => "子丑寅卯辰巳午未申酉"[Number(one)]).join("");
  const before = [
    "",
    "",
    "1. ",
    "2、",
    "Q3：",
    "第4题 ",
    "（5）",
    "*6. ",
    "A. ",
    "B、",
    "○ ",
    "□",
    "- ",
    "行：",
    "列：",
    "一、",
    "===",
    "说明：",
    "[标签]",
    "1~5 ",
    "（一）",
    "您好！",
  ];
  const after = [
    "",
    "",
    "",
    "[单选题]",
    "【多选题】",
    "[矩阵量表题]",
    "[矩阵多选题]",
    "[矩阵填空题]",
    "[量表题]",
    "[填空题]",
    "[多项填空]",
    "[排序题]",
    "[判断题]",
    "[段落说明]",
    "[分页]",
    "*",
    "____",
    "____，____",
    "（跳到第5题）",
    "(依赖于第1题第1个选项)",
    "\t非常同意\t同意",
    " 同意 不同意",
    "(5分)",
    "（选填）",
    "[神秘题]",
    "(正确答案)",
    "（最多选2项）",
    "：",
    " 1 2 3",
  ];
  const line = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...before), fc.constantFrom(...after), fc.boolean()) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "===",
        "非常不同意 不同意 一般 同意 非常同意",
        "[单选题]",
        "____",
        "1~5",
        "行：",
        "列：",
      ),
    },
  );
  const file = fc
    .array(line, { maxLength: 30 })
    .map((all) =>
      all
        .map((one, at) =>
          typeof one === "string" ? one : `${one[0]}鹅${han(at)}${one[1]}${one[2] ? "\n" : ""}`,
        )
        .join("\n"),
    );

  it("keeps every line, in the draft or in a finding with its place", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(file, (text) => {
        let imported: ReturnType<typeof wjxText.read>;
        try {
          imported = wjxText.read(given(text));
        } catch (problem) {
          if (!(problem instanceof Unreadable)) throw problem;
          return;
        }
        expect(draftDefinition.safeParse(imported.draft).success).toBe(true);
        const codes = imported.draft.pages.flatMap((page) => page.items.map((item) => item.code));
        expect(new Set(codes).size).toBe(codes.length);
        const draft = JSON.stringify(imported.draft);
        const details = JSON.stringify(imported.findings.map((one) => one.details));
        const inside = (at: number) =>
          imported.findings.some(({ details: told }) => {
            const [from, to] = String(told?.lines ?? "")
              .split("–")
              .map(Number);
            return from !== undefined && to !== undefined && from <= at && at <= to;
          });
        text.split("\n").forEach((one, index) => {
          const mark = /鹅.../.exec(one)?.[0];
          if (mark && !draft.includes(mark) && !details.includes(mark) && !inside(index + 1))
            throw new Error(`line ${index + 1} is gone: ${one}`);
        });
        for (const finding of imported.findings)
          if (!["changed.consent", "changed.untranslated"].includes(finding.code))
            expect(finding.place.line).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("throws nothing but Unreadable for any text or bytes", { timeout: 30_000 }, () => {
    const tries = (one: Uint8Array) => {
      try {
        wjxText.recognises({ name: "", bytes: one });
        wjxText.write(wjxText.read({ name: "", bytes: one }).draft);
      } catch (problem) {
        if (!(problem instanceof Unreadable)) throw problem;
      }
    };
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) =>
        tries(bytes(`1. 题[单选题]\n${text}`)),
      ),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(file, (text) => tries(bytes(text))),
      { numRuns: 100 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), tries), { numRuns: 150 });
  });
});

describe("hostile files end at once", () => {
  const refused = (content: Uint8Array) => {
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const start = performance.now();
    let reason: unknown = "read";
    try {
      wjxText.read({ name: "x.txt", bytes: content });
    } catch (problem) {
      reason = problem instanceof Unreadable ? problem.reason : problem;
    }
    const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before;
    expect(performance.now() - start).toBeLessThan(2000);
    expect(grown).toBeLessThan(150_000_000);
    return reason;
  };
  it.each([
    ["nothing", "", "empty"],
    ["only gaps", " \n\u200B\n\t", "empty"],
    ["words only", "你好\n世界", "noQuestions"],
    ["only a question that is not carried", "1. 题[文件上传]\n甲\n乙", "noQuestions"],
    ["a million lines", "甲\n".repeat(1_000_000), "tooLarge"],
    ["a hundred thousand lines", "甲\n".repeat(100_000), "tooMany"],
    [
      "a matrix of a thousand by a thousand",
      `1. 题[矩阵单选题]\n${"甲 ".repeat(1000)}\n${"行\n".repeat(1000)}`,
      "tooMany",
    ],
    ["a thousand jumps to the end", "题[单选题]\n甲(结束问卷)\n乙\n".repeat(1000), "read"],
    ["ten thousand questions", "1. 题[填空题]\n".repeat(10_000), "tooMany"],
    ["ten thousand answers", `1. 题[单选题]\n${"甲\n".repeat(10_000)}`, "tooMany"],
    ["a hundred thousand words on a line", `1. 题[单选题]\n${"甲 ".repeat(100_000)}`, "tooMany"],
    ["too many bytes", "甲".repeat(4_000_000), "tooLarge"],
    ["one long line of brackets", `1. ${"[(".repeat(900_000)}[单选题]`, "read"],
    ["many lines of brackets", `${"[(【（*".repeat(500)}\n`.repeat(390), "noQuestions"],
  ])("%s", (_, text, reason) => {
    expect(refused(bytes(text))).toBe(reason);
  });
  it.each([
    ["a zip", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ["noise", Uint8Array.from({ length: 5000 }, (_, at) => 0x80 + ((at * 37) % 128))],
  ])("%s", (_, content) => {
    expect(["wrongFormat", "noQuestions"]).toContain(refused(content));
    expect(wjxText.recognises({ name: "x.txt", bytes: content })).toBe(false);
  });
  it("keeps to its own words for types", () => {
    const { draft, read } = wjxText.read(
      given("问卷\n1. 甲[__proto__]\n\n2. 乙[constructor]\n\n3. 丙[填空题]"),
    );
    expect(Object.keys(read)).toEqual(["填空题"]);
    expect(draft.pages[0]?.items).toHaveLength(1);
    expect({}).not.toHaveProperty("polluted");
  });
});
