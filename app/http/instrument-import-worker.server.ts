import { parentPort, workerData } from "node:worker_threads";
import { type GivenFile, Unreadable } from "#app/interchange/index.ts";
import { readTranslation } from "#app/interchange/translation-file.ts";
import { type ImportWork, readWork } from "./instrument-import-read.server.ts";

try {
  const work = workerData as ImportWork | { translation: GivenFile };
  const read = "translation" in work ? await readTranslation(work.translation) : await readWork(work);
  parentPort?.postMessage({ read });
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  parentPort?.postMessage({ refused: { reason: error.reason, place: error.place } });
}
