import { type Computed, type Margin as RakedMargin, rake, type Weights } from "#app/statistics/index.ts";
import { levelsOf } from "./bundle.ts";
import type { Column } from "./column.ts";
import { type Cube, levelsIn } from "./cube.ts";
import { figuresOf, type Margin } from "./margins.ts";

/** What is known of one variable of these columns. */
export interface KnownMargin {
  column: Column;
  margin: Margin;
}

/** Weights for the cells of a cube. */
export interface CellWeights {
  raked: Weights;
  /** How many of the selection are in each cell. */
  people: Float64Array;
  /** Weight and squared weight per cell; 0 outside the selection. */
  factors: Float64Array;
  squared: Float64Array;
  /** By variable and category: its share of those whose category is covered, after weighting. */
  shares: Map<Column, number[]>;
}

/** The level of each cell on one of the cube's variables: not asked, then "said nothing", then its categories from 3. */
function levelsAlong({ by, counts }: Cube, column: Column): number[] {
  const stride = by.slice(0, by.indexOf(column)).reduce((product, one) => product * levelsOf(one), 1);
  return Array.from(counts.everyone, (_, cell) => {
    const level = Math.floor(cell / stride) % levelsOf(column);
    // Not applicable and skipped are one to the gate.
    return level === 1 ? 2 : level;
  });
}

/** The first group of a cube, cell by cell: 1 inside. */
function inside({ groups, counts }: Cube): Uint8Array {
  const within = new Uint8Array(counts.everyone.length);
  for (const cell of groups[0]!) within[cell] = 1;
  return within;
}

/**
 * Weights that give the first group of a cube the known margins. Who has no category of a variable (left it open, was
 * not asked, or chose what the source does not cover) is left as they are by it, so that their share stays; the other
 * variables count for them as for everybody.
 */
export function cellWeights(cube: Cube, known: readonly KnownMargin[]): Computed<CellWeights> {
  const within = inside(cube);
  const people = Float64Array.from(cube.counts.everyone, (count, cell) => count * within[cell]!);
  const margins = known.map(({ column, margin }): RakedMargin => {
    const shares = figuresOf(margin, column);
    const categories = levelsAlong(cube, column).map((level) =>
      level >= 3 && shares[level - 3]! > 0 ? level - 3 : -1,
    );
    return { categories, shares };
  });
  const raked = rake(people, margins);
  if (!raked.computable) return raked;
  const factors = raked.weights.map((weight, cell) => weight * within[cell]!);
  const shares = new Map(
    known.map(({ column }, at) => [column, sharesBy(margins[at]!, people, factors)] as const),
  );
  return { computable: true, raked, people, factors, squared: factors.map((one) => one ** 2), shares };
}

function sharesBy({ categories, shares }: RakedMargin, people: Float64Array, factors: Float64Array) {
  const sums = shares.map(() => 0);
  people.forEach((count, cell) => {
    if (categories[cell]! >= 0) sums[categories[cell]!]! += count * factors[cell]!;
  });
  const total = sums.reduce((sum, one) => sum + one, 0);
  return sums.map((sum) => sum / total);
}

/** Categories that have people in the population and nobody in the first group: nothing can be weighted up to them. */
export function emptyCategories(cube: Cube, { column, margin }: KnownMargin) {
  const levels = levelsIn(cube, 0, column);
  const figures = figuresOf(margin, column);
  return column.categories.filter((_, index) => figures[index]! > 0 && levels[index + 3] === 0);
}

/**
 * A factor for every cell of the first group that has nothing to do with any other: a sum with such factors follows from
 * other sums only if each cell's own number does.
 */
export function unrelatedFactors(cube: Cube): Float64Array {
  const within = inside(cube);
  const places = new Float64Array(within.length);
  for (const column of cube.by)
    levelsAlong(cube, column).forEach((level, cell) => {
      places[cell] = places[cell]! * levelsOf(column) + level;
    });
  return places.map((place, cell) => {
    const digits = Math.sin(place + 1) * 10_000;
    return within[cell]! * (1 + digits - Math.floor(digits));
  });
}
