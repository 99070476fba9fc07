import { createHash } from "node:crypto";
import { createCanvas } from "@napi-rs/canvas";
import { drawChart } from "./chart.ts";
import { figureConfig } from "./config.ts";
import { describeFigure } from "./describe.ts";
import type { Ink } from "./draw-sheet.ts";
import type { Figure, FigureLang } from "./figure.ts";
import { type FigureLayout, layoutFigure } from "./layout.ts";
import { notoFamily, notoMeasure, notoPen } from "./noto.server.ts";
import { type Pdf, type PdfFonts, pdfMeasure, replayOnPdf } from "./pdf.server.ts";
import { RecordingContext } from "./recording-context.ts";
import type { LayoutOptions } from "./sheet.ts";
import { toSvg } from "./svg.ts";
import { type ChartTheme, fontStack, lightTheme, printTheme } from "./theme.ts";

export interface FigureParts {
  /** Each is drawn unless switched off; the footer also needs the figure to have one. */
  title?: boolean;
  legend?: boolean;
  footer?: boolean;
}

export interface FileOptions extends FigureParts {
  lang: FigureLang;
  /** px; 900 when not said. */
  width?: number;
  theme?: ChartTheme;
  margin?: number;
}

interface DrawOptions extends FigureParts {
  lang: FigureLang;
  width: number;
  /** px; the figure's own height when not said. A smaller one cuts the figure off. */
  height?: number;
  theme: ChartTheme;
  margin?: number;
}

/** Draws a figure on any 2D context (at device pixel ratio 1) and returns the height it needed, in px. */
export function drawFigure(context: CanvasRenderingContext2D, figure: Figure, options: DrawOptions): number {
  notoPen();
  const layout = layoutFigure(figure, { ...options, measure: notoMeasure });
  const ink = { theme: options.theme, family: notoFamily, background: true };
  paint(context, figure, { ...layout, height: options.height ?? layout.height }, ink);
  return layout.height;
}

/** A self-standing SVG file: vectors and real text, the same bytes for the same figure. */
export function figureToSvg(figure: Figure, options: FileOptions): string {
  const layout = layoutFigure(figure, fileLayout(options, notoMeasure));
  const ink = { theme: options.theme ?? lightTheme, family: fontStack, background: true };
  const recorded = record(figure, layout, ink, notoMeasure);
  const description = describeFigure(figure, options.lang);
  const id = `figure-${createHash("sha256").update(JSON.stringify(figure)).digest("hex").slice(0, 10)}`;
  const { width, height } = layout;
  return toSvg({ width, height, title: figure.title, description, lang: options.lang, id, recorded });
}

/** A PNG file at twice the size, for slides and chat. */
export function figureToPng(figure: Figure, options: FileOptions): Buffer {
  notoPen();
  const layout = layoutFigure(figure, fileLayout(options, notoMeasure));
  const ink = { theme: options.theme ?? lightTheme, family: notoFamily, background: true };
  const canvas = createCanvas(layout.width, layout.height);
  // Skia's context has the methods of the browser's; only its type does not say so.
  paint(canvas.getContext("2d") as unknown as CanvasRenderingContext2D, figure, layout, ink, 2);
  return canvas.toBuffer("image/png");
}

export interface PdfOptions extends FigureParts {
  lang: FigureLang;
  theme?: ChartTheme;
  /** Points per px of the figure; 0.66 sets sentences in 10 pt and small words in 8.6 pt. */
  scale?: number;
}

const pdfScale = 0.66;

/**
 * Draws a figure as vectors with its top left corner at x, y, `width` points wide; returns the height used, in points.
 * Starts no page: ask `figurePdfHeight` first. For a tagged PDF wrap it in `doc.struct("Figure", { alt: describeFigure(…) })`.
 */
export function drawFigureOnPdf(
  doc: Pdf,
  figure: Figure,
  x: number,
  y: number,
  width: number,
  fonts: PdfFonts,
  options: PdfOptions,
): number {
  const measure = pdfMeasure(doc, fonts);
  const scale = options.scale ?? pdfScale;
  const layout = layoutFigure(figure, { ...options, width: width / scale, measure });
  const ink = { theme: options.theme ?? printTheme, family: notoFamily, background: false };
  replayOnPdf(doc, record(figure, layout, ink, measure), { x, y, scale }, fonts);
  return layout.height * scale;
}

/** Height in points that `drawFigureOnPdf` will use. */
export function figurePdfHeight(
  doc: Pdf,
  figure: Figure,
  width: number,
  fonts: PdfFonts,
  options: PdfOptions,
): number {
  const scale = options.scale ?? pdfScale;
  const measure = pdfMeasure(doc, fonts);
  return layoutFigure(figure, { ...options, width: width / scale, measure }).height * scale;
}

function fileLayout(options: FileOptions, measure: LayoutOptions["measure"]): LayoutOptions {
  const width = options.width ?? 900;
  return { ...options, width, margin: options.margin ?? (width < 600 ? 14 : 24), measure };
}

function record(figure: Figure, layout: FigureLayout, ink: Ink, measure: LayoutOptions["measure"]) {
  const context = new RecordingContext(layout.width, layout.height, measure);
  paint(context as unknown as CanvasRenderingContext2D, figure, layout, ink);
  return context.recorded;
}

function paint(
  context: CanvasRenderingContext2D,
  figure: Figure,
  layout: FigureLayout,
  ink: Ink,
  ratio = 1,
): void {
  const config = figureConfig(figure, layout, ink);
  drawChart(context.canvas, { ...config, options: { ...config.options, devicePixelRatio: ratio } });
}
