import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";

/** Who a session belongs to. */
export interface SessionAccount {
  id: string;
  email: string;
  name: string;
  expiresAt: string;
}

export async function createSession(
  db: Kysely<Database>,
  session: { tokenHash: string; accountId: string; now: string; expiresAt: string },
): Promise<void> {
  await db.deleteFrom("sessions").where("expires_at", "<=", session.now).execute();
  await db
    .insertInto("sessions")
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The account behind a session that has not expired. */
export async function findSessionAccount(
  db: Kysely<Database>,
  tokenHash: string,
  now: string,
): Promise<SessionAccount | undefined> {
  return db
    .selectFrom("sessions")
    .innerJoin("accounts", "accounts.id", "sessions.account_id")
    .select(["accounts.id", "accounts.email", "accounts.name", "sessions.expires_at as expiresAt"])
    .where("sessions.token_hash", "=", tokenHash)
    .where("sessions.expires_at", ">", now)
    .executeTakeFirst();
}

export async function extendSession(
  db: Kysely<Database>,
  tokenHash: string,
  expiresAt: string,
): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ expires_at: expiresAt })
    .where("token_hash", "=", tokenHash)
    .execute();
}

export async function closeSession(db: Kysely<Database>, tokenHash: string): Promise<void> {
  await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
}

/** Ends every session of an account, except the one its owner is using. */
export async function closeOtherSessions(
  db: Kysely<Database>,
  accountId: string,
  keep?: string,
): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where("account_id", "=", accountId)
    .where("token_hash", "!=", keep ?? "")
    .execute();
}
