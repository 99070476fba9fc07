import { type Computed, type Margin as RakedMargin, rake, type Weights } from "#app/statistics/index.ts";
import { levelsOf } from "./bundle.ts";
import type { Column } from "./column.ts";
import type { Cube } from "./cube.ts";
import { joinedFigures, type Margin, rootsOf } from "./margins.ts";

/** What is known of one variable of these columns. */
export interface KnownMargin {
  column: Column;
  margin: Margin;
}

/** Where the cells of a cube stand by one variable: the category that theirs counts as, or −1 without a figure. */
export interface Placed extends KnownMargin {
  categories: Int32Array;
  /** Figures by category, joined ones added up. */
  figures: number[];
}

/** The cells of a cube's first group, and who of them can be weighted. */
export interface Cells {
  within: Uint8Array;
  /** How many of the first group are in each cell. */
  people: Float64Array;
  /** By cell the group it is told in: from 1, the same where joined categories make them one; 0 outside. */
  groups: Float64Array;
  placed: Placed[];
}

/** Weights for the cells of a cube. */
export interface CellWeights {
  raked: Weights;
  cells: Cells;
  /** 1 where the number of people may be told: they are weighted. All others are pooled, at weight 1. */
  tellable: Uint8Array;
  /** Weight per cell; 0 outside the first group. */
  factors: Float64Array;
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

/** The cells of the first group of a cube over some margins. */
export function cellsOf(cube: Cube, known: readonly KnownMargin[]): Cells {
  const { everyone } = cube.counts;
  const within = new Uint8Array(everyone.length);
  for (const cell of cube.groups[0]!) within[cell] = 1;
  const groups = new Float64Array(everyone.length);
  for (const column of cube.by) {
    const margin = known.find((one) => one.column === column)?.margin;
    const roots = margin && rootsOf(margin, column);
    levelsAlong(cube, column).forEach((level, cell) => {
      const joined = level >= 3 && roots ? roots[level - 3]! + 3 : level;
      groups[cell] = groups[cell]! * levelsOf(column) + joined;
    });
  }
  const placed = known.map(({ column, margin }): Placed => {
    const figures = joinedFigures(margin, column);
    const roots = rootsOf(margin, column);
    const categories = Int32Array.from(levelsAlong(cube, column), (level) => {
      const root = level >= 3 ? roots[level - 3]! : -1;
      return root >= 0 && figures[root]! > 0 ? root : -1;
    });
    return { column, margin, categories, figures };
  });
  return {
    within,
    people: Float64Array.from(everyone, (count, cell) => count * within[cell]!),
    groups: groups.map((group, cell) => (within[cell] ? group + 1 : 0)),
    placed,
  };
}

/** Categories of a variable in which some people can be weighted. */
const weighable = ({ categories, figures }: Placed, { people }: Cells, tellable: Uint8Array) =>
  figures.map((_, category) =>
    categories.some((one, cell) => one === category && tellable[cell] === 1 && people[cell]! > 0),
  );

/** Whether people can be weighted by a variable: where some of its categories are pooled, two others are left. */
export function isUseful(one: Placed, cells: Cells, tellable: Uint8Array): boolean {
  const there = weighable(one, cells, tellable).filter((is) => is).length;
  const isPooled = one.categories.some(
    (category, cell) => category >= 0 && cells.within[cell] === 1 && !tellable[cell],
  );
  return there > (isPooled ? 1 : 0);
}

/**
 * Weights that give the first group the known margins by way of the people whose cells may be told; all others keep
 * weight 1, and count towards the margins with it. A category has a target if somebody in it can be weighted and its size
 * may be told: how many of it are pooled is then told as well. Who has no category of a variable (left it
 * open, was not asked, or chose what the source does not cover) is left as they are by it, so that their share stays;
 * the other variables count for them as for everybody.
 */
export function cellWeights(
  cells: Cells,
  tellable: Uint8Array,
  sizeIsTold: (one: Placed, category: number) => boolean,
): Computed<CellWeights> {
  const { within, people, placed } = cells;
  const margins = placed.map((one): RakedMargin => {
    const some = weighable(one, cells, tellable);
    const shares = one.figures.map((figure, at) => (some[at] ? figure : 0));
    const told = shares.map((share, at) => share > 0 && sizeIsTold(one, at));
    // Those who are pooled count only where it is told how many they are.
    const isCounted = (category: number, cell: number) =>
      category >= 0 && shares[category]! > 0 && (tellable[cell] === 1 || told[category]!);
    return { categories: one.categories.map((at, cell) => (isCounted(at, cell) ? at : -1)), shares };
  });
  const held = tellable.map((one) => 1 - one);
  const raked = rake(people, margins, { held });
  if (!raked.computable) return raked;
  const factors = raked.weights.map((weight, cell) => within[cell]! * (tellable[cell] ? weight : 1));
  return { computable: true, raked, cells, tellable, factors };
}

/** The same weights for one measure: cells that its own numbers do not tell join the pool. */
export const factorsFor = ({ factors, tellable, cells }: CellWeights, told: Uint8Array): Float64Array =>
  factors.map((factor, cell) => (tellable[cell] && told[cell] ? factor : cells.within[cell]!));
