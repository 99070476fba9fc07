import { type Column, gap } from "./column.ts";
import type { Line } from "./suppression.ts";

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
  /** For each row of the study its cell, or `nowhere` for excluded ones. */
  private readonly cellOf: Uint16Array;

  /** @throws TooFine when there are more combinations than can be looked at */
  constructor(columns: readonly Column[], length: number, excluded: Uint8Array) {
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
    this.cellOf = new Uint16Array(length);
    for (const [dimension, { values, categories }] of columns.entries()) {
      const { cellOf } = this;
      const stride = this.strides[dimension]!;
      const notAsked = categories.length;
      for (let row = 0; row < length; row++) {
        const value = values[row]!;
        const level = value >= 0 ? value : value === gap.notAsked ? notAsked : notAsked + 1;
        cellOf[row]! += level * stride;
      }
    }
    for (let row = 0; row < length; row++) if (excluded[row]) this.cellOf[row] = nowhere;
  }

  /** Counts rows per cell and fills in the totals. @param where 1 for the rows to count; all when absent */
  count(where?: ArrayLike<number>): Int32Array {
    const counts = new Int32Array(this.size);
    const { cellOf } = this;
    for (let row = 0; row < cellOf.length; row++)
      if (cellOf[row] !== nowhere && (where === undefined || where[row] === 1)) counts[cellOf[row]!]!++;
    return this.withTotals(counts);
  }

  /** Counts rows per cell that gave a valid answer, and for each category of the column those who chose it. */
  countBy({ values, categories, measure }: Column): { valid: Int32Array; planes: Int32Array[] } {
    const { cellOf, size } = this;
    const planes = new Int32Array(size * categories.length);
    const valid = new Int32Array(size);
    for (let row = 0; row < cellOf.length; row++) {
      const value = values[row]!;
      const cell = cellOf[row]!;
      if (value < 0 || cell === nowhere) continue;
      valid[cell]!++;
      if (measure !== "several") planes[value * size + cell]!++;
      else
        for (let option = 0; option < categories.length; option++)
          planes[option * size + cell]! += (value >> option) & 1;
    }
    return {
      valid: this.withTotals(valid),
      planes: categories.map((_, option) =>
        this.withTotals(planes.subarray(option * size, (option + 1) * size)),
      ),
    };
  }

  private withTotals(counts: Int32Array): Int32Array {
    for (const [dimension, stride] of this.strides.entries()) {
      const total = this.levels[dimension]! - 1;
      for (let cell = 0; cell < this.size; cell++) {
        const level = this.levelOf(cell, dimension);
        if (level < total) counts[cell + (total - level) * stride]! += counts[cell]!;
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

  /** Whether some variable stands at "skipped" in this cell. */
  isSkipped(cell: number): boolean {
    return this.columns.some(
      (_, dimension) => this.levelOf(cell, dimension) === this.skippedLevel(dimension),
    );
  }

  /** How many variables are not at their total. */
  private depth(cell: number): number {
    let depth = 0;
    for (let d = 0; d < this.strides.length; d++) if (this.levelOf(cell, d) !== this.totalLevel(d)) depth++;
    return depth;
  }

  private readonly known = new Map<string, { line: Line; total: number }[]>();
  /**
   * The sums a reader knows among cells that fix exactly `depth` variables: along one variable, all levels make the
   * total, and where it is told how many answered, the categories alone make that.
   */
  lines(depth: number, { skipped, answered }: Sums): { line: Line; total: number }[] {
    const key = `${depth} ${skipped} ${answered}`;
    const made = this.known.get(key);
    if (made) return made;
    const lines: { line: Line; total: number }[] = [];
    this.known.set(key, lines);
    for (let cell = 0; cell < this.size; cell++) {
      if (this.depth(cell) !== depth - 1 || (!skipped && this.isSkipped(cell))) continue;
      for (const [dimension, stride] of this.strides.entries()) {
        const total = this.totalLevel(dimension);
        if (this.levelOf(cell, dimension) !== total) continue;
        const along = Array.from({ length: total }, (_, level) => cell - (total - level) * stride);
        lines.push({ line: skipped ? along : along.slice(0, -1), total: cell });
        if (answered) lines.push({ line: along.slice(0, -2), total: cell });
      }
    }
    return lines;
  }
}

/** Three of the 1+X survey's largest variables together stay far below; closing more would block the server. */
const mostCells = 20_000;
const nowhere = 65_535;

export class TooFine extends Error {}

export interface Sums {
  /** Those who left the question open are a group like others; else they are nobody's neighbour. */
  skipped: boolean;
  /** It is told how many answered the question. */
  answered: boolean;
}
