import { type Computed, computed, notComputable } from "./computable.ts";
import { directedValue, type ScaleColumn, type ScaleOptions, scaleRows } from "./scale-column.ts";

export type CovarianceMatrix = readonly (readonly number[])[];

export type CompleteCases = {
  /** Rows in which every item is answered. */
  readonly n: number;
  readonly means: readonly number[];
  /** Covariances with n − 1, items in the order of the columns, reversed items turned. */
  readonly covariance: CovarianceMatrix;
};

/**
 * Means and covariances of the rows that answered every item, from running sums: no matrix of rows is built.
 * The answers are whole numbers, so the sums and the numerator nΣxy − ΣxΣy are exact up to about 10⁷ rows.
 *
 * @throws RangeError when the columns differ in length
 */
export function completeCases(
  columns: readonly ScaleColumn[],
  options: ScaleOptions = {},
): Computed<CompleteCases> {
  const k = columns.length;
  const { count, rowAt, low, high } = scaleRows(columns, options);
  const sums = new Float64Array(k);
  const products = new Float64Array(k * k);
  const row = new Float64Array(k);
  let n = 0;
  for (let i = 0; i < count; i++) {
    if (!readRow(columns, rowAt(i), low, high, row)) continue;
    n += 1;
    for (let a = 0; a < k; a++) {
      sums[a]! += row[a]!;
      for (let b = 0; b <= a; b++) products[a * k + b]! += row[a]! * row[b]!;
    }
  }
  if (k === 0 || n === 0) return notComputable("no-valid-answers");
  if (n === 1) return notComputable("one-answer");
  const covariance = columns.map((_, a) =>
    columns.map((_, b) => {
      const product = products[Math.max(a, b) * k + Math.min(a, b)]!;
      return (n * product - sums[a]! * sums[b]!) / (n * (n - 1));
    }),
  );
  return computed({ n, means: Array.from(sums, (sum) => sum / n), covariance });
}

/** Fills `target` with the row's directed answers; false as soon as one is missing. */
function readRow(
  columns: readonly ScaleColumn[],
  row: number,
  low: number,
  high: number,
  target: Float64Array,
): boolean {
  for (const [a, column] of columns.entries()) {
    const value = directedValue(column, row, low, high);
    if (value === null) return false;
    target[a] = value;
  }
  return true;
}

/** The covariances of some of the items: for instance those that are not reversed. */
export function keepItems(covariance: CovarianceMatrix, kept: readonly number[]): CovarianceMatrix {
  return kept.map((a) => kept.map((b) => covariance[a]![b]!));
}

/** The covariances had some of the items been scored the other way round: only their signs change. */
export function turnItems(covariance: CovarianceMatrix, turned: readonly number[]): CovarianceMatrix {
  const other = (a: number, b: number) => turned.includes(a) !== turned.includes(b);
  return covariance.map((row, a) => row.map((value, b) => (other(a, b) ? -value : value)));
}
