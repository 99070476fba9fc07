import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Release } from "#app/briefs/release.ts";
import { sentencesOf } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { notoFamily, notoMeasure, notoPen } from "../charts/noto.server.ts";
import { lightTheme } from "../charts/theme.ts";
import { wrapText } from "../charts/wrap.ts";

const width = 1200;
const height = 630;
const edge = 72;

/** The card that chats and feeds show for a release: 1200 × 630, title and the three findings. */
export function drawShareImage(release: Release, language: Language): Buffer {
  notoPen();
  const { common, brief } = messagesIn(language);
  const said = sentencesOf(release, language);
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = lightTheme.paper;
  pen.fillRect(0, 0, width, height);
  drawStreams(pen);
  const put = (text: string, x: number, y: number, size: number, colour: string, bold = false) => {
    pen.font = `${bold ? 700 : 400} ${size}px ${notoFamily}`;
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  };
  put(brief.kind, edge, 104, 28, lightTheme.river, true);
  let y = 178;
  for (const line of wrapText(release.title[language], width - 2 * edge, (text) =>
    notoMeasure(text, 56, true),
  ).slice(0, 2)) {
    put(line, edge, y, 56, lightTheme.ink, true);
    y += 74;
  }
  y += 8;
  for (const finding of said.findings) {
    for (const line of wrapText(finding.headline, width - 2 * edge - 36, (text) =>
      notoMeasure(text, 32, false),
    ).slice(0, 1)) {
      pen.beginPath();
      pen.arc(edge + 9, y - 11, 7, 0, 2 * Math.PI);
      pen.fillStyle = lightTheme.river;
      pen.fill();
      put(line, edge + 36, y, 32, lightTheme.ink);
    }
    y += 54;
  }
  const base = brief.base.replace("{n}", release.n.toLocaleString("en-US"));
  put([common.product, said.release, said.date, base].join("  ·  "), edge, height - 52, 24, lightTheme.muted);
  if (release.synthetic) {
    const mark = notoMeasure(common.synthetic, 24, true);
    pen.strokeStyle = lightTheme.amber;
    pen.lineWidth = 2;
    pen.strokeRect(width - edge - mark - 32, 68, mark + 32, 50);
    put(common.synthetic, width - edge - mark - 16, 102, 24, lightTheme.amber, true);
  }
  return canvas.toBuffer("image/png");
}

/** Three streams that join into one, along the lower edge. */
function drawStreams(pen: SKRSContext2D): void {
  pen.lineCap = "round";
  pen.lineWidth = 10;
  for (const [from, colour] of [
    [-70, "#cfe3e2"],
    [0, "#9ecbc9"],
    [70, "#cfe3e2"],
  ] as const) {
    pen.strokeStyle = colour;
    pen.beginPath();
    pen.moveTo(820, 470 + from);
    pen.bezierCurveTo(960, 470 + from, 1000, 470, width + 20, 470);
    pen.stroke();
  }
}
