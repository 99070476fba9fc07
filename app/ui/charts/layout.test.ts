import { describe, expect, test } from "vitest";
import { figureConfig } from "./config.ts";
import { describeFigure } from "./describe.ts";
import { type DivergingFigure, type FigureLang, isShown, type RowFigure } from "./figure.ts";
import { barsFixture, divergingFixture, meansFixture } from "./fixtures.ts";
import { figureHeight, layoutFigure } from "./layout.ts";
import { lightTheme } from "./theme.ts";
import { approximateMeasure, wrapText } from "./wrap.ts";

const layoutAt = (figure: RowFigure, width: number, lang: FigureLang = "zh-CN") =>
  layoutFigure(figure, { width, lang, measure: approximateMeasure });

const textsOf = (figure: RowFigure, width = 900) =>
  layoutAt(figure, width).sheet.texts.map((text) => text.text);

describe("layout", () => {
  test.each([350, 599, 600, 900])("keeps all words inside the figure at %i px", (width) => {
    for (const figure of [divergingFixture, barsFixture, meansFixture]) {
      const { sheet, height } = layoutAt(figure, width);
      for (const text of sheet.texts) {
        const length = approximateMeasure(text.text, text.size, text.bold);
        const left = text.x - { left: 0, center: length / 2, right: length }[text.align];
        expect(left, text.text).toBeGreaterThanOrEqual(-0.01);
        expect(left + length, text.text).toBeLessThanOrEqual(width + 0.01);
        expect(text.y).toBeLessThan(height);
      }
    }
  });

  test("says agree and disagree of a statement that is neither good nor bad, in colours that praise nobody", () => {
    const [favour] = divergingFixture.rows.filter(isShown);
    const neither = { ...favour!, label: "我参加过企业实习。", plain: true } as const;
    const alone: DivergingFigure = { ...divergingFixture, rows: [neither] };
    const mixed: DivergingFigure = { ...divergingFixture, rows: [favour!, neither] };
    expect(textsOf(alone)).toEqual(expect.arrayContaining(["同意", "不同意"]));
    expect(textsOf(alone)).not.toContain("正面");
    expect(textsOf(mixed)).toContain("正面");
    expect(textsOf(mixed).join("")).toContain("同意与否不分好坏");
    expect(describeFigure(alone, "en")).toContain("Agree 65%");
    expect(describeFigure(alone, "en")).not.toContain("avourable");
    const ink = { theme: lightTheme, family: "sans-serif", background: true };
    const colours = (figure: DivergingFigure) =>
      figureConfig(figure, layoutAt(figure, 900), ink).data.datasets.map((one) => one.backgroundColor);
    expect(colours(mixed)).toEqual(
      lightTheme.attitude.map((attitude, step) => [attitude, lightTheme.plain[step]]),
    );
    const shared = new Set<string>(lightTheme.attitude.filter((_colour, step) => step !== 2));
    expect(
      colours(alone)
        .flat()
        .filter((colour) => shared.has(String(colour))),
    ).toEqual([]);
    // Its own legend, also where the page has shown one before.
    const { sheet } = layoutFigure(alone, {
      width: 900,
      lang: "en",
      measure: approximateMeasure,
      legend: false,
    });
    expect(sheet.swatches.map((one) => [one.colour, one.plain])).toEqual(
      [0, 1, 2, 3, 4].map((colour) => [colour, true]),
    );
    expect(layoutAt(mixed, 900).sheet.swatches.length).toBe(10);
  });

  test("never cuts a sentence", () => {
    for (const width of [350, 900]) {
      for (const row of divergingFixture.rows)
        expect(textsOf(divergingFixture, width).join("")).toContain(row.label);
    }
  });

  test.each(["zh-CN", "en"] as const)("no two words overlap in %s", (lang) => {
    for (const [figure, width] of [divergingFixture, barsFixture, meansFixture].flatMap((figure) => [
      [figure, 350] as const,
      [figure, 900] as const,
    ])) {
      const boxes = layoutAt(figure, width, lang).sheet.texts.map((text) => {
        const length = approximateMeasure(text.text, text.size, text.bold);
        const left = text.x - { left: 0, center: length / 2, right: length }[text.align];
        return { text: text.text, left, right: left + length, top: text.y - text.size * 0.8, bottom: text.y };
      });
      const clashes = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).flatMap((b) => {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          return apart ? [] : [`${a.text} / ${b.text}`];
        }),
      );
      expect(clashes).toEqual([]);
    }
  });

  test("grows with wrapping", () => {
    const [row] = barsFixture.rows;
    const long = {
      ...barsFixture,
      rows: [{ ...row!, label: "十分难以回答的问题。".repeat(20) }],
    } as RowFigure;
    const short = { ...barsFixture, rows: [{ ...row!, label: "问题" }] } as RowFigure;
    expect(figureHeight(long, 900, approximateMeasure)).toBeGreaterThan(
      figureHeight(short, 900, approximateMeasure),
    );
    expect(figureHeight(long, 350, approximateMeasure)).toBeGreaterThan(
      figureHeight(long, 900, approximateMeasure),
    );
  });

  test("figures given one extent share one scale, whatever their rows", () => {
    const extent = { left: 0.8, right: 0.9, na: 0.3 };
    const place = (figure: DivergingFigure) => {
      const { toX, naLeft } = layoutAt({ ...figure, extent }, 900).columns;
      return [toX(0), toX(0.5), naLeft];
    };
    const few = {
      label: "短",
      shares: [0, 0, 0.2, 0.1, 0.7],
      favourable: 0.8,
      unfavourable: 0,
      n: 12,
    } as const;
    expect(place({ ...divergingFixture, rows: [few] })).toEqual(place(divergingFixture));
  });
});

