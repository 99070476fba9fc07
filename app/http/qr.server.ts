import { createCanvas } from "@napi-rs/canvas";
import { encode } from "uqr";

/** The quiet margin the QR standard asks for (ISO/IEC 18004), in modules. */
const margin = 4;

/** Dark modules of a code that survives a quarter of it being dirty or creased on a poster. */
export function qrModules(text: string): boolean[][] {
  return encode(text, { ecc: "Q", border: margin }).data;
}

/** Black on white whatever the page around it: scanners expect it. */
export function qrSvg(text: string): string {
  const rows = qrModules(text);
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}

/** A picture large enough to print at 8 cm with 300 dots to the inch. */
export function qrPng(text: string): Buffer {
  const rows = qrModules(text);
  const module = Math.ceil(1000 / rows.length);
  const canvas = createCanvas(rows.length * module, rows.length * module);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  rows.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(x * module, y * module, module, module);
    });
  });
  return canvas.toBuffer("image/png");
}
