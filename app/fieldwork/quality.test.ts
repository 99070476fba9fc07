import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemsFor, pagesFor } from "#app/instrument/routing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Answers } from "#app/questions/kind.ts";
import { closeDraft } from "./closing.ts";
import { polarPairs, type QualityIndices, qualityIndices } from "./quality.ts";
import {
  type Flag,
  flagMask,
  flags,
  flagsIn,
  isSuspect,
  means,
  meansNames,
  type Thresholds,
  thresholdBounds,
  thresholdNames,
  usualThresholds,
} from "./quality-flags.ts";

const instrument = templates["oneplusx-student"]();
const statements = instrument.pages.flatMap((page) =>
  page.items.flatMap((item) =>
    item.kind === "scale" && item.scale === "agree5" && item.expect === undefined ? [item.code] : [],
  ),
);

/** A finished survey in which every item is answered by `answer`, on pages of `seconds` each. */
function closed(answer: (code: string, at: number) => number | null, seconds = 60, signals = []) {
  const answers: Answers = { CON01: true, SCR01: "taken" };
  const pageSeconds: Record<string, number> = {};
  let at = 0;
  for (const page of pagesFor(instrument, answers)) {
    pageSeconds[page.code] = seconds * itemsFor(page, answers).length;
    for (const item of itemsFor(page, answers))
      if (item.kind === "scale") answers[item.code] = answer(item.code, at++);
  }
  return closeDraft(instrument, { answers, seed: 7, pageSeconds, signals });
}

describe("quality indices", () => {
  test("a straight line that read the attention check", () => {
    const { quality } = closed((code) => (code === "ATT01" ? 2 : 3), 1);
    expect(quality).toEqual({
      ...{ asked: 36, answered: 36, longstring: 36, irv: 0, secondsPerItem: 1, spacing: 0 },
      ...{ instructed: "passed", contradictions: 0, signals: [] },
    });
    const found = flagsIn(flagMask(quality, false, usualThresholds));
    expect(found).toEqual(["longstring", "irv", "pace", "spacing"]);
  });

  test("runs follow the presented order, and a skipped or inapplicable item ends them", () => {
    const usual = closed(() => 4);
    const presented = usual.presented.filter((code) => statements.includes(code));
    const answers: Answers = Object.fromEntries(presented.map((code) => [code, 4]));
    answers[presented[10]!] = null;
    answers[presented[23]!] = 98;
    const { longstring, asked, answered } = qualityIndices(instrument, { ...usual, answers });
    expect({ longstring, asked, answered }).toEqual({ longstring: 12, asked: 36, answered: 34 });
    const shuffled = qualityIndices(instrument, {
      ...usual,
      answers,
      presented: usual.presented.toReversed(),
    });
    expect(shuffled.longstring).toBe(12);
  });

  test("the difficulty scale is no statement, so it neither breaks nor lengthens a run", () => {
    const { quality } = closed((code) => (code === "EXB01" || code === "ATT01" ? 1 : 5));
    expect(quality).toMatchObject({ asked: 36, longstring: 36, irv: 0, instructed: "failed" });
  });

  test("pace is the median over timed pages; its spacing needs four of them", () => {
    const { presented, answers } = closed(() => 3);
    const items = (code: string) =>
      instrument.pages.find((page) => page.code === code)!.items.filter((one) => presented.includes(one.code))
        .length;
    const pageSeconds = Object.fromEntries(
      [
        ["curriculum", 4],
        ["exam", 5],
        ["career", 7],
        ["words", 20],
      ].map(([code, each]) => [code as string, items(code as string) * (each as number)]),
    );
    // R: x <- c(4, 5, 7, 20); c(median(x), sd(x) / mean(x))
    const timed = qualityIndices(instrument, {
      answers,
      presented,
      pageSeconds: { ...pageSeconds, lost: 9 },
    });
    expect(timed).toMatchObject({ secondsPerItem: 6, spacing: 0.827 });
    delete pageSeconds.words;
    const fewer = qualityIndices(instrument, { answers, presented, pageSeconds });
    expect(fewer).toMatchObject({ secondsPerItem: 5, spacing: null });
    expect(qualityIndices(instrument, { answers, presented, pageSeconds: {} }).secondsPerItem).toBeNull();
  });

  test("polar pairs come from the instrument: same sub-theme, opposite wording", () => {
    expect(polarPairs(instrument)).toEqual([
      ["CUR07", "CUR06"],
      ["EXM04", "EXM05"],
      ["CAR03", "CAR08"],
    ]);
    const agrees = (codes: string[]) =>
      closed((code) => (codes.includes(code) ? 4 : 2)).quality.contradictions;
    expect([agrees([]), agrees(["CAR03"]), agrees(["CAR03", "CAR08", "EXM05"])]).toEqual([0, 0, 1]);
  });

  test("nobody asked a statement: no pattern, and nothing to fail", () => {
    const { quality } = closeDraft(instrument, {
      ...{ answers: { SCR01: "none" }, seed: 1, pageSeconds: { about: 40 } },
      signals: ["honeypot", "honeypot", "hurried"],
    });
    expect(quality).toMatchObject({ asked: 0, answered: 0, longstring: 0, irv: null, instructed: null });
    expect(quality.signals).toEqual(["honeypot", "hurried"]);
    expect(flagsIn(flagMask(quality, false, usualThresholds))).toEqual(["hurried", "honeypot"]);
  });
});

