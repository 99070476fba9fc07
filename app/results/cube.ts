import type { PairMoments } from "#app/statistics/index.ts";
import { isWide, levelsOf } from "./bundle.ts";
import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import type { CountPlan, Counts, PlannedVariable, ThemeCounts } from "./count-plan.ts";
import { countRows } from "./count-rows.ts";
import type { Condition } from "./filter.ts";
import { plannedTheme, unitOf } from "./planned-theme.ts";
import { themeScalesOf } from "./theme-score.ts";

/** Products of items are counted for so many groups at most: each takes some hundred kilobytes. */
export const mostProducts = 16;
/** The most cells worth counting: a group in each would be far below any threshold. */
const mostCells = 20_000;
/** A cube with more cells than any study can fill with groups that may be shown. */
export class TooFine extends Error {}

/**
 * Every number a view can need, counted in one pass: for each combination of the variables filtered by, how many people
 * are in it, how often each value of each column occurs, and how many have each theme's score; and for the groups looked
 * at, the distribution of the scores. What is shown, and what must be hidden, is then worked out from this alone.
 */
export interface Cube {
  readonly columns: Columns;
  /** The variables whose combinations are the cells. */
  readonly by: readonly Column[];
  readonly counts: Counts;
  /** Cells of each group, in the order asked for. */
  readonly groups: readonly (readonly number[])[];
}

