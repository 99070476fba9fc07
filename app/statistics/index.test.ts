import { describe, expect, it } from "vitest";
import { reasonTexts, type Statistic, statistics } from "./index.ts";

const complete: Statistic = { name: { "zh-CN": "甲", en: "a" }, reference: "b", compute: () => 1 };

describe("the registry", () => {
  it.each(Object.entries(statistics))("%s is named, sourced and callable", (_, entry) => {
    expect(entry.name["zh-CN"]).toMatch(/\p{Script=Han}/u);
    expect(entry.name.en).toMatch(/[A-Za-z]/);
    expect(entry.reference.length).toBeGreaterThan(20);
    expect(entry.compute).toBeTypeOf("function");
  });

  it("gives no two statistics one name", () => {
    for (const tag of ["zh-CN", "en"] as const) {
      const names = Object.values(statistics).map(({ name }) => name[tag]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("does not compile with an incomplete entry", () => {
    // tsc fails on an expect-error line that has no error: each of these proves one missing part is noticed.
    const { name, reference, compute } = complete;
    // @ts-expect-error a statistic without a function
    const noFunction: Statistic = { name, reference };
    // @ts-expect-error a statistic without a reference
    const noReference: Statistic = { name, compute };
    // @ts-expect-error a statistic without its Chinese name
    const noChinese: Statistic = { name: { en: "a" }, reference, compute };
    expect([noFunction, noReference, noChinese]).toHaveLength(3);
  });

  it("keeps each function's own type", () => {
    const share = statistics.wilson.compute(1, 2);
    expect(share.computable && share.estimate).toBe(0.5);
  });

  it("explains every reason in both languages", () => {
    for (const text of Object.values(reasonTexts)) {
      expect(text["zh-CN"]).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^Cannot be computed/);
    }
  });
});
