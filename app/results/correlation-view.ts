import { correlationOfMoments } from "#app/statistics/index.ts";
import { bothScoredTable, scorePairIn } from "./cube.ts";
import { fewestComplete } from "./fewest-complete.ts";
import type { Stated } from "./scale-reliability.ts";
import type { Counted, ScaleDetail } from "./theme-detail-view.ts";
import { told, toldEstimate } from "./told.ts";
import { tooClose } from "./wider-selections.ts";

/** How the scores of two scales go together. */
export interface ScaleCorrelation {
  first: string;
  second: string;
  result: Stated<{
    /** People with both scores. */
    n: number;
    /** Pearson's r with Fisher's interval. */
    r: number;
    low: number;
    high: number;
    /** √(α·α): errors of measurement leave no room for more; undefined where one alpha is not told or not positive. */
    ceiling?: number;
  }>;
}

/**
 * Correlations of each two scales whose scores have both passed. Counted over people who have both, of whom there must be
 * as many as a reliability needs, and in no wider selection 1..k-1 more.
 * @param scales as the gate has let them pass
 */
export function correlationsIn(
  scales: readonly ScaleDetail[],
  { cube, pieces, policy }: Counted,
): ScaleCorrelation[] {
  return scales.flatMap((first, at) =>
    scales.slice(at + 1).map((second) => {
      const [a, b] = [first.code, second.code];
      return { first: a, second: b, result: resultOf(first, second) };
    }),
  );

  function resultOf(first: ScaleDetail, second: ScaleDetail): ScaleCorrelation["result"] {
    for (const { result } of [first, second]) if (!result.shown) return result;
    const { moments } = scorePairIn(cube, 0, first.code, second.code);
    const n = told(moments.n, policy);
    if (Math.min(n, moments.n) < fewestComplete(policy.k)) return { shown: false, why: "few-both" };
    const both = bothScoredTable(pieces, first.code, second.code);
    const counts = pieces.groups.map((cells) => cells.reduce((sum, cell) => sum + both[cell]!, 0));
    if (tooClose(counts, policy.k)) return { shown: false, why: "difference" };
    const found = correlationOfMoments(moments);
    if (!found.computable) return { shown: false, why: "alike" };
    const [r, low, high] = [found.r, found.low, found.high].map((one) => toldEstimate(one, policy)) as [
      number,
      number,
      number,
    ];
    const alphas = [first, second].map(({ reliability }) =>
      reliability.shown ? reliability.alpha.estimate : 0,
    );
    const product = alphas.every((alpha) => alpha > 0) ? alphas[0]! * alphas[1]! : 0;
    return { shown: true, n, r, low, high, ...(product > 0 && { ceiling: Math.sqrt(product) }) };
  }
}
