import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { fileNames, readFileName } from "#app/ui/public/release-files.ts";
import { findRelease, findReleaseFile, findStudy } from "#db/queries/releases.server.ts";
import { attachment } from "./attachment.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import { ensureFiles } from "./release-files.server.ts";

/**
 * One stored file of a release. Its address holds the release's number and its content never changes, so browsers may
 * keep it. A file that is not made yet is waited for, once for all who ask.
 * @throws 404 for what no release has
 */
export async function serveReleaseFile(slug: string, given: string): Promise<Response> {
  const wanted = readFileName(given);
  const study = wanted && (await findStudy(db(), slug));
  const stored = study && (await findRelease(db(), study.id, wanted.number));
  if (!stored) throw notFound();
  let file = await findReleaseFile(db(), stored.id, wanted.name);
  if (!file) {
    await ensureFiles(connection(), stored, wanted.language);
    file = await findReleaseFile(db(), stored.id, wanted.name);
  }
  if (!file) throw notFound();
  const svg = file.media_type === "image/svg+xml";
  const shownOnPage = wanted.name.startsWith("page-") || wanted.name === fileNames.share(wanted.language);
  const { common, brief } = messagesIn(wanted.language);
  const about = [
    stored.release.title[wanted.language],
    fill(brief.release, { number: wanted.number }),
    ...(stored.release.synthetic ? [common.synthetic] : []),
    given,
  ].join(" - ");
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": svg ? `${file.media_type}; charset=utf-8` : file.media_type,
      "Content-Disposition": shownOnPage ? "inline" : attachment(about, given),
      "Cache-Control": "public, max-age=31536000, immutable",
      // Opened on its own, a drawing may run nothing and load nothing.
      ...(svg ? { "Content-Security-Policy": "default-src 'none'; sandbox" } : {}),
    },
  });
}
