import { firstOption, isWide, levelsOf } from "./bundle.ts";
import type { Column } from "./column.ts";
import { TooFine } from "./cube.ts";
import type { Axis } from "./leeway.ts";
import { type Line, LineSet } from "./line-set.ts";

/**
 * Every combination of the categories of a few variables, with totals: one cell per choice of a level for each.
 * Levels of a variable: its categories, then "not asked", then "skipped", then the total over all of these.
 */
export class CrossTable {
  readonly columns: readonly Column[];
  /** Levels per variable, total included. */
  private readonly levels: number[];
  private readonly strides: number[];
  readonly size: number;
  /** The cell of this table that each combination of the cube's levels belongs to. */
  private readonly placeOf: Int32Array;

  /** @throws TooFine when there are more combinations than can be looked at */
  constructor(columns: readonly Column[]) {
    this.columns = columns;
    this.levels = columns.map(({ categories }) => categories.length + 3);
    this.strides = [];
    let size = 1;
    for (const count of this.levels) {
      this.strides.push(size);
      size *= count;
    }
    if (size > mostCells) throw new TooFine(`${size} combinations are too many to protect`);
    this.size = size;
    // The cube keeps the three gaps apart and first; here "not asked" and "skipped" follow the categories.
    this.placeOf = new Int32Array(size);
    for (const [dimension, { categories }] of columns.entries()) {
      const stride = this.strides[dimension]!;
      const notAsked = categories.length;
      const ofLevel = (level: number) => (level >= 3 ? level - 3 : level === 0 ? notAsked : notAsked + 1);
      for (let cell = 0; cell < size; cell++)
        this.placeOf[cell]! += ofLevel(Math.floor(cell / stride) % this.levels[dimension]!) * stride;
    }
  }

  /** Whether this is the table of these variables as they are now: doors and days may get new categories. */
  isOf = (columns: readonly Column[]): boolean =>
    columns.length === this.columns.length &&
    columns.every(
      (column, at) => column === this.columns[at] && column.categories.length + 3 === this.levels[at],
    );

  /** Counts per cell of a cube over the same variables, with all totals. */
  count(ofCube: ArrayLike<number>): Int32Array {
    const counts = new Int32Array(this.size);
    for (let cell = 0; cell < this.size; cell++) counts[this.placeOf[cell]!]! += ofCube[cell]!;
    return this.withTotals(counts);
  }

  /** Per cell those who gave a valid answer, and for each category of the column those who chose it. */
  countBy(column: Column, ofCube: ArrayLike<number>): { valid: Int32Array; planes: Int32Array[] } {
    const levels = levelsOf(column);
    const several = column.measure === "several";
    const valid = new Int32Array(this.size);
    const planes = column.categories.map(() => new Int32Array(this.size));
    const wide = isWide(column);
    for (let cell = 0; cell < this.size; cell++) {
      const place = this.placeOf[cell]!;
      if (wide) {
        valid[place]! += ofCube[cell * levels + firstOption - 1]!;
        planes.forEach((plane, option) => {
          plane[place]! += ofCube[cell * levels + firstOption + option]!;
        });
        continue;
      }
      for (let level = 3; level < levels; level++) {
        const people = ofCube[cell * levels + level]!;
        if (people === 0) continue;
        valid[place]! += people;
        if (!several) planes[level - 3]![place]! += people;
        else
          planes.forEach((plane, option) => {
            if (((level - 3) >> option) & 1) plane[place]! += people;
          });
      }
    }
    return { valid: this.withTotals(valid), planes: planes.map((plane) => this.withTotals(plane)) };
  }

  private withTotals(counts: Int32Array): Int32Array {
    for (const [dimension, stride] of this.strides.entries()) {
      const total = this.levels[dimension]! - 1;
      const block = stride * (total + 1);
      for (let start = 0; start < this.size; start += block) {
        const sums = start + total * stride;
        for (let cell = start; cell < sums; cell += stride)
          for (let at = 0; at < stride; at++) counts[sums + at]! += counts[cell + at]!;
      }
    }
    return counts;
  }

  private levelOf(cell: number, dimension: number): number {
    return Math.floor(cell / this.strides[dimension]!) % this.levels[dimension]!;
  }

  totalLevel = (dimension: number): number => this.levels[dimension]! - 1;
  skippedLevel = (dimension: number): number => this.levels[dimension]! - 2;

  /** Cells of one level per variable, for every combination of the levels given. */
  cells(choice: readonly (readonly number[])[]): number[] {
    let cells = [0];
    for (const [dimension, levels] of choice.entries()) {
      const stride = this.strides[dimension]!;
      cells = cells.flatMap((cell) => levels.map((level) => cell + level * stride));
    }
    return cells;
  }

