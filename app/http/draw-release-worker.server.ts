import { parentPort, workerData } from "node:worker_threads";
import { readRelease } from "#app/briefs/release.ts";
import type { Language } from "#app/locales/language.ts";
import { drawRelease } from "./draw-release.server.ts";

// Fonts of 20 MB and a second of drawing: in a thread of its own nobody who answers meanwhile has to wait for it.
const { content, language } = workerData as { content: string; language: Language };
for await (const file of drawRelease(readRelease(content), language)) parentPort?.postMessage(file);
