import { expect, test } from "vitest";
import { boardOf } from "#app/fieldwork/board.ts";
import type { BoardCounts } from "#app/fieldwork/board-counts.ts";
import type { BoardPage } from "#app/fieldwork/board-page.ts";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { boardTable } from "./board-table.ts";
import { csv } from "./csv.ts";

const text = (en: string) => ({ "zh-CN": `${en}（中）`, en });
const name = ["=cmd|'/c calc'!A1", "Class 2401", "Class 2402", "Open"];
const counts: BoardCounts = {
  waves: [
    {
      id: "w",
      number: 1,
      name: text("Wave"),
      versionId: "v",
      closesAt: "2027-01-01T00:00:00.000Z",
      targets: {},
    },
  ],
  doors: name.map((one, at) => ({
    id: `d${at}`,
    waveId: "w",
    slug: `d${at}`,
    name: text(one),
    kind: at === 3 ? "open" : "class",
    cohort: {},
    expected: at === 3 ? null : 40 + at,
  })),
  buckets: [31, 7, 26, 53].map((n, at) => ({
    collector_id: `d${at}`,
    received_on: "2026-03-01",
    excluded: 0,
    n,
  })),
  stops: [],
  withdrawn: [],
  arrivals: [{ waveId: "w", hour: 20, n: 117 }],
  invited: [],
  mail: [{ collectorId: "d0", state: "refused", n: 2 }],
};
const page: BoardPage = {
  asOf: "10:00:00",
  day: "2026-11-22",
  timeZone: "Asia/Shanghai",
  waves: [{ number: 1, name: text("Wave") }],
  chosen: 1,
  closes: undefined,
  k: 10,
  board: boardOf(counts, { wave: "w", k: 10, today: "2026-03-01", pages: [] }),
  median: { minutes: 7.46, n: 117 },
  pages: [],
  composition: undefined,
};

const fileIn = (language: "zh-CN" | "en") => {
  const { head, rows } = boardTable(page, "demo", language);
  return csv.start(head) + rows.map((row) => csv.row(row)).join("");
};

test("begins with the mark Excel needs, speaks the reader's language, and no cell is a formula", () => {
  expect(fileIn("zh-CN").startsWith("\ufeff部分,项目,指标,数值,说明\r\n")).toBe(true);
  expect(fileIn("en").startsWith("\ufeffSection,Item,Measure,Value,Note\r\n")).toBe(true);
  expect(fileIn("en")).toContain("'=cmd");
  expect(fileIn("en")).not.toMatch(/(^|,)=cmd/m);
});

test("what the page holds back is not in the file", () => {
  const rows = readCsv(fileIn("en")).map((one) => one.fields);
  const value = (item: string, measure: string) => rows.find((row) => row[1] === item && row[2] === measure);
  expect(value("Class 2402", "Sent")?.[3]).toBe("26");
  expect(value("Class 2401", "Sent")?.slice(3)).toEqual([
    "",
    "held back (fewer than 10, or could be worked out)",
  ]);
  expect(value("Class 2401", "Counted")).toBeUndefined();
  // The open link and the smallest class list stand in for it: 31 + 7 + 53.
  expect(value("3 doors held back, together", "Sent")?.[3]).toBe("91");
  expect(rows.flat().filter((cell) => ["7", "31", "53"].includes(cell))).toEqual([]);
  expect(value("", "Minutes")?.[3]).toBe("7.5");
});
