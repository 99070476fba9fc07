import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { LetterTemplate } from "#app/fieldwork/letter.ts";
import { reminderRefusal } from "#app/fieldwork/mail-rules.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database, MailingTable, MailMessageTable } from "../schema.ts";

export type MailState = MailMessageTable["state"];
export type MailKind = MailingTable["kind"];

/** Earlier letters to a list, as `reminderRefusal` asks for them. */
export async function listLetterTimes(
  db: Kysely<Database>,
  collectorId: string,
): Promise<{ kind: MailKind; createdAt: string }[]> {
  return db
    .selectFrom("mailings")
    .where("collector_id", "=", collectorId)
    .select(["kind", "created_at as createdAt"])
    .execute();
}

/** Invitations of a list that may be written to at all. */
const reachable = (db: Kysely<Database>, collectorId: string) =>
  db
    .selectFrom("invitations as i")
    .where("i.collector_id", "=", collectorId)
    .where("i.email", "is not", null)
    .where("i.opted_out", "=", 0)
    .where("i.undeliverable", "is", null);

/**
 * To whom a letter would go: everybody not yet invited, or everybody invited whose link is unused. The first is counted
 * on screens and asks nowhere who used a link; whoever did, and has no letter in the books, is passed over in the queue.
 */
const recipients = (db: Kysely<Database>, collectorId: string, kind: MailKind) =>
  reachable(db, collectorId).where((where) => {
    const written = (states: MailState[]) =>
      where
        .selectFrom("mail_messages as m")
        .innerJoin("mailings as g", "g.id", "m.mailing_id")
        .select("m.invitation_id")
        .where("g.collector_id", "=", collectorId)
        .where("g.kind", "=", "invitation")
        .where("m.state", "in", states);
    return kind === "invitation"
      ? where("i.id", "not in", written(["queued", "sending", "sent", "unsure"]))
      : where.and([where("i.spent_by", "is", null), where("i.id", "in", written(["sent", "unsure"]))]);
  });

