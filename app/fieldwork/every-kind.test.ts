import { describe, expect, test } from "vitest";
import { asked, instrumentDefinition } from "#app/instrument/definition.ts";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import type { Answers } from "#app/questions/kind.ts";
import { closeDraft } from "./closing.ts";
import { flagMask, flagsIn, usualThresholds } from "./quality-flags.ts";
import { responseSheet } from "./response-sheet.ts";

const instrument = asked(everyKind());
const answers: Answers = {
  ...{ CON01: true, SIN01: "other", SIN01_OTHER: "预科", MUL01: ["job", "third"], MUL01_OTHER: "不该留下" },
  ...{ CHE01: "two", CAT01: { pending: "月亮证书" }, TEX01: "没有了", NUM01: 7.5, YEA01: 2024 },
  ...{ DAT01: "2024-05", DAT02: "2025-01-31", SHO01: "机电", SHO03: "8:30", SCA01: 4, SCA02: 98 },
  ...{ DIF01: 6, NPS01: 9, SLI01: 50, RAN01: ["senior", "lab", "fee"] },
  ...{ SUM01: { amounts: { theory: 30, practice: 70, work: 0 } }, MAT01: "often", MAS01: ["pc", "net"] },
  ...{ BLK01: "maybe", BLK01_OTHER: "等一等", BLK03: 480, language: "en", "collector.college": "east" },
};
const close = (changed: Answers, of = instrument) =>
  closeDraft(of, { answers: { ...answers, ...changed }, seed: 3, pageSeconds: { choices: 40, nowhere: 9 } });

describe("closing a survey with every kind", () => {
  test("stores what was asked, words apart, and no headings, pictures or what is known besides", () => {
    const { answers: stored, words, presented } = close({});
    expect(stored).toMatchObject({
      ...{ NUM01: 7.5, DAT02: "2025-01-31", DIF01: 6, NPS01: 9, SLI01: 50, CHE01: "two", CAT01: "~" },
      ...{ RAN01: ["senior", "lab", "fee"], MAT01: "often", MAT02: null, MAS01: ["pc", "net"] },
      SUM01: { amounts: { theory: 30, practice: 70, work: 0 } },
    });
    expect(words).toEqual({
      ...{ SIN01_OTHER: "预科", CAT01: "月亮证书", TEX01: "没有了", SHO01: "机电", SHO03: "8:30" },
      BLK01_OTHER: "等一等",
    });
    for (const code of [
      "SEC01",
      "IMG01",
      "MAT",
      "MAS",
      "BLK",
      "MUL01_OTHER",
      "language",
      "collector.college",
    ])
      expect([presented.includes(code), Object.hasOwn(stored, code)], code).toEqual([false, false]);
    for (const code of ["SHO01", "SIN01_OTHER", "BLK02"]) expect(Object.hasOwn(stored, code)).toBe(false);
    expect(presented.toSorted()).toEqual([...new Set(presented)].toSorted());
  });

  test("drops what was given to options that are hidden in the end, and words of options not chosen", () => {
    const { answers: stored, words, presented } = close({ SIN01: "first" });
    expect([stored.MUL01, stored.RAN01]).toEqual([["job"], ["lab", "fee"]]);
    expect([words.SIN01_OTHER, presented.includes("SIN01_OTHER")]).toEqual([undefined, false]);
    // A row that depends on the same answer was not asked after all.
    expect([presented.includes("MAT03"), presented.includes("MAT02")]).toEqual([false, true]);
    expect(close({ SIN01: "first", MUL01: ["third"], RAN01: ["senior"] }).answers).toMatchObject({
      ...{ MUL01: null, RAN01: null },
    });
    expect(close({ MUL01: ["else", "job"] }).words.MUL01_OTHER).toBe("不该留下");
  });

  test("amounts lose an option that is gone only where nothing was given to it", () => {
    const written = everyKind();
    const parts = written.pages.find((page) => page.code === "parts")!;
    for (const item of parts.items)
      if (item.kind === "sum") item.options[2]!.showIf = { item: "SIN01", in: ["second"] };
    const of = asked(instrumentDefinition.parse(written));
    expect(close({}, of).answers.SUM01).toEqual({ amounts: { theory: 30, practice: 70 } });
    const given = { SUM01: { amounts: { theory: 30, practice: 60, work: 10 } } };
    expect(close(given, of).answers.SUM01).toBeNull();
    expect(close({ ...given, SIN01: "second" }, of).answers.SUM01).toEqual(given.SUM01);
  });

  test("counts a wrong instructed choice against attention, and headings neither as items nor as seconds", () => {
    const of = (changed: Answers) => close(changed).quality;
    expect([of({}).instructed, of({ CHE01: "one" }).instructed, of({ CHE01: null }).instructed]).toEqual([
      ...["passed", "failed", "skipped"],
    ]);
    expect(flagsIn(flagMask(of({ CHE01: "one" }), false, usualThresholds))).toContain("instructed");
    // SIN01 and its words, MUL01, CHE01, CAT01, TEX01: the heading and the picture between them are none.
    expect(of({}).secondsPerItem).toBe(6.667);
    expect(of({})).toMatchObject({ asked: 2, answered: 1, longstring: 1 });
  });
});

