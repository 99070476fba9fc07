import { correlationOfMoments } from "#app/statistics/index.ts";
import { scorePairIn } from "./cube.ts";
import { fewestComplete } from "./fewest-complete.ts";
import type { Stated } from "./scale-reliability.ts";
import type { Counted, ScaleDetail } from "./theme-detail-view.ts";
import { themeScalesOf } from "./theme-score.ts";
import { told, toldEstimate } from "./told.ts";

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
 * as many as a reliability needs, and whom the gate judges like any others.
 * @param scales as the gate has let them pass
 */
export function correlationsIn(
  scales: readonly ScaleDetail[],
  { cube, judge, policy }: Counted,
): ScaleCorrelation[] {
  const all = themeScalesOf(cube.columns);
  const scaleOf = (code: string) => all.find(({ scored }) => scored.code === code)!;
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
    const [scale, other] = [first, second].map(({ code }) => scaleOf(code));
    const why = judge.part({ of: "both", scale: scale!, other: other! });
    if (why) return { shown: false, why };
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
