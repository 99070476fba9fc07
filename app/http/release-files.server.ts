import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Release } from "#app/briefs/release.ts";
import { type Language, languages } from "#app/locales/language.ts";
import { fileNames } from "#app/ui/public/release-files.ts";
import type { Connection } from "#db/connect.server.ts";
import { findReleaseFile, type StoredRelease, storeReleaseFiles } from "#db/queries/releases.server.ts";
import type { DrawnFile } from "./draw-release.server.ts";

// Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
const worker = createRequire(import.meta.url).resolve("#app/http/draw-release-worker.server.ts");
/** Before a drawing that failed is tried again. */
const rest = 60_000;

const running = new Map<string, Promise<void>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the files of a release in one language unless they are there: once, however many ask at the same time, and one
 * language after the other, so that visitors can never start more than one drawing.
 */
export function ensureFiles(
  connection: Connection,
  { id, release }: StoredRelease,
  language: Language,
): Promise<void> {
  const key = `${id} ${language}`;
  const known = running.get(key);
  if (known) return known;
  const making = last.then(async () => {
    // All files of a language are stored together: if one is there, all are.
    if (await findReleaseFile(connection.db, id, fileNames.brief(language))) return;
    const files = await draw(release, language);
    await connection.db.transaction().execute((trx) => storeReleaseFiles(trx, id, files));
  });
  last = making.catch(() => undefined);
  running.set(key, making);
  making.then(
    () => running.delete(key),
    () => setTimeout(() => running.delete(key), rest).unref(),
  );
  return making;
}

/** Starts making all files of a new release without waiting for them; what fails now is tried again when asked for. */
export function makeFilesSoon(connection: Connection, stored: StoredRelease): void {
  for (const language of languages) {
    ensureFiles(connection, stored, language).catch((error: Error) => {
      process.stderr.write(`files of release ${stored.release.number} (${language}): ${error.stack}\n`);
    });
  }
}

function draw(release: Release, language: Language): Promise<DrawnFile[]> {
  return new Promise((resolve, reject) => {
    const files: DrawnFile[] = [];
    const thread = new Worker(worker, {
      workerData: { content: JSON.stringify(release), language },
      execArgv: [],
    });
    // A server that is asked to stop does not wait for drawings.
    thread.unref();
    thread.on("message", (file: DrawnFile) => files.push(file));
    thread.on("error", reject);
    thread.on("exit", (code) =>
      code === 0 ? resolve(files) : reject(new Error(`drawing ended with ${code}`)),
    );
  });
}
