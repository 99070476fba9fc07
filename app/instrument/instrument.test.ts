import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instrumentDefinition, itemsOf } from "./definition.ts";
import { presentedItems } from "./order.ts";
import { holds, itemsFor, pagesFor, usualAnswers } from "./routing.ts";
import { templates } from "./templates/index.ts";

const instrument = templates["oneplusx-student"]();
const codes = (answers: Record<string, string>) => pagesFor(instrument, answers).map((page) => page.code);

describe("the 1+X student questionnaire", () => {
  test("has the blocks the research asks for", () => {
    const count = (prefix: string) =>
      itemsOf(instrument).filter((item) => item.code.startsWith(prefix)).length;
    expect({
      CUR: count("CUR"),
      EXM: count("EXM"),
      EXB: count("EXB"),
      CAR: count("CAR"),
      OVR: count("OVR"),
    }).toEqual({
      CUR: 9,
      EXM: 9,
      EXB: 1,
      CAR: 8,
      OVR: 3,
    });
    expect({ SUP: count("SUP"), TRN: count("TRN"), BG: count("BG"), OP: count("OP") }).toEqual({
      SUP: 4,
      TRN: 3,
      BG: 14,
      OP: 4,
    });
  });
  test("two reversed items in each main scale, difficulty in none", () => {
    for (const code of ["CUR", "EXM", "CAR"]) {
      const scored = instrument.scoring.find((one) => one.code === code)?.items ?? [];
      const reversed = itemsOf(instrument).filter(
        (item) => scored.includes(item.code) && item.kind === "scale" && item.reverse,
      );
      expect(reversed).toHaveLength(2);
    }
    expect(instrument.scoring.flatMap((one) => one.items)).not.toContain("EXB01");
  });
  test("only consent and the screening question are required", () => {
    expect(
      itemsOf(instrument)
        .filter((item) => item.required)
        .map((item) => item.code),
    ).toEqual(["CON01", "SCR01"]);
  });
});

describe("routing", () => {
  test("who has taken an exam is asked everything: nine pages", () =>
    expect(codes({ SCR01: "taken" })).toEqual([
      "about",
      "certificate",
      "preparation",
      "curriculum",
      "exam",
      "career",
      "overall",
      "transition",
      "words",
    ]));
  test("who is preparing is asked nothing about the exam", () => {
    expect(codes({ SCR01: "preparing" })).not.toContain("exam");
    const asked = pagesFor(instrument, { SCR01: "preparing" }).flatMap((page) =>
      itemsFor(page, { SCR01: "preparing" }),
    );
    expect(
      asked.map((item) => item.code).filter((code) => /^(EXM|EXB|OPE|BG08|BG09|BG11)/.test(code)),
    ).toEqual([]);
  });
  test("who never took part is asked why, and for a suggestion", () =>
    expect(codes({ SCR01: "none" })).toEqual(["about", "reasons", "words"]));
  test("before the screening question the usual way is counted", () =>
    expect(pagesFor(instrument, usualAnswers(instrument, {}))).toHaveLength(9));
  test("conditions combine, and an unanswered item equals nothing", () => {
    const is = (item: string, ...values: string[]) => ({ item, in: values });
    expect(holds({ all: [is("A1", "x"), { not: is("A2", "y") }] }, { A1: "x", A2: null })).toBe(true);
    expect(holds({ any: [is("A1", "y"), is("A2", "z")] }, { A1: ["x", "y"] })).toBe(true);
    expect(holds(is("A1", "x"), {})).toBe(false);
  });
});

describe("presented order", () => {
  const exam = instrument.pages.find((page) => page.code === "exam")!;
  test("a shuffle keeps every item, the attention check's place and the other scale's item", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const order = presentedItems(exam, exam.items, seed).map((item) => item.code);
        expect([...order].sort()).toEqual(exam.items.map((item) => item.code).sort());
        expect(order[5]).toBe("ATT01");
        expect(order.at(-1)).toBe("EXB01");
        expect(presentedItems(exam, exam.items, seed).map((item) => item.code)).toEqual(order);
      }),
    );
  });
  test("every statement comes first about equally often", () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 9000; seed++) {
      const code = presentedItems(exam, exam.items, seed * 7919)[0]?.code ?? "";
      first.set(code, (first.get(code) ?? 0) + 1);
    }
    expect(first.size).toBe(9);
    // 1,000 expected each; six standard deviations of a binomial are about 180.
    for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(180);
  });
});

describe("a definition that contradicts itself is refused", () => {
  const broken = (change: (draft: ReturnType<typeof structuredClone<typeof instrument>>) => void) => {
    const draft = structuredClone(instrument);
    change(draft);
    const result = instrumentDefinition.safeParse(draft);
    return result.success ? [] : result.error.issues.map((issue) => issue.message);
  };
  test("a code used twice", () =>
    expect(broken((draft) => (draft.pages[0]!.items[1]!.code = "SCR01"))).toContain("SCR01: used twice"));
  test("routing to something asked later", () =>
    expect(broken((draft) => (draft.pages[0]!.showIf = { item: "OVR01", in: [1] }))).toContainEqual(
      expect.stringContaining("not asked before"),
    ));
  test("a scale of items that do not exist", () =>
    expect(broken((draft) => draft.scoring[0]!.items.push("CUR99"))).toContain("CUR: no item CUR99"));
  test("a reserved code", () =>
    expect(broken((draft) => (draft.pages[0]!.items[1]!.code = "RIV01"))).toContainEqual(
      expect.stringContaining("reserved"),
    ));
});
