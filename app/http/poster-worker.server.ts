import { parentPort, workerData } from "node:worker_threads";
import type { Poster } from "./poster.server.ts";
import { posterPdf } from "./poster-pdf.server.ts";
import { posterSlide } from "./poster-slide.server.ts";

// Two fonts of 10 MB each are read and cut down to what is used: half a second that nobody else should wait for.
const posters = workerData as [Poster, ...Poster[]];
parentPort?.postMessage(posters[0].format === "pdf" ? await posterPdf(posters) : posterSlide(posters[0]));
