import type PDFDocument from "pdfkit";
import type { Recorded, Segment } from "./recording-context.ts";
import type { Measure } from "./wrap.ts";

export type Pdf = InstanceType<typeof PDFDocument>;

/** Names of fonts registered on the document, or their sources; both need the figure's characters. */
export interface PdfFonts {
  regular: string;
  bold: string;
}

export const pdfMeasure =
  (doc: Pdf, fonts: PdfFonts): Measure =>
  (text, size, bold) =>
    doc
      .font(bold ? fonts.bold : fonts.regular)
      .fontSize(size)
      .widthOfString(text);

/** Replays a recorded drawing at x, y in points; leaves the document's own state and cursor as they were. */
export function replayOnPdf(
  doc: Pdf,
  recorded: readonly Recorded[],
  at: { x: number; y: number; scale: number },
  fonts: PdfFonts,
): void {
  const cursor = { x: doc.x, y: doc.y };
  doc.save().translate(at.x, at.y).scale(at.scale);
  for (const item of recorded) {
    if (item.op === "text") setText(doc, item, fonts);
    else {
      trace(doc, item.path);
      if (item.op === "fill") doc.fill(item.colour);
      else {
        if (item.dash.length > 0) doc.dash(item.dash[0]!, { space: item.dash[1] ?? item.dash[0]! });
        else doc.undash();
        doc.lineWidth(item.width).stroke(item.colour);
      }
    }
  }
  doc.restore();
  Object.assign(doc, cursor);
}

function setText(doc: Pdf, item: Extract<Recorded, { op: "text" }>, fonts: PdfFonts) {
  const width = item.align === "left" ? 0 : pdfMeasure(doc, fonts)(item.text, item.size, item.bold);
  doc.font(item.bold ? fonts.bold : fonts.regular).fontSize(item.size);
  const x = item.x - (item.align === "center" ? width / 2 : width);
  doc.fillColor(item.colour).text(item.text, x, item.y, { lineBreak: false, baseline: "alphabetic" });
}

function trace(doc: Pdf, path: readonly Segment[]) {
  for (const part of path) {
    if (part.to === "move") doc.moveTo(...part.at);
    else if (part.to === "line") doc.lineTo(...part.at);
    else if (part.to === "curve") doc.bezierCurveTo(...part.at);
    else doc.closePath();
  }
}
