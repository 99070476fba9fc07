import type { Policy } from "./policy.ts";
import type { Share } from "./view.ts";

const nearlyAll = 0.95;
/** 23 of 27 people both round to 25. */
const nearlyAllRounded = 0.85;
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

/**
 * What may be told of a share where the group is nearly alike, so that no sum gives the exact one back. Rounded counts
 * may be up to two people off: then the bound leaves room for that.
 */
export function boundOf(count: number, n: number, { strict }: Policy): Share {
  const most = strict && n - 2 < nearlyAll * (n + 2) ? nearlyAllRounded : nearlyAll;
  return count > n - count
    ? { bound: "at-least", value: most }
    : { bound: "at-most", value: (100 - 100 * most) / 100 };
}
