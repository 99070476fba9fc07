import type { ChartConfiguration, ChartDataset, Plugin } from "chart.js";
import { leftOf } from "./columns.ts";
import { drawOver, drawUnder, type Ink } from "./draw-sheet.ts";
import { type DivergingRow, type Figure, type HiddenRow, isShown, type RowFigure } from "./figure.ts";
import type { FigureLayout, RowLayout } from "./layout.ts";
import { barThickness } from "./rows.ts";

/** A bar from x[0] to x[1], or a point at x, on the centre line y of the figure's row. */
export interface FigurePoint {
  x: number | [number, number];
  y: number;
  row: number;
}

export type FigureChartType = "bar" | "scatter";
export type FigureConfiguration = ChartConfiguration<FigureChartType, FigurePoint[]>;
type FigureDataset = ChartDataset<FigureChartType, FigurePoint[]>;

const unseen = { type: "linear", display: false, ticks: { display: false } } as const;
const still = { responsive: false, maintainAspectRatio: false, animation: false } as const;

/**
 * chart.js configuration of a laid-out figure. Bars float on a horizontal share axis; the vertical axis is px, because
 * rows are as tall as their words. Only shown rows become data.
 */
export function figureConfig(figure: Figure, layout: FigureLayout, ink: Ink): FigureConfiguration {
  // A grid is all sheet: its cells carry their own numbers and need no axis.
  if (layout.columns === undefined || figure.kind === "grid")
    return {
      type: "bar",
      data: { datasets: [] },
      options: {
        ...still,
        events: [],
        scales: { x: unseen, y: unseen },
      },
      plugins: [sheetPlugin(layout, ink)],
    };
  const { columns, width, height, top, bottom } = layout;
  return {
    type: figure.kind === "means" ? "scatter" : "bar",
    data: { datasets: datasetsOf(figure, layout, ink) },
    options: {
      ...still,
      indexAxis: "y",
      events: [],
      layout: {
        padding: { left: columns.plot.left, right: width - columns.plot.right, top, bottom: height - bottom },
      },
      scales: {
        // Our sheet sets its own numbers; chart.js would measure its ticks even unseen.
        x: { type: "linear", display: false, ticks: { display: false }, ...columns.domain },
        y: {
          type: "linear",
          display: false,
          ticks: { display: false },
          min: top,
          max: bottom,
          reverse: true,
          // Bars would be moved half a step inwards; here y is px already.
          offset: false,
        },
      },
    },
    plugins: [sheetPlugin(layout, ink)],
  };
}

function datasetsOf(figure: RowFigure, layout: RowLayout, { theme }: Ink): FigureDataset[] {
  const { centres } = layout;
  // No clipping: a bar that ends at the very edge of the area must not lose its last pixel.
  const bar = { type: "bar", barThickness, grouped: false, inflateAmount: 0, clip: false } as const;
  if (figure.kind === "means") {
    const data = numbered(figure.rows).map(({ row, i }) => ({ x: row.mean, y: centres[i]!, row: i }));
    const point = { pointRadius: 4.5, pointHoverRadius: 4.5, borderColor: theme.river, borderWidth: 0 };
    return [{ type: "scatter", data, ...point, clip: false, backgroundColor: theme.river }];
  }
  if (figure.kind === "bars") {
    const data = numbered(figure.rows).map(({ row, i }) => {
      return { x: [0, row.share] as [number, number], y: centres[i]!, row: i };
    });
    return [{ ...bar, data, backgroundColor: theme.river, hoverBackgroundColor: theme.river }];
  }
  const shown = numbered(figure.rows);
  return figure.legend.scale.map((label, step) => {
    const colours = shown.map(({ row }) => (row.plain ? theme.plain : theme.attitude)[step]!);
    return {
      ...bar,
      label,
      data: shown.map(({ row, i }) => ({ x: segment(row, step), y: centres[i]!, row: i })),
      backgroundColor: colours,
      hoverBackgroundColor: colours,
    };
  });
}

function numbered<Row extends { n: number; label: string; hidden?: undefined }>(
  rows: readonly (Row | HiddenRow)[],
) {
  return rows.flatMap((row, i) => (isShown(row) ? [{ row, i }] : []));
}

/** From where to where one of the five answers reaches, with half of the neutral one left of zero. */
export function segment(row: DivergingRow, step: number): [number, number] {
  const start = row.shares.slice(0, step).reduce((sum, share) => sum + share, -leftOf(row.shares));
  return [start, start + row.shares[step]!];
}

function sheetPlugin(layout: FigureLayout, ink: Ink): Plugin<FigureChartType> {
  const pointed = layout.columns?.valueRight !== undefined;
  return {
    id: "sheet",
    beforeDraw: ({ ctx }) => drawUnder(ctx, layout.sheet, ink, layout.width, layout.height),
    // Points lie on their whiskers, bars below theirs.
    beforeDatasetsDraw: ({ ctx }) => {
      if (pointed) drawOver(ctx, layout.sheet, ink);
    },
    afterDatasetsDraw: ({ ctx }) => {
      if (!pointed) drawOver(ctx, layout.sheet, ink);
    },
  };
}
