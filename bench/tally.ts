import { ms, quantile } from "./report.ts";

/** How one kind of request went: how long each took, and how many ended with which status. */
export interface Count {
  ms: number[];
  /** HTTP statuses, and in words what ended without one. */
  outcomes: Record<string, number>;
}
export type Tally = Record<string, Count>;

export function count(tally: Tally, kind: string, outcome: string | number, took: number): void {
  tally[kind] ??= { ms: [], outcomes: {} };
  const { ms, outcomes } = tally[kind];
  ms.push(took);
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}

export const tallyHead = ["", "requests", "p50 ms", "p95", "p99", "longest", "answers"];

/** One line of the report for each kind. */
export const tallyRows = (tally: Tally): string[][] =>
  Object.entries(tally).map(([kind, { ms: took, outcomes }]) => [
    kind,
    took.length.toLocaleString("en"),
    ...[0.5, 0.95, 0.99, 1].map((share) => ms(quantile(took, share))),
    outcomesLine(outcomes),
  ]);

export const outcomesLine = (outcomes: Record<string, number>) =>
  Object.entries(outcomes)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, times]) => `${outcome} × ${times.toLocaleString("en")}`)
    .join(", ");