const nothing: QualityIndices = {
  ...{ asked: 36, answered: 36, longstring: 4, irv: 1, secondsPerItem: 6, spacing: 0.4 },
  ...{ instructed: "passed", contradictions: 2, signals: [] },
};
const maskOf = (change: Partial<QualityIndices>, copy = false, at = usualThresholds) =>
  flagMask({ ...nothing, ...change }, copy, at);

describe("flags", () => {
  test("begin exactly at their thresholds", () => {
    expect(flagsIn(maskOf({}))).toEqual([]);
    const edges: [Partial<QualityIndices>, Flag[]][] = [
      [{ longstring: 17 }, []],
      [{ longstring: 18 }, ["longstring"]],
      [{ irv: 0 }, ["irv"]],
      [{ irv: 0.001 }, []],
      [{ secondsPerItem: 2 }, []],
      [{ secondsPerItem: 1.999 }, ["pace"]],
      [{ spacing: 0.1 }, []],
      [{ spacing: 0.099 }, ["spacing"]],
      [{ instructed: "skipped" }, []],
      [{ instructed: "failed" }, ["instructed"]],
      [{ asked: 10, answered: 7, longstring: 7, irv: 0 }, []],
    ];
    for (const [change, expected] of edges)
      expect(flagsIn(maskOf(change)), JSON.stringify(change)).toEqual(expected);
    expect(flagsIn(maskOf({}, true))).toEqual(["copy"]);
  });

  test("every flag belongs to one means, and two means make suspect", () => {
    expect(meansNames.flatMap((name) => [...means[name]]).toSorted()).toEqual([...flags].toSorted());
    expect(isSuspect(maskOf({ longstring: 36, irv: 0 }))).toBe(false);
    expect(isSuspect(maskOf({ secondsPerItem: 1, spacing: 0.01, signals: ["hurried"] }))).toBe(false);
    expect(isSuspect(maskOf({ longstring: 36, secondsPerItem: 1 }))).toBe(true);
    expect(isSuspect(maskOf({ signals: ["honeypot"] }, true))).toBe(true);
    expect(isSuspect(maskOf({ contradictions: 3 }))).toBe(false);
  });

  test("stricter thresholds never flag less", () => {
    const indices = fc.record({
      asked: fc.constant(36),
      answered: fc.integer({ min: 0, max: 36 }),
      longstring: fc.integer({ min: 0, max: 36 }),
      irv: fc.double({ min: 0, max: 2, noNaN: true }),
      secondsPerItem: fc.double({ min: 0, max: 20, noNaN: true }),
      spacing: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(indices, (some) => {
        const loose: Thresholds = { longstring: 1, irv: 0, secondsPerItem: 0, spacing: 0, copyItems: 60 };
        const strict: Thresholds = {
          longstring: 0.25,
          irv: 0.75,
          secondsPerItem: 5,
          spacing: 0.3,
          copyItems: 8,
        };
        const few = maskOf(some, false, loose);
        expect(few & maskOf(some, false, strict)).toBe(few);
      }),
    );
    for (const name of thresholdNames) {
      expect(usualThresholds[name]).toBeGreaterThanOrEqual(thresholdBounds[name].min);
      expect(usualThresholds[name]).toBeLessThanOrEqual(thresholdBounds[name].max);
    }
  });
});
