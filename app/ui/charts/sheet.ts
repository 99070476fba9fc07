import type { FigureLang, Shade } from "./figure.ts";
import { type } from "./theme.ts";
import { type Measure, wrapText } from "./wrap.ts";

/** Everything a figure shows besides the bars and points that chart.js draws, placed in px from the top left. */
export interface Sheet {
  texts: PlacedText[];
  rules: Rule[];
  /** Paper-coloured hairlines between the segments of a bar. */
  seams: Rule[];
  whiskers: Whisker[];
  hatches: Box[];
  swatches: (Box & { colour: number; plain: boolean })[];
  frames: Box[];
  /** Cells of a grid, under their words. */
  tiles: Tile[];
}

export type Tile = Box & { shade: Shade };

/** Where a shade stands among the five. */
export const stepOf = (shade: Shade) => shade + 2;

export type Tone = "ink" | "muted" | "amber";

export interface PlacedText {
  text: string;
  x: number;
  /** Of the alphabetic baseline, the only one all surfaces agree on. */
  y: number;
  size: number;
  bold: boolean;
  tone: Tone;
  /** Stands on a tile of this shade, whose own ink it takes. */
  on?: Shade;
  align: "left" | "center" | "right";
}

export interface Rule {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  tone: "hairline" | "axis";
  dashed?: boolean;
}

export interface Whisker {
  y: number;
  from: number;
  to: number;
  /** On paper with a point in its middle, not on a bar: taller, to reach out from behind the point. */
  aroundPoint?: boolean;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a figure's own room begins and ends, inside its margin. */
export interface Sides {
  left: number;
  right: number;
}

export interface LayoutOptions {
  width: number;
  lang: FigureLang;
  measure: Measure;
  /** Blank border around everything. */
  margin?: number;
  title?: boolean;
  legend?: boolean;
  footer?: boolean;
}

export const emptySheet = (): Sheet => ({
  texts: [],
  rules: [],
  seams: [],
  whiskers: [],
  hatches: [],
  swatches: [],
  frames: [],
  tiles: [],
});

/** Baseline that makes digits and Chinese characters look centred on `middle`. */
export const baseline = (middle: number, size: number) => middle + size * 0.365;

interface Paragraph {
  x: number;
  y: number;
  width: number;
  role: keyof typeof type;
  bold?: boolean;
  tone?: Tone;
}

export function linesOf(
  text: string,
  width: number,
  role: keyof typeof type,
  measure: Measure,
  bold = false,
) {
  return wrapText(text, width, (part) => measure(part, type[role].size, bold));
}

/** Sets a wrapped paragraph with its top at y; returns the y below it. */
export function placeParagraph(sheet: Sheet, text: string, place: Paragraph, measure: Measure): number {
  const { size, line } = type[place.role];
  const bold = place.bold ?? false;
  const lines = linesOf(text, place.width, place.role, measure, bold);
  lines.forEach((content, i) => {
    sheet.texts.push({
      text: content,
      x: place.x,
      y: baseline(place.y + (i + 0.5) * line, size),
      size,
      bold,
      tone: place.tone ?? "ink",
      align: "left",
    });
  });
  return place.y + lines.length * line;
}