/** The variables of these conditions in the order of the columns; one that is none of the study's own comes first. */
export function variablesIn(columns: Columns, conditions: readonly Condition[]): Column[] {
  const order = [...columns.byCode.values()];
  const variables = [...new Set(conditions.map((one) => one.column))];
  return variables.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/**
 * "presence": only how many people there are in each cell. "scores": every number but reliability. "headline": and what
 * alpha needs. "everything": and all of reliability. "pairs": and each two themes' scores together.
 */
export type CountWhat = "presence" | "scores" | "headline" | "everything" | "pairs";

/**
 * What to count for groups of respondents, each given by conditions on some of the variables. Of more than sixteen groups
 * no covariances are counted; of at most 65,535 groups anything.
 * @throws TooFine when the variables have more combinations than can be protected
 */
export function planCube(
  columns: Columns,
  by: readonly Column[],
  groups: readonly (readonly Condition[])[],
  what: CountWhat = "everything",
): { plan: CountPlan; groups: number[][] } {
  const levels = by.map(levelsOf);
  const cells = levels.reduce((product, one) => product * one, 1);
  if (cells > mostCells) throw new TooFine(`${cells} combinations are too many to protect`);
  const groupCells = groups.map((conditions) => cellsWhere(by, levels, conditions));
  const groupOf = new Uint16Array(cells + 1);
  groupCells.forEach((some, at) => {
    for (const cell of some) groupOf[cell] = at + 1;
  });
  const all = what !== "presence";
  const bundles = all ? columns.bundles : [];
  const singles = all ? singlesOf(columns) : [];
  const plan: CountPlan = {
    by: by.map(plannedVariable),
    excluded: columns.excluded,
    bundles: bundles.map(({ values, size, levels, levelOf }) => ({ values, size, levels, levelOf })),
    singles: singles.map(plannedVariable),
    themes: all ? themeScalesOf(columns).map((scale) => plannedTheme(scale, columns)) : [],
    groupOf,
    groups: groups.length,
    reliability: groups.length > mostProducts ? "none" : reliabilityOf(what),
    pairs: what === "pairs",
  };
  return { plan, groups: groupCells };
}

const reliabilityOf = (what: CountWhat): CountPlan["reliability"] =>
  what === "headline" ? what : what === "everything" || what === "pairs" ? "whole" : "none";

const plannedVariable = (column: Column): PlannedVariable => {
  const { packed } = column;
  return packed
    ? { values: packed.bundle.values, levelOf: packed.levelOf, levels: levelsOf(column) }
    : { values: column.values!, levels: levelsOf(column), wide: isWide(column) };
};

/**
 * Counts right here, in this thread.
 * @throws TooFine as `planCube`
 */
export function countCube(
  columns: Columns,
  by: readonly Column[],
  groups: readonly (readonly Condition[])[],
  what: CountWhat = "everything",
): Cube {
  const planned = planCube(columns, by, groups, what);
  return { columns, by, groups: planned.groups, counts: countRows(planned.plan, 0, columns.length) };
}

/** Columns that are counted but not packed: those whose categories are only found as rows arrive, or are very many. */
function singlesOf(columns: Columns): Column[] {
  const packed = new Set(columns.bundles.flatMap((bundle) => bundle.columns));
  return [...columns.byCode.values()].filter(
    (column) => !packed.has(column) && (column.source !== "context" || column.group),
  );
}

/** Rows per cell and level of one column, cell by cell. @throws RangeError for a column that is not counted */
export function levelTable(cube: Cube, column: Column): Int32Array {
  const { columns, counts } = cube;
  for (const [at, bundle] of columns.bundles.entries()) {
    const place = bundle.columns.indexOf(column);
    if (place >= 0) return counts.packed[at]![place]!;
  }
  const place = singlesOf(columns).indexOf(column);
  if (place < 0) throw new RangeError(`${column.code} is not counted`);
  return counts.singles[place]!;
}

/** How often each level of a column occurs in a group: three gaps, then its values. */
export function levelsIn(cube: Cube, group: number, column: Column): Float64Array {
  const table = levelTable(cube, column);
  const levels = levelsOf(column);
  const sums = new Float64Array(levels);
  for (const cell of cube.groups[group]!)
    for (let level = 0; level < levels; level++) sums[level]! += table[cell * levels + level]!;
  return sums;
}

export const sizeIn = (cube: Cube, group: number): number =>
  cube.groups[group]!.reduce((sum, cell) => sum + cube.counts.everyone[cell]!, 0);

export function themeIn(cube: Cube, group: number, code: string): ThemeCounts {
  return cube.counts.themes[themeAt(cube, code)]!.groups[group]!;
}

/** Rows per cell that have a score of this theme. */
export const scoredTable = (cube: Cube, code: string): Int32Array =>
  cube.counts.themes[themeAt(cube, code)]!.scored;

/** Rows per cell that have a valid answer to every item of this theme. */
export const completeTable = (cube: Cube, code: string): Int32Array =>
  cube.counts.themes[themeAt(cube, code)]!.complete;

const themeAt = (cube: Cube, code: string): number =>
  cube.columns.around.instrument.scoring.findIndex((one) => one.code === code);

/** How many people of each cell have a score of a theme, and the sums of their scores and squared scores. */
export interface CellScores {
  people: Int32Array;
  /** Whole numbers: a score is low + value / unit, in scale points. Exact below 2⁵³, far beyond a census of nine items. */
  sums: Float64Array;
  squares: Float64Array;
  unit: number;
  low: number;
}

/** @throws RangeError for a theme that is not scored */
export function scoresByCell(cube: Cube, code: string): CellScores {
  const at = themeAt(cube, code);
  if (at < 0) throw new RangeError(`${code} is not scored`);
  const scale = themeScalesOf(cube.columns)[at]!;
  const { scored: people, sums, squares } = cube.counts.themes[at]!;
  return { people, sums, squares, unit: unitOf(scale), low: scale.low };
}

/** Two themes' scores of a group. */
export interface ScorePair {
  /** Over those who have both scores, in scale points: what `correlationOfMoments` takes. */
  moments: PairMoments;
  /** How many have just the one score. */
  onlyFirst: number;
  onlySecond: number;
}

/** @throws RangeError unless the cube was counted with pairs, and for themes that are not scored or the same */
export function scorePairIn(cube: Cube, group: number, first: string, second: string): ScorePair {
  const { both, a, b, aa, bb, ab, turned, units } = pairOf(cube, first, second);
  const cells = cube.groups[group]!;
  const sum = (table: ArrayLike<number>) => cells.reduce((total, cell) => total + table[cell]!, 0);
  const n = sum(both);
  // n Σxy − Σx Σy has more digits than a number holds; as a big one it is exact, and zero where nothing varies.
  const deviation = (xy: Float64Array, x: Float64Array, y: Float64Array, unit: number) =>
    n === 0 ? 0 : Number(BigInt(n) * BigInt(sum(xy)) - BigInt(sum(x)) * BigInt(sum(y))) / n / unit;
  const [ofA, ofB] = [deviation(aa, a, a, units[0] ** 2), deviation(bb, b, b, units[1] ** 2)];
  return {
    moments: {
      n,
      first: turned ? ofB : ofA,
      second: turned ? ofA : ofB,
      product: deviation(ab, a, b, units[0] * units[1]),
    },
    onlyFirst: sum(scoredTable(cube, first)) - n,
    onlySecond: sum(scoredTable(cube, second)) - n,
  };
}

/** Rows per cell that have both scores. @throws RangeError as `scorePairIn` */
export const bothScoredTable = (cube: Cube, first: string, second: string): Int32Array =>
  pairOf(cube, first, second).both;

function pairOf(cube: Cube, first: string, second: string) {
  const [x, y] = [themeAt(cube, first), themeAt(cube, second)];
  const [a, b] = [Math.min(x, y), Math.max(x, y)];
  // Pairs stand as (0,1), (0,2), (1,2), (0,3), …
  const pair = a < 0 || a === b ? undefined : cube.counts.pairs[(b * (b - 1)) / 2 + a];
  if (!pair) throw new RangeError(`scores of ${first} and ${second} were not counted together`);
  const scales = themeScalesOf(cube.columns);
  return { ...pair, turned: x > y, units: [unitOf(scales[a]!), unitOf(scales[b]!)] as const };
}

/** The cells in which every condition holds. */
function cellsWhere(
  by: readonly Column[],
  levels: readonly number[],
  conditions: readonly Condition[],
): number[] {
  let cells = [0];
  let stride = 1;
  by.forEach((column, at) => {
    const chosen = conditions.find((one) => one.column === column)?.chosen;
    const here = chosen
      ? chosen.map((index) => index + 3)
      : Array.from({ length: levels[at]! }, (_, level) => level);
    const before = cells;
    const step = stride;
    cells = here.flatMap((level) => before.map((cell) => cell + level * step));
    stride *= levels[at]!;
  });
  return cells;
}