describe("a hidden row", () => {
  // What a careless caller might leave in: the layout must not read it.
  const leaky = {
    label: "秘密",
    hidden: "回答太少",
    shares: [0, 0, 0, 0, 1],
    favourable: 0.97,
    unfavourable: 0.013,
    n: 7,
    share: 0.97,
    mean: 4.97,
    low: 0.913,
    high: 0.987,
    na: 0.53,
  };
  const figures = [divergingFixture, barsFixture, meansFixture].map(
    (figure) => ({ ...figure, rows: [...figure.rows, leaky] }) as RowFigure,
  );

  test.each(figures)("shows words and no number ($kind)", (figure) => {
    const layout = layoutAt(figure, 900);
    expect(textsOf(figure)).toContain("回答太少");
    expect(describeFigure(figure, "zh-CN")).toContain("秘密：回答太少");
    const config = figureConfig(figure, layout, { theme: lightTheme, family: "x", background: true });
    const everything = JSON.stringify([layout.sheet, describeFigure(figure, "zh-CN"), config.data]);
    expect(everything).not.toMatch(/(?<![\d.])(97%|4\.97|0\.97|0\.913|0\.987|53%)(?!\d)|"7"/);
    const drawnRows = config.data.datasets.flatMap((set) => set.data.map((point) => point.row));
    expect(drawnRows).not.toContain(figure.rows.length - 1);
    expect(new Set(drawnRows).size).toBe(figure.rows.filter((row) => row.hidden === undefined).length);
  });

  test("does not widen the scale either", () => {
    const alone = layoutAt(divergingFixture, 900).columns.domain;
    expect(layoutAt(figures[0]!, 900).columns.domain).toEqual(alone);
  });

  test("words stand in for a share that may not be exact", () => {
    const row = {
      label: "几乎所有人都同意。",
      shares: [0, 0, 0.05, 0.25, 0.7],
      favourable: 0.95,
      unfavourable: 0,
      n: 40,
      words: { favourable: "≥ 95%" },
    } as const;
    const texts = textsOf({ ...divergingFixture, rows: [row] });
    expect(texts).toContain("≥ 95%");
    expect(texts).not.toContain("95%");
  });
});

describe("wrapping", () => {
  const em = (text: string) => approximateMeasure(text, 10, false);

  test("Chinese punctuation never starts a line and an opening bracket never ends one", () => {
    const text = "考试内容贴近实际工作岗位（包括实习）的要求，评分标准清楚、公平。";
    for (let width = 30; width < 200; width += 7) {
      const lines = wrapText(text, width, em);
      expect(lines.join("")).toBe(text);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、（）]$|^[，。、）]/);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/（$/);
    }
  });

  test("English breaks between words and only an overlong word within", () => {
    expect(wrapText("In the exam format I took", 60, em).join(" ")).toBe("In the exam format I took");
    const lines = wrapText("see https://example.org/a-very-long-address", 60, em);
    expect(lines.join("").replace(" ", "")).toBe("seehttps://example.org/a-very-long-address");
    for (const line of lines) expect(em(line)).toBeLessThanOrEqual(60);
  });
});
