/** The linear combinations of some vectors: all that can be worked out by adding and subtracting what is known. */
export class Span {
  private readonly rows: number[][] = [];

  /** Subtracts known vectors until nothing more can be taken away. */
  private reduce(vector: readonly number[]): number[] {
    const rest = [...vector];
    for (const row of this.rows) {
      const lead = row.findIndex((value) => value !== 0);
      const factor = rest[lead]!;
      if (factor === 0) continue;
      for (const [at, value] of row.entries()) {
        rest[at]! -= factor * value;
        if (Math.abs(rest[at]!) < 1e-9) rest[at] = 0;
      }
    }
    return rest;
  }

  add(vector: readonly number[]): void {
    const rest = this.reduce(vector);
    const lead = rest.findIndex((value) => value !== 0);
    if (lead < 0) return;
    const row = rest.map((value) => value / rest[lead]!);
    for (const known of this.rows) {
      const factor = known[lead]!;
      if (factor !== 0) for (const [at, value] of row.entries()) known[at]! -= factor * value;
    }
    this.rows.push(row);
  }

  has = (vector: readonly number[]): boolean => this.reduce(vector).every((value) => value === 0);
}
