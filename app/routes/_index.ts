import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf, rememberLanguage } from "#app/http/cookies.server.ts";
import { db } from "#app/http/db.server.ts";
import { page } from "#app/http/documents.server.ts";
import { homePage } from "#app/ui/student/home.tsx";
import { listPublishedStudies } from "#db/queries/published.server.ts";

/** The front door: where each of the three audiences goes from here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const html = homePage({ language: languageOf(request), studies: await listPublishedStudies(db()) });
  return page(html, { cookies: [rememberLanguage(request)] });
}