/** How many have not been invited yet. For reminders there is no such count: it would tell who has answered. */
export async function countUninvited(db: Kysely<Database>, collectorId: string): Promise<number> {
  const row = await recipients(db, collectorId, "invitation")
    .select((e) => e.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export type Queued =
  | { is: "queued"; mailingId: string }
  | { is: "nobody" }
  | { is: "refused"; refusal: NonNullable<ReturnType<typeof reminderRefusal>> };

/**
 * Puts one letter to many into the queue: a message for everybody it may go to. A reminder is held to its rules here,
 * whatever the form showed. Call inside a transaction.
 */
export async function createMailing(
  trx: Kysely<Database>,
  mailing: LetterTemplate & {
    studyId: string;
    collectorId: string;
    slug: string;
    kind: MailKind;
    accountId: string;
    now: string;
  },
): Promise<Queued> {
  const { collectorId, kind, now } = mailing;
  // Holds the list until the end: two letters asked for at the same moment follow one another.
  await trx
    .updateTable("collectors")
    .set((e) => ({ slug: e.ref("slug") }))
    .where("id", "=", collectorId)
    .execute();
  if (kind === "reminder") {
    const refusal = reminderRefusal(await listLetterTimes(trx, collectorId), new Date(now));
    if (refusal) return { is: "refused", refusal };
  }
  const id = randomUUID();
  await trx
    .insertInto("mailings")
    .values({
      id,
      collector_id: collectorId,
      kind,
      subject: JSON.stringify(mailing.subject),
      body: JSON.stringify(mailing.body),
      account_id: mailing.accountId,
      created_at: now,
    })
    .execute();
  // Ids of messages follow those of people, which are random: letters go out in no order anybody chose.
  const queued = await trx
    .insertInto("mail_messages")
    .columns(["id", "mailing_id", "invitation_id", "state", "attempts", "next_at"])
    .expression(
      recipients(trx, collectorId, kind).select([
        sql<string>`i.id || ${`.${id.slice(0, 8)}`}`.as("id"),
        sql<string>`cast(${id} as text)`.as("mailing_id"),
        "i.id as invitation_id",
        sql<MailState>`cast('queued' as text)`.as("state"),
        sql<number>`cast(0 as integer)`.as("attempts"),
        sql<string>`cast(${now} as text)`.as("next_at"),
      ]),
    )
    .executeTakeFirst();
  // A reminder to nobody is one like any other: that there is nobody left would tell that they have answered.
  if (kind === "invitation" && Number(queued.numInsertedOrUpdatedRows ?? 0) === 0) {
    await trx.deleteFrom("mailings").where("id", "=", id).execute();
    return { is: "nobody" };
  }
  await trx
    .insertInto("decisions")
    .values({
      id: randomUUID(),
      study_id: mailing.studyId,
      account_id: mailing.accountId,
      decided_at: now,
      action: "mail",
      subject: mailing.slug,
      reason: kind,
    })
    .execute();
  return { is: "queued", mailingId: id };
}

export interface MailingSummary {
  id: string;
  kind: MailKind;
  subject: Text;
  createdAt: string;
  by: string;
  door: { slug: string; name: Text };
  counts: Record<MailState, number>;
  /** Queued letters that a person has halted. */
  paused: number;
}

/** Every letter to many of a study, the newest first, with how far it is. */
export async function listMailings(db: Kysely<Database>, studyId: string): Promise<MailingSummary[]> {
  const rows = await db
    .selectFrom("mailings as g")
    .innerJoin("collectors as c", "c.id", "g.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .innerJoin("accounts as a", "a.id", "g.account_id")
    .where("w.study_id", "=", studyId)
    .select(["g.id", "g.kind", "g.subject", "g.created_at", "a.name as by", "c.slug", "c.name"])
    .orderBy("g.created_at", "desc")
    .orderBy("g.id")
    .execute();
  if (rows.length === 0) return [];
  const counts = await db
    .selectFrom("mail_messages")
    .where(
      "mailing_id",
      "in",
      rows.map((row) => row.id),
    )
    .groupBy(["mailing_id", "state"])
    .select((e) => [
      "mailing_id",
      "state",
      e.fn.countAll<number>().as("n"),
      sql<number>`sum(case when state = 'queued' and next_at is null then 1 else 0 end)`.as("paused"),
    ])
    .execute();
  return rows.map((row) => {
    const own = counts.filter((one) => one.mailing_id === row.id);
    const of = (state: MailState) => Number(own.find((one) => one.state === state)?.n ?? 0);
    return {
      id: row.id,
      kind: row.kind,
      subject: JSON.parse(row.subject),
      createdAt: row.created_at,
      by: row.by,
      door: { slug: row.slug, name: JSON.parse(row.name) },
      counts: {
        queued: of("queued"),
        sending: of("sending"),
        sent: of("sent"),
        failed: of("failed"),
        refused: of("refused"),
        unsure: of("unsure"),
        cancelled: of("cancelled"),
      },
      paused: own.reduce((sum, one) => sum + Number(one.paused), 0),
    };
  });
}

export type MailingChange = "pause" | "resume" | "cancel" | "retry-failed" | "retry-unsure";

/**
 * Halts, resumes or cancels what is left of a mailing, or tries again by hand what failed or may not have arrived.
 * @param messageId only this letter
 * @returns how many letters it concerned; 0 also for a mailing of another study
 */
export async function changeMailing(
  trx: Kysely<Database>,
  change: { studyId: string; mailingId: string; messageId?: string; change: MailingChange; now: string },
): Promise<number> {
  const own = trx
    .selectFrom("mailings as g")
    .innerJoin("collectors as c", "c.id", "g.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", change.studyId)
    .where("g.id", "=", change.mailingId)
    .select("g.id");
  const update = trx
    .updateTable("mail_messages")
    .where("mailing_id", "in", own)
    .$if(change.messageId !== undefined, (query) => query.where("id", "=", change.messageId ?? ""));
  const again = { state: "queued", attempts: 0, next_at: change.now, problem: null } as const;
  const changed = {
    pause: () => update.where("state", "=", "queued").where("next_at", "is not", null).set({ next_at: null }),
    resume: () =>
      update.where("state", "=", "queued").where("next_at", "is", null).set({ next_at: change.now }),
    cancel: () => update.where("state", "=", "queued").set({ state: "cancelled", next_at: null }),
    "retry-failed": () => update.where("state", "=", "failed").set(again),
    "retry-unsure": () => update.where("state", "=", "unsure").set(again),
  }[change.change]();
  return Number((await changed.executeTakeFirst()).numUpdatedRows);
}

/** The last letter of a kind to a list: the next one usually begins with its words. */
export async function findLastLetter(
  db: Kysely<Database>,
  collectorId: string,
  kind: MailKind,
): Promise<LetterTemplate | undefined> {
  const row = await db
    .selectFrom("mailings")
    .where("collector_id", "=", collectorId)
    .where("kind", "=", kind)
    .orderBy("created_at", "desc")
    .select(["subject", "body"])
    .executeTakeFirst();
  return row && { subject: JSON.parse(row.subject), body: JSON.parse(row.body) };
}
