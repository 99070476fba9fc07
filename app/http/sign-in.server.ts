import { forgetFailures, normalEmail, takeAttempt } from "#db/queries/accounts.server.ts";
import { connection } from "./db.server.ts";
import { passwordDelay } from "./password-delay.ts";
import { isPassword } from "./passwords.server.ts";
import { keyedHash } from "./secret.server.ts";
import { startSession } from "./session.server.ts";
import { tryUnknownName } from "./unknown-names.server.ts";

/** `waitSeconds` until the next try is looked at; 0 when it may come at once. */
export type SignIn = { cookie: string } | { problem: "wrong" | "locked"; waitSeconds: number };

/** Checks a password and starts a session. Says the same, as slowly, whether nobody has this name or it was wrong. */
export async function signIn(email: string, password: string, now = Date.now()): Promise<SignIn> {
  const attempt = await connection().commit((trx) =>
    takeAttempt(trx, { email, now, lockFor: passwordDelay }),
  );
  const seconds = (until: string | number | undefined) =>
    until === undefined ? 0 : Math.ceil((new Date(until).getTime() - now) / 1000);
  if (attempt.is === "locked") return { problem: "locked", waitSeconds: seconds(attempt.until) };
  if (attempt.is === "unknown") {
    const nobody = tryUnknownName(keyedHash(normalEmail(email)), now);
    if (nobody.is === "locked") return { problem: "locked", waitSeconds: seconds(nobody.until) };
    await isPassword(password, undefined);
    return { problem: "wrong", waitSeconds: seconds(nobody.lockedNext) };
  }
  if (!(await isPassword(password, attempt.passwordHash))) {
    return { problem: "wrong", waitSeconds: seconds(attempt.lockedNext) };
  }
  await connection().commit((trx) => forgetFailures(trx, attempt.accountId));
  return { cookie: await startSession(attempt.accountId) };
}
