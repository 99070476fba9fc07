import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { RowFigure } from "./figure.ts";
import { FigureChart } from "./figure-chart.tsx";
import { FigurePicture } from "./figure-picture.tsx";
import { barsFixture, divergingFixture, gridFixture, meansFixture } from "./fixtures.ts";
import { layoutFigure } from "./layout.ts";
import { approximateMeasure } from "./wrap.ts";

const layoutOf = (figure: RowFigure) =>
  layoutFigure(figure, { width: 860, lang: "zh-CN", measure: approximateMeasure });

describe("the picture of the page itself", () => {
  test("the server sends it for a phone and for a desk, with bars, numbers and no style attribute", () => {
    const html = renderToStaticMarkup(<FigureChart figure={divergingFixture} lang="zh-CN" />);
    expect(html.match(/<svg/g)?.length).toBe(2);
    expect(html).not.toContain("style=");
    expect(html.match(/>65%</g)?.length).toBe(2);
    // Two shown rows and one legend swatch, in each of the two.
    expect(html.match(/class="fig-attitude-5"/g)?.length).toBe(6);
  });

  test("bars are as long as their shares", () => {
    const layout = layoutOf(barsFixture);
    const html = renderToStaticMarkup(<FigurePicture figure={barsFixture} layout={layout} />);
    const widths = [...html.matchAll(/<rect [^>]*width="([\d.]+)"[^>]*class="fig-river"/g)].map((one) =>
      Number(one[1]),
    );
    const unit = layout.columns.toX(1) - layout.columns.toX(0);
    expect(widths).toEqual([expect.closeTo(0.04 * unit, 1), expect.closeTo(0.71 * unit, 1)]);
  });

  test("means stand where they are, hidden rows have only words", () => {
    const layout = layoutOf(meansFixture);
    const html = renderToStaticMarkup(<FigurePicture figure={meansFixture} layout={layout} />);
    const points = [...html.matchAll(/<circle cx="([\d.]+)"/g)].map((one) => Number(one[1]));
    expect(points).toEqual([expect.closeTo(layout.columns.toX(3.71), 1)]);
    expect(html).toContain("Too few answers to show");
  });

  test("cells of a grid are shaded by class, with their words on them", () => {
    const html = renderToStaticMarkup(<FigureChart figure={gridFixture} lang="zh-CN" legend={false} />);
    // In each of the two pictures: two cells and the legend's own swatch.
    expect(html.match(/class="fig-shade-5"/g)?.length).toBe(2 * 3);
    expect(html).toMatch(/class="fig-on-shade-1">2%</);
    expect(html).toContain(">少于10人<");
    expect(html).not.toContain("style=");
  });
});
