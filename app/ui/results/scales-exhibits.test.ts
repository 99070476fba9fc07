import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import { languages } from "#app/locales/language.ts";
import type { Answers } from "#app/questions/kind.ts";
import { countHere } from "#app/results/counting.ts";
import { cutOf } from "#app/results/cut.ts";
import { type Disclosure, staffPolicy } from "#app/results/policy.ts";
import oracles from "#app/results/testing/oracles.json" with { type: "json" };
import { both, columnsOf, smallInstrument } from "#app/results/testing/small-study.ts";
import { scaleQuality } from "#app/results/theme-detail-view.ts";
import { isShown } from "../charts/figure.ts";
import { scalesExhibits } from "./scales-exhibits.ts";
import { scalesLead } from "./scales-summary.ts";

const codes = ["I01", "I02", "I03", "I04", "I05"];
const instrumentOf = (reversed: string[]) =>
  smallInstrument(
    codes.map((code) => ({ code, reverse: reversed.includes(code) })),
    {},
  );
/** Fixture F1 three times over, as in theme-detail-view.test.ts: expected values are named there. */
const f1 = Array.from({ length: 3 }, () => oracles.fixture_F1.responses)
  .flat()
  .map((values): Answers => Object.fromEntries(codes.map((code, at) => [code, values[at]!])));

interface Shape {
  answers: Answers[];
  reversed?: string[];
  scales?: { code: string; items: string[] }[];
  k?: number;
  disclosure?: Disclosure;
  language?: (typeof languages)[number];
}

function page({ answers, reversed = ["I05"], scales, k = 5, disclosure, language = "en" }: Shape) {
  const instrument = instrumentOf(reversed);
  const scored = (one: { code: string; items: string[] }) => ({
    ...{ code: one.code, title: both(one.code), meaning: both(one.code) },
    ...{ items: one.items, minValid: Math.ceil((2 * one.items.length) / 3) },
  });
  const columns = columnsOf(scales ? { ...instrument, scoring: scales.map(scored) } : instrument, answers);
  const quality = countHere(scaleQuality(cutOf(columns, {}, staffPolicy(k, disclosure))));
  const reader = { messages: messagesIn(language), language, k };
  const exhibits = scalesExhibits({ quality, theme: quality.scales[0]?.code }, reader);
  const table = (code: string) => exhibits.find((one) => one.code === code)?.table?.rows ?? [];
  return {
    lead: scalesLead(quality, reader),
    exhibits,
    /** Rows as they are read. */
    rows: (code: string) =>
      table(code).map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell : "hidden" in cell ? cell.hidden : cell.text)),
      ),
    leadOf: (code: string) => exhibits.find((one) => one.code === code)?.lead,
  };
}

const nothing: Answers = Object.fromEntries(codes.map((code) => [code, null]));
const halves = [
  { code: "ONE", items: codes.slice(0, 3) },
  { code: "TWO", items: codes.slice(3) },
];

