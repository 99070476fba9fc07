import type { LoaderFunctionArgs } from "@remix-run/node";
import { letterValues } from "#app/http/begin.server.ts";
import { page } from "#app/http/documents.server.ts";
import { nowhere, refusal } from "#app/http/doors.server.ts";
import { kindly } from "#app/http/kindly.server.ts";
import { admission, catalogueNames, surroundingsOf, visitOf } from "#app/http/visit.server.ts";
import { knownWords } from "#app/instrument/known.ts";
import { offlineDocument } from "#app/ui/student/offline-document.tsx";

// The same for everybody who has this version in this language in hand: a class opens it within a minute.
const made = new Map<string, { at: number; html: string }>();

/** The whole survey in one document, for phones to keep; see docs/decisions/phone-offline.md. */
export const loader = kindly(async ({ request, params, context }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return nowhere("unknown", request, context);
  const { door, language, instrument, home, state } = visit;
  if (state === "early" || state === "closed") return refusal(state, request, visit);
  // What a list is asked is for those on it.
  const admitted = await admission(visit);
  if (admitted !== "admitted") return refusal(admitted, request, visit);
  const versionId = visit.draft?.versionId ?? door.versionId;
  const key = `${door.slug} ${versionId} ${visit.spoken} ${language}`;
  const now = Date.now();
  let known = made.get(key);
  if (!known || now - known.at > 60_000) {
    const { year } = await surroundingsOf(visit);
    const { suggestions } = await catalogueNames(visit, language);
    const { synthetic } = door.study;
    const values = letterValues(visit);
    const html = offlineDocument({
      versionId,
      ...{ language, spoken: visit.spoken },
      synthetic,
      instrument,
      home,
      letterValues: values,
      year,
      suggestions,
      known: visit.known,
      knownWords: knownWords(language, door.cohort),
    });
    known = { at: now, html };
    if (made.size > 100) made.clear();
    made.set(key, known);
  }
  return page(known.html);
});
