import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { pageToContinue, placeOf, readPage } from "#app/fieldwork/draft.ts";
import { draftKey } from "#app/fieldwork/phone-secret.server.ts";
import { cookie } from "#app/http/cookies.server.ts";
import { connection } from "#app/http/db.server.ts";
import { page, readForm, seeOther } from "#app/http/documents.server.ts";
import { acknowledge, refusal } from "#app/http/doors.server.ts";
import { submit } from "#app/http/submit.server.ts";
import { showPage } from "#app/http/survey-page.server.ts";
import { dayAfter, surroundingsOf, visitOf, wasReceived } from "#app/http/visit.server.ts";
import { itemsFor } from "#app/instrument/routing.ts";
import { updateDraft } from "#db/queries/drafts.server.ts";

/** One page of the survey, with what this phone has answered so far. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return refusal("unknown", request);
  if (!visit.instrument.pages.some((one) => one.code === params.page)) {
    return refusal("unknownPage", request, visit);
  }
  if (!visit.draft) {
    if (visit.secret && (await wasReceived(visit.secret))) return acknowledge(visit, visit.secret);
    return refusal("none", request, visit);
  }
  if (visit.state === "closed" || visit.state === "early") return refusal(visit.state, request, visit);
  const place = placeOf(visit.instrument, visit.draft.answers, params.page ?? "");
  if (!place.page) return seeOther(`${visit.home}/${pageToContinue(visit.instrument, visit.draft).code}`);
  return page(await showPage(visit, visit.draft, place.page));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return refusal("unknown", request);
  const { draft, secret, instrument, home } = visit;
  if (!draft || !secret) {
    if (secret && (await wasReceived(secret))) return acknowledge(visit, secret);
    return refusal("none", request, visit);
  }
  if (visit.state === "closed" || visit.state === "early") return refusal(visit.state, request, visit);
  const here = placeOf(instrument, draft.answers, params.page ?? "").page;
  if (!here) return seeOther(`${home}/${pageToContinue(instrument, draft).code}`);

  const form = await readForm(request);
  const go = form.get("go");
  const asked = itemsFor(here, draft.answers);
  const { answers, problems } = readPage(
    asked,
    form,
    draft.answers,
    await surroundingsOf(visit),
    go === "next",
  );
  const seconds = Number(form.get("seconds"));
  const wrong = Object.keys(problems).length > 0;
  // An answer may have brought up another question on this very page: stay and ask it.
  const more = itemsFor(here, answers).some((item) => !asked.includes(item));
  const place = placeOf(instrument, answers, here.code);
  const to = go === "back" ? place.previous : go === "next" && !wrong && !more ? place.next : here;
  const language = go === "language" ? (draft.language === "en" ? "zh-CN" : "en") : draft.language;
  const pageSeconds = { ...draft.pageSeconds };
  if (go !== "save" && seconds > 0 && seconds < 86_400) {
    pageSeconds[here.code] = (pageSeconds[here.code] ?? 0) + Math.round(seconds);
  }
  const next = { ...draft, answers, language, pageSeconds, page: to?.code ?? here.code };

  if (go === "next" && !wrong && !more && !to) return submit(visit, next, secret);
  await connection().commit((trx) => updateDraft(trx, draftKey(secret), next, dayAfter(visit.today, 30)));
  if (go === "save") return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
  if (go === "next" && wrong) return page(await showPage(visit, next, here, problems, form), { status: 400 });
  const remembered = go === "language" ? [cookie("lang", language, "/", 31_536_000)] : [];
  return seeOther(`${home}/${to?.code ?? here.code}`, remembered);
}