  /**
   * Whether some variable stands at "skipped" in this cell: those are nobody's group where a background question was left
   * open. "Not applicable" to a statement is an answer like any other, so by statements there is no such cell.
   */
  isSkipped(cell: number): boolean {
    return this.columns.some(
      (column, dimension) =>
        !isStatement(column) && this.levelOf(cell, dimension) === this.skippedLevel(dimension),
    );
  }

  /** Factors per cell of the cube as factors per cell of this table; totals have none. */
  factors(ofCube: ArrayLike<number>): Float64Array {
    const factors = new Float64Array(this.size);
    this.placeOf.forEach((place, cell) => {
      factors[place] = ofCube[cell]!;
    });
    return factors;
  }

  /** The other way round: what the cells of this table have, per cell of the cube. */
  toCube = (values: ArrayLike<number>): Uint8Array =>
    Uint8Array.from(this.placeOf, (place) => values[place]!);

  /** Every cell with its level per variable, and the cells of the finest kind, without any total, that it is the sum of. */
  sums(): { cell: number; choice: number[][]; parts: number[] }[] {
    return Array.from({ length: this.size }, (_, cell) => {
      const choice = this.levels.map((_, dimension) => [this.levelOf(cell, dimension)]);
      const each = choice.map(([level], dimension) => {
        const total = this.totalLevel(dimension);
        return level === total ? Array.from({ length: total }, (_, one) => one) : [level!];
      });
      return { cell, choice, parts: this.cells(each) };
    });
  }

  /** How many variables are not at their total. */
  private depth(cell: number): number {
    let depth = 0;
    for (let d = 0; d < this.strides.length; d++) if (this.levelOf(cell, d) !== this.totalLevel(d)) depth++;
    return depth;
  }

  private readonly known = new Map<string, LineSet>();
  /**
   * The sums a reader knows among cells that fix exactly `depth` variables: along one variable, all levels make the
   * total, and where it is told how many answered, the categories alone make that.
   */
  lines(depth: number, { skipped, answered }: Sums): LineSet {
    const key = `${depth} ${skipped} ${answered}`;
    const made = this.known.get(key);
    if (made) return made;
    const lines: Line[] = [];
    const totals: number[] = [];
    for (const cell of this.cellsOf(depth - 1)) {
      if (!skipped && this.isSkipped(cell)) continue;
      for (const [dimension, stride] of this.strides.entries()) {
        const total = this.totalLevel(dimension);
        if (this.levelOf(cell, dimension) !== total) continue;
        const along = Array.from({ length: total }, (_, level) => cell - (total - level) * stride);
        const whole = skipped || isStatement(this.columns[dimension]!);
        lines.push(whole ? along : along.slice(0, -1));
        totals.push(cell);
        if (!answered) continue;
        lines.push(along.slice(0, -2));
        totals.push(cell);
      }
    }
    const set = new LineSet(lines, this.size, totals);
    this.known.set(key, set);
    return set;
  }

  private byDepth: number[][] | undefined;
  /** Cells that fix exactly so many variables. */
  cellsOf(depth: number): readonly number[] {
    if (!this.byDepth) {
      this.byDepth = Array.from({ length: this.columns.length + 1 }, () => []);
      for (let cell = 0; cell < this.size; cell++) this.byDepth[this.depth(cell)]!.push(cell);
    }
    return this.byDepth[depth]!;
  }

  private readonly axesOf = new Map<number, Axis[]>();
  /** Along each variable that a cell fixes, the levels that lie in the same visible sums as its own. */
  axes(cell: number, { skipped, answered }: Sums): readonly Axis[] {
    const key = cell * 4 + (skipped ? 2 : 0) + (answered ? 1 : 0);
    const made = this.axesOf.get(key);
    if (made) return made;
    const axes = this.strides.flatMap((stride, dimension) => {
      const level = this.levelOf(cell, dimension);
      const total = this.totalLevel(dimension);
      if (level === total) return [];
      const whole = skipped || isStatement(this.columns[dimension]!);
      // Where it is told how many answered, only answers can stand for each other.
      const last = answered ? total - 2 : whole ? total : total - 1;
      const partners =
        level < last ? Array.from({ length: last }, (_, one) => one).filter((one) => one !== level) : [];
      return [{ stride, level, partners }];
    });
    this.axesOf.set(key, axes);
    return axes;
  }
}

/** Asked of opinion: nobody outside knows who said what. */
const isStatement = (column: Column): boolean => column.source === "item" && !column.group;

/** Three of the 1+X survey's largest variables together stay far below; closing more would block the server. */
const mostCells = 20_000;

export interface Sums {
  /** Those who left the question open are a group like others; else they are nobody's neighbour. */
  skipped: boolean;
  /** It is told how many answered the question. */
  answered: boolean;
}
