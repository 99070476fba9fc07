import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { pageToContinue, placeOf, readPage, shownIn } from "#app/fieldwork/draft.ts";
import { addSending, readSending } from "#app/fieldwork/paradata.ts";
import { draftKey } from "#app/fieldwork/phone-secret.server.ts";
import { fullQuota } from "#app/fieldwork/quota.ts";
import { cookie } from "#app/http/cookies.server.ts";
import { connection } from "#app/http/db.server.ts";
import { page, readForm, saved, seeOther } from "#app/http/documents.server.ts";
import { acknowledge, earlier, nowhere, refusal } from "#app/http/doors.server.ts";
import { kindly } from "#app/http/kindly.server.ts";
import { submit } from "#app/http/submit.server.ts";
import { showPage } from "#app/http/survey-page.server.ts";
import {
  dayAfter,
  languageChosen,
  routedBy,
  surroundingsOf,
  visitOf,
  wasReceived,
} from "#app/http/visit.server.ts";
import { itemsFor } from "#app/instrument/routing.ts";
import { updateDraft } from "#db/queries/drafts.server.ts";

/** One page of the survey, with what this phone has answered so far. */
export const loader = kindly(async ({ request, params, context }: LoaderFunctionArgs) => {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return nowhere("unknown", request, context);
  if (!visit.instrument.pages.some((one) => one.code === params.page)) {
    return refusal("unknownPage", request, visit);
  }
  if (!visit.draft) {
    if (await wasReceived(visit.secret)) return earlier(visit);
    return refusal("none", request, visit);
  }
  if (visit.state === "closed" || visit.state === "early") return refusal(visit.state, request, visit);
  if (visit.door.kind === "list" && !visit.invite) return refusal("invited", request, visit);
  const place = placeOf(visit.instrument, routedBy(visit, visit.draft.answers), params.page ?? "");
  if (!place.page)
    return seeOther(`${visit.home}/${pageToContinue(visit.instrument, visit.draft, visit.known).code}`);
  return page(await showPage(visit, visit.draft, place.page));
});

export const action = kindly(async ({ request, params, context }: ActionFunctionArgs) => {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return nowhere("unknown", request, context);
  const { draft, secret, instrument, home } = visit;
  if (!draft || !secret) {
    if (secret && (await wasReceived(secret))) return acknowledge(visit, secret);
    return refusal("none", request, visit);
  }
  if (visit.state === "closed" || visit.state === "early") return refusal(visit.state, request, visit);
  if (visit.door.kind === "list" && !visit.invite) return refusal("invited", request, visit);
  const before = routedBy(visit, draft.answers);
  const here = placeOf(instrument, before, params.page ?? "").page;
  if (!here) return seeOther(`${home}/${pageToContinue(instrument, draft, visit.known).code}`);

  const form = await readForm(request);
  const go = form.get("go");
  const asked = shownIn(itemsFor(here, before), form);
  const { answers, problems } = readPage(
    asked,
    form,
    draft.answers,
    await surroundingsOf(visit),
    go === "next",
  );
  const wrong = Object.keys(problems).length > 0;
  // An answer may have brought up another question on this very page: stay and ask it.
  const routed = routedBy(visit, answers);
  const more = itemsFor(here, routed).some(({ code }) => !asked.some((item) => item.code === code));
  const place = placeOf(instrument, routed, here.code);
  const to = go === "back" ? place.previous : go === "next" && !wrong && !more ? place.next : here;
  const language = languageChosen(visit, go) ?? draft.language;
  const paradata = addSending(draft, here.code, readSending(form, go, Date.now()));
  const next = { ...draft, ...paradata, answers, language, page: to?.code ?? here.code };

  if (go === "next" && !wrong && !more && !to) return submit(request, visit, next, secret);
  await connection().commit((trx) =>
    updateDraft(trx, draftKey(secret), next, dayAfter(visit.today, 30), draft),
  );
  if (go === "save") return saved();
  if (go === "next" && wrong) return page(await showPage(visit, next, here, problems, form), { status: 400 });
  // Said now, and not after ten more minutes of answering.
  if (go === "next" && fullQuota(visit.door.quotas, routed)) return refusal("quotaFull", request, visit);
  const remembered = language !== draft.language ? [cookie("lang", language, "/", 31_536_000)] : [];
  return seeOther(`${home}/${to?.code ?? here.code}`, remembered);
});
