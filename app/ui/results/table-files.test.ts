import { describe, expect, test } from "vitest";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { DataTable } from "./exhibit.ts";
import { tableCsv } from "./table-csv.ts";
import { tableTsv } from "./table-tsv.ts";

const messages = messagesIn("en");
const table: DataTable = {
  caption: "Means by college",
  head: [
    { text: "College" },
    { text: "Mean", number: true },
    { text: "95% interval", of: "Mean", interval: true },
    { text: "Favourable", number: true },
    { text: "Verdict" },
  ],
  rows: [
    [
      { text: "=North", detail: "reverse-worded" },
      { text: "3.14", value: 3.1415927410125732, strong: true },
      { text: "3.01–3.27", low: 3.0100000000000002, high: 3.27 },
      { text: "42%", value: 0.4201, shade: 2 },
      "Leans positive",
    ],
    ["East", { text: "−0.20", value: -0.2 }, { text: "" }, { text: "≥ 95%" }, "None"],
    ["South", { hidden: "Fewer than 10 answers" }],
    [
      "West",
      { hidden: "too close" },
      { hidden: "too close" },
      { text: "<1%", value: 1e-7 },
      { text: "+3, or more" },
    ],
  ],
};
const read = (text: string) => readCsv(text).map((row) => row.fields);

describe("a table as CSV", () => {
  const about = [["Study", 'A "demo"'] as const, ["As of", "2026-11-22"] as const];
  const [head = [], north = [], east = [], south = [], west = []] = read(tableCsv(table, about, messages));

  test("has one head row, with both ends of an interval and names that stand alone", () => {
    expect(head).toEqual([
      ...["College", "Mean", "Mean, 95% interval (low)", "Mean, 95% interval (high)", "Favourable"],
      ...["Verdict", "Why not shown", "Study", "As of"],
    ]);
  });

  test("holds every digit, shares as fractions, and guards what a spreadsheet would run", () => {
    expect(north.slice(0, 7)).toEqual([
      ...["'=North (reverse-worded)", "3.14159274101", "3.01", "3.27", "0.4201", "Leans positive", ""],
    ]);
    expect(west[4]).toBe("1e-7");
    expect(west[5]).toBe("'+3, or more");
    expect(east[1]).toBe("-0.2");
  });

  test("keeps columns of numbers free of words: why something is not shown stands at the end of its row", () => {
    expect(east.slice(2, 7)).toEqual(["", "", "", "None", "Favourable: ≥ 95%"]);
    expect(south.slice(1, 7)).toEqual(["", "", "", "", "", "Fewer than 10 answers"]);
    expect(west[6]).toBe("Mean: too close; Mean, 95% interval: too close");
    for (const row of [north, east, south, west])
      for (const column of [1, 2, 3, 4]) expect(row[column]).toMatch(/^(-?[\d.]+(e-?\d+)?)?$/);
  });

  test("says in every row whose numbers these are", () => {
    for (const row of [north, east, south, west]) expect(row.slice(7)).toEqual(['A "demo"', "2026-11-22"]);
  });

  test("has no column of reasons where everything is shown, and never writes NaN", () => {
    const whole = { ...table, rows: table.rows.slice(0, 1) };
    expect(read(tableCsv(whole, [], messages))[0]).toHaveLength(6);
    const broken = {
      ...table,
      rows: [["a", { text: "", value: Number.NaN }, { text: "", low: Number.NaN }, "", ""]],
    };
    expect(tableCsv(broken, [], messages)).not.toContain("NaN");
  });
});

test("the copied table says what people read, harmless in a spreadsheet", () => {
  expect(tableTsv(table, messages).split("\r\n")).toEqual([
    "College\tMean\tMean, 95% interval\tFavourable\tVerdict",
    "'=North (reverse-worded)\t3.14\t3.01–3.27\t42%\tLeans positive",
    "East\t−0.20\t\t≥ 95%\tNone",
    "South\tFewer than 10 answers",
    "West\ttoo close\ttoo close\t<1%\t'+3, or more",
    "",
  ]);
  const lines = { ...table, rows: [["two\nlines\tand a tab", "x", "", "", ""]] };
  expect(tableTsv(lines, messages).split("\r\n")[1]).toBe("two lines and a tab\tx\t\t\t");
});
