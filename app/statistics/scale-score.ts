import { type Moments, momentsOf } from "./moments.ts";
import { directedValue, type ScaleColumn, type ScaleOptions, scaleRows } from "./scale-column.ts";

export type ScoreOptions = ScaleOptions & {
  /** Items a person must have answered to be scored; two thirds of the items, rounded up, unless told. */
  readonly minValid?: number;
};

/** Two thirds of the items, rounded up: 6 of 9, 6 of 8, 4 of 5. Stricter than the usual half. */
export function defaultMinValid(items: number): number {
  return Math.ceil((2 * items) / 3);
}

/**
 * Scale score of each row: the mean of its valid answers after reversal, or null with fewer than `minValid` of them.
 * Scores stay in the units of the answers. One row is held at a time, so 100,000 rows cost no matrix.
 *
 * @throws RangeError when the columns differ in length or minValid is not within 1..items
 */
export function* scaleScores(
  columns: readonly ScaleColumn[],
  options: ScoreOptions = {},
): Generator<number | null> {
  for (const { sum, valid, enough } of rowSums(columns, options)) yield enough ? sum / valid : null;
}

export type ScaleSummary = {
  /** Rows looked at, scored or not. */
  readonly asked: number;
  /** Moments of the scores; its n is the number scored. Feed to `meanInterval`, `welch`, `hedgesG`. */
  readonly scored: Moments;
  /** Moments of the scores of those who answered every item. */
  readonly complete: Moments;
  /** True when the two means differ by more than 0.1: scoring people with gaps then changes the picture. */
  readonly gapsMatter: boolean;
};

/**
 * Scores of a scale in one pass, with the complete-case mean beside it, because averaging over gaps is biased even when
 * answers are missing at random (Mazza, Enders & Ruehlman 2015, Multivariate Behavioral Research 50(5)).
 *
 * @throws RangeError as `scaleScores`
 */
export function scaleSummary(columns: readonly ScaleColumn[], options: ScoreOptions = {}): ScaleSummary {
  const scores: number[] = [];
  const completeScores: number[] = [];
  let asked = 0;
  for (const { sum, valid, enough } of rowSums(columns, options)) {
    asked += 1;
    if (enough) scores.push(sum / valid);
    if (valid === columns.length) completeScores.push(sum / valid);
  }
  const scored = momentsOf(scores);
  const complete = momentsOf(completeScores);
  const bothExist = scored.n > 0 && complete.n > 0;
  return { asked, scored, complete, gapsMatter: bothExist && Math.abs(scored.mean - complete.mean) > 0.1 };
}

/** A mean on one to five shown from 0 to 100. */
export function toHundred(mean: number, [low, high]: readonly [number, number] = [1, 5]): number {
  return ((mean - low) / (high - low)) * 100;
}

type RowSum = { sum: number; valid: number; enough: boolean };

function* rowSums(columns: readonly ScaleColumn[], options: ScoreOptions): Generator<RowSum> {
  const minValid = options.minValid ?? defaultMinValid(columns.length);
  if (!(minValid >= 1 && minValid <= columns.length))
    throw new RangeError(`minValid ${minValid} is not within 1..${columns.length}`);
  const { count, rowAt, low, high } = scaleRows(columns, options);
  for (let i = 0; i < count; i++) {
    const row = rowAt(i);
    let sum = 0;
    let valid = 0;
    for (const column of columns) {
      const value = directedValue(column, row, low, high);
      if (value === null) continue;
      sum += value;
      valid += 1;
    }
    yield { sum, valid, enough: valid >= minValid };
  }
}
