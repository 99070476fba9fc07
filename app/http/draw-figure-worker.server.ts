import { parentPort, workerData } from "node:worker_threads";
import type { Language } from "#app/locales/language.ts";
import { figureToPng, figureToSvg } from "#app/ui/charts/draw.server.ts";
import type { Figure } from "#app/ui/charts/figure.ts";

export interface FigureOrder {
  figure: Figure;
  format: "png" | "svg";
  language: Language;
}

// Two fonts of 10 MB are read to measure and set words: half a second that nobody else should wait for.
const { figure, format, language } = workerData as FigureOrder;
const options = { lang: language };
parentPort?.postMessage(
  format === "png"
    ? new Uint8Array(figureToPng(figure, options))
    : new TextEncoder().encode(figureToSvg(figure, options)),
);
