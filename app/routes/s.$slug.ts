import { randomInt } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { pageToContinue, readPage } from "#app/fieldwork/draft.ts";
import { draftKey, isSecret, newSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import { cookie, rememberLanguage } from "#app/http/cookies.server.ts";
import { connection, db } from "#app/http/db.server.ts";
import { page, readForm, seeOther } from "#app/http/documents.server.ts";
import { acknowledge, refusal } from "#app/http/doors.server.ts";
import {
  dayAfter,
  forgetSecret,
  keepSecret,
  surroundingsOf,
  type Visit,
  visitOf,
  wasReceived,
} from "#app/http/visit.server.ts";
import { formatDay } from "#app/locales/language.ts";
import type { Problem } from "#app/questions/kind.ts";
import { landingPage } from "#app/ui/student/landing.tsx";
import { beginDraft, deleteDraft } from "#db/queries/drafts.server.ts";
import { findReceipt } from "#db/queries/responses.server.ts";

/** Who asks and why, consent, and the way back into an unfinished survey. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return refusal("unknown", request);
  if (visit.secret && !visit.draft && (await wasReceived(visit.secret)))
    return acknowledge(visit, visit.secret);
  if (visit.state !== "open" && !(visit.draft && visit.state !== "closed")) {
    return refusal(visit.state === "grace" ? "closed" : visit.state, request, visit);
  }
  return page(landing(visit), { cookies: [rememberLanguage(request)] });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await visitOf(request, params.slug ?? "");
  if (!visit) return refusal("unknown", request);
  const form = await readForm(request);
  const { secret, draft } = visit;
  switch (form.get("go")) {
    case "fresh":
      if (secret && draft) await connection().commit((trx) => deleteDraft(trx, draftKey(secret)));
      return seeOther(visit.home, [forgetSecret(visit)]);
    case "resume":
      return seeOther(draft ? `${visit.home}/${pageToContinue(visit.instrument, draft).code}` : visit.home);
    default:
      return begin(request, visit, form);
  }
}

async function begin(request: Request, visit: Visit, form: URLSearchParams): Promise<Response> {
  if (visit.state !== "open")
    return refusal(visit.state === "grace" ? "closed" : visit.state, request, visit);
  const around = await surroundingsOf(visit);
  const { answers, problems } = readPage(visit.instrument.consent.ticks, form, {}, around, true);
  if (Object.keys(problems).length > 0) return page(landing(visit, form, problems), { status: 400 });
  const offered = form.get("secret");
  // A form the browser kept may still hold the last student's secret: what has been sent is never continued.
  const isFresh = isSecret(offered) && !(await findReceipt(db(), responseId(offered)));
  const secret = isFresh ? offered : newSecret();
  const first = visit.instrument.pages[0]?.code ?? "";
  const draft = {
    collectorId: visit.door.collectorId,
    versionId: visit.door.versionId,
    language: visit.language,
    seed: randomInt(2 ** 31),
    answers,
    page: first,
    pageSeconds: {},
    signals: [],
  };
  await connection().commit((trx) => beginDraft(trx, draftKey(secret), draft, dayAfter(visit.today, 30)));
  return seeOther(`${visit.home}/${first}`, [
    keepSecret(visit, secret),
    cookie("lang", visit.language, "/", 31_536_000),
  ]);
}

function landing(visit: Visit, given?: URLSearchParams, problems: Record<string, Problem> = {}): string {
  const { study } = visit.door;
  const { method } = study;
  return landingPage({
    language: visit.language,
    synthetic: study.synthetic,
    instrument: visit.instrument,
    letterValues: {
      institution: method.institution[visit.language],
      lead: method.lead[visit.language],
      contact: method.contact,
      ethics: method.ethics[visit.language],
      keep_until: formatDay(study.keepUntil, visit.language),
    },
    given,
    problems,
    unfinished: visit.draft && pageToContinue(visit.instrument, visit.draft).title,
    home: visit.home,
  });
}
