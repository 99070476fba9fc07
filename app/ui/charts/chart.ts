import { BarController, BarElement, Chart, LinearScale, PointElement, ScatterController } from "chart.js";
import type { FigureConfiguration } from "./config.ts";

/** Draws at once. Registers only what figures use, so that a bundler drops the rest of chart.js. */
export function createChart(canvas: HTMLCanvasElement, config: FigureConfiguration) {
  Chart.register(BarController, BarElement, LinearScale, PointElement, ScatterController);
  return new Chart(canvas, config);
}

/** Draws and forgets the chart, leaving the picture. chart.js would keep every chart for ever otherwise. */
export function drawChart(canvas: HTMLCanvasElement, config: FigureConfiguration): void {
  const chart = createChart(canvas, config);
  // destroy() wipes the canvas it still knows of.
  Object.assign(chart, { canvas: null });
  chart.destroy();
}