describe("the sheet of one response", () => {
  const closed = close({});
  const sheet = responseSheet(instrument, closed, () => undefined);
  const entries = sheet.flatMap((page) => page.entries);
  const told = (code: string) => {
    const answer = entries.find((one) => one.code === code)?.answer;
    return answer?.is === "labels" ? answer.labels.map((label) => [label["zh-CN"], label.en]) : answer;
  };

  test("says every kind of answer in both languages", () => {
    expect(told("NUM01")).toEqual([["7.5 小时", "7.5 hours"]]);
    expect(told("DIF01")).toEqual([["6（1 没用的 – 7 有用的）", "6 (1 useless – 7 useful)"]]);
    expect(told("NPS01")).toEqual([["9（0 完全不会 – 10 一定会）", "9 (0 Not at all – 10 Certainly)"]]);
    expect(told("SLI01")).toEqual([["50 一半一半", "50 Half and half"]]);
    expect(told("DAT01")).toEqual([["2024年5月", "May 2024"]]);
    expect(told("DAT02")).toEqual([["2025年1月31日", "31 January 2025"]]);
    expect(told("RAN01")).toEqual([
      ["1. 升学", "1. Going on to study"],
      ["2. 实训条件", "2. Labs"],
      ["3. 费用", "3. The fee"],
    ]);
    expect(told("SUM01")).toEqual([
      ["理论课：30 分", "Theory: 30 points"],
      ["实训课：70 分", "Practice: 70 points"],
      ["企业实习：0 分", "Work in a company: 0 points"],
    ]);
    expect(told("MAS01")).toEqual([
      ["电脑", "Computers"],
      ["网络", "Network"],
    ]);
    expect(told("CHE01")).toEqual([["第二项", "The second"]]);
    expect(told("SHO01")).toEqual({ is: "words", words: "机电" });
    expect(told("SHO02")).toEqual({ is: "skipped" });
    expect(told("BLK04")).toEqual({ is: "notAsked" });
  });

  test("has no headings, no words nobody was asked for, and names what a row stands under", () => {
    const codes = entries.map((one) => one.code);
    for (const code of ["SEC01", "IMG01", "MAT", "BLK", "MUL01_OTHER"]) expect(codes).not.toContain(code);
    expect(entries.find((one) => one.code === "MAT02")?.text.en).toBe(
      "How often do these happen? – We practise in groups",
    );
    expect(entries.find((one) => one.code === "SIN01_OTHER")?.text["zh-CN"]).toBe(
      "您在哪一年级？ – 其他：请说明",
    );
    expect(new Set(codes).size).toBe(codes.length);
  });
});
