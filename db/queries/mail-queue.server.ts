import type { Kysely } from "kysely";
import { mostTries } from "#app/fieldwork/mail-backoff.ts";
import type { Database } from "../schema.ts";
import { type LetterSource, letterSources, readSource } from "./mail-messages.server.ts";

/** A letter that this process alone may send now. */
export interface ClaimedLetter {
  id: string;
  /** How often it has been tried, this time included. */
  attempts: number;
  /** The hash of the personal link made for it. */
  tokenHash: string;
  source: LetterSource & { email: string };
}

export type Claim = { is: "letter"; letter: ClaimedLetter } | { is: "skipped" } | { is: "none" };

export interface Claiming {
  now: Date;
  /** Tells this process from others that send from the same database, also after it has started anew. */
  worker: string;
  /** Least time between two letters, whoever sends them (ms). */
  spacing: number;
  tokenHash: string;
  /** Keyed hash of an address, as `opt_outs` keeps them. */
  addressHash(studyId: string, address: string): string;
}

/** `claimed_at`: when, and by whom. The time comes first, so that the texts sort by it. */
const stamp = (now: Date, worker: string) => `${now.toISOString()} ${worker}`;

/**
 * Takes the next letter that is due, unless another one left a moment ago. Everybody takes the same next one, so of two
 * processes only one gets it. Whether it should go out at all is asked again here, in the same transaction: who has
 * meanwhile answered, opted out or been erased gets nothing. Commit before sending.
 */
export async function claimLetter(trx: Kysely<Database>, claiming: Claiming): Promise<Claim> {
  const { now, worker, spacing, tokenHash } = claiming;
  const time = now.toISOString();
  const timeAt = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const claimed = await trx
    .updateTable("mail_messages")
    .set((e) => ({
      state: "sending" as const,
      claimed_at: stamp(now, worker),
      attempts: e("attempts", "+", 1),
    }))
    .where("id", "=", (one) =>
      one
        .selectFrom("mail_messages as m")
        .innerJoin("mailings as g", "g.id", "m.mailing_id")
        .innerJoin("collectors as c", "c.id", "g.collector_id")
        .innerJoin("waves as w", "w.id", "c.wave_id")
        .where("m.state", "=", "queued")
        .where("m.next_at", "<=", time)
        .where("w.paused", "=", 0)
        .orderBy("m.next_at")
        .orderBy("m.id")
        .limit(1)
        .select("m.id"),
    )
    .where("state", "=", "queued")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mail_messages as r")
            .select("r.id")
            .where("r.claimed_at", ">=", timeAt(1 - spacing))
            // One from further ahead is another machine's wrong clock.
            .where("r.claimed_at", "<", timeAt(60_000)),
        ),
      ),
    )
    .returning(["id", "invitation_id", "mailing_id", "attempts"])
    .executeTakeFirst();
  if (!claimed) return { is: "none" };
  const row = await letterSources(trx)
    .innerJoin("mailings as g", "g.collector_id", "c.id")
    .where("g.id", "=", claimed.mailing_id)
    .where("i.id", "=", claimed.invitation_id)
    .select(["g.kind", "g.subject", "g.body", "i.spent_by", "i.opted_out", "i.undeliverable", "c.closed"])
    .select("s.id as study_id")
    .executeTakeFirstOrThrow();
  const leave = (state: "sent" | "cancelled") =>
    trx
      .updateTable("mail_messages")
      .set({
        state,
        next_at: null,
        claimed_at: null,
        ...(state === "sent" ? { sent_on: time.slice(0, 10) } : {}),
      })
      .where("id", "=", claimed.id)
      .execute();
  // What anybody can bring about comes first: marked by hand, a letter must end the same way whether or not it was used.
  if (
    row.email === null ||
    row.opted_out === 1 ||
    row.undeliverable !== null ||
    row.closed === 1 ||
    row.closes_at <= time ||
    (await hasOptedOut(trx, row.study_id, claiming.addressHash(row.study_id, row.email)))
  ) {
    await leave("cancelled");
    return { is: "skipped" };
  }
  if (row.spent_by !== null) {
    // Whoever used a link had a letter. An invitation called "cancelled" would tell that they did.
    await leave(row.kind === "invitation" ? "sent" : "cancelled");
    return { is: "skipped" };
  }
  await trx
    .insertInto("invitation_links")
    .values({ token_hash: tokenHash, invitation_id: claimed.invitation_id })
    .execute();
  const source = { ...readSource(row), subject: JSON.parse(row.subject), body: JSON.parse(row.body) };
  return {
    is: "letter",
    letter: {
      id: claimed.id,
      attempts: claimed.attempts,
      tokenHash,
      source: { ...source, email: row.email },
    },
  };
}

