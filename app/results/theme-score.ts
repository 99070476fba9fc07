import type { ScoredScale } from "#app/instrument/definition.ts";
import type { CovarianceMatrix, Moments } from "#app/statistics/index.ts";
import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";

/** A scored scale ready for counting: its columns and which of them count backwards. */
export interface ThemeScale {
  scored: ScoredScale;
  columns: Column[];
  /** Lowest and highest point, 1 and 5 on the agreement scale. */
  low: number;
  high: number;
}

/** @throws RangeError when the items of a scale do not share one agreement scale */
export function themeScaleOf(columns: Columns, scored: ScoredScale): ThemeScale {
  const found = scored.items.map((code) => columns.byCode.get(code));
  const scale = found[0]?.scale;
  if (scale?.kind !== "agreement" || found.some((column) => column?.scale !== scale))
    throw new RangeError(`${scored.code}: scored items must share one agreement scale`);
  return {
    scored,
    columns: found as Column[],
    low: scale.points[0]!.value,
    high: scale.points.at(-1)!.value,
  };
}

export interface ThemeTally {
  /** Asked at least one item of the scale. */
  asked: number;
  /** Of the scores of those with enough valid items, and of those who answered every item; in scale points. */
  scored: Moments;
  complete: Moments;
  /** Covariances of complete cases after reversal (n − 1); empty below two of them. */
  covariance: CovarianceMatrix;
}

/**
 * Scores a scale over the selected rows in one pass: the mean of valid answers after reversal, if at least `minValid`
 * are valid. Only whole numbers are summed (how many people have which sum from how many items, and sums of products),
 * so the result does not depend on the order of rows and is exact up to the final division.
 */
export function tallyTheme(scale: ThemeScale, rows: Int32Array): ThemeTally {
  const { columns, low, high, scored } = scale;
  const size = columns.length;
  const values = columns.map((column) => column.values as Int8Array);
  const { first, step } = direction(scale);
  const widest = size * (high - low) + 1;
  // people[valid * widest + sum]: with this many valid items and this sum of steps above the lowest point.
  const people = new Int32Array((size + 1) * widest);
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  const row = new Int32Array(size);
  let asked = 0;
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i]!;
    let valid = 0;
    let sum = 0;
    let gone = 0;
    for (let item = 0; item < size; item++) {
      const value = values[item]![at]!;
      if (value >= 0) {
        const steps = first[item]! + step[item]! * value;
        row[item] = steps;
        sum += steps;
        valid++;
      } else if (value === -3) gone++;
    }
    if (gone < size) asked++;
    people[valid * widest + sum]!++;
    if (valid === size) {
      for (let a = 0; a < size; a++) {
        const own = row[a]!;
        sums[a]! += own;
        for (let b = 0; b <= a; b++) products[a * size + b]! += own * row[b]!;
      }
    }
  }
  const complete = momentsOfSums(people, widest, size, size, low);
  return {
    asked,
    scored: momentsOfSums(people, widest, scored.minValid, size, low),
    complete,
    covariance: complete.n < 2 ? [] : covariances(sums, products, complete.n),
  };
}

/** Whether each row has a score: enough valid items. 1 or 0 for every row there is. */
export function scoredRows(scale: ThemeScale, length: number): Uint8Array {
  const valid = new Uint8Array(length);
  // The sign bit instead of a branch: gaps are negative, and where they are is hard to predict.
  for (const { values } of scale.columns)
    for (let row = 0; row < length; row++) valid[row]! += ~values[row]! >>> 31;
  const { minValid } = scale.scored;
  for (let row = 0; row < length; row++) valid[row] = valid[row]! >= minValid ? 1 : 0;
  return valid;
}

/** Category index -> steps above the lowest point in the direction of the scale (reversed items count down). */
function direction({ columns, low, high }: ThemeScale): { first: Int32Array; step: Int32Array } {
  const reversed = columns.map(({ item }) => item?.kind === "scale" && item.reverse);
  return {
    first: Int32Array.from(reversed, (one) => (one ? high - low : 0)),
    step: Int32Array.from(reversed, (one) => (one ? -1 : 1)),
  };
}

function momentsOfSums(people: Int32Array, widest: number, from: number, to: number, low: number): Moments {
  let n = 0;
  let total = 0;
  const each = (visit: (count: number, score: number) => void) => {
    for (let valid = Math.max(1, from); valid <= to; valid++)
      for (let sum = 0; sum < widest; sum++) {
        const count = people[valid * widest + sum]!;
        if (count > 0) visit(count, low + sum / valid);
      }
  };
  each((count, score) => {
    n += count;
    total += count * score;
  });
  const mean = n === 0 ? 0 : total / n;
  let squares = 0;
  each((count, score) => {
    squares += count * (score - mean) ** 2;
  });
  return { n, mean, squares };
}

/** (nΣxy − ΣxΣy) / (n(n−1)): numerators are whole numbers, exact up to about 10⁷ complete cases. */
function covariances(sums: Float64Array, products: Float64Array, n: number): number[][] {
  const size = sums.length;
  return Array.from(sums, (_, a) =>
    Array.from(sums, (_, b) => {
      const product = products[Math.max(a, b) * size + Math.min(a, b)]!;
      return (n * product - sums[a]! * sums[b]!) / (n * (n - 1));
    }),
  );
}
