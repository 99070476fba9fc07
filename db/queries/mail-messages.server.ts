import { type Kysely, sql } from "kysely";
import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import type { MailKind, MailState } from "./mailings.server.ts";

/** Everything that goes into one letter. */
export interface LetterSource {
  email: string | null;
  name: string | null;
  language: string;
  fields: Record<string, string>;
  subject: Text;
  body: Text;
  timeZone: string;
  closesAt: string;
  versionId: string;
  method: StudyMethod;
}

/** What a letter to somebody on a list is written from, before there is a template. */
export const letterSources = (db: Kysely<Database>) =>
  db
    .selectFrom("invitations as i")
    .innerJoin("collectors as c", "c.id", "i.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .innerJoin("studies as s", "s.id", "w.study_id")
    .select(["i.email", "i.name", "i.language", "i.fields"])
    .select(["s.time_zone", "s.method", "w.closes_at", "w.version_id"]);

export const readSource = (row: {
  email: string | null;
  name: string | null;
  language: string;
  fields: string;
  time_zone: string;
  method: string;
  closes_at: string;
  version_id: string;
}): Omit<LetterSource, "subject" | "body"> => ({
  email: row.email,
  name: row.name,
  language: row.language,
  fields: JSON.parse(row.fields),
  timeZone: row.time_zone,
  method: studyMethod.parse(JSON.parse(row.method)),
  closesAt: row.closes_at,
  versionId: row.version_id,
});

/** Somebody on the list, so that a letter can be looked at as it will be; the same one each time. */
export async function findSampleSource(
  db: Kysely<Database>,
  collectorId: string,
  language: string,
): Promise<Omit<LetterSource, "subject" | "body"> | undefined> {
  const row = await letterSources(db)
    .where("i.collector_id", "=", collectorId)
    .where("i.email", "is not", null)
    .where("i.language", "=", language)
    .orderBy("i.email")
    .executeTakeFirst();
  return row && readSource(row);
}

/** One letter of an invitation, as the outbox lists it. */
export interface OutboxLine {
  id: string;
  mailingId: string;
  email: string | null;
  name: string | null;
  state: MailState;
  attempts: number;
  nextAt: string | null;
  problem: string | null;
  sentOn: string | null;
}

export const linesPerPage = 50;

const outbox = (db: Kysely<Database>, studyId: string) =>
  db
    .selectFrom("mail_messages as m")
    .innerJoin("mailings as g", "g.id", "m.mailing_id")
    .innerJoin("invitations as i", "i.id", "m.invitation_id")
    .innerJoin("collectors as c", "c.id", "g.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    // Who gets a reminder has not answered: those letters are counted, never listed.
    .where("g.kind", "=", "invitation");

/** Letters of a study's invitations, by address. @param page from 1 */
export async function listOutbox(
  db: Kysely<Database>,
  studyId: string,
  {
    mailing,
    state,
    page = 1,
  }: { mailing?: string | undefined; state?: MailState | undefined; page?: number },
): Promise<{ lines: OutboxLine[]; more: boolean }> {
  const rows = await outbox(db, studyId)
    .$if(mailing !== undefined, (query) => query.where("m.mailing_id", "=", mailing ?? ""))
    .$if(state !== undefined, (query) => query.where("m.state", "=", state ?? "queued"))
    .select(["m.id", "m.mailing_id as mailingId", "i.email", "i.name", "m.state", "m.attempts"])
    .select(["m.next_at as nextAt", "m.problem", "m.sent_on as sentOn"])
    .orderBy(sql`case when i.email is null then 1 else 0 end`)
    .orderBy("i.email")
    .orderBy("m.id")
    .limit(linesPerPage + 1)
    .offset((page - 1) * linesPerPage)
    .execute();
  return { lines: rows.slice(0, linesPerPage), more: rows.length > linesPerPage };
}

export interface OutboxLetter extends OutboxLine {
  source: LetterSource;
  invitationId: string;
  kind: MailKind;
  collectorId: string;
}

/** One letter of an invitation of this study in full. */
export async function findOutboxLetter(
  db: Kysely<Database>,
  studyId: string,
  messageId: string,
): Promise<OutboxLetter | undefined> {
  const row = await outbox(db, studyId)
    .innerJoin("studies as s", "s.id", "w.study_id")
    .where("m.id", "=", messageId)
    .select(["m.id", "m.mailing_id as mailingId", "i.email", "i.name", "m.state", "m.attempts"])
    .select(["m.next_at as nextAt", "m.problem", "m.sent_on as sentOn", "i.id as invitationId"])
    .select(["g.kind", "g.subject", "g.body", "g.collector_id as collectorId", "i.language", "i.fields"])
    .select(["s.time_zone", "s.method", "w.closes_at", "w.version_id"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { language, fields, time_zone, method, closes_at, version_id, subject, body, ...line } = row;
  const { email, name } = line;
  return {
    ...line,
    source: {
      ...readSource({ email, name, language, fields, time_zone, method, closes_at, version_id }),
      subject: JSON.parse(subject),
      body: JSON.parse(body),
    },
  };
}

/** Addresses of a study that take no mail, with what the server said of each. */
export async function listUndelivered(
  db: Kysely<Database>,
  studyId: string,
  most: number,
): Promise<{ id: string; email: string; reason: string; slug: string; door: Text }[]> {
  const rows = await db
    .selectFrom("invitations as i")
    .innerJoin("collectors as c", "c.id", "i.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .where("i.undeliverable", "is not", null)
    .where("i.email", "is not", null)
    .orderBy("c.slug")
    .orderBy("i.email")
    .limit(most)
    .select(["i.id", "i.email", "i.undeliverable", "c.slug", "c.name"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: String(row.email),
    reason: String(row.undeliverable),
    slug: row.slug,
    door: JSON.parse(row.name),
  }));
}

/** Adds one more link to an invitation of this study. @returns false when there is no such letter */
export async function addTestLink(
  trx: Kysely<Database>,
  link: { studyId: string; messageId: string; tokenHash: string },
): Promise<boolean> {
  const found = await outbox(trx, link.studyId)
    .where("m.id", "=", link.messageId)
    .select("m.invitation_id")
    .executeTakeFirst();
  if (!found) return false;
  await trx
    .insertInto("invitation_links")
    .values({ token_hash: link.tokenHash, invitation_id: found.invitation_id })
    .execute();
  return true;
}
