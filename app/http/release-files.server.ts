import { type Language, languages } from "#app/locales/language.ts";
import { fileNames } from "#app/ui/public/release-files.ts";
import type { Connection } from "#db/connect.server.ts";
import { findReleaseFile, type StoredRelease, storeReleaseFiles } from "#db/queries/releases.server.ts";
import type { DrawnFile } from "./draw-release.server.ts";
import { inThread, oneByOne } from "./in-thread.server.ts";

/** Before a drawing that failed is tried again. */
const rest = 60_000;

const running = new Map<string, Promise<void>>();
const next = oneByOne();

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
  const making = next(async () => {
    // All files of a language are stored together: if one is there, all are.
    if (await findReleaseFile(connection.db, id, fileNames.brief(language))) return;
    const files = await inThread<DrawnFile>("draw-release-worker", {
      content: JSON.stringify(release),
      language,
    });
    await connection.db.transaction().execute((trx) => storeReleaseFiles(trx, id, files));
  });
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
