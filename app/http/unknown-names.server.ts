import { passwordDelay } from "./password-delay.ts";

interface Tries {
  failures: number;
  lockedUntil: number;
}

/** Enough for any honest mistake; beyond it the oldest names are forgotten first. */
const most = 10_000;
const names = new Map<string, Tries>();

/**
 * The same counting for names nobody has, so that being made to wait says nothing about who has an account.
 * @param name what was typed, hashed; kept in memory only
 * @returns until when it waits already, or what the next try will meet
 */
export function tryUnknownName(
  name: string,
  now: number,
): { is: "locked"; until: number } | { is: "open"; lockedNext: number | undefined } {
  const before = names.get(name) ?? { failures: 0, lockedUntil: 0 };
  if (before.lockedUntil > now) return { is: "locked", until: before.lockedUntil };
  const failures = before.failures + 1;
  const wait = passwordDelay(failures);
  names.delete(name);
  names.set(name, { failures, lockedUntil: wait > 0 ? now + wait : 0 });
  for (const oldest of names.keys()) {
    if (names.size <= most) break;
    names.delete(oldest);
  }
  return { is: "open", lockedNext: wait > 0 ? now + wait : undefined };
}
