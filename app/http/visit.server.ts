import { certificateFinder } from "#app/fieldwork/certificates.ts";
import { type DoorState, dayIn, doorState } from "#app/fieldwork/door.ts";
import { isToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import { draftKey, invitationName, isSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import { fullQuota } from "#app/fieldwork/quota.ts";
import { addressesMeant } from "#app/fieldwork/typed-code.ts";
import type { Instrument } from "#app/instrument/definition.ts";
import { inLanguage, spokenOf } from "#app/instrument/in-language.ts";
import { knownAnswers } from "#app/instrument/known.ts";
import { counted } from "#app/instrument/routing.ts";
import { isLanguage, type Language } from "#app/locales/language.ts";
import type { Answers, Surroundings } from "#app/questions/kind.ts";
import { listCertificates } from "#db/queries/certificates.server.ts";
import { countResponses, type Door, findDoor, getInstrument } from "#db/queries/doors.server.ts";
import { findDraft, type StoredDraft } from "#db/queries/drafts.server.ts";
import { findInvitation } from "#db/queries/redeeming.server.ts";
import { findReceipt } from "#db/queries/responses.server.ts";
import { cookie, languageOf, readCookie, spokenIn } from "./cookies.server.ts";
import { db } from "./db.server.ts";
import { remember } from "./remember.server.ts";

/** One request of one phone at one door. */
export interface Visit {
  door: Door;
  state: DoorState;
  /** With the words of the language it is answered in. */
  instrument: Instrument;
  /** The instrument's language it is answered in, and the product's around it. */
  spoken: string;
  language: Language;
  /** What routing knows beside the answers: the language, and what is true of everyone who comes through this door. */
  known: Answers;
  secret: string | undefined;
  /** At a list's door: what made the link in this phone's letter personal. */
  invite: string | undefined;
  draft: StoredDraft | undefined;
  home: string;
  today: string;
}

/** The door at an address, at most a second old. */
export const doorAt = remember(1000, (slug) => findDoor(db(), slug));
const counts = remember(1000, (key) => {
  const [studyId = "", collectorId = ""] = key.split(" ");
  return countResponses(db(), studyId, collectorId);
});
// No answer about an invented study may be tied to a real certificate, nor the other way round.
const catalogue = remember(10_000, async (register) => {
  const all = await listCertificates(db());
  const certificates = all.filter((one) => one.synthetic === (register === "synthetic"));
  const byCode = new Map(certificates.map((one) => [one.code, one]));
  return { certificates, byCode, find: certificateFinder(certificates) };
});
const registerOf = (visit: Visit) => catalogue(visit.door.study.synthetic ? "synthetic" : "real");

const draftCookie = "draft";
const inviteCookie = "invite";
const thirtyDays = 30 * 86_400;

/** Who is at the door and what is known of this phone; undefined if there is no such door. */
export async function visitOf(request: Request, slug: string): Promise<Visit | undefined> {
  const door = await doorAt(slug);
  if (!door) return undefined;
  const full =
    // Where everybody counts, the quota says before anything is answered that there is no room.
    fullQuota(door.quotas, {}) !== undefined ||
    (door.maxResponses !== null &&
      (await counts(`${door.study.id} ${door.collectorId}`)) >= door.maxResponses);
  const cookieSecret = readCookie(request, draftCookie);
  const secret = isSecret(cookieSecret) ? cookieSecret : undefined;
  const token = door.kind === "list" ? readCookie(request, inviteCookie) : undefined;
  const found = secret ? await findDraft(db(), draftKey(secret)) : undefined;
  const draft = found?.collectorId === door.collectorId ? found : undefined;
  const now = new Date();
  // A page in hand is finished as the version it was begun with, whatever the wave has moved on to.
  const instrument = await getInstrument(db(), draft?.versionId ?? door.versionId);
  const spoken = spokenOf(instrument, draft?.language ?? spokenIn(request, instrument.languages));
  const language = isLanguage(spoken) ? spoken : languageOf(request);
  return {
    door,
    state: doorState(door.times, full, now),
    instrument: inLanguage(instrument, spoken, language),
    ...{ spoken, language },
    known: knownAnswers(spoken, door.cohort),
    secret,
    invite: isToken(token) ? token : undefined,
    draft,
    home: `/s/${door.slug}`,
    today: dayIn(door.study.timeZone, now),
  };
}

/**
 * The answers by which this visitor is routed: those that count, and what is known besides. Never stored: a draft keeps what
 * was answered, and only that.
 */
export const routedBy = ({ instrument, known }: Visit, answers: Answers): Answers =>
  counted(instrument, { ...answers, ...known });

/** The language a button of a page asks for: `language` is the other one of two. */
export function languageChosen(
  { instrument, spoken }: { instrument: Pick<Instrument, "languages">; spoken: string },
  go: string | null,
): string | undefined {
  if (go === "language") return instrument.languages.find((one) => one !== spoken);
  const wish = go?.startsWith("language:") ? go.slice(9) : undefined;
  return instrument.languages.find((one) => one === wish);
}

/** Whether this phone's answers have been received already: a draft that is gone because it was sent. */
export const wasReceived = async (secret: string | undefined) =>
  secret !== undefined && (await findReceipt(db(), responseId(secret))) === "recorded";

/** Set-Cookie values that keep or forget this phone's secret. Only the survey's own pages ever receive it. */
export const keepSecret = (visit: Visit, secret: string) =>
  cookie(draftCookie, secret, visit.home, thirtyDays);
/** Whose turn is over leaves nothing behind: neither the secret nor the invitation. */
export const forgetPhone = (visit: Visit) => [
  cookie(draftCookie, "", visit.home, 0),
  visit.door.kind === "list" ? cookie(inviteCookie, "", visit.home, 0) : undefined,
];
/** The Set-Cookie value that lets a phone in at a list's door. */
export const keepInvite = (slug: string, token: string) =>
  cookie(inviteCookie, token, `/s/${slug}`, thirtyDays);

/**
 * Whether this phone may answer here. At a list's door that takes an invitation nobody has used, or this very phone has:
 * its sending may have been cut off half-way.
 */
export async function admission(visit: Visit): Promise<"admitted" | "invited" | "spent"> {
  if (visit.door.kind !== "list") return "admitted";
  const found = visit.invite && (await findInvitation(db(), tokenHash(visit.invite)));
  if (!found || found.collectorId !== visit.door.collectorId) return "invited";
  if (found.spentBy === null) return "admitted";
  return visit.secret && found.spentBy === invitationName(visit.secret) ? "admitted" : "spent";
}

/** The door a typed code means: capitals, spaces and dashes do not matter. */
export async function doorMeant(typed: string): Promise<Door | undefined> {
  for (const address of addressesMeant(typed)) {
    const door = await doorAt(address);
    if (door) return door;
  }
  return undefined;
}

/** A day `days` after today. */
export const dayAfter = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

export async function surroundingsOf(visit: Visit): Promise<Surroundings> {
  const { find } = await registerOf(visit);
  return { scales: visit.instrument.scales, findCertificate: find, year: Number(visit.today.slice(0, 4)) };
}

/** The catalogue as a student's page needs it: what a code is called, and names to suggest while there are few. */
export async function catalogueNames(visit: Visit, language: Language) {
  const { certificates, byCode } = await registerOf(visit);
  return {
    nameOf: (code: string) => byCode.get(code)?.name[language] ?? code,
    suggestions: certificates.length <= 40 ? certificates.map((one) => one.name[language]) : [],
  };
}
