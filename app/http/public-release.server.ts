import { randomBytes } from "node:crypto";
import type { PublicRelease } from "#app/ui/public/public-release.ts";
import { findRelease, findStudy, listReleaseFiles, listReleases } from "#db/queries/releases.server.ts";
import { languageOf } from "./cookies.server.ts";
import { connection, db } from "./db.server.ts";
import { env } from "./env.server.ts";
import { makeFilesSoon } from "./release-files.server.ts";

// A new build may word the page differently, so a page kept by a browser holds only for this run of the server.
const run = randomBytes(6).toString("base64url");

/**
 * The data of the public page: the newest release, or an older one by its number.
 * @returns a 304 when the reader has this very page already
 */
export async function publicRelease(request: Request, slug: string, given?: string): Promise<Response> {
  const language = languageOf(request);
  const number = given === undefined ? undefined : Number(given);
  const study = await findStudy(db(), slug);
  const known = number === undefined || /^[1-9]\d{0,5}$/.test(given ?? "");
  const stored = study && known ? await findRelease(db(), study.id, number) : undefined;
  const base = { slug, language, publicUrl: env().publicUrl, synthetic: study?.synthetic ?? false };
  if (!study || !stored) {
    const title = number === undefined && study ? { title: study.title } : {};
    const nothing: PublicRelease = { ...base, ...title, files: [], releases: [] };
    return Response.json(nothing, { status: 404, headers: { "Cache-Control": "no-cache" } });
  }
  const files = (await listReleaseFiles(db(), stored.id)).filter((file) =>
    file.name.includes(`.${language}.`),
  );
  if (files.length === 0) makeFilesSoon(connection(), stored);
  const releases = (await listReleases(db(), study.id)).map(({ number, releasedAt }) => ({
    number,
    date: releasedAt.slice(0, 10),
  }));
  const tag = `W/"${run}-${stored.id.slice(0, 12)}-${releases.length}-${files.length}-${language}"`;
  // A page that also sets the language cookie is nobody else's.
  const chosen = new URL(request.url).searchParams.has("lang");
  const headers = {
    ETag: tag,
    "Cache-Control": `${chosen ? "private" : "public"}, max-age=60`,
    Vary: "Cookie, Accept-Language",
  };
  if (request.headers.get("If-None-Match") === tag) throw new Response(null, { status: 304, headers });
  const page: PublicRelease = { ...base, title: study.title, release: stored.release, files, releases };
  return Response.json(page, { headers });
}

/** What the document says about itself to browsers and caches: what the loader said, or threw. */
export const publicHeaders = ({
  loaderHeaders,
  errorHeaders,
}: {
  loaderHeaders: Headers;
  errorHeaders?: Headers;
}) => {
  const from = errorHeaders ?? loaderHeaders;
  const headers = new Headers();
  for (const name of ["ETag", "Cache-Control", "Vary"]) {
    const value = from.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
};
