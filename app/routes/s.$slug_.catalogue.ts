import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/http/cookies.server.ts";
import { db } from "#app/http/db.server.ts";
import { suggestCertificates } from "#db/queries/certificates.server.ts";

/** Names to suggest while a student types a certificate's name or issuer. The register is public; nothing is kept. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const found = await suggestCertificates(db(), typed.slice(0, 120), 8);
  return Response.json(
    found.map((one) => one.name[language]),
    { headers: { "Cache-Control": "private, max-age=60" } },
  );
}
