import {
  artifact,
  bytesOf,
  fonts,
  ink,
  newDocument,
  type Pdf,
  paper,
  straight,
  tagged,
} from "#app/briefs/pdf-page.ts";
import { notoFiles, notoMeasure } from "#app/ui/charts/noto.server.ts";
import { wrapText } from "#app/ui/charts/wrap.ts";
import type { Poster } from "./poster.server.ts";
import { languagesOf, linkParts, posterWords } from "./poster-words.ts";
import { qrModules } from "./qr.server.ts";

const centimetre = 72 / 2.54;
const edge = 44;
const width = paper.width - 2 * edge;
/** Points below which nobody reads a poster. */
const smallest = 9.5;

interface Line {
  text: string;
  size: number;
  bold?: boolean;
  colour?: string;
  tag?: "H1" | "P";
  /** Lines it may take. */
  most?: number;
}
/** Something drawn at a height; says how high it is. */
interface Block {
  height: number;
  after: number;
  draw(y: number): void;
}

/**
 * A4, a page a poster whatever the length of title and link: text gives way first, then the code, whose dark part stays 8 cm at least.
 * Tagged, searchable, with the characters it uses embedded.
 */
export async function posterPdf(posters: readonly [Poster, ...Poster[]]): Promise<Buffer> {
  const [poster] = posters;
  const [main = "zh-CN"] = languagesOf(poster);
  const words = posterWords(poster, main);
  const doc = newDocument({
    title: `${words.title} – ${words.scan}`,
    author: poster.institution[main],
    subject: [
      ...(posters.length === 1 ? [poster.url] : []),
      ...(poster.synthetic ? [words.synthetic] : []),
    ].join(" · "),
    language: main,
    fontFiles: notoFiles,
    date: poster.day,
  });
  for (const one of posters) drawPage(doc, one);
  return bytesOf(doc);
}

function drawPage(doc: Pdf, poster: Poster): void {
  // The poster measures for itself: a page that ends early would break the last lines off.
  doc.addPage({ size: "A4", margin: 0 });
  const room = paper.height - 2 * edge - (poster.synthetic ? 34 : 0);
  const attempts = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64].flatMap((scale) =>
    [12.5, 11.4, 10.3].map((size) => blocksOf(doc, poster, scale, size * centimetre)),
  );
  const heightOf = (blocks: Block[]) => blocks.reduce((sum, { height, after }) => sum + height + after, 0);
  const blocks = attempts.find((one) => heightOf(one) <= room) ?? attempts.at(-1)!;
  const spare = Math.max(0, room - heightOf(blocks)) / blocks.length;
  let y = edge;
  if (poster.synthetic)
    y += drawMark(
      doc,
      languagesOf(poster)
        .map((one) => posterWords(poster, one).synthetic)
        .join(" · "),
    );
  for (const { height, after, draw } of blocks) {
    draw(y);
    y += height + after + spare;
  }
}

function blocksOf(doc: Pdf, poster: Poster, scale: number, qrSize: number): Block[] {
  const spoken = languagesOf(poster).map((language) => posterWords(poster, language));
  /** The second language is smaller, under the first. */
  const said = (read: (words: (typeof spoken)[number]) => string, line: Omit<Line, "text">, after: number) =>
    spoken.map((words, at) =>
      textBlock(
        doc,
        {
          ...line,
          text: read(words),
          size: Math.max(smallest, line.size * scale * (at > 0 ? 0.7 : 1)),
          ...(at > 0 ? { tag: "P" as const, bold: false, colour: ink.soft } : {}),
        },
        (at === spoken.length - 1 ? after : 2) * scale,
      ),
    );
  return [
    ...said((words) => words.asks, { size: 16, colour: ink.soft }, 8),
    ...said((words) => words.title, { size: 38, bold: true, tag: "H1", most: 3 }, 12),
    ...said((words) => words.scan, { size: 24, bold: true, colour: ink.river }, 0),
    qrBlock(doc, poster.url, qrSize, spoken[0]?.qrAlt ?? ""),
    ...said((words) => words.or, { size: 13, colour: ink.soft }, 0),
    linkBlock(doc, poster.url, scale),
    ...said((words) => words.facts, { size: 17, bold: true }, 8),
    ...said((words) => words.consent, { size: 15 }, 8),
    ...said((words) => words.contact, { size: 12, colour: ink.soft }, 0),
  ];
}

