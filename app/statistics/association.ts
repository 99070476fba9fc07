import { type Computed, computed, notComputable } from "./computable.ts";
import { chiSquareTails } from "./distributions.ts";
import { noncentralChiSquare, noncentralityInterval } from "./noncentral.ts";

export type Association = {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Cramér's V, 0..1. */
  readonly v: number;
  /** About what V would be of as many people and cells if nothing went together: chi-square is then df on average. */
  readonly byChance: number;
  /** 95 % interval of V in the population, by inverting the noncentral chi-square. */
  readonly low: number;
  readonly high: number;
  /** Adjusted standardised residual of each cell: beyond ±2 it differs from what independence expects. */
  readonly residuals: readonly (readonly (number | null)[])[];
  /** Smallest expected count: under 5 the p value is a rough one. */
  readonly leastExpected: number;
  /** How many cells expect fewer than 5. */
  readonly thinCells: number;
};

/**
 * How two closed variables go together in a cross-table of counts. Pearson's chi-square without continuity correction;
 * Cramér (1946), Mathematical Methods of Statistics, 282; residuals as Haberman (1973), Biometrics 29, 205–220; the
 * interval as Smithson (2003), Confidence Intervals, ch. 4: V² = λ / (n · (min(rows, columns) − 1)).
 * Rows and columns without answers are left out of the test and have residuals null.
 */
export function association(table: readonly (readonly number[])[]): Computed<Association> {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) throw new RangeError("a table has equally long rows");
  if (table.some((row) => row.some((count) => !(count >= 0))))
    throw new RangeError("counts are not negative");
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: width }, (_, at) => table.reduce((sum, row) => sum + row[at]!, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  if (n === 0) return notComputable("no-valid-answers");
  const [r, c] = [rows, columns].map((margin) => margin.filter((count) => count > 0).length) as [
    number,
    number,
  ];
  if (r < 2 || c < 2) return notComputable("no-variance");
  let chiSquare = 0;
  let leastExpected = Infinity;
  let thinCells = 0;
  const residuals = table.map((row, i) =>
    row.map((count, j) => {
      const expected = (rows[i]! * columns[j]!) / n;
      if (expected === 0) return null;
      leastExpected = Math.min(leastExpected, expected);
      if (expected < 5) thinCells++;
      chiSquare += (count - expected) ** 2 / expected;
      const spread = expected * (1 - rows[i]! / n) * (1 - columns[j]! / n);
      return (count - expected) / Math.sqrt(spread);
    }),
  );
  const df = (r - 1) * (c - 1);
  const most = n * (Math.min(r, c) - 1);
  const v = Math.sqrt(chiSquare / most);
  const lambda = noncentralityInterval((at) => noncentralChiSquare(chiSquare, df, at), 0.95);
  return computed({
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    v,
    byChance: Math.min(1, Math.sqrt(df / most)),
    low: Math.sqrt(lambda.low / most),
    // Rounded numbers of a table that fits independence better than chance would: never below the estimate itself.
    high: Math.min(1, Math.max(v, Math.sqrt(lambda.high / most))),
    residuals,
    leastExpected,
    thinCells,
  });
}
