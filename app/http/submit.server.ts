import { closeDraft } from "#app/fieldwork/closing.ts";
import { incompletePage } from "#app/fieldwork/draft.ts";
import { codeHash, draftKey, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import type { StoredDraft } from "#db/queries/drafts.server.ts";
import { recordResponse } from "#db/queries/responses.server.ts";
import { connection } from "./db.server.ts";
import { seeOther } from "./documents.server.ts";
import { acknowledge, refusal } from "./doors.server.ts";
import type { Visit } from "./visit.server.ts";

/** Turns the draft into a response, once, and acknowledges only what is on disk. */
export async function submit(visit: Visit, draft: StoredDraft, secret: string): Promise<Response> {
  const { door, instrument } = visit;
  const missing = incompletePage(instrument, draft.answers);
  if (missing) return seeOther(`${visit.home}/${missing.code}`);
  const response = {
    id: responseId(secret),
    studyId: door.study.id,
    waveId: door.waveId,
    collectorId: draft.collectorId,
    versionId: draft.versionId,
    language: draft.language,
    receivedOn: visit.today,
    late: visit.state === "grace",
    receiptHash: codeHash(withdrawalCode(secret)),
    closed: closeDraft(instrument, draft),
  };
  const outcome = await connection().commit((trx) =>
    recordResponse(trx, response, draftKey(secret), door.maxResponses),
  );
  return outcome === "full"
    ? refusal("full", new Request("http://unused/"), visit)
    : acknowledge(visit, secret);
}
