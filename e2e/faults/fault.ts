/** How hard to try: `short` runs inside `npm test`, `full` by itself, `long` before a release. */
export type Length = "short" | "full" | "long";

/** What a fault did to the store. Any entry in `losses` is a broken promise. */
export interface Account {
  /** One line with the numbers. */
  told: string;
  losses: string[];
}

export interface Fault {
  name: string;
  /** @param rounds overrides how often, where that can be chosen */
  run(length: Length, rounds?: number): Promise<Account>;
}

/** Thrown where this machine cannot produce the fault; says what is missing. */
export class NotHere extends Error {}

/** Keeps the sentences of what went wrong. */
export function listLosses(found: Record<string, boolean>): string[] {
  return Object.keys(found).filter((sentence) => found[sentence]);
}

/** A reproducible source of chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
