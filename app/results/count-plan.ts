/**
 * What to count in one pass over the rows, as plain numbers and typed arrays: a thread beside the server can do it with
 * shared memory and nothing else. Everywhere a level is a column's value plus three, so that the three gaps come first.
 */
export interface CountPlan {
  /** Variables whose combinations are the cells; no variables make one cell. */
  by: readonly PlannedVariable[];
  /** 1 for rows that are not counted at all. */
  excluded: Uint8Array;
  /** Columns packed together: one number per row. */
  bundles: readonly PlannedBundle[];
  /** Columns counted by themselves. */
  singles: readonly PlannedVariable[];
  themes: readonly PlannedTheme[];
  /** For each cell the group it belongs to, from 1; 0 for none. Theme scores are tallied by group. */
  groupOf: Uint16Array;
  groups: number;
  /**
   * What is counted of complete cases for each group. "headline": what alpha needs. "whole": products of items too, for
   * everything else about reliability; too much for hundreds of groups, and half of the time a view takes.
   */
  reliability: "none" | "headline" | "whole";
  /** Whether each two themes' scores are counted together. */
  pairs: boolean;
}

export interface PlannedVariable {
  values: Int8Array | Int16Array | Int32Array | Uint16Array;
  levels: number;
  /** Where the values are packed: packed number -> level. */
  levelOf?: Uint16Array;
  /** Counted option by option: values are bit masks of options (`isWide`). */
  wide?: boolean;
}

export interface PlannedBundle {
  values: Uint16Array;
  size: number;
  /** Of each packed column: how many levels it has, and packed number -> level. */
  levels: readonly number[];
  levelOf: readonly Uint16Array[];
}

export interface PlannedTheme {
  /** Number of items, of steps between lowest and highest point, and of items needed for a score. */
  items: number;
  steps: number;
  minValid: number;
  /** One step is this many units for whoever answered a single item; divisible by every number of answers that scores. */
  unit: number;
  parts: readonly {
    /** Index into `bundles`. */
    bundle: number;
    /** Packed number -> not asked × 2²⁰ + valid × 2¹⁰ + steps above the lowest point, of this theme's items in it. */
    codes: Int32Array;
    /** Packed number -> which combination of points; anything where one of them is missing. */
    points: Uint16Array;
    /** How many combinations there are: (steps + 1) to the number of items here. */
    combinations: number;
    /** Place of each item of this part in the theme, first digit first. */
    places: readonly number[];
    /** Of the same items: which column of the bundle, and whether it counts backwards. */
    columns: readonly { within: number; reversed: boolean }[];
  }[];
}

/** Whole-number counts, which can be added up over ranges of rows. */
export interface Counts {
  /** Rows per cell. */
  everyone: Int32Array;
  /** By bundle and its columns, then by single: rows per cell and level, cell by cell. */
  packed: Int32Array[][];
  singles: Int32Array[];
  themes: {
    /** Rows per cell with enough valid items for a score; their scores and squared scores summed up, in units. */
    scored: Int32Array;
    sums: Float64Array;
    squares: Float64Array;
    /** Rows per cell in which every item is valid. */
    complete: Int32Array;
    groups: ThemeCounts[];
  }[];
  /** Of each two themes, the later one's with the earlier ones in their order; none unless the plan says so. */
  pairs: PairCounts[];
}

/** Of two themes, per cell and over those who have both scores: how many, and sums in each theme's units. */
export interface PairCounts {
  both: Int32Array;
  /** Sums of a, b, a², b² and ab. */
  a: Float64Array;
  b: Float64Array;
  aa: Float64Array;
  bb: Float64Array;
  ab: Float64Array;
}

export const moments = ["sums", "squares", "products", "straight"] as const;
export const pairSums = ["a", "b", "aa", "bb", "ab"] as const;

export interface ThemeCounts {
  /** Asked at least one item. */
  asked: number;
  /** people[valid × (items × steps + 1) + sum]: with this many valid items and this sum of steps. */
  people: Int32Array;
  /** Of complete cases; what is not planned is empty. Sums of steps per item, and of their squares ("headline"). */
  sums: Float64Array;
  squares: Float64Array;
  /** Sums of products per pair of items (items × items, lower half), where all of reliability is planned. */
  products: Float64Array;
  /** Sum and sum of squares of the steps of all items that are not reversed, where some are ("headline"). */
  straight: Float64Array;
}

export const cellsOf = (plan: Pick<CountPlan, "by">): number =>
  plan.by.reduce((cells, { levels }) => cells * levels, 1);
