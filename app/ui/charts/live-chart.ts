import { Chart, Tooltip, type TooltipItem } from "chart.js";
import { createChart } from "./chart.ts";
import { type FigureChartType, type FigurePoint, figureConfig } from "./config.ts";
import type { Ink } from "./draw-sheet.ts";
import type { Figure, RowFigure } from "./figure.ts";
import type { FigureLayout } from "./layout.ts";
import { linesOf } from "./sheet.ts";
import { meanText, percent } from "./words.ts";
import type { Measure } from "./wrap.ts";

type Item = TooltipItem<FigureChartType>;

const pointOf = (item: Item) => item.raw as FigurePoint;
const widestTip = 240;

/** The browser's chart: the same drawing, and a tip with the one number under the pointer. Destroy it when done. */
export function createLiveChart(
  canvas: HTMLCanvasElement,
  figure: Figure,
  layout: FigureLayout,
  ink: Ink,
  measure: Measure,
) {
  Chart.register(Tooltip);
  const config = figureConfig(figure, layout, ink);
  const { theme } = ink;
  canvas.width = layout.width;
  canvas.height = layout.height;
  // A grid's cells say everything themselves.
  if (figure.kind === "grid") return createChart(canvas, config);
  const font = { family: ink.family, size: 13 };
  return createChart(canvas, {
    ...config,
    options: {
      ...config.options,
      events: ["mousemove", "mouseout", "click", "touchstart", "touchmove"],
      interaction: { mode: "nearest", intersect: true },
      plugins: {
        tooltip: {
          backgroundColor: theme.ink,
          titleColor: theme.paper,
          bodyColor: theme.paper,
          titleFont: { ...font, weight: 400 },
          bodyFont: { ...font, weight: 700 },
          displayColors: false,
          cornerRadius: 3,
          padding: 9,
          // A share that may only be shown as "≥ 95%" stands beside its bar and nowhere else.
          filter: (item) => !("words" in figure.rows[pointOf(item).row]!),
          callbacks: {
            title: (items) =>
              items.flatMap((item) =>
                linesOf(figure.rows[pointOf(item).row]!.label, widestTip, "small", measure),
              ),
            label: (item) => tipText(figure, item),
          },
        },
      },
    },
  });
}

function tipText(figure: RowFigure, item: Item): string {
  const { x } = pointOf(item);
  if (figure.kind === "means") return meanText(x as number, figure.axis);
  const [from, to] = x as [number, number];
  const share = percent(to - from);
  return item.dataset.label ? `${item.dataset.label} ${share}` : share;
}
