import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { notoFamily, notoMeasure, notoPen } from "#app/ui/charts/noto.server.ts";
import { lightTheme } from "#app/ui/charts/theme.ts";
import { wrapText } from "#app/ui/charts/wrap.ts";
import type { Poster } from "./poster.server.ts";
import { languagesOf, linkParts, posterWords } from "./poster-words.ts";
import { qrModules } from "./qr.server.ts";

const width = 1920;
const height = 1080;
const edge = 96;
/** Of the height: large enough to scan from the last row. */
const qrSize = 700;
/** Of a line, in its size; and px between the three lines. */
const leading = 1.3;
const between = 14;
const column = edge + qrSize + 72;
const room = width - column - edge;

/** A classroom's screen, 1920 × 1080: the code at the left, three short lines beside it, the link to type below. */
export function posterSlide(poster: Poster): Buffer {
  notoPen();
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  const put = (text: string, x: number, y: number, size: number, colour: string, bold = false) => {
    pen.font = `${bold ? 700 : 400} ${size}px ${notoFamily}`;
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  };
  const spoken = languagesOf(poster).map((language) => posterWords(poster, language));
  const second = (at: number) => (at > 0 ? 0.66 : 1);

  // A code needs its quiet margin, which the modules bring along.
  const rows = qrModules(poster.url);
  const module = Math.floor(qrSize / rows.length);
  pen.fillStyle = "#000000";
  for (const [y, row] of rows.entries())
    for (const [x, dark] of row.entries())
      if (dark) pen.fillRect(edge - 40 + x * module, 72 + y * module, module, module);

  let y = 72;
  if (poster.synthetic) {
    const mark = spoken.map((words) => words.synthetic).join(" · ");
    const wide = notoMeasure(mark, 28, true) + 36;
    pen.strokeStyle = lightTheme.amber;
    pen.lineWidth = 3;
    pen.strokeRect(width - edge - wide, 48, wide, 54);
    put(mark, width - edge - wide + 18, 85, 28, lightTheme.amber, true);
    y = 124;
  }
  const said = [
    { read: (words: Words) => words.scan, size: 54, bold: true, colour: lightTheme.river },
    { read: (words: Words) => words.facts, size: 42, bold: false, colour: lightTheme.ink },
    { read: (words: Words) => words.slideConsent, size: 42, bold: false, colour: lightTheme.ink },
  ];
  const bottom = 72 + rows.length * module;
  const needed = said.reduce(
    (sum, { size }) => sum + spoken.reduce((all, _, at) => all + size * second(at) * leading, between),
    0,
  );
  for (const [at, words] of spoken.entries()) {
    y += at * between;
    const share = spoken.length === 1 ? 1 : at > 0 ? 0.38 : 0.62;
    const { size, lines } = fitted(words.title, 66 * second(at), (bottom - needed - 124 - between) * share);
    for (const line of lines) {
      y += size * leading;
      put(line, column, y, size, at > 0 ? lightTheme.muted : lightTheme.ink, at === 0);
    }
  }
  // The three lines end where the code ends, however long the title is.
  y = Math.max(y, bottom - needed);
  for (const { read, size, bold, colour } of said) {
    y += between;
    for (const [at, words] of spoken.entries()) {
      const text = read(words);
      const wanted = size * second(at);
      const points = Math.min(wanted, (wanted * room) / notoMeasure(text, wanted, bold));
      y += wanted * leading;
      put(text, column, y, points, at > 0 ? lightTheme.muted : colour, bold && at === 0);
    }
  }
  const label = [spoken[0]?.group, ...spoken.map((words) => words.or)];
  drawLink(pen, put, poster.url, label.filter((one) => one).join("  ·  "));
  return canvas.toBuffer("image/png");
}

type Words = ReturnType<typeof posterWords>;
type Put = (text: string, x: number, y: number, size: number, colour: string, bold?: boolean) => void;

/** The link over the whole width; where that would make it small, its code stands large on a line of its own. */
function drawLink(pen: SKRSContext2D, put: Put, url: string, label: string): void {
  const top = 822;
  pen.fillStyle = "#eef4f4";
  pen.fillRect(0, top, width, height - top);
  const { before, groups } = linkParts(url);
  const gap = 0.2;
  const whole =
    notoMeasure(before, 100, false) +
    groups.reduce((sum, group) => sum + notoMeasure(group, 100, true), 0) +
    gap * 100 * (groups.length - 1);
  const size = Math.min(92, (100 * (width - 2 * edge)) / whole);
  const apart = size < 60;
  put(label, edge, apart ? 872 : 890, 32, lightTheme.muted);
  const code = apart ? 88 : size;
  let x = edge;
  if (apart) {
    const fits = Math.min(44, (4400 * (width - 2 * edge)) / (44 * notoMeasure(before, 100, false)));
    put(before, x, 932, fits, lightTheme.ink);
  } else {
    put(before, x, 1004, size, lightTheme.ink);
    x += notoMeasure(before, size, false);
  }
  for (const [at, group] of groups.entries()) {
    put(group, x, apart ? 1036 : 1004, code, at % 2 ? lightTheme.river : lightTheme.ink, true);
    x += notoMeasure(group, code, true) + gap * code;
  }
}

/** The largest size at which a title is no higher than so many px. */
function fitted(text: string, largest: number, most: number): { size: number; lines: string[] } {
  for (let size = largest; ; size -= 2) {
    const lines = wrapText(text, room, (one) => notoMeasure(one, size, true));
    if (lines.length * size * leading <= most || size <= 22) return { size, lines };
  }
}
