import type { QualityIndices } from "#app/fieldwork/quality.ts";
import { responseSheet } from "#app/fieldwork/response-sheet.ts";
import { listCertificates } from "#db/queries/certificates.server.ts";
import { listDecisions } from "#db/queries/decisions.server.ts";
import { getToldInstrument } from "#db/queries/doors.server.ts";
import { findResponse } from "#db/queries/response-list.server.ts";
import { instrumentOfWave } from "./asked-instrument.server.ts";
import { db } from "./db.server.ts";
import { flagsOfResponse } from "./quality.server.ts";

/** One response as its page shows it, with what was decided about it; undefined if the study has no such one. */
export async function responseDetail(study: { id: string; timeZone: string }, id: string) {
  const stored = await findResponse(db(), study.id, id);
  if (!stored) return undefined;
  const shown = await instrumentOfWave(study, stored.wave_id);
  const [instrument, certificates, history, flagged] = await Promise.all([
    getToldInstrument(db(), stored.version_id),
    listCertificates(db()),
    listDecisions(db(), study.id, id),
    flagsOfResponse(study, id, shown.instrument?.key),
  ]);
  const names = new Map(certificates.map((one) => [one.code, one.name]));
  const source = {
    answers: JSON.parse(stored.answers),
    words: JSON.parse(stored.words),
    presented: JSON.parse(stored.presented) as string[],
    pageSeconds: JSON.parse(stored.page_seconds),
  };
  const pages = responseSheet(instrument, source, (code) => names.get(code));
  const answers = pages.flatMap((page) => page.entries.map((entry) => entry.answer.is));
  return {
    choice: shown.choice,
    id: stored.id,
    day: stored.received_on,
    door: stored.door,
    language: stored.language,
    late: stored.late,
    excluded: stored.excluded,
    timeZone: study.timeZone,
    asked: source.presented.length,
    answered: answers.filter((is) => is !== "skipped" && is !== "notAsked").length,
    pages,
    quality:
      stored.quality && flagged
        ? { ...flagged, indices: JSON.parse(stored.quality) as QualityIndices }
        : undefined,
    history,
  };
}
