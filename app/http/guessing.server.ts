import { setTimeout as pause } from "node:timers/promises";

interface Asker {
  /** When each of the latest wrong guesses was made. */
  misses: number[];
  waiting: number;
}

const minute = 60_000;
const free = 20;
const mostWaiting = 8;
const slowest = 3000;

/**
 * Makes guessing addresses and codes slow. Only a wrong one ever meets it: who knows the right one is neither slowed nor
 * refused, however many wrong guesses come from behind the same campus address. Nothing is written anywhere.
 * @param most addresses remembered; the one whose first miss is longest ago is forgotten first
 */
export function guessing(most = 10_000, wait: (ms: number) => Promise<unknown> = pause) {
  const askers = new Map<string, Asker>();

  /** Counts a wrong guess and keeps the guesser waiting. @returns false when too many of them wait already */
  return async function miss(address: string, now = Date.now()): Promise<boolean> {
    const asker = askers.get(address) ?? { misses: [], waiting: 0 };
    // More than these change nothing about the answer.
    asker.misses = [...asker.misses.filter((at) => at > now - minute), now].slice(-100);
    if (askers.size >= most && !askers.has(address)) askers.delete(askers.keys().next().value ?? "");
    askers.set(address, asker);
    const over = asker.misses.length - free;
    if (over <= 0) return true;
    if (asker.waiting >= mostWaiting) return false;
    asker.waiting++;
    try {
      await wait(Math.min(over * 100, slowest));
    } finally {
      asker.waiting--;
    }
    return true;
  };
}

/** This process's memory of wrong guesses at doors, invitations and codes. */
export const missed = guessing();
