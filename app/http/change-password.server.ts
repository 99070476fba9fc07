import { changePassword, takeAttempt } from "#db/queries/accounts.server.ts";
import { connection } from "./db.server.ts";
import { passwordDelay } from "./password-delay.ts";
import { hashPassword, isPassword } from "./passwords.server.ts";
import type { SignedIn } from "./session.server.ts";

/**
 * Changes the password of whoever knows the present one, and ends the account's other sessions. Tries count like
 * those at sign-in: a borrowed session is no way to guess.
 * @returns undefined when done, else the seconds until the next try (0: at once)
 */
export async function changeOwnPassword(
  account: SignedIn,
  password: string,
  newPassword: string,
  keepSession: string | undefined,
): Promise<number | undefined> {
  const now = Date.now();
  const attempt = await connection().commit((trx) =>
    takeAttempt(trx, { email: account.email, now, lockFor: passwordDelay }),
  );
  const until =
    attempt.is === "locked" ? attempt.until : attempt.is === "open" ? attempt.lockedNext : undefined;
  const right = attempt.is === "open" && (await isPassword(password, attempt.passwordHash));
  if (!right) return until ? Math.ceil((Date.parse(until) - now) / 1000) : 0;
  const passwordHash = await hashPassword(newPassword);
  await connection().commit((trx) =>
    changePassword(trx, { accountId: account.id, passwordHash, keepSession }),
  );
  return undefined;
}
