/** Tries of one letter, the first among them; then a person has to look. */
export const mostTries = 8;

const minute = 60_000;
/** Seven waits between eight tries grow evenly from one minute to six hours. */
const growth = 360 ** (1 / (mostTries - 2));

/**
 * How long a letter waits after a try that failed for now, in milliseconds: 1 min, 2.7, 7, 19, 51 min, 2¼ h, 6 h, each
 * up to a fifth shorter or longer, so that letters that failed together do not come back together.
 * @param tries how often it has been tried, from 1
 * @param chance a number from 0 to 1, as Math.random gives it
 */
export function backOff(tries: number, chance: number): number {
  const wait = Math.min(minute * growth ** Math.max(0, tries - 1), 360 * minute);
  return Math.round(Math.min(wait * (0.8 + 0.4 * chance), 360 * minute));
}
