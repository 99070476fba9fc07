import { randomInt } from "node:crypto";
import { pageToContinue, readPage } from "#app/fieldwork/draft.ts";
import { draftKey, isSecret, newSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import { inLanguage, spokenOf } from "#app/instrument/in-language.ts";
import { formatDay, type Language } from "#app/locales/language.ts";
import type { Problem } from "#app/questions/kind.ts";
import { landingPage } from "#app/ui/student/landing.tsx";
import { getInstrument, isSisterVersion } from "#db/queries/doors.server.ts";
import { beginDraft } from "#db/queries/drafts.server.ts";
import { findReceipt } from "#db/queries/responses.server.ts";
import { cookie } from "./cookies.server.ts";
import { connection, db } from "./db.server.ts";
import { page, seeOther } from "./documents.server.ts";
import { acknowledge, refusal } from "./doors.server.ts";
import { admission, dayAfter, keepSecret, surroundingsOf, type Visit, wasReceived } from "./visit.server.ts";

/**
 * Somebody consents. Beginning again with the same secret changes nothing; a phone that began without network says with
 * which version and in which order, and may still come in while pages in hand are taken.
 */
export async function begin(request: Request, visit: Visit, form: URLSearchParams): Promise<Response> {
  const seed = seedBegun(form.get("seed"));
  const offered = form.get("secret");
  // A phone whose receipt got lost on the way asks again: it is told the same, and nothing is begun.
  if (seed !== undefined && isSecret(offered) && (await wasReceived(offered)))
    return acknowledge(visit, offered);
  if (visit.state !== "open" && !(visit.state === "grace" && seed !== undefined))
    return refusal(visit.state === "grace" ? "closed" : visit.state, request, visit);
  const admitted = await admission(visit);
  if (admitted !== "admitted") return refusal(admitted, request, visit);
  const { versionId, instrument } = await versionBegun(visit, form.get("version"));
  const spoken = spokenOf(instrument, visit.spoken);
  const here = { ...visit, spoken, instrument: inLanguage(instrument, spoken, visit.language) };
  const around = await surroundingsOf(here);
  const { answers, problems } = readPage(instrument.consent.ticks, form, {}, around, true);
  if (Object.keys(problems).length > 0) return page(landing(here, form, problems), { status: 400 });
  // A form the browser kept may still hold the last student's secret: what has been sent is never continued.
  const isFresh = isSecret(offered) && !(await findReceipt(db(), responseId(offered)));
  const secret = isFresh ? offered : newSecret();
  const first = instrument.pages[0]?.code ?? "";
  const draft = {
    collectorId: visit.door.collectorId,
    versionId,
    language: spoken,
    seed: seed ?? randomInt(2 ** 31),
    answers,
    page: first,
    pageSeconds: {},
    signals: [],
  };
  await connection().commit((trx) => beginDraft(trx, draftKey(secret), draft, dayAfter(visit.today, 30)));
  return seeOther(`${visit.home}/${first}`, [
    keepSecret(visit, secret),
    cookie("lang", spoken, "/", 31_536_000),
  ]);
}

/** The version a phone without network began with, if it is one of this instrument's; else the one asked now. */
async function versionBegun(visit: Visit, said: string | null) {
  const now = visit.door.versionId;
  const isKnown = said !== null && said !== now && (await isSisterVersion(db(), said, now));
  const versionId = isKnown ? said : now;
  return { versionId, instrument: await getInstrument(db(), versionId) };
}

/** The order of questions a phone without network has already shown. */
const seedBegun = (said: string | null) =>
  said !== null && /^\d{1,10}$/.test(said) && Number(said) < 2 ** 31 ? Number(said) : undefined;

/** The letter with its ticks, or the way back into what this phone has not finished. */
export function landing(
  visit: Visit,
  given?: URLSearchParams,
  problems: Record<string, Problem> = {},
): string {
  const { study } = visit.door;
  return landingPage({
    versionId: visit.draft?.versionId ?? visit.door.versionId,
    ...{ language: visit.language, spoken: visit.spoken },
    synthetic: study.synthetic,
    instrument: visit.instrument,
    letterValues: letterValues(visit),
    given,
    problems,
    unfinished: visit.draft && pageToContinue(visit.instrument, visit.draft, visit.known).title,
    home: visit.home,
  });
}

/** What stands in the letter's placeholders. */
export function letterValues({
  door: { study },
  language,
}: {
  door: { study: Pick<Visit["door"]["study"], "method" | "keepUntil"> };
  language: Language;
}): Record<string, string> {
  const { method } = study;
  return {
    institution: method.institution[language],
    lead: method.lead[language],
    contact: method.contact,
    ethics: method.ethics[language],
    keep_until: formatDay(study.keepUntil, language),
  };
}
