import { type Computed, computed, notComputable } from "./computable.ts";
import { chiSquareTails } from "./distributions.ts";

export type Association = {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Cramér's V, 0..1. */
  readonly v: number;
  /** Adjusted standardised residual of each cell: beyond ±2 it differs from what independence expects. */
  readonly residuals: readonly (readonly (number | null)[])[];
  /** Smallest expected count: under 5 the p value is a rough one. */
  readonly leastExpected: number;
};

/**
 * How two closed variables go together in a cross-table of counts. Pearson's chi-square without continuity correction;
 * Cramér (1946), Mathematical Methods of Statistics, 282; residuals as Haberman (1973), Biometrics 29, 205–220.
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
  const residuals = table.map((row, i) =>
    row.map((count, j) => {
      const expected = (rows[i]! * columns[j]!) / n;
      if (expected === 0) return null;
      leastExpected = Math.min(leastExpected, expected);
      chiSquare += (count - expected) ** 2 / expected;
      const spread = expected * (1 - rows[i]! / n) * (1 - columns[j]! / n);
      return (count - expected) / Math.sqrt(spread);
    }),
  );
  const df = (r - 1) * (c - 1);
  const v = Math.sqrt(chiSquare / (n * (Math.min(r, c) - 1)));
  return computed({ chiSquare, df, p: chiSquareTails(chiSquare, df).upper, v, residuals, leastExpected });
}
