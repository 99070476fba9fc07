import { describe, expect, test } from "vitest";
import { messagesIn } from "#app/locales/index.ts";
import { languages } from "#app/locales/language.ts";
import type { Answers } from "#app/questions/kind.ts";
import { buildView } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { columnsOf, smallInstrument } from "#app/results/testing/small-study.ts";
import { describeFigure } from "../charts/describe.ts";
import { differencesOf } from "./differences.ts";
import { type DataTable, formatsOf, type ShownCell } from "./exhibit.ts";
import type { OverviewShown } from "./overview-data.ts";
import { overviewExhibits } from "./overview-exhibits.ts";
import { tableCsv } from "./table-csv.ts";

const instrument = smallInstrument([{ code: "I01" }, { code: "I02", reverse: true }, { code: "I03" }], {
  BGA: ["a", "b"],
});
/** @param third how many answer I03; it does not apply to the others */
const people = (third: number) =>
  Array.from(
    { length: 60 },
    (_, at): Answers => ({
      BGA: at % 3 === 0 ? "a" : "b",
      I01: 1 + (at % 5),
      I02: 1 + ((at * 2) % 5),
      I03: at < third ? 1 + (at % 4) : 98,
    }),
  );
const columns = columnsOf(instrument, people(60));
const policy = staffPolicy(5);
const whole = buildView(columns, {}, policy);
const few = buildView(columnsOf(instrument, people(3)), {}, policy);
const [a, b] = [buildView(columns, { BGA: ["a"] }, policy), buildView(columns, { BGA: ["b"] }, policy)];
const one: OverviewShown = { views: [whole], order: "instrument" };
const two: OverviewShown = { views: [a, b], order: "favourable", differences: differencesOf(a, b, policy) };

const shownCells = (table: DataTable) =>
  table.rows.flat().filter((cell): cell is ShownCell => typeof cell === "object" && "text" in cell);

describe.each(languages)("the overview in %s", (language) => {
  const messages = messagesIn(language);
  const reader = { messages, language, k: 5 };

  test.each([
    ["one selection", one],
    ["two groups", two],
  ])("of %s: every exhibit has its own code, its method and whole tables", (_, data) => {
    const exhibits = overviewExhibits(data, reader);
    expect(new Set(exhibits.map(({ code }) => code)).size).toBe(exhibits.length);
    expect(exhibits.map(({ code }) => code)).toEqual(["themes", "theme-THEME", "BGA", "language"]);
    for (const { code, table, figure, method } of exhibits) {
      expect(method.formula.length * method.statistics.length).toBeGreaterThan(0);
      expect(formatsOf({ table, figure })).toEqual(["csv", "png", "svg"]);
      for (const cells of table!.rows) {
        const ends = cells.at(-1);
        const hidden = typeof ends === "object" && "hidden" in ends;
        if (!hidden && !(code === "themes" && data === two)) expect(cells).toHaveLength(table!.head.length);
        expect(cells.length).toBeLessThanOrEqual(table!.head.length);
      }
      for (const { text, value = 0, low = 0, high = 0 } of shownCells(table!)) {
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        expect([value, low, high].every(Number.isFinite)).toBe(true);
      }
      expect(describeFigure(figure!, language)).not.toMatch(/NaN|undefined/);
      expect(tableCsv(table!, [], messages)).not.toMatch(/NaN|undefined/);
    }
  });

  test("a statement too few answered has its reason in the table, the chart and the file, and no number", () => {
    const items = overviewExhibits({ ...one, views: [few] }, reader).find(
      ({ code }) => code === "theme-THEME",
    );
    const why = messages.common.hidden.few.replace("{k}", "5");
    expect(items?.table?.rows[2]?.slice(1)).toEqual([{ hidden: why }]);
    expect(items?.figure?.kind === "diverging" && items.figure.rows[2]).toMatchObject({ hidden: why });
    const line = tableCsv(items!.table!, [], messages).split("\r\n")[3];
    expect(line).toMatch(new RegExp(`^I03,+${why}`));
  });

  test("a number of people that may not be told says why, in the table and in the file", () => {
    const view = structuredClone(whole) as typeof whole;
    for (const { result, items } of view.themes) {
      if (result.shown) delete result.asked;
      for (const item of items) if (item.result.shown) delete item.result.skipped;
    }
    const [themes, items] = overviewExhibits({ ...one, views: [view] }, reader);
    const why = messages.common.hidden.complement;
    const asked = themes!.table!.head.findIndex(({ text }) => text === messages.results.themes.asked);
    expect(themes!.table!.rows[0]![asked]).toEqual({ hidden: why });
    expect(tableCsv(themes!.table!, [], messages)).toContain(why);
    const skipped = items!.table!.head.findIndex(({ text }) => text === messages.results.items.skipped);
    expect(items!.table!.rows[0]![skipped]).toEqual({ text: "–" });
    expect(items!.table!.notes).toContain(why);
    const told = overviewExhibits(one, reader).find(({ code }) => code === "theme-THEME");
    expect(told!.table!.notes).toBeUndefined();
  });

  test("shares are whole in files and rounded for people", () => {
    const choices = overviewExhibits(one, reader).find(({ code }) => code === "BGA");
    // 20 of 60; prop.test(20, 60, correct = FALSE)$conf.int in R: 0.2272926 0.4594313
    expect(choices?.table?.rows[0]?.slice(1, 3)).toEqual([
      { text: "33%", value: 20 / 60, strong: true },
      { text: "23–46%", low: expect.closeTo(0.2272926, 6), high: expect.closeTo(0.4594313, 6) },
    ]);
    expect(choices?.n).toBe(60);
  });

  test("a difference of groups carries its p twice, as tested and as adjusted", () => {
    const themes = overviewExhibits(two, reader).find(({ code }) => code === "themes");
    expect(themes?.method.statistics).toEqual(expect.arrayContaining(["welch", "holm"]));
    expect(themes?.n).toBeUndefined();
    const width = themes!.table!.head.length;
    expect(themes!.table!.rows[0]).toHaveLength(width);
    const [p, adjusted] = themes!.table!.rows[0]!.slice(-2) as ShownCell[];
    expect(p?.text).toMatch(/^(< \.001|\.\d{3}|> \.999)$/);
    // One theme: nothing to adjust for.
    expect(adjusted).toEqual(p);
  });
});