/** Lines that break between words, none much shorter than the others; a text with `most` lines shrinks to fit them. */
function textBlock(doc: Pdf, line: Line, after: number): Block {
  const text = straight(line.text);
  const bold = line.bold ?? false;
  const wrapped = (size: number, room: number) =>
    wrapText(text, room, (part) => notoMeasure(part, size, bold));
  let { size } = line;
  while (line.most && size > 24 && wrapped(size, width).length > line.most) size -= 1;
  // A little smaller and a line less reads better than one word alone.
  if (line.most && wrapped(size * 0.88, width).length < wrapped(size, width).length) size *= 0.88;
  let lines = wrapped(size, width);
  for (let room = width - 12; room > width / 2; room -= 12) {
    const narrower = wrapped(size, room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  const step = size * 1.36;
  return {
    height: step * lines.length,
    after,
    draw: (y) =>
      tagged(doc, line.tag ?? "P", {}, () => {
        doc
          .font(bold ? fonts.bold : fonts.regular)
          .fontSize(size)
          .fillColor(line.colour ?? ink.text);
        for (const [at, part] of lines.entries())
          doc.text(part, (paper.width - doc.widthOfString(part)) / 2, y + at * step, { lineBreak: false });
      }),
  };
}

function qrBlock(doc: Pdf, url: string, size: number, alt: string): Block {
  return {
    height: size,
    after: 2,
    draw: (y) =>
      tagged(doc, "Figure", { alt }, () => {
        const rows = qrModules(url);
        const module = size / rows.length;
        const left = (paper.width - size) / 2;
        for (const [at, row] of rows.entries())
          for (const [column, dark] of row.entries())
            if (dark) doc.rect(left + column * module, y + at * module, module, module);
        doc.fill("#000000");
      }),
  };
}

/** The link on one line, or its code on a line of its own where the name before it is long. */
function linkBlock(doc: Pdf, url: string, scale: number): Block {
  const { before, groups } = linkParts(url);
  const widthOf = (text: string, size: number, bold: boolean) =>
    doc
      .font(bold ? fonts.bold : fonts.regular)
      .fontSize(size)
      .widthOfString(text);
  const gap = (size: number) => size * 0.22;
  const codeWidth = (size: number) =>
    groups.reduce((sum, group) => sum + widthOf(group, size, true), 0) + gap(size) * (groups.length - 1);
  const line = (size: number) => widthOf(before, size, false) + codeWidth(size);
  const size = [32, 30, 28, 26, 24, 22].map((one) => one * scale).find((one) => line(one) <= width);
  const above = size
    ? undefined
    : Math.min(20 * scale, (20 * scale * width) / widthOf(before, 20 * scale, false));
  const code = size ?? Math.min(34 * scale, (34 * scale * width) / codeWidth(34 * scale));
  return {
    height: (above ? above * 1.4 : 0) + code * 1.35,
    after: 14 * scale,
    draw: (y) =>
      tagged(doc, "P", {}, () => {
        let x = (paper.width - (above ? codeWidth(code) : line(code))) / 2;
        let top = y;
        const put = (text: string, at: number, points: number, bold: boolean, colour: string) => {
          doc
            .font(bold ? fonts.bold : fonts.regular)
            .fontSize(points)
            .fillColor(colour);
          doc.text(text, at, top, { lineBreak: false });
        };
        if (above) {
          put(before, (paper.width - widthOf(before, above, false)) / 2, above, false, ink.text);
          top += above * 1.4;
        } else {
          put(before, x, code, false, ink.text);
          x += widthOf(before, code, false);
        }
        for (const [at, group] of groups.entries()) {
          put(group, x, code, true, at % 2 ? ink.river : ink.text);
          x += widthOf(group, code, true) + gap(code);
        }
      }),
  };
}

/** What says that the data are invented; so high that nobody takes the poster for a real one. */
function drawMark(doc: Pdf, text: string): number {
  const size = 13;
  const wide = doc.font(fonts.bold).fontSize(size).widthOfString(text) + 20;
  const left = (paper.width - wide) / 2;
  artifact(doc, () =>
    doc
      .rect(left, edge - 12, wide, 26)
      .lineWidth(1.2)
      .strokeColor(ink.amber)
      .stroke(),
  );
  tagged(doc, "P", {}, () => {
    doc.font(fonts.bold).fontSize(size).fillColor(ink.amber);
    doc.text(text, left + 10, edge - 8, { lineBreak: false });
  });
  return 34;
}
