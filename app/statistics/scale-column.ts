/** One item of a scale as a column: answers as stored, any value outside the range standing for a missing one. */
export type ScaleColumn = { readonly values: ArrayLike<number>; readonly reversed?: boolean };

export type ScaleOptions = {
  /** Lowest and highest valid answer: 1 and 5 unless told. Codes outside it (98, −1, 0, NaN) are missing. */
  readonly range?: readonly [low: number, high: number];
  /** The rows to use, when a filter is on; all rows when absent. */
  readonly rows?: ArrayLike<number>;
};

/** Everything a loop over rows needs, checked once before it starts. */
export type ScaleRows = {
  readonly count: number;
  readonly rowAt: (i: number) => number;
  readonly low: number;
  readonly high: number;
};

/** @throws RangeError when the columns differ in length or the range is empty */
export function scaleRows(columns: readonly ScaleColumn[], options: ScaleOptions): ScaleRows {
  const [low, high] = options.range ?? [1, 5];
  if (!(low < high)) throw new RangeError(`a scale runs from low to high, got ${low} to ${high}`);
  const length = columns[0]?.values.length ?? 0;
  if (columns.some(({ values }) => values.length !== length))
    throw new RangeError("the columns of a scale must be equally long");
  const { rows } = options;
  return rows
    ? { count: rows.length, rowAt: (i) => rows[i]!, low, high }
    : { count: length, rowAt: (i) => i, low, high };
}

/** The answer in the direction of the scale (reversed: low + high − x, so 6 − x), or null where it is missing. */
export function directedValue(column: ScaleColumn, row: number, low: number, high: number): number | null {
  const value = column.values[row]!;
  if (!(value >= low && value <= high)) return null;
  return column.reversed ? low + high - value : value;
}
