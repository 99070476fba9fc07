import type { AppLoadContext } from "@remix-run/node";
import { dayIn } from "#app/fieldwork/door.ts";
import { withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { formatDay } from "#app/locales/language.ts";
import { doorNotice, earlierPage, receiptPage } from "#app/ui/student/notices.tsx";
import { languageOf } from "./cookies.server.ts";
import { page } from "./documents.server.ts";
import { env } from "./env.server.ts";
import { missed } from "./guessing.server.ts";
import { forgetPhone, type Visit } from "./visit.server.ts";

const statuses = {
  unknown: 404,
  early: 403,
  paused: 503,
  busy: 503,
  closed: 410,
  full: 403,
  quotaFull: 403,
  none: 404,
  unknownPage: 404,
  invited: 403,
  unknownInvitation: 404,
  spent: 410,
  spentElsewhere: 410,
  tooManyTries: 429,
  followUpClosed: 410,
} as const;

/** Somebody asked for what is not there: said kindly, but ever later to those who only guess. */
export async function nowhere(
  why: "unknown" | "unknownInvitation",
  request: Request,
  context: AppLoadContext,
): Promise<Response> {
  return refusal((await missed(String(context.address))) ? why : "tooManyTries", request);
}

/** The friendly page for a door that does not open, with the status a program would expect. */
export function refusal(
  why: keyof typeof statuses,
  request: Request,
  visit?: Visit,
  cookies?: (string | undefined)[],
): Response {
  const times = visit?.door.times;
  const at = why === "early" ? times?.opensAt : times?.closesAt;
  const html = doorNotice({
    language: visit?.language ?? languageOf(request),
    synthetic: visit?.door.study.synthetic ?? false,
    why,
    date: at && visit ? formatDay(dayIn(visit.door.study.timeZone, new Date(at)), visit.language) : "",
    home: why === "none" || why === "unknownPage" ? visit?.home : undefined,
  });
  return page(html, { status: statuses[why], cookies });
}

/**
 * Somebody opens the survey on a phone whose last answers have been received: perhaps their own, perhaps those of whoever
 * held the phone before. The code waits until its owner asks for it.
 */
export function earlier({ language, door, home }: Visit): Response {
  return page(earlierPage({ language, synthetic: door.study.synthetic, home }));
}

/** The acknowledgement. The phone forgets its secret with it, so that a shared phone keeps nothing. */
export function acknowledge(visit: Visit, secret: string): Response {
  const html = receiptPage({
    language: visit.language,
    synthetic: visit.door.study.synthetic,
    code: withdrawalCode(secret),
    until: formatDay(visit.door.study.keepUntil, visit.language),
    withdrawUrl: `${env().publicUrl}/withdraw`,
    followUp: `/follow-up/${visit.door.slug}`,
  });
  return page(html, { cookies: forgetPhone(visit) });
}
