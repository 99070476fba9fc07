import type { Proportion } from "#app/statistics/index.ts";
import type { Policy } from "./policy.ts";
import type { ItemResult } from "./view.ts";

/** With fewer in a group nothing is tested (methods: comparing groups). */
export const fewestToTest = ({ k }: Pick<Policy, "k">): number => Math.max(k, 10);

/** A share as it was told, as people among n. Whole where it was a count; under the strict profile it need not be. */
export function peopleOf(share: number, n: number): Proportion {
  const people = share * n;
  const whole = Math.round(people);
  // A quotient times its divisor is off by a rounding error at most.
  return { successes: Math.abs(people - whole) < 1e-6 ? whole : people, n };
}

/** The favourable share of an item, for a test; undefined for a bound, or for too few. */
export function proportionOf(
  { n, favourable }: Pick<ItemResult, "n" | "favourable">,
  least: number,
): Proportion | undefined {
  const { share } = favourable;
  return typeof share === "number" && n >= least ? peopleOf(share, n) : undefined;
}
