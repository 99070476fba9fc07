import { isSlight, type Verdict } from "#app/statistics/verdict.ts";

type Told = { verdict: Verdict; mean: { estimate: number } };
type Words = Record<Verdict | "slightly-positive" | "slightly-negative", string>;

/** A verdict in words that carry its size: what lies close to neutral leans only slightly. */
export function verdictWord(words: Words, { verdict, mean }: Told): string {
  if (verdict !== "positive" && verdict !== "negative") return words[verdict];
  return words[isSlight(mean.estimate) ? (`slightly-${verdict}` as const) : verdict];
}
