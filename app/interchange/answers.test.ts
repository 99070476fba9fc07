import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { headingParts, likeness, whatColumnTells } from "./answers-columns.ts";
import { guessTargets } from "./answers-guess.ts";
import { type AnswersMapping, readAnswers, takenTwice } from "./answers-rows.ts";
import { answersLimits, dayOf, packTable, readAnswersTable, unpackTable } from "./answers-table.ts";
import { Unreadable } from "./report.ts";

const student = templates["oneplusx-student"]();
const teacher = templates["oneplusx-teacher"]();
const textOf = (code: string, instrument = student) =>
  itemsOf(instrument).find((one) => one.code === code)!.text["zh-CN"];
const file = (text: string, name = "答卷.csv") => ({ name, bytes: new TextEncoder().encode(text) });
const csv = (rows: string[][]) =>
  file(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"));
const mapping = (targets: string[]): AnswersMapping => ({
  targets,
  meanings: new Map(),
  day: "2026-11-22",
  language: "zh-CN",
  today: "2026-11-22",
});
const read = async (rows: string[][], instrument = student, change: Partial<AnswersMapping> = {}) => {
  const table = await readAnswersTable(csv(rows));
  const targets = guessTargets(table.headings, instrument);
  return {
    table,
    targets,
    ...readAnswers(table, instrument, { ...mapping(targets), ...change }, (typed) =>
      typed === "云记账" ? "demo-ledger" : undefined,
    ),
  };
};

describe("headings", () => {
  test.each([
    ["1、您在哪里就读？", { number: "1", text: "您在哪里就读？" }],
    ["3(我的老师).请评价", { number: "3", part: "我的老师", text: "请评价" }],
    ["5(选项A)", { number: "5", part: "选项A", text: "" }],
    ["5、为什么参加？(提升技能)", { number: "5", part: "提升技能", text: "为什么参加？" }],
    ["7、请评价—考务管理严格", { number: "7", part: "考务管理严格", text: "请评价" }],
    ["EXM01", { text: "EXM01" }],
  ])("%s is taken apart", (heading, parts) => expect(headingParts(heading)).toEqual(parts));

  test.each([
    ["来自IP", "personal"],
    ["来源详情", "personal"],
    ["姓名", "personal"],
    ["Email address", "personal"],
    ["所用时间(秒)", "technical"],
    ["所用时间", "technical"],
    ["序号", "technical"],
    ["总分", "technical"],
    ["提交答卷时间", "day"],
    ["submitdate", "day"],
    ["12、您用手机还是电脑参加考试？", "question"],
    ["6、您的手机号", "personal"],
    ["9、联系方式（选填）", "personal"],
    ["CAR03", "question"],
  ])("%s is %s", (heading, told) => expect(whatColumnTells(heading)).toBe(told));

  test("likeness is of letters side by side", () => {
    expect(likeness("这项考试的监考很严格。", "这项考试的监考 很严格")).toBe(1);
    expect(likeness("这项考试的监考很严格", "实训设备满足需要")).toBeLessThan(0.2);
  });
});

describe("an export of 问卷星", () => {
  const head = [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来源详情",
    "来自IP",
    `1、${textOf("SCR01")}`,
    `2、${textOf("BG01")}`,
    `3、${textOf("BG13")}`,
    `4(${textOf("EXM04")}).请评价`,
    `5、${textOf("OPE01")}`,
    "总分",
  ];
  const row = (n: number, ...answers: string[]) => [
    ...[String(n), `2026/5/${n} 10:20:3${n}`, "316秒", "微信", "张三的群", "111.1.1.1(浙江-杭州)"],
    ...[...answers, "0"],
  ];

  test("comes with its days and without addresses, sources and times", async () => {
    const { table } = await read([head, row(1, "1", "2", "1┋2", "4", "监考很严")]);
    expect(table.format).toBe("wjx");
    expect(table.headings).toEqual([head[1], ...head.slice(6, 11)]);
    expect(table.dropped.map(({ heading }) => heading)).toEqual([
      "序号",
      "所用时间",
      "来源",
      "来源详情",
      "来自IP",
      "总分",
    ]);
    const packed = packTable(table);
    expect(packed).not.toMatch(/111\.1|张三|10:20|316/);
    expect(packed).toContain("2026-05-01");
    expect(unpackTable(packed.replaceAll("\n", "\r\n"))).toEqual(table);
  });

  test("is read by its questions' words, with codes, labels, ┋, and what was skipped", async () => {
    const label = (code: string, option: string) => {
      const item = itemsOf(student).find((one) => one.code === code)!;
      return "options" in item ? item.options!.find((one) => one.code === option)!.label["zh-CN"] : "";
    };
    const { targets, answers, report } = await read([
      head,
      row(1, "1", "2", "1┋2", "4", "监考很严"),
      row(
        2,
        label("SCR01", "taken"),
        label("BG01", "sec"),
        `${label("BG13", "skill")}〖真的〗`,
        "非常同意",
        "(跳过)",
      ),
      row(3, "A", "(跳过)", "-3", "98", "-2"),
      row(4, "1", "2", "1┋9", "7", ""),
    ]);
    expect(targets).toEqual(["day", "SCR01", "BG01", "BG13", "EXM04", "OPE01"]);
    expect(answers.map((one) => one.receivedOn)).toEqual([
      "2026-05-01",
      "2026-05-02",
      "2026-05-03",
      "2026-05-04",
    ]);
    const of = (at: number) => ({ ...answers[at]!.closed.answers, ...answers[at]!.closed.words });
    expect(of(0)).toMatchObject({
      CON01: true,
      CON02: null,
      SCR01: "taken",
      BG01: "hvc",
      EXM04: 4,
      OPE01: "监考很严",
    });
    expect(of(0).BG13).toHaveLength(2);
    expect(of(1)).toMatchObject({ SCR01: "taken", BG01: "sec", BG13: ["skill"], EXM04: 5 });
    expect(of(1).OPE01).toBeUndefined();
    expect(of(2)).toMatchObject({ SCR01: "taken", BG01: null, BG13: null });
    // Seven is no point of the scale, and a ninth reason there is none: missing, and said.
    expect(of(3)).toMatchObject({ EXM04: null, BG13: null });
    expect(report).toMatchObject({ rows: 4, repeated: 0, empty: 0, notAsked: 0, otherWords: 1, undated: 0 });
    expect(report.problems).toContainEqual({
      line: 5,
      heading: head[9],
      value: "7",
      problem: "unknown-value",
    });
    expect(report.problems.map(({ value }) => value)).toContain("1┋9");
    // Nobody knows how long a page took, nor in which order it was seen.
    expect(answers[0]!.closed.pageSeconds).toEqual({});
    expect(answers[0]!.closed.quality.secondsPerItem).toBeNull();
  });

  test("has columns of 0 and 1 for several choices", async () => {
    const item = itemsOf(student).find((one) => one.code === "BG13")!;
    const options = item.kind === "multiple" ? item.options.slice(0, 4) : [];
    const { targets, answers } = await read([
      [`1、${textOf("SCR01")}`, ...options.map((one) => `2(${one.label["zh-CN"]})`)],
      ["1", "1", "0", "1", "0"],
      ["1", "0", "0", "0", "0"],
      ["1", "-3", "-3", "-3", "-3"],
    ]);
    expect(targets).toEqual(["SCR01", ...options.map(({ code }) => `BG13.${code}`)]);
    const codes = options.map(({ code }) => code);
    expect(answers[0]!.closed.answers.BG13).toEqual([codes[0], codes[2]]);
    expect(answers[1]!.closed.answers.BG13).toBeNull();
    expect(answers[2]!.closed.answers.BG13).toBeNull();
  });

  test("put together twice holds nobody twice; without times nobody is taken for another", async () => {
    const same = row(1, "1", "2", "1", "4", "");
    const { report, answers } = await read([
      head,
      same,
      ["9", ...same.slice(1)],
      row(2, "1", "2", "1", "4", ""),
    ]);
    expect([report.repeated, answers.length]).toEqual([1, 2]);
    const plain = await read([
      [textOf("SCR01"), textOf("BG01")],
      ["1", "1"],
      ["1", "1"],
    ]);
    expect([plain.report.repeated, plain.answers.length]).toEqual([0, 2]);
  });

  test("answers to what routing does not ask are left out and counted", async () => {
    const { report, answers } = await read([head, row(1, "3", "2", "1", "4", "")]);
    // Who never took part is asked neither why nor about an exam.
    expect(answers[0]!.closed.answers).not.toHaveProperty("EXM04");
    expect(report.notAsked).toBeGreaterThan(0);
    expect(report.problems.some(({ problem }) => problem === "not-asked")).toBe(true);
  });
});

describe("any table", () => {
  test("is read by codes, this product's own files too", async () => {
    const { targets, answers, report } = await read(
      [
        ["response", "received_on", "language", "BG01", "TBG04", "TCH01", "TCH09", "OPT01"],
        ["x1", "2026-03-01", "en", "hvc", "云记账", "4", "98", "'=1+1"],
        ["x2", "2027-03-01", "zh-CN", "99", "别的证", "97", "3", ""],
        ["x3", "", "", "", "", "", "", ""],
      ],
      teacher,
    );
    expect(targets).toEqual(["", "day", "language", "BG01", "TBG04", "TCH01", "TCH09", "OPT01"]);
    expect(answers[0]).toMatchObject({ receivedOn: "2026-03-01", language: "en" });
    expect(answers[0]!.closed.answers).toMatchObject({
      BG01: "hvc",
      TBG04: "demo-ledger",
      TCH01: 4,
      TCH09: 98,
    });
    expect(answers[0]!.closed.words.OPT01).toBe("=1+1");
    // A day to come is none; a certificate the catalogue does not know is kept as written.
    expect(answers[1]).toMatchObject({ receivedOn: "2026-11-22", language: "zh-CN" });
    expect(answers[1]!.closed.answers).toMatchObject({ BG01: null, TBG04: "~", TCH01: null, TCH09: 3 });
    expect(report).toMatchObject({ empty: 1, undated: 1 });
  });

  test("values mean what the person who imports says", async () => {
    const rows = [
      [textOf("BG01", teacher), "TCH01"],
      ["大专", "5"],
      ["中专", "1"],
    ];
    const meanings = new Map([
      [0, new Map([["大专", "hvc"]])],
      [
        1,
        new Map([
          ["5", "1"],
          ["1", "5"],
        ]),
      ],
    ]);
    const { answers, report } = await read(rows, teacher, { meanings });
    expect(answers.map(({ closed }) => [closed.answers.BG01, closed.answers.TCH01])).toEqual([
      ["hvc", 1],
      [null, 5],
    ]);
    expect(report.unreadable).toBe(1);
  });

  test("an item can be one column's, or its options several's", () => {
    expect(takenTwice(["BG01", "", "BG01"], student)).toEqual(["BG01"]);
    expect(takenTwice(["BG13.skill", "BG13"], student)).toEqual(["BG13"]);
    expect(takenTwice(["BG13.skill", "BG13.job", "", ""], student)).toEqual([]);
  });

  test.each([
    ["2026/5/1 10:20:30", "2026-05-01"],
    ["2026年5月12日", "2026-05-12"],
    ["46143.43", "2026-05-01"],
    ["2026-02-30", undefined],
    ["yesterday", undefined],
  ])("%s is the day %s", (cell, day) => expect(dayOf(cell)).toBe(day));
});

describe("hostile files are refused clearly", () => {
  const refusal = async (bytes: Uint8Array) => {
    try {
      await readAnswersTable({ name: "x", bytes });
    } catch (error) {
      if (error instanceof Unreadable) return error.reason;
      throw error;
    }
    return undefined;
  };
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ["nothing", new Uint8Array(), "empty"],
    ["a heading alone", bytes("a,b\n"), "empty"],
    ["one column", bytes("hello\nworld\n"), "wrongFormat"],
    ["an open quote", bytes('a,b\n"1,2\n'), "broken"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0]), "wrongFormat"],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), "encrypted"],
    ["a climbing name", zipSync({ "../../etc/passwd": bytes("x") }), "dangerous"],
    ["a zip of something else", zipSync({ "a.txt": bytes("x") }), "wrongFormat"],
    ["a bomb", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(80_000_000) }, { level: 9 }), "tooLarge"],
    [
      "an entity",
      zipSync({
        "xl/workbook.xml": bytes("<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>"),
      }),
      "dangerous",
    ],
    ["too many rows", bytes(`a,b\n${"1,2\n".repeat(answersLimits.rows + 1)}`), "tooMany"],
    ["too many columns", bytes(`${"a,".repeat(answersLimits.columns)}a,b\n1,2\n`), "tooMany"],
  ])("%s", async (_, given, reason) => expect(await refusal(given)).toBe(reason));

  test("what comes back from a page is looked at again", () => {
    for (const packed of ["", "x", "n\twjx\na\tb", "n\twjx\na\tb\n1 \tonly", "n\tother\na\tb\n1 \tx\ty"])
      expect(() => unpackTable(packed)).toThrow(Unreadable);
  });

  test("prototypes are nobody's columns", async () => {
    const { answers } = await read(
      [
        ["__proto__", "BG01", "constructor"],
        ["x", "hvc", "y"],
      ],
      teacher,
    );
    expect(answers[0]!.closed.answers.BG01).toBe("hvc");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
