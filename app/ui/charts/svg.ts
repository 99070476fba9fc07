import type { Recorded, Segment } from "./recording-context.ts";
import { fontStack } from "./theme.ts";

export interface SvgPicture {
  width: number;
  height: number;
  title: string;
  description: string;
  lang: string;
  /** Makes the ids of title and description unique among pictures set into one page. */
  id: string;
  recorded: readonly Recorded[];
}

/** A recorded drawing as a self-standing, accessible SVG file whose words stay words. */
export function toSvg({ width, height, title, description, lang, id, recorded }: SvgPicture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-desc" xml:lang="${escapeXml(lang)}"`,
    ` font-family="${escapeXml(fontStack)}">\n`,
    `<title id="${id}-title">${escapeXml(title)}</title>\n<desc id="${id}-desc">${escapeXml(description)}</desc>\n`,
    ...recorded.map((item) => `${element(item)}\n`),
    "</svg>\n",
  ].join("");
}

function element(item: Recorded): string {
  if (item.op === "fill") return `<path d="${data(item.path)}" fill="${item.colour}"/>`;
  if (item.op === "stroke") {
    const dash = item.dash.length > 0 ? ` stroke-dasharray="${item.dash.join(" ")}"` : "";
    const pen = `fill="none" stroke="${item.colour}" stroke-width="${item.width}"${dash}`;
    return `<path d="${data(item.path)}" ${pen}/>`;
  }
  const weight = item.bold ? ' font-weight="700"' : "";
  const anchor = { left: "", center: ' text-anchor="middle"', right: ' text-anchor="end"' }[item.align];
  const place = `x="${short(item.x)}" y="${short(item.y)}" font-size="${item.size}"`;
  return `<text ${place}${weight}${anchor} fill="${item.colour}">${escapeXml(item.text)}</text>`;
}

const letters = { move: "M", line: "L", curve: "C" } as const;

function data(path: readonly Segment[]): string {
  return path
    .map((part) => (part.to === "close" ? "Z" : letters[part.to] + part.at.map(short).join(" ")))
    .join("");
}

const short = (value: number) => String(Number(value.toFixed(2)));

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML 1.0 text: escapes markup and replaces what XML cannot carry at all (control characters, half surrogates). */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character]!);
}
