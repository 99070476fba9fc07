import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf, rememberLanguage } from "#app/http/cookies.server.ts";
import { db } from "#app/http/db.server.ts";
import { page, seeOther } from "#app/http/documents.server.ts";
import { missed } from "#app/http/guessing.server.ts";
import { doorMeant } from "#app/http/visit.server.ts";
import { homePage } from "#app/ui/student/home.tsx";
import { listPublishedStudies } from "#db/queries/published.server.ts";

/** The front door: where each of the three audiences goes from here; with `?code=`, what a student read off the board. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code")?.trim() ?? "";
  const meant = code ? await doorMeant(code) : undefined;
  if (meant) return seeOther(`/s/${meant.slug}`, [rememberLanguage(request)]);
  const calm = !code || (await missed(String(context.address)));
  const html = homePage({
    language: languageOf(request),
    studies: await listPublishedStudies(db()),
    typed: code ? { code: code.slice(0, 300), problem: calm ? "codeUnknown" : "codeTooMany" } : undefined,
  });
  return page(html, { status: calm ? (code ? 404 : 200) : 429, cookies: [rememberLanguage(request)] });
}
