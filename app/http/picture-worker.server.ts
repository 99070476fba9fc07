import { parentPort, workerData } from "node:worker_threads";
import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import type { DrawnPicture } from "./picture-drawing.server.ts";

/** px; what a page shows at twice the density of a phone, and the longest a picture may stretch a page. */
const widest = 1200;
const highest = 2400;

// Whatever was hidden in the file stays behind: what is kept is drawn anew, point by point. A photograph that says how its
// camera was held is turned upright as it is loaded.
const image = await loadImage(Buffer.from(workerData as Uint8Array));
parentPort?.postMessage(await drawAnew(image));

async function drawAnew(image: Image): Promise<DrawnPicture> {
  const scale = Math.min(1, widest / image.width, highest / image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const isOpaque = data.every((value, index) => index % 4 !== 3 || value === 255);
  const made = [
    { mediaType: "image/png", bytes: await canvas.encode("png") },
    { mediaType: "image/webp", bytes: await canvas.encode("webp", 86) },
    // JPEG knows no transparency.
    ...(isOpaque ? [{ mediaType: "image/jpeg", bytes: await canvas.encode("jpeg", 84) }] : []),
  ];
  const [smallest] = made.sort((a, b) => a.bytes.length - b.bytes.length);
  if (!smallest) throw new Error("nothing was drawn");
  return { width, height, mediaType: smallest.mediaType, bytes: new Uint8Array(smallest.bytes) };
}