describe("the scales page says", () => {
  test("alpha with its interval, omega, and what to note", () => {
    const { rows, lead, leadOf } = page({ answers: f1 });
    expect(lead).toBe("60 people have answered. The reliability α of its scale is .70 or more.");
    expect(rows("scales")).toEqual([
      [
        "Theme",
        ".96",
        ".94–.97",
        ".96",
        "5",
        "56",
        "57",
        "60",
        "provisional: fewer than 100 complete answers",
      ],
    ]);
    expect(rows("reliability")).toEqual([
      ["Cronbach’s α", ".96", ".94–.97"],
      ["Standardised α", ".96", ""],
      ["McDonald’s ω (one factor, minres)", ".96", ""],
      ["α without the reverse-worded items (4 items)", ".94", ""],
      ["α with reverse-worded items not turned", ".29", ""],
      ["Correlation between items, mean", ".82", ""],
      ["Correlation between items, lowest", ".59", ""],
      ["Correlation between items, highest", ".95", ""],
    ]);
    expect(leadOf("reliability")).toContain("Provisional");
    expect(rows("items").map((row) => row.slice(1))).toEqual([
      [".93", ".94", ""],
      [".78", ".97", "α is higher without it"],
      [".83", ".96", ""],
      [".96", ".94", ""],
      [".95", ".94", ""],
    ]);
    expect(rows("items").at(-1)![0]).toBe("I05 (reverse-worded, turned)");
    expect(rows("gaps")).toEqual([
      ["Scored (at least 4 of 5 items)", "57", "3.24", "56"],
      ["All 5 items answered", "51", "3.21", "55"],
      ["Difference", "", "−0.03", "−0.8"],
    ]);
  });

  test("that an item runs against the others", () => {
    const { rows, lead, leadOf } = page({ answers: f1, reversed: [] });
    expect(lead).toContain("α is below .70 on Theme");
    expect(rows("scales")[0]!.at(-1)).toMatch(/^α below \.70: .*items that run against the others: 1; check/);
    expect(rows("items").at(-1)).toEqual([
      "I05",
      "−.95",
      ".94",
      "negative: check the reversal; α is higher without it",
    ]);
    expect(leadOf("reliability")).toContain("α = .29, below .70");
    expect(leadOf("items")).toContain("These run against the others; check the reversal: “I05”.");
    expect(page({ answers: f1 }).leadOf("items")).not.toContain("check the reversal");
  });

  test("a negative alpha as it is, and that turning an item was wrong", () => {
    // Two items turned that should not be: alpha(D %*% S %*% D), D <- diag(c(-1, -1, 1, 1, 1)) gives -1.86020710059172.
    const { rows, leadOf } = page({ answers: f1, reversed: ["I01", "I02", "I05"] });
    expect(rows("reliability")[0]![1]).toBe("−1.86");
    expect(leadOf("reliability")).toMatch(/^α = −1\.86, below zero/);
    expect(leadOf("reliability")).toContain("Left unturned, the reverse-worded items would raise α to .29");
    expect(rows("scales")[0]!.at(-1)).toContain("α is negative");
  });

  test("how two scales correlate, and what error allows", () => {
    const { rows, exhibits } = page({ answers: f1, scales: halves });
    expect(rows("correlations")).toEqual([["ONE × TWO", ".95", ".92–.97", "54", ".93"]]);
    const { figure } = exhibits.find((one) => one.code === "correlations")!;
    expect(figure?.kind === "grid" && figure.rows.map((row) => isShown(row) && row.cells)).toEqual([
      [
        { text: "α .89", shade: 0 },
        { text: ".95", detail: ".92–.97", shade: 2 },
      ],
      [
        { text: ".95", detail: ".92–.97", shade: 2 },
        { text: "α .97", shade: 0 },
      ],
    ]);
  });

  test("that two items have no factor, and a deleted one leaves none", () => {
    const { rows } = page({ answers: f1, scales: [halves[1]!, halves[0]!] });
    expect(rows("reliability")[2]!.at(-1)).toBe(
      "Cannot be computed: a common factor needs at least three items",
    );
    expect(rows("items")[0]![2]).toBe("Cannot be computed: consistency needs at least two items");
  });

  test("why a reliability is missing", () => {
    const few = page({ answers: f1.slice(0, 20) });
    expect(few.lead).toBe(
      "20 people have answered. No reliability can be given for Theme; the table says why.",
    );
    expect(few.rows("scales")[0]!.at(-1)).toBe("Fewer than 30 people answered every item, not shown");
    expect(few.leadOf("reliability")).toBe(
      "Reliability: Fewer than 30 people answered every item, not shown.",
    );
    expect(few.exhibits.map((one) => one.code)).toEqual(["scales", "reliability", "spread", "gaps"]);
  });

  test("that there is no scale", () => {
    const { lead, exhibits } = page({ answers: f1, scales: [] });
    expect(lead).toContain("no scale with a score");
    expect(exhibits).toEqual([]);
  });
});

describe("whatever was answered, no page says NaN", () => {
  const shapes: Record<string, Shape> = {
    nobody: { answers: [] },
    one: { answers: f1.slice(0, 1) },
    "all missing": { answers: f1.map(() => nothing) },
    "not applicable": { answers: f1.map(() => Object.fromEntries(codes.map((code) => [code, 98]))) },
    "a constant item": { answers: f1.map((one) => ({ ...one, I03: 4 })) },
    "all the same": { answers: f1.map(() => Object.fromEntries(codes.map((code) => [code, 3]))) },
    "one scale gone": { answers: f1.map((one) => ({ ...one, I04: null, I05: null })), scales: halves },
    "no complete case": { answers: f1.map((one, at) => ({ ...one, [codes[at % 5]!]: null })) },
    "a threshold above thirty": { answers: f1, k: 52 },
    strict: { answers: f1, disclosure: "strict", scales: halves },
    "strict and few": { answers: f1.slice(0, 20), disclosure: "strict" },
    whole: { answers: f1, scales: halves },
  };

  test.each(languages.flatMap((language) => Object.keys(shapes).map((name) => [language, name] as const)))(
    "%s: %s",
    (language, name) => {
      const { lead, exhibits } = page({ ...shapes[name]!, language });
      const text = JSON.stringify([lead, exhibits]);
      expect(text).not.toMatch(/NaN|Infinity|undefined|\{[a-z]+\}/);
      // JSON writes NaN as null.
      expect(text).not.toContain("null");
      for (const { table } of exhibits)
        for (const row of table?.rows ?? []) expect(row.length).toBeGreaterThan(1);
    },
  );
});
