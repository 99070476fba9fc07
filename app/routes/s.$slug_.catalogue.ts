import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/http/cookies.server.ts";
import { db } from "#app/http/db.server.ts";
import { nowhere } from "#app/http/doors.server.ts";
import { kindly } from "#app/http/kindly.server.ts";
import { visitOf } from "#app/http/visit.server.ts";
import { suggestCertificates } from "#db/queries/certificates.server.ts";

/** Names to suggest while a student types a certificate's name or issuer. The register is public; nothing is kept. */
export const loader = kindly(async ({ request, params, context }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return nowhere("unknown", request, context);
  const language = languageOf(request);
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 120);
  const register = visit.door.study.synthetic ? "synthetic" : "real";
  const found = await suggestCertificates(db(), typed, 8, register);
  return Response.json(
    found.map((one) => one.name[language]),
    { headers: { "Cache-Control": "private, max-age=60" } },
  );
});
