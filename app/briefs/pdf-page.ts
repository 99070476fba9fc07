import PDFDocument from "pdfkit";

export type Pdf = InstanceType<typeof PDFDocument>;

/** A4 in points, with margins that leave about 45 Chinese characters a line. */
export const paper = { width: 595.28, height: 841.89, left: 56, right: 56, top: 58, bottom: 64 };
export const textWidth = paper.width - paper.left - paper.right;

export const ink = { text: "#111111", soft: "#4a4f52", line: "#c9c6be", river: "#0b6b70", amber: "#855600" };
export const fonts = { regular: "regular", bold: "bold" };

/** Files of the two weights; a document embeds the characters it uses. */
export interface FontFiles {
  regular: string;
  bold: string;
}

export interface PdfAbout {
  title: string;
  author: string;
  subject: string;
  language: string;
  fontFiles: FontFiles;
  /** ISO day; the same release gives the same document. */
  date: string;
}

/** An empty tagged document in a language, with both fonts at hand. */
export function newDocument(about: PdfAbout): Pdf {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: paper.top, bottom: paper.bottom, left: paper.left, right: paper.right },
    pdfVersion: "1.7",
    tagged: true,
    lang: about.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      Creator: "Tributary",
      CreationDate: new Date(`${about.date}T00:00:00Z`),
    },
  });
  doc.registerFont(fonts.regular, about.fontFiles.regular);
  doc.registerFont(fonts.bold, about.fontFiles.bold);
  return doc;
}

export interface TextStyle {
  size: number;
  bold?: boolean;
  colour?: string;
  /** Space after, in points. */
  after?: number;
  lineGap?: number;
}

/** Writes down a page and tags what it writes; starts a new page when something no longer fits. */
export class Flow {
  readonly doc: Pdf;
  y = paper.top;
  /** What this page has explained already. */
  readonly told = new Set<string>();

  constructor(doc: Pdf) {
    this.doc = doc;
    this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.told.clear();
    this.y = paper.top;
  }

  get room(): number {
    return paper.height - paper.bottom - this.y;
  }

  /** Starts a new page unless `height` points are left. */
  need(height: number): void {
    if (this.room < height) this.newPage();
  }

  heightOf(text: string, style: TextStyle, width = textWidth): number {
    this.#set(style);
    return this.doc.heightOfString(straight(text), { width, lineGap: style.lineGap ?? style.size * 0.28 });
  }

  #set({ size, bold, colour }: TextStyle): void {
    this.doc
      .font(bold ? fonts.bold : fonts.regular)
      .fontSize(size)
      .fillColor(colour ?? ink.text);
  }

  /** A paragraph or heading over the given width. */
  text(
    tag: "H1" | "H2" | "H3" | "P" | "LI",
    text: string,
    style: TextStyle,
    at: { x?: number; width?: number } = {},
  ): void {
    const width = at.width ?? textWidth;
    this.need(this.heightOf(text, style, width));
    const { doc, y } = this;
    tagged(doc, tag, {}, () => {
      this.#set(style);
      doc.text(straight(text), at.x ?? paper.left, y, { width, lineGap: style.lineGap ?? style.size * 0.28 });
    });
    this.y = doc.y + (style.after ?? 0);
  }
}

/** Chinese fonts set curly quotes as wide as a character: right between Chinese, torn apart in English. */
export const straight = (text: string) =>
  /[\u4e00-\u9fff]/.test(text) ? text : text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

/** Draws something that the document's structure knows as `tag`. */
export function tagged(doc: Pdf, tag: string, options: { alt?: string }, draw: () => void): void {
  doc.addStructure(doc.struct(tag, options, draw));
}

/** Draws something that a screen reader should pass over. */
export function artifact(doc: Pdf, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}

/** The finished file. */
export async function bytesOf(doc: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
