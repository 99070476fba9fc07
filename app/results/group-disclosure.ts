import type { Share } from "./view.ts";

const nearlyAll = 0.95;
const smallBase = 50;

/**
 * Whether a group has told what each of its members said: all chose the same, or at least 95 % of fewer than 50.
 * US states' top and bottom coding of small groups, as collected in NCES 2011-603.
 */
export function nearlyAlike(counts: readonly number[]): boolean {
  let n = 0;
  let most = 0;
  for (const count of counts) {
    n += count;
    if (count > most) most = count;
  }
  return n > 0 && (most === n || (n < smallBase && most >= nearlyAll * n));
}

/** The same for several choices of n people: whether (nearly) all made one of them. */
export function someAlike(counts: readonly number[], n: number): boolean {
  return counts.some((count) => chosenByAll(count, n));
}
export const chosenByAll = (count: number, n: number): boolean =>
  count > n - count && nearlyAlike([count, n - count]);

/** Shares of n; where the group is nearly alike each is only a bound, so that no sum gives the exact one back. */
export function sharesOf(counts: readonly number[], n: number, alike: boolean): Share[] {
  return counts.map((count) => (alike ? boundOf(count, n) : count / n));
}

export const boundOf = (count: number, n: number): Share =>
  count >= nearlyAll * n
    ? { bound: "at-least", value: nearlyAll }
    : { bound: "at-most", value: 1 - nearlyAll };
