import type { Tally } from "./tally.ts";

/**
 * Which numbers of people asked may be told. N/A and skipped added to the valid answers give the number asked, and two
 * such numbers that are 1..k-1 apart tell how many a small group are that routing led past one item and not the other.
 *
 * @param everybody size of the selection
 */
export function tellableSizes(
  everybody: number,
  tallies: readonly Tally[],
  k: number,
): (size: number) => boolean {
  const sizes = new Set([everybody, ...tallies.map((one) => one.asked)]);
  return (size) =>
    [...sizes].every((other) => {
      const apart = Math.abs(size - other);
      return apart === 0 || apart >= k;
    });
}
