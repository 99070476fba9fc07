import { closeDraft } from "#app/fieldwork/closing.ts";
import { incompletePage } from "#app/fieldwork/draft.ts";
import { tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import {
  codeHash,
  draftKey,
  invitationName,
  responseId,
  withdrawalCode,
} from "#app/fieldwork/phone-secret.server.ts";
import { deleteDraft, type StoredDraft } from "#db/queries/drafts.server.ts";
import { redeemInvitation, returnInvitation } from "#db/queries/redeeming.server.ts";
import { recordResponse } from "#db/queries/responses.server.ts";
import { countArrival } from "./arrivals.server.ts";
import { connection } from "./db.server.ts";
import { seeOther } from "./documents.server.ts";
import { acknowledge, refusal } from "./doors.server.ts";
import { forgetSoon } from "./forgetting.server.ts";
import { forgetPhone, routedBy, type Visit, wasReceived } from "./visit.server.ts";

/** Turns the draft into a response, once, and acknowledges only what is on disk. */
export async function submit(
  request: Request,
  visit: Visit,
  draft: StoredDraft,
  secret: string,
): Promise<Response> {
  const { door, instrument } = visit;
  const missing = incompletePage(instrument, routedBy(visit, draft.answers));
  if (missing) return seeOther(`${visit.home}/${missing.code}`);
  const redeeming = visit.invite && {
    tokenHash: tokenHash(visit.invite),
    collectorId: door.collectorId,
    phone: invitationName(secret),
  };
  if (redeeming) {
    forgetSoon();
    if (!(await connection().commit((trx) => redeemInvitation(trx, redeeming)))) {
      await connection().commit((trx) => deleteDraft(trx, draftKey(secret)));
      return refusal("spentElsewhere", request, visit, forgetPhone(visit));
    }
  }
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
    closed: closeDraft(instrument, draft, visit.known),
  };
  const outcome = await connection().commit((trx) =>
    recordResponse(trx, response, draftKey(secret), door.maxResponses),
  );
  if (outcome === "recorded") countArrival(door.waveId, door.study.timeZone, new Date());
  if (outcome !== "full" && outcome !== "quotaFull") return acknowledge(visit, secret);
  if (redeeming && !(await wasReceived(secret)))
    await connection().commit((trx) => returnInvitation(trx, redeeming));
  return refusal(outcome, request, visit);
}
