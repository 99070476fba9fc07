import { type Box, type Sheet, stepOf, type Tile, type Whisker } from "./sheet.ts";
import type { ChartTheme } from "./theme.ts";

type Pen = CanvasRenderingContext2D;

export interface Ink {
  theme: ChartTheme;
  family: string;
  /** Paint the paper; off where the page or the PDF shows through. */
  background: boolean;
}

/** What lies under the bars. */
export function drawUnder(pen: Pen, sheet: Sheet, ink: Ink, width: number, height: number): void {
  if (ink.background) {
    pen.fillStyle = ink.theme.paper;
    pen.fillRect(0, 0, width, height);
  }
  for (const rule of sheet.rules.filter((rule) => rule.tone === "hairline")) {
    drawLine(pen, rule.x1, rule.y1, rule.x2, rule.y2, ink.theme.hairline, 1);
  }
}

/** What lies on the bars: centre line, seams, hatching, whiskers, and all words. */
export function drawOver(pen: Pen, sheet: Sheet, ink: Ink): void {
  const { theme } = ink;
  for (const seam of sheet.seams) drawLine(pen, seam.x1, seam.y1, seam.x2, seam.y2, theme.paper, 1);
  for (const rule of sheet.rules.filter((rule) => rule.tone === "axis")) {
    pen.setLineDash(rule.dashed ? [3, 3] : []);
    drawLine(pen, rule.x1, rule.y1, rule.x2, rule.y2, theme.axis, 1);
    pen.setLineDash([]);
  }
  for (const { colour, plain, ...box } of sheet.swatches) {
    pen.fillStyle = (plain ? theme.plain : theme.attitude)[colour]!;
    pen.fillRect(box.x, box.y, box.width, box.height);
  }
  for (const tile of sheet.tiles) drawTile(pen, tile, theme);
  for (const box of sheet.hatches) drawHatch(pen, box, theme.hatch);
  for (const whisker of sheet.whiskers) drawWhisker(pen, whisker, theme);
  for (const box of sheet.frames) {
    pen.strokeStyle = theme.amber;
    pen.lineWidth = 1;
    pen.strokeRect(box.x, box.y, box.width, box.height);
  }
  pen.textBaseline = "alphabetic";
  for (const text of sheet.texts) {
    pen.font = `${text.bold ? 700 : 400} ${text.size}px ${ink.family}`;
    pen.textAlign = text.align;
    pen.fillStyle = text.on === undefined ? theme[text.tone] : theme.onShade[stepOf(text.on)]!;
    pen.fillText(text.text, text.x, text.y);
  }
}

/** The middle shade is the paper itself, so it only has an edge. */
function drawTile(pen: Pen, { shade, ...box }: Tile, theme: ChartTheme) {
  if (shade !== 0) {
    pen.fillStyle = theme.shade[stepOf(shade)]!;
    pen.fillRect(box.x, box.y, box.width, box.height);
    return;
  }
  pen.strokeStyle = theme.hairline;
  pen.lineWidth = 1;
  pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
}

function drawLine(pen: Pen, x1: number, y1: number, x2: number, y2: number, colour: string, width: number) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** A thin interval with end caps; a paper-coloured halo keeps it visible on the darkest bar. */
function drawWhisker(pen: Pen, { y, from, to, aroundPoint }: Whisker, theme: ChartTheme) {
  const line = [theme.ink, 1.25, aroundPoint ? 6.5 : 3.5] as const;
  for (const [colour, width, cap] of aroundPoint ? [line] : [[theme.paper, 3.5, 4.5] as const, line]) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(from, y - cap);
    pen.lineTo(from, y + cap);
    pen.moveTo(from, y);
    pen.lineTo(to, y);
    pen.moveTo(to, y - cap);
    pen.lineTo(to, y + cap);
    pen.stroke();
  }
}

/** Diagonals cut to the box by arithmetic, so that no surface needs clipping or patterns. */
function drawHatch(pen: Pen, { x, y, width, height }: Box, colour: string) {
  if (width <= 0) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let start = -height + 3; start < width; start += 4) {
    const from = Math.max(0, start);
    const to = Math.min(width, start + height);
    pen.moveTo(x + from, y + height - (from - start));
    pen.lineTo(x + to, y + height - (to - start));
  }
  pen.rect(x, y, width, height);
  pen.stroke();
}
