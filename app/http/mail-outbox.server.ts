import type { z } from "zod";
import { newToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import { inSteps, usedStep } from "#app/fieldwork/mail-rules.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import { markedByHand } from "#db/queries/invitations.server.ts";
import {
  addTestLink,
  findOutboxLetter,
  listOutbox,
  listUndelivered,
} from "#db/queries/mail-messages.server.ts";
import { listMailings, type MailingSummary, type MailState } from "#db/queries/mailings.server.ts";
import { connection, db } from "./db.server.ts";
import { env } from "./env.server.ts";
import type { outboxQuery } from "./mail-forms.server.ts";
import { letterFor, personalLinks } from "./mail-letter.server.ts";

/** A count as staff may see it: null is more than none and fewer than the first step. */
export type Shown = number | null;

/** What a letter passes that has a reader; failures are shown whatever their number, so that they can be mended. */
const passed = new Set<string>(["queued", "sending", "sent", "cancelled"]);
const isFew = ({ kind, counts }: Pick<MailingSummary, "kind" | "counts">) =>
  kind === "reminder" && Object.values(counts).reduce((sum, n) => sum + n, 0) < usedStep;

/**
 * Letters of a reminder went to those who had not answered: their counts move in steps, and a reminder to few looks the
 * same whether it went to nine, to one or, everybody having answered, to nobody.
 */
export function shownMailing({ counts, paused, ...mailing }: MailingSummary) {
  const few = isFew({ ...mailing, counts });
  const shown = (state: string, n: number): Shown =>
    mailing.kind !== "reminder" ? n : few && passed.has(state) ? null : inSteps(n);
  const states = Object.entries(counts).map(([state, n]) => [state, shown(state, n)]);
  return {
    ...mailing,
    counts: Object.fromEntries(states) as Record<MailState, Shown>,
    /** Null where nobody may know. */
    halted: few ? null : paused > 0,
    moving: few || counts.queued > paused || counts.sending > 0,
  };
}
export type ShownMailing = ReturnType<typeof shownMailing>;

const mostUndelivered = 200;

/** Everything a study's outbox shows. */
export async function outboxPage(
  study: { id: string; timeZone: string },
  query: z.infer<typeof outboxQuery>,
) {
  const [mailings, outbox, undelivered] = await Promise.all([
    listMailings(db(), study.id),
    listOutbox(db(), study.id, query),
    listUndelivered(db(), study.id, mostUndelivered),
  ]);
  const { mail, mailPerMinute } = env();
  const waiting = mailings.reduce((sum, one) => sum + one.counts.queued + one.counts.sending, 0);
  // Reminders among them make the whole count tell; it then moves in steps like theirs.
  const few = mailings.some(isFew);
  const reminding =
    few || mailings.some((one) => one.kind === "reminder" && one.counts.queued + one.counts.sending > 0);
  return {
    server: mail ? { from: mail.from, perMinute: mailPerMinute } : undefined,
    waiting: few && waiting < usedStep ? null : reminding ? inSteps(waiting) : waiting,
    inSteps: reminding,
    mailings: mailings.map(shownMailing),
    lines: outbox.lines,
    more: outbox.more,
    undelivered: undelivered.map((one) => ({ ...one, byHand: one.reason === markedByHand })),
    chosen: { mailing: query.mailing, state: query.state, page: query.page },
    timeZone: study.timeZone,
  };
}

/** One letter of an invitation in full, its link hidden. */
export async function outboxLetter(study: { id: string }, messageId: string) {
  const found = await findOutboxLetter(db(), study.id, messageId);
  if (!found) return undefined;
  const { source, id, mailingId, email, name, state, problem, sentOn, attempts, nextAt } = found;
  const instrument = await getInstrument(db(), source.versionId);
  const { subject, text } = letterFor(source, instrument, personalLinks(undefined));
  return { id, mailingId, email, name, state, problem, sentOn, attempts, nextAt, subject, text };
}

/** Makes a working link for an invented person and tells it this once; undefined when there is no such letter. */
export async function makeTestLink(study: { id: string }, messageId: string): Promise<string | undefined> {
  const token = newToken();
  const link = { studyId: study.id, messageId, tokenHash: tokenHash(token) };
  const made = await connection().commit((trx) => addTestLink(trx, link));
  return made ? personalLinks(token).link : undefined;
}
