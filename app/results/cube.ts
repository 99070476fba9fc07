import { levelsOf } from "./bundle.ts";
import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import type { CountPlan, Counts, PlannedTheme, ThemeCounts } from "./count-plan.ts";
import { countRows } from "./count-rows.ts";
import type { Condition } from "./filter.ts";
import { type ThemeScale, themeScalesOf } from "./theme-score.ts";

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
 * What to count for groups of respondents, each given by conditions on some of the variables.
 * @throws TooFine when the variables have more combinations than can be protected
 */
export function planCube(
  columns: Columns,
  by: readonly Column[],
  groups: readonly (readonly Condition[])[],
  what: "everything" | "presence" = "everything",
): { plan: CountPlan; groups: number[][] } {
  const levels = by.map(levelsOf);
  const cells = levels.reduce((product, one) => product * one, 1);
  if (cells > mostCells) throw new TooFine(`${cells} combinations are too many to protect`);
  const groupCells = groups.map((conditions) => cellsWhere(by, levels, conditions));
  const groupOf = new Uint8Array(cells + 1);
  groupCells.forEach((some, at) => {
    for (const cell of some) groupOf[cell] = at + 1;
  });
  const all = what === "everything";
  const bundles = all ? columns.bundles : [];
  const singles = all ? singlesOf(columns) : [];
  const plan: CountPlan = {
    by: by.map((column, at) => ({ values: column.values, levels: levels[at]! })),
    excluded: columns.excluded,
    bundles: bundles.map(({ values, size, levels, strides }) => ({ values, size, levels, strides })),
    singles: singles.map((column) => ({
      values: column.values,
      levels: levelsOf(column),
    })),
    themes: all ? themeScalesOf(columns).map((scale) => plannedTheme(scale, columns)) : [],
    groupOf,
    groups: groups.length,
  };
  return { plan, groups: groupCells };
}

/**
 * Counts right here, in this thread.
 * @param what "presence": only how many people there are in each cell
 * @throws TooFine as `planCube`
 */
export function countCube(
  columns: Columns,
  by: readonly Column[],
  groups: readonly (readonly Condition[])[],
  what: "everything" | "presence" = "everything",
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

const themeAt = (cube: Cube, code: string): number =>
  cube.columns.around.instrument.scoring.findIndex((one) => one.code === code);

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

const planned = new WeakMap<Columns, Map<string, PlannedTheme>>();

/** Tables that turn a packed number into what a theme needs of it; the same until the instrument changes. */
function plannedTheme(scale: ThemeScale, columns: Columns): PlannedTheme {
  const known = planned.get(columns) ?? new Map<string, PlannedTheme>();
  planned.set(columns, known);
  const made = known.get(scale.scored.code);
  if (made) return made;
  const steps = scale.high - scale.low;
  const parts = columns.bundles.flatMap((bundle, at) => {
    const here = bundle.columns.flatMap((column, place) => {
      const item = scale.columns.indexOf(column);
      return item < 0
        ? []
        : [{ place, item, reversed: column.item?.kind === "scale" && column.item.reverse }];
    });
    if (here.length === 0) return [];
    const codes = new Int32Array(bundle.size);
    const points = new Uint16Array(bundle.size);
    for (let packed = 0; packed < bundle.size; packed++) {
      here.forEach(({ place, reversed }, digit) => {
        const value = (Math.floor(packed / bundle.strides[place]!) % bundle.levels[place]!) - 3;
        if (value === -3) codes[packed]! += 1 << 20;
        if (value < 0) return;
        const up = reversed ? steps - value : value;
        codes[packed]! += (1 << 10) + up;
        points[packed]! += up * (steps + 1) ** digit;
      });
    }
    const combinations = (steps + 1) ** here.length;
    return [{ bundle: at, codes, points, combinations, places: here.map(({ item }) => item) }];
  });
  const theme = { items: scale.columns.length, steps, minValid: scale.scored.minValid, parts };
  known.set(scale.scored.code, theme);
  return theme;
}
