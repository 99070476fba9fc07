const free = 5;
const first = 30_000;
const longest = 15 * 60_000;

/**
 * How long an account waits after so many wrong passwords in a row: nothing up to four, 30 s after the fifth, then twice
 * as long each time, 15 minutes at most, so that the owner is never shut out for long and a guesser has 96 tries a day.
 * @returns milliseconds
 */
export function passwordDelay(failures: number): number {
  if (failures < free) return 0;
  return Math.min(longest, first * 2 ** Math.min(failures - free, 10));
}
