import { randomBytes } from "node:crypto";
import { redirect } from "@remix-run/node";
import {
  closeSession,
  createSession,
  extendSession,
  findSessionAccount,
} from "#db/queries/sessions.server.ts";
import { findMemberStudy, type MemberStudy, type Role } from "#db/queries/studies.server.ts";
import { cookie, readCookie } from "./cookies.server.ts";
import { connection, db } from "./db.server.ts";
import { env } from "./env.server.ts";
import { forbidden, notFound } from "./errors.server.ts";
import { signInPath } from "./local-target.ts";
import { keyedHash } from "./secret.server.ts";

const hour = 3_600_000;
/** Nobody who has been away this long stays signed in. */
const idleHours = 12;
/** The row in the database decides; the cookie only has to outlive it. */
const cookieSeconds = 30 * 24 * 3600;

/** With `__Host-` a browser takes the cookie only over https, for this host and all of it. */
const cookieName = () => (env().publicUrl.startsWith("https:") ? "__Host-session" : "session");
const expiry = (now: number) => new Date(now + idleHours * hour).toISOString();

export interface SignedIn {
  id: string;
  email: string;
  name: string;
}

/** Starts a session under a token never used before. @returns the Set-Cookie value */
export async function startSession(accountId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = Date.now();
  const session = {
    tokenHash: keyedHash(token),
    accountId,
    now: new Date(now).toISOString(),
    expiresAt: expiry(now),
  };
  await connection().commit((trx) => createSession(trx, session));
  return cookie(cookieName(), token, "/", cookieSeconds);
}

/** The stored name of the session this request carries. */
export function sessionHash(request: Request): string | undefined {
  const token = readCookie(request, cookieName());
  return token ? keyedHash(token) : undefined;
}

/** Ends this request's session in the store. @returns the Set-Cookie value that forgets it in the browser */
export async function endSession(request: Request): Promise<string> {
  const hash = sessionHash(request);
  if (hash) await connection().commit((trx) => closeSession(trx, hash));
  return cookie(cookieName(), "", "/", 0);
}

/** Who is signed in, if anybody. */
export async function findAccount(request: Request): Promise<SignedIn | undefined> {
  const hash = sessionHash(request);
  if (!hash) return undefined;
  const now = Date.now();
  const found = await findSessionAccount(db(), hash, new Date(now).toISOString());
  if (!found) return undefined;
  // At most one write an hour: every page of the studio passes here.
  if (Date.parse(found.expiresAt) - now < (idleHours - 1) * hour) {
    await connection().commit((trx) => extendSession(trx, hash, expiry(now)));
  }
  return { id: found.id, email: found.email, name: found.name };
}

/** @throws a redirect to the sign-in page, which leads back here */
export async function requireAccount(request: Request): Promise<SignedIn> {
  const account = await findAccount(request);
  if (!account) throw redirect(signInPath(request.url));
  return account;
}

export interface Membership {
  account: SignedIn;
  study: MemberStudy;
}

/**
 * Every loader and action of a study asks this for itself: loaders run in parallel, a parent's guard protects no child.
 * @param role "researcher" where a reader has no business
 * @throws a redirect to sign in; 404 for a study that is not theirs, whether it exists or not; 403 for a role too small
 */
export async function requireMember(
  request: Request,
  studySlug: string | undefined,
  role: Role = "reader",
): Promise<Membership> {
  const account = await requireAccount(request);
  const study = await findMemberStudy(db(), account.id, studySlug ?? "");
  if (!study) throw notFound();
  if (role === "researcher" && study.role !== "researcher") throw forbidden();
  return { account, study };
}
