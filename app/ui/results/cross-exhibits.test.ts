import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { buildCrossTab } from "#app/results/cross-tab-view.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { columnsOf, smallInstrument } from "#app/results/testing/small-study.ts";
import { describeFigure } from "../charts/describe.ts";
import type { GridFigure } from "../charts/figure.ts";
import { crossExhibits } from "./cross-exhibits.ts";
import { shadeOf } from "./cross-words.ts";
import type { Reader } from "./figures.ts";
import { tableCsv } from "./table-csv.ts";

const readerIn = (language: Language): Reader => ({ messages: messagesIn(language), language, k: 5 });
const english = readerIn("en");
const { cross } = english.messages;

const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], { BGA: ["a", "b", "c"] });
const study = (counts: number[][]) =>
  columnsOf(
    instrument,
    counts.flatMap((row, i) =>
      row.flatMap((n, j) =>
        Array.from({ length: n }, () => ({ BGA: ["a", "b", "c"][i]!, I01: [1, 3, 5][j]! })),
      ),
    ),
  );
/** As in statistics/group-tests.test.ts: checked there against R's chisq.test. */
const whole = study([
  [20, 15, 5],
  [10, 30, 25],
  [8, 12, 40],
]);
const exhibitsOf = (columns: typeof whole, row: string, column: string, reader = english) => {
  const table = buildCrossTab(columns, {}, row, column, staffPolicy(5));
  return crossExhibits({ choices: [], row, column, table }, reader);
};

describe("a cross-table's evidence", () => {
  test("the picture and the table say the same, with what is remarkable shaded and said", () => {
    const [first] = exhibitsOf(whole, "BGA", "I01");
    const figure = first!.figure as GridFigure;
    expect(figure.rows.map((row) => row.label)).toEqual(["a", "b", "c", cross.all]);
    // chisq.test(t, correct = FALSE)$stdres[1, ]: 4.655 0.451 -4.400
    expect(figure.rows[0]).toMatchObject({
      n: 40,
      cells: [
        { text: "50%", detail: "+4.7", shade: 2 },
        { text: "0%", shade: 0 },
        { text: "38%", detail: "+0.5", shade: 0 },
        { text: "0%", shade: 0 },
        { text: "13%", detail: "−4.4", shade: -2 },
      ],
    });
    expect(describeFigure(figure, "en")).toContain(`p1 50% (+4.7, ${cross.legend[4]})`);
    const csv = tableCsv(first!.table!, [], english.messages);
    expect(csv).toContain("a,p1,20,0.5,0.526315789");
    expect(csv).toMatch(/a,p1,20,0\.5,0\.526315789\d*,4\.654610163/);
  });

  test("V, its interval and p in one sentence, and each as a number of its own", () => {
    for (const language of ["en", "zh-CN"] as const) {
      const found = exhibitsOf(whole, "BGA", "I01", readerIn(language))[1]!;
      expect(found.lead).toMatch(/V = \.35.*\.22–\.44.*χ²\(4, n = 165\) = 40\.04.*p < \.001/);
      expect(found.table!.rows[0]![1]).toMatchObject({ text: ".35", value: expect.closeTo(0.348325956, 8) });
    }
  });

  test("with groups in the columns percentages run down, and all stand beside them", () => {
    const figure = exhibitsOf(whole, "I01", "BGA")[0]!.figure as GridFigure;
    expect(figure.columns).toEqual(["a", "b", "c", cross.all]);
    expect(figure.rows[0]).toMatchObject({
      label: "p1",
      cells: [{ text: "50%" }, { text: "15%" }, { text: "13%" }, { text: "23%" }],
    });
    expect(figure.rows.at(-1)).toMatchObject({
      label: "n",
      cells: [{ text: "40" }, { text: "65" }, { text: "60" }, { text: "165" }],
    });
    expect(figure.note).toContain(cross.note.columns);
  });

  test("a hidden row says why and leaves no number behind, in the picture, the table or the file", () => {
    const few = study([
      [20, 15, 5],
      [10, 30, 25],
      [0, 1, 2],
    ]);
    for (const [row, column] of [
      ["BGA", "I01"],
      ["I01", "BGA"],
    ] as const) {
      const [table, association] = exhibitsOf(few, row, column);
      expect(association!.lead).toBe(cross.association.reasons.hidden);
      expect(association!.table).toBeUndefined();
      const csv = tableCsv(table!.table!, [], english.messages);
      expect(csv).toContain(fill(english.messages.common.hidden.few, { k: 5 }));
      const ofC = csv.split("\r\n").filter((line) => line.split(",").slice(0, 2).includes("c"));
      expect(ofC.length).toBeGreaterThan(0);
      for (const line of ofC) expect(line.replace(/Fewer than 5 answers|p\d/g, "")).not.toMatch(/\d/);
    }
  });

  test("shades begin beyond two and beyond three", () => {
    expect([-3.1, -3, -2.1, -2, 0, 2, 2.1, 3, 3.1, undefined].map(shadeOf)).toEqual([
      -2, -1, -1, 0, 0, 0, 1, 1, 2, 0,
    ]);
  });
});
