import type { Kysely } from "kysely";
import type { AccountTable, Database } from "../schema.ts";
import { closeOtherSessions } from "./sessions.server.ts";

/** One spelling for every way of typing an address: full-width letters, capitals and blanks around it do not count. */
export const normalEmail = (typed: string) => typed.normalize("NFKC").trim().toLowerCase();

export async function findAccountByEmail(
  db: Kysely<Database>,
  email: string,
): Promise<AccountTable | undefined> {
  const found = await db
    .selectFrom("accounts")
    .selectAll()
    .where("email", "=", normalEmail(email))
    .executeTakeFirst();
  return found as AccountTable | undefined;
}

/** @throws when the address is taken */
export async function createAccount(
  db: Kysely<Database>,
  account: { id: string; email: string; name: string; passwordHash: string; now: string },
): Promise<void> {
  await db
    .insertInto("accounts")
    .values({
      id: account.id,
      email: normalEmail(account.email),
      name: account.name,
      password_hash: account.passwordHash,
      locked_until: null,
      created_at: account.now,
    })
    .execute();
}

/** `waits` says until when no password is looked at, `wrong` what the next try will meet if this one fails. */
export type Attempt =
  | { is: "unknown" }
  | { is: "locked"; until: string }
  | { is: "open"; accountId: string; passwordHash: string; lockedNext: string | undefined };

/**
 * Takes one try at a password. It counts as failed from the start, in one statement, so that a hundred tries at the
 * same moment are a hundred tries; `forgetFailures` undoes it after the right password.
 * @param lockFor milliseconds of waiting after so many failures in a row
 */
export async function takeAttempt(
  db: Kysely<Database>,
  { email, now, lockFor }: { email: string; now: number; lockFor: (failures: number) => number },
): Promise<Attempt> {
  const time = new Date(now).toISOString();
  const taken = await db
    .updateTable("accounts")
    .set((row) => ({ failures: row("failures", "+", 1) }))
    .where("email", "=", normalEmail(email))
    .where((row) => row.or([row("locked_until", "is", null), row("locked_until", "<=", time)]))
    .returning(["id", "password_hash", "failures"])
    .executeTakeFirst();
  if (!taken) {
    const account = await findAccountByEmail(db, email);
    return account?.locked_until ? { is: "locked", until: account.locked_until } : { is: "unknown" };
  }
  const wait = lockFor(taken.failures);
  const lockedNext = wait > 0 ? new Date(now + wait).toISOString() : undefined;
  if (lockedNext) {
    await db.updateTable("accounts").set({ locked_until: lockedNext }).where("id", "=", taken.id).execute();
  }
  return { is: "open", accountId: taken.id, passwordHash: taken.password_hash, lockedNext };
}

export async function forgetFailures(db: Kysely<Database>, accountId: string): Promise<void> {
  await db
    .updateTable("accounts")
    .set({ failures: 0, locked_until: null })
    .where("id", "=", accountId)
    .execute();
}

/** A new password ends every other session of the account: whoever knew the old one is out. */
export async function changePassword(
  db: Kysely<Database>,
  change: { accountId: string; passwordHash: string; keepSession?: string },
): Promise<void> {
  await db
    .updateTable("accounts")
    .set({ password_hash: change.passwordHash, failures: 0, locked_until: null })
    .where("id", "=", change.accountId)
    .execute();
  await closeOtherSessions(db, change.accountId, change.keepSession);
}
