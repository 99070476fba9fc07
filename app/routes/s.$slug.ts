import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { pageToContinue } from "#app/fieldwork/draft.ts";
import { draftKey } from "#app/fieldwork/phone-secret.server.ts";
import { begin, landing } from "#app/http/begin.server.ts";
import { rememberLanguage } from "#app/http/cookies.server.ts";
import { connection } from "#app/http/db.server.ts";
import { page, readForm, seeOther } from "#app/http/documents.server.ts";
import { acknowledge, earlier, nowhere, refusal } from "#app/http/doors.server.ts";
import { kindly } from "#app/http/kindly.server.ts";
import { admission, doorMeant, forgetPhone, visitOf, wasReceived } from "#app/http/visit.server.ts";
import { deleteDraft } from "#db/queries/drafts.server.ts";

/** Who asks and why, consent, and the way back into an unfinished survey. */
export const loader = kindly(async ({ request, params, context }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) {
    // Cookies belong to an address as it is spelt: whoever typed capitals is led to the real one.
    const meant = await doorMeant(params.slug ?? "");
    return meant ? seeOther(`/s/${meant.slug}`) : nowhere("unknown", request, context);
  }
  if (visit.secret && !visit.draft && (await wasReceived(visit.secret))) return earlier(visit);
  if (visit.state !== "open" && !(visit.draft && visit.state !== "closed")) {
    return refusal(visit.state === "grace" ? "closed" : visit.state, request, visit);
  }
  const admitted = await admission(visit);
  if (admitted !== "admitted") return refusal(admitted, request, visit);
  return page(landing(visit), { cookies: [rememberLanguage(request, visit.instrument.languages)] });
});

export const action = kindly(async ({ request, params, context }: ActionFunctionArgs) => {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return nowhere("unknown", request, context);
  const form = await readForm(request);
  const { secret, draft } = visit;
  switch (form.get("go")) {
    case "fresh":
      if (secret && draft) await connection().commit((trx) => deleteDraft(trx, draftKey(secret)));
      return seeOther(visit.home, forgetPhone(visit));
    case "mine":
      return (await wasReceived(secret)) && secret ? acknowledge(visit, secret) : seeOther(visit.home);
    case "resume":
      return seeOther(
        draft ? `${visit.home}/${pageToContinue(visit.instrument, draft, visit.known).code}` : visit.home,
      );
    default:
      return begin(request, visit, form);
  }
});
