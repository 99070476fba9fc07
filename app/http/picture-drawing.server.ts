import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { oneByOne } from "./in-thread.server.ts";
import { looksLikeSvg, readPictureHeader } from "./picture-header.server.ts";

export interface DrawnPicture {
  width: number;
  height: number;
  mediaType: string;
  bytes: Uint8Array;
}
/** Why a file is not taken as a picture: a key the form words. */
export type PictureProblem =
  | "picture-not"
  | "picture-svg"
  | "picture-large"
  | "picture-pixels"
  | "picture-broken";

export const mostPictureBytes = 8 * 1024 * 1024;
/** Decoded, a picture takes four bytes a point: this many are 120 MB. */
export const mostPixels = 30_000_000;
const longestSide = 16_000;
const longest = 15_000;

// Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
const worker = createRequire(import.meta.url).resolve("#app/http/picture-worker.server.ts");
const next = oneByOne();

/** Draws an uploaded picture anew, small enough for a phone, or says why it is not taken. Nothing large is decoded. */
export async function drawPicture(
  bytes: Uint8Array,
): Promise<{ picture: DrawnPicture } | { problem: PictureProblem }> {
  if (bytes.length > mostPictureBytes) return { problem: "picture-large" };
  const header = readPictureHeader(bytes);
  if (!header) return { problem: looksLikeSvg(bytes) ? "picture-svg" : "picture-not" };
  const { width, height } = header;
  if (width < 1 || height < 1) return { problem: "picture-broken" };
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    return { problem: "picture-pixels" };
  const picture = await next(() => drawApart(bytes));
  return picture ? { picture } : { problem: "picture-broken" };
}

/** In a thread of its own, for a limited time. @returns undefined for what cannot be drawn */
function drawApart(bytes: Uint8Array): Promise<DrawnPicture | undefined> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 96 },
    });
    thread.unref();
    const end = (drawn?: DrawnPicture) => {
      clearTimeout(late);
      resolve(drawn);
      void thread.terminate();
    };
    const late = setTimeout(end, longest);
    thread.on("message", (drawn: DrawnPicture) => end(drawn));
    thread.on("error", () => end());
    thread.on("exit", () => end());
  });
}
