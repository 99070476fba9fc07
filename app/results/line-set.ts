/** Cells whose sum is visible: none of them may be worked out from the others when it is hidden. */
export type Line = readonly number[];

/** Lines over the cells of one table, and for each cell those it lies on. Made once, for every count over that table. */
export class LineSet {
  readonly lines: readonly Line[];
  /** Of each line the cell that holds its sum; none for a table whose totals are no cells. */
  readonly totals: readonly number[];
  private readonly starts: Int32Array;
  private readonly through: Int32Array;

  constructor(lines: readonly Line[], size: number, totals: readonly number[] = []) {
    this.lines = lines;
    this.totals = totals;
    this.starts = new Int32Array(size + 1);
    for (const line of lines) for (const cell of line) this.starts[cell + 1]! += 1;
    for (let cell = 0; cell < size; cell++) this.starts[cell + 1]! += this.starts[cell]!;
    this.through = new Int32Array(this.starts[size]!);
    const filled = this.starts.slice();
    for (const [at, line] of lines.entries())
      for (const cell of line) {
        this.through[filled[cell]!] = at;
        filled[cell]! += 1;
      }
  }

  /** Calls with each line that a cell lies on, in their order. */
  eachThrough(cell: number, visit: (line: number) => void): void {
    for (let at = this.starts[cell]!; at < this.starts[cell + 1]!; at++) visit(this.through[at]!);
  }
}
