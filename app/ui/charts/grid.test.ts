import { describe, expect, test } from "vitest";
import { figureConfig } from "./config.ts";
import { describeFigure } from "./describe.ts";
import type { FigureLang, GridFigure } from "./figure.ts";
import { gridFixture } from "./fixtures.ts";
import { layoutFigure } from "./layout.ts";
import { lightTheme } from "./theme.ts";
import { approximateMeasure } from "./wrap.ts";

const sheetAt = (figure: GridFigure, width: number, lang: FigureLang = "zh-CN") =>
  layoutFigure(figure, { width, lang, measure: approximateMeasure });

/** Many columns with long words: no phone has room for their heads. */
const wide: GridFigure = {
  ...gridFixture,
  columns: ["Qualification", "Certification authority", "Responsibilities", "Employers", "Undecided"],
};

/** Every word with the box it takes, roughly. */
function boxesOf(figure: GridFigure, width: number) {
  return sheetAt(figure, width).sheet.texts.map((text) => {
    const length = approximateMeasure(text.text, text.size, text.bold);
    const left = text.x - { left: 0, center: length / 2, right: length }[text.align];
    return { text: text.text, left, right: left + length, top: text.y - text.size * 0.8, bottom: text.y };
  });
}

const cases = [gridFixture, wide].flatMap((figure) =>
  [350, 599, 600, 900].map((width) => ({ figure, width })),
);

describe("a grid", () => {
  test.each(cases)("keeps its words inside and apart at $width px", ({ figure, width }) => {
    const boxes = boxesOf(figure, width);
    const { sheet, height } = sheetAt(figure, width);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(width);
      expect(box.bottom).toBeLessThan(height);
    }
    const clashes = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b) => {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        return apart ? [] : [`${a.text} / ${b.text}`];
      }),
    );
    expect(clashes).toEqual([]);
    for (const tile of sheet.tiles) expect(tile.x + tile.width).toBeLessThanOrEqual(width);
  });

  test("every shaded cell says its number, on the ink of its own shade", () => {
    for (const { figure, width } of cases) {
      const { sheet } = sheetAt(figure, width);
      const cells = sheet.tiles.filter((tile) => tile.height > 12);
      expect(cells.length).toBe(15);
      for (const { x, y, width, height, shade } of cells) {
        const inside = sheet.texts.filter(
          (text) =>
            text.align === "center" &&
            Math.abs(text.x - x - width / 2) < 0.01 &&
            text.y > y &&
            text.y < y + height,
        );
        expect(inside.length).toBeGreaterThan(0);
        if (shade !== 0) for (const text of inside) expect(text.on).toBe(shade);
      }
    }
  });

  test("cells stand in columns beside their labels, under them on a phone, one by one where heads have no room", () => {
    const rows = (figure: GridFigure, width: number) =>
      new Set(
        sheetAt(figure, width)
          .sheet.tiles.filter((tile) => tile.height > 12)
          .map((tile) => tile.y),
      ).size;
    expect(rows(gridFixture, 900)).toBe(3);
    expect(rows(gridFixture, 350)).toBe(3);
    expect(rows(wide, 350)).toBe(15);
    const label = (width: number) =>
      sheetAt(gridFixture, width).sheet.texts.find((text) => text.text === "线下考试")!;
    const first = (width: number) =>
      sheetAt(gridFixture, width).sheet.tiles.find((tile) => tile.height > 12)!;
    expect(first(900).x).toBeGreaterThan(label(900).x + 60);
    expect(first(350).y).toBeGreaterThan(label(350).y);
    expect(first(350).x).toBe(label(350).x);
  });

  test("its legend stays where the page's other legends are left out", () => {
    const options = { width: 900, lang: "en", measure: approximateMeasure, legend: false } as const;
    const texts = layoutFigure(gridFixture, options).sheet.texts.map((text) => text.text);
    expect(texts).toEqual(expect.arrayContaining([...gridFixture.legend!]));
    const plain = layoutFigure({ ...gridFixture, legend: undefined }, options);
    expect(plain.sheet.tiles.filter((tile) => tile.height === 12)).toEqual([]);
  });

  test("is read out with its columns, its remarkable cells and why others are hidden", () => {
    const said = describeFigure(gridFixture, "zh-CN");
    expect(said).toContain(
      "线下考试：过于容易 2% (−4.1，明显偏少)，偏容易 11% (−2.3，偏少)，难度适中 60% (+0.4)",
    );
    expect(said).toContain("线上监考：回答太少，不予显示");
    expect(said).toContain("难度适中 少于10人");
    expect(describeFigure(gridFixture, "en")).toMatch(/^Synthetic data\. /);
  });

  test("a hidden row or cell that a careless caller left its numbers in shows only words", () => {
    const leaky = { label: "秘密", hidden: "回答太少", n: 7, cells: [{ text: "97%", shade: 2 }] };
    const cell = { hidden: "少于10人", text: "97%", detail: "+9.7", shade: 2 };
    const rows = [...gridFixture.rows, leaky, { label: "别的", cells: Array(5).fill(cell) }];
    const figure = { ...gridFixture, rows } as GridFigure;
    for (const width of [350, 900]) {
      const layout = sheetAt(figure, width);
      const config = figureConfig(figure, layout, { theme: lightTheme, family: "x", background: true });
      const everything = JSON.stringify([layout.sheet.texts, describeFigure(figure, "zh-CN"), config.data]);
      expect(everything).toContain("秘密");
      expect(everything).not.toMatch(/97%|\+9\.7|"7"|= 7/);
      const shaded = layout.sheet.tiles.filter((tile) => tile.height > 12 && tile.shade === 2);
      expect(shaded.length).toBe(2);
    }
  });
});
