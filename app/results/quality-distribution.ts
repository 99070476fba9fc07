import { fewestAnswers } from "#app/fieldwork/quality-flags.ts";
import type { Columns } from "./columns.ts";

/** A histogram: bin i holds what lies from edges[i] up to, but not including, edges[i + 1]; the last one has no end. */
export interface Distribution {
  n: number;
  edges: readonly number[];
  counts: number[];
}

const paceEdges = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15];
const runEdges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

export interface QualityDistributions {
  pace: Distribution;
  runs: Distribution;
}

/** How fast people answered, and how long their longest runs were, over the responses that count. */
export function qualityDistributions(
  columns: Pick<Columns, "length" | "excluded" | "quality">,
): QualityDistributions {
  const pace = empty(paceEdges);
  const runs = empty(runEdges);
  for (let row = 0; row < columns.length; row++) {
    const indices = columns.excluded[row] ? undefined : columns.quality.get(row);
    if (!indices) continue;
    if (indices.secondsPerItem !== null) add(pace, indices.secondsPerItem);
    if (indices.answered >= fewestAnswers) add(runs, indices.longstring / indices.asked);
  }
  return { pace, runs };
}

const empty = (edges: readonly number[]): Distribution => ({ n: 0, edges, counts: edges.map(() => 0) });

function add(distribution: Distribution, value: number): void {
  distribution.n++;
  distribution.counts[distribution.edges.findLastIndex((edge) => value >= edge)]!++;
}
