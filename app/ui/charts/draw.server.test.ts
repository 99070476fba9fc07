import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { Chart } from "chart.js";
import PDFDocument from "pdfkit";
import { afterAll, describe, expect, test } from "vitest";
import { drawFigure, drawFigureOnPdf, figurePdfHeight, figureToPng, figureToSvg } from "./draw.server.ts";
import type { Figure } from "./figure.ts";
import { barsFixture, divergingFixture, gridFixture, meansFixture } from "./fixtures.ts";
import { layoutFigure } from "./layout.ts";
import { notoFiles, notoMeasure } from "./noto.server.ts";
import { darkTheme, lightTheme } from "./theme.ts";

const all: Figure[] = [divergingFixture, barsFixture, meansFixture, gridFixture];
const scratch = mkdtempSync(join(tmpdir(), "charts-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Filled boxes of one colour in a recorded SVG, top to bottom, legend swatches (12 px high) left out. */
function boxes(svg: string, colour: string) {
  return [...svg.matchAll(new RegExp(`<path d="([^"]+)" fill="${colour}"/>`, "g"))]
    .map(([, path]) => {
      const numbers = path!.match(/-?[\d.]+/g)!.map(Number);
      const xs = numbers.filter((_, i) => i % 2 === 0);
      const ys = numbers.filter((_, i) => i % 2 === 1);
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    })
    .filter((box) => box.bottom - box.top > 12.5)
    .sort((a, b) => a.top - b.top);
}

describe("the drawing", () => {
  test("bars are centred on the middle of the neutral answer, at the values' own lengths", () => {
    const svg = figureToSvg(divergingFixture, { lang: "zh-CN" });
    const layout = layoutFigure(divergingFixture, {
      width: 900,
      margin: 24,
      lang: "zh-CN",
      measure: notoMeasure,
    });
    const zero = layout.columns.toX(0);
    const perShare = layout.columns.toX(1) - zero;
    const shown = divergingFixture.rows.flatMap((row, i) => (row.hidden === undefined ? [{ row, i }] : []));
    const five = lightTheme.attitude.map((colour) => boxes(svg, colour));
    shown.forEach(({ row, i }, at) => {
      const segments = five.map((boxesOfColour) => boxesOfColour[at]!);
      const [strongly, , neutral] = segments as [(typeof segments)[0], unknown, (typeof segments)[0]];
      expect((neutral.left + neutral.right) / 2).toBeCloseTo(zero, 1);
      expect(zero - strongly.left).toBeCloseTo((row.unfavourable + row.shares[2] / 2) * perShare, 1);
      expect(segments[4]!.right - zero).toBeCloseTo((row.favourable + row.shares[2] / 2) * perShare, 1);
      segments.forEach((box, step) => {
        expect(box.right - box.left).toBeCloseTo(row.shares[step]! * perShare, 1);
        expect((box.top + box.bottom) / 2).toBeCloseTo(layout.centres[i]!, 1);
      });
    });
    expect(five.map((boxesOfColour) => boxesOfColour.length)).toEqual([2, 2, 2, 2, 2]);
  });

  test("plain bars start at the base line and end at their share", () => {
    const svg = figureToSvg(barsFixture, { lang: "en" });
    const { columns } = layoutFigure(barsFixture, {
      width: 900,
      margin: 24,
      lang: "en",
      measure: notoMeasure,
    });
    const bars = boxes(svg, lightTheme.river);
    expect(bars.map((box) => box.left)).toEqual([
      expect.closeTo(columns.toX(0), 1),
      expect.closeTo(columns.toX(0), 1),
    ]);
    expect(bars.map((box) => box.right)).toEqual([
      expect.closeTo(columns.toX(0.04), 1),
      expect.closeTo(columns.toX(0.71), 1),
    ]);
  });

  test("cells of a grid lie where the layout has them, in the colours of their shades", () => {
    const svg = figureToSvg(gridFixture, { lang: "zh-CN" });
    const options = { width: 900, margin: 24, lang: "zh-CN", measure: notoMeasure } as const;
    const tiles = layoutFigure(gridFixture, options).sheet.tiles.filter((tile) => tile.height > 12.5);
    for (const shade of [-2, -1, 1, 2] as const) {
      const placed = tiles.filter((tile) => tile.shade === shade);
      const drawn = boxes(svg, lightTheme.shade[shade + 2]!);
      expect(drawn.length).toBe(placed.length);
      drawn.forEach((box, at) => {
        expect([box.left, box.top, box.right - box.left]).toEqual(
          [placed[at]!.x, placed[at]!.y, placed[at]!.width].map((value) => expect.closeTo(value, 1)),
        );
      });
    }
    const grey = figureToSvg(gridFixture, { lang: "zh-CN", theme: darkTheme });
    expect(grey).toContain(darkTheme.shade[4]);
  });

  test("leaves no chart behind in chart.js", () => {
    for (const figure of all) figureToSvg(figure, { lang: "en" });
    figureToPng(meansFixture, { lang: "en" });
    expect(Object.keys(Chart.instances)).toEqual([]);
  });

  test("draws on any 2D context and says its height", () => {
    const canvas = createCanvas(900, 700);
    const context = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
    const height = drawFigure(context, meansFixture, { width: 900, theme: darkTheme, lang: "en" });
    expect(height).toBeGreaterThan(100);
  });
});

/** XML without entities of its own, comments or processing instructions: all that our files may contain. */
function expectWellFormed(xml: string) {
  const open: string[] = [];
  const token = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [, close, name, attributes, empty, text] = token.exec(xml) ?? [];
    expect(name ?? text, xml.slice(at, at + 80)).toBeDefined();
    if (close) expect(open.pop()).toBe(name);
    else if (name && !empty) open.push(name);
    expect(`${attributes ?? ""}${text ?? ""}`).not.toMatch(
      /&(?!(amp|lt|gt|quot|#39);)|[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u,
    );
  }
  expect(open).toEqual([]);
}

describe("SVG", () => {
  const evil = `<script>alert(1)</script> & "q" ' \u0000 \ud800 ]]> 手`;

  test.each(all)("is well-formed and carries its title and description ($kind)", (figure) => {
    const rows = figure.rows.map((row) => ({ ...row, label: evil, detail: evil }));
    const hostile = {
      ...figure,
      title: evil,
      note: evil,
      rows,
      footer: { study: evil, n: 1, date: evil, synthetic: true },
    };
    const svg = figureToSvg(hostile as Figure, { lang: "zh-CN" });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*>\s*<title [^>]*>[^<]+<\/title>\s*<desc [^>]*>[^<]+<\/desc>/,
    );
    expectWellFormed(svg);
  });

  test("is the same bytes each time", () => {
    const once = figureToSvg(divergingFixture, { lang: "zh-CN" });
    expect(figureToSvg(structuredClone(divergingFixture), { lang: "zh-CN" })).toBe(once);
  });

  test("says synthetic where the data are", () => {
    expect(figureToSvg(divergingFixture, { lang: "zh-CN" })).toContain(">合成数据</text>");
    expect(figureToSvg(divergingFixture, { lang: "en" })).toContain(">Synthetic data</text>");
  });
});

test("PNG shows every colour of the palette at twice the size", async () => {
  const image = await loadImage(figureToPng(divergingFixture, { lang: "zh-CN" }));
  expect(image.width).toBe(1800);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const seen = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const hex = `#${[data[i]!, data[i + 1]!, data[i + 2]!].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
  }
  for (const colour of lightTheme.attitude) expect(seen.get(colour), colour).toBeGreaterThan(1000);
  expect(seen.get(lightTheme.ink), "text").toBeGreaterThan(1000);
});

const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;

describe("PDF", () => {
  async function pdfOf(figures: Figure[], compress = true) {
    const doc = new PDFDocument({ size: "A4", margin: 48, compress });
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => doc.on("end", resolve));
    doc.registerFont("text", notoFiles.regular).registerFont("strong", notoFiles.bold);
    const fonts = { regular: "text", bold: "strong" };
    const heights = figures.map((figure) => {
      const before = { x: doc.x, y: doc.y };
      const asked = figurePdfHeight(doc, figure, 499, fonts, { lang: "zh-CN" });
      const used = drawFigureOnPdf(doc, figure, 48, 60, 499, fonts, { lang: "zh-CN" });
      expect({ x: doc.x, y: doc.y }).toEqual(before);
      expect(used).toBe(asked);
      return used;
    });
    const pages = doc.bufferedPageRange().count;
    doc.end();
    await ended;
    return { pdf: Buffer.concat(chunks), heights, pages };
  }

  test("is vectors on the same page", async () => {
    const { pdf, heights, pages } = await pdfOf([divergingFixture], false);
    expect(heights[0]).toBeGreaterThan(100);
    expect(pages).toBe(1);
    expect(pdf.toString("latin1")).not.toContain("/Subtype /Image");
    // #9a3b00, strongly disagree, as PDF writes it: 154/255 59/255 0.
    expect(pdf.toString("latin1")).toMatch(/0\.60392\d* 0\.23137\d* 0 scn/);
  });

  test.skipIf(!hasPoppler)("has words to select, 手 among them (needs pdftotext)", async () => {
    const { pdf } = await pdfOf([divergingFixture]);
    const file = join(scratch, "figure.pdf");
    writeFileSync(file, pdf);
    const text = execFileSync("pdftotext", ["-layout", file, "-"]).toString();
    const flat = text.replace(/\s/g, "");
    expect(flat).toContain("考试能够考查我独立思考");
    expect(flat).toContain("不需要动手实践");
    expect(flat).toContain("合成数据");
    expect(text).toMatch(/15%\s.*65%.*1,130/);
    expect(flat).not.toMatch(/[\u2e80-\u2fdf]/);
  });
});
