import type { AppLoadContext } from "@remix-run/node";
import { doorState } from "#app/fieldwork/door.ts";
import { formatDay, type Language } from "#app/locales/language.ts";
import { type FollowUpProblem, followUpDone, followUpPage } from "#app/ui/student/follow-up.tsx";
import type { Door } from "#db/queries/doors.server.ts";
import { recordVolunteer } from "#db/queries/volunteers.server.ts";
import { languageOf } from "./cookies.server.ts";
import { connection } from "./db.server.ts";
import { nowhere, refusal } from "./doors.server.ts";
import { forgetSoon } from "./forgetting.server.ts";
import { doorAt } from "./visit.server.ts";

interface Place {
  door: Door;
  language: Language;
  address: string;
}
interface Refused {
  given: { name: string; contact: string; agreed: boolean };
  problems: Partial<Record<"name" | "contact" | "agreed" | "website", FollowUpProblem>>;
}

/** The study whose door this is, as long as its wave runs; else what to say instead. */
export async function followUpAt(
  request: Request,
  slug: string,
  context: AppLoadContext,
): Promise<Place | Response> {
  const door = await doorAt(slug);
  if (!door) return nowhere("unknown", request, context);
  const state = doorState(door.times, false, new Date());
  if (state === "closed" || state === "early") return refusal("followUpClosed", request);
  return { door, language: languageOf(request), address: `/follow-up/${door.slug}` };
}

/** The page with its form; or the thanks. */
export function showFollowUp(
  { door, language, address }: Place,
  shown: Partial<Refused> & { done?: boolean },
) {
  const { synthetic, method, keepUntil } = door.study;
  if (shown.done) return followUpDone({ language, synthetic });
  return followUpPage({
    language,
    synthetic,
    action: address,
    until: formatDay(keepUntil, language),
    contact: method.contact,
    given: shown.given ?? { name: "", contact: "", agreed: false },
    problems: shown.problems ?? {},
  });
}

const longest = { name: 60, contact: 120 };

/** Keeps an offer, joined to nothing. @returns what was wrong with it, if anything */
export async function keepOffer(
  { door, language }: Place,
  form: URLSearchParams,
): Promise<Refused | undefined> {
  const line = (field: string) => (form.get(field) ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  const [name, contact, agreed] = [line("name"), line("contact"), form.get("agreed") === "yes"];
  const problems: Refused["problems"] = {};
  for (const [field, value] of [
    ["name", name],
    ["contact", contact],
  ] as const) {
    if (value === "") problems[field] = "required";
    else if ([...value].length > longest[field]) problems[field] = "tooLong";
  }
  if (!agreed) problems.agreed = "unticked";
  if (form.get("website")) problems.website = "hidden";
  if (Object.keys(problems).length > 0) return { given: { name, contact, agreed }, problems };
  await connection().commit((trx) => recordVolunteer(trx, door.study.id, { name, contact, language }));
  // The log of writes must not hold the offer beside the answers that were sent a moment before.
  forgetSoon();
  return undefined;
}