async function hasOptedOut(trx: Kysely<Database>, studyId: string, addressHash: string): Promise<boolean> {
  const found = await trx
    .selectFrom("opt_outs")
    .where("study_id", "=", studyId)
    .where("address_hash", "=", addressHash)
    .select("address_hash")
    .executeTakeFirst();
  return found !== undefined;
}

/** What became of a claimed letter. */
export type Sent =
  | { is: "sent"; on: string }
  | { is: "later"; at: string; problem: string }
  | { is: "failed" | "refused" | "unsure"; problem: string };

/**
 * Records what became of a letter this process had claimed. A letter that certainly did not arrive takes its link with
 * it; after the last try it has failed. Call inside a transaction.
 */
export async function recordSent(trx: Kysely<Database>, letter: ClaimedLetter, sent: Sent): Promise<void> {
  const spent = sent.is === "later" && letter.attempts >= mostTries;
  const state = spent ? "failed" : sent.is === "later" ? "queued" : sent.is;
  const recorded = await trx
    .updateTable("mail_messages")
    .set({
      state,
      next_at: sent.is === "later" && !spent ? sent.at : null,
      problem: sent.is === "sent" ? null : sent.problem,
      sent_on: sent.is === "sent" ? sent.on : null,
    })
    .where("id", "=", letter.id)
    // Declared unsure meanwhile, it was this process that was slow: the letter did what it did.
    .where("state", "in", ["sending", "unsure"])
    .returning("invitation_id")
    .executeTakeFirst();
  if (!recorded || sent.is === "sent" || sent.is === "unsure") return;
  await trx.deleteFrom("invitation_links").where("token_hash", "=", letter.tokenHash).execute();
  if (sent.is !== "refused") return;
  await trx
    .updateTable("invitations")
    .set({ undeliverable: sent.problem })
    .where("id", "=", recorded.invitation_id)
    .where("email", "is not", null)
    .execute();
}

/** Minutes after which a letter still "being sent" was left behind by a process that ended. */
const abandonedMinutes = 10;

/**
 * Letters whose sender ended before it could say what came of them: they may have arrived, so they are not sent again
 * by themselves.
 * @param worker also everything of this name, when it has only just started
 */
export async function markUnsure(trx: Kysely<Database>, now: Date, worker?: string): Promise<number> {
  const before = new Date(now.getTime() - abandonedMinutes * 60_000).toISOString();
  const marked = await trx
    .updateTable("mail_messages")
    .set({ state: "unsure", next_at: null })
    .where("state", "=", "sending")
    .where((where) =>
      where.or([
        where("claimed_at", "<", before),
        ...(worker ? [where("claimed_at", "like", `% ${worker.replace(/[\\%_]/g, "_")}`)] : []),
      ]),
    )
    .executeTakeFirst();
  return Number(marked.numUpdatedRows);
}

/** Forgets to the minute when letters left; the day is kept. */
export async function forgetClaims(trx: Kysely<Database>, now: Date): Promise<void> {
  await trx
    .updateTable("mail_messages")
    .set({ claimed_at: null })
    .where("state", "<>", "sending")
    .where("claimed_at", "<", new Date(now.getTime() - 600_000).toISOString())
    .execute();
}
