import type { ScoredScale } from "#app/instrument/definition.ts";
import type { CovarianceMatrix, Moments } from "#app/statistics/index.ts";
import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import type { ThemeCounts } from "./count-plan.ts";

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
  /** Covariances of complete cases after reversal (n − 1); empty below two of them, and where only a headline was counted. */
  covariance: CovarianceMatrix;
  /** Variances of complete cases, likewise; empty where nothing of reliability was counted. */
  variances: ScaleVariances;
}

/** What alpha is made of: the variance of each item, of their sum, and of the sum of those that are not reversed. */
export interface ScaleVariances {
  ofItems: readonly number[];
  ofTotal: number;
  ofStraight: number;
}

/** All scored scales of the instrument, in its order. @throws RangeError as `themeScaleOf` */
export const themeScalesOf = (columns: Columns): ThemeScale[] =>
  columns.around.instrument.scoring.map((scored) => themeScaleOf(columns, scored));

/** The counts of two groups that have nobody in common, together. */
export function addThemes(one: ThemeCounts, other: ThemeCounts): ThemeCounts {
  const add = <T extends Int32Array | Float64Array>(a: T, b: T) => a.map((value, at) => value + b[at]!) as T;
  return {
    asked: one.asked + other.asked,
    people: add(one.people, other.people),
    sums: add(one.sums, other.sums),
    squares: add(one.squares, other.squares),
    products: add(one.products, other.products),
    straight: add(one.straight, other.straight),
  };
}

/**
 * Scores of a group from its counts: the mean of valid answers after reversal, if at least `minValid` are valid. Counts
 * are whole numbers (how many people have which sum from how many items, and sums of products), so the result does not
 * depend on the order of rows and is exact up to the final division.
 */
export function themeTally({ columns, low, high, scored }: ThemeScale, counts: ThemeCounts): ThemeTally {
  const size = columns.length;
  const widest = size * (high - low) + 1;
  const complete = momentsOfSums(counts.people, widest, size, size, low);
  const counted = complete.n >= 2 && counts.products.length > 0;
  const covariance = counted ? covariances(counts.sums, counts.products, complete.n) : [];
  return {
    asked: counts.asked,
    scored: momentsOfSums(counts.people, widest, scored.minValid, size, low),
    complete,
    covariance,
    variances: covariance.length > 0 ? variancesOf(covariance, columns) : headline(counts, complete, size),
  };
}

export const isReversed = ({ item }: Column): boolean => item?.kind === "scale" && item.reverse;

function variancesOf(covariance: CovarianceMatrix, columns: readonly Column[]): ScaleVariances {
  const sum = (among: readonly number[]) =>
    among.reduce((total, a) => among.reduce((inner, b) => inner + covariance[a]![b]!, total), 0);
  const all = [...columns.keys()];
  return {
    ofItems: covariance.map((row, at) => row[at]!),
    ofTotal: sum(all),
    ofStraight: sum(all.filter((at) => !isReversed(columns[at]!))),
  };
}

function headline({ sums, squares, straight }: ThemeCounts, complete: Moments, size: number): ScaleVariances {
  const { n } = complete;
  if (n < 2 || squares.length === 0) return { ofItems: [], ofTotal: 0, ofStraight: 0 };
  const variance = (sum: number, square: number) => (n * square - sum * sum) / (n * (n - 1));
  return {
    ofItems: Array.from(sums, (sum, at) => variance(sum, squares[at]!)),
    // Scores are means of so many items.
    ofTotal: (complete.squares * size * size) / (n - 1),
    ofStraight: straight.length > 0 ? variance(straight[0]!, straight[1]!) : 0,
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
