import { combinations } from "./combination.ts";
import type { CrossTable } from "./cross-table.ts";
import type { Line } from "./line-set.ts";

/** What may be seen of one measure over a table, as sums over its finest cells, and what follows from them. */
export class KnownSums {
  private readonly table: CrossTable;
  /** Cells that are not known by themselves. */
  private readonly unknown: ReadonlySet<number>;
  private readonly follow: ReturnType<typeof combinations>;

  /** @param isKnown whether the number of a cell of the table, total or not, may be seen */
  constructor(
    table: CrossTable,
    isKnown: (cell: number, choice: number[][]) => boolean,
    skippedIsGroup: boolean,
  ) {
    this.table = table;
    const sums = table.sums().map(({ cell, choice, parts }) => ({
      parts,
      known: isKnown(cell, choice),
      skipped: !skippedIsGroup && table.isSkipped(cell),
    }));
    // Where nothing else is hidden, those who skipped a question are what the groups leave of their totals.
    const whole = sums.every(({ known, skipped }) => known || skipped);
    const told: Line[] = sums.filter(({ known, skipped }) => known && !skipped).map(({ parts }) => parts);
    const each = new Set(told.flatMap((parts) => (parts.length === 1 ? parts : [])));
    this.unknown = new Set(whole ? [] : sums.flatMap(({ parts }) => parts).filter((cell) => !each.has(cell)));
    this.follow = combinations([...this.unknown], told);
  }

  /** Whether the sum with these factors, per cell of what was counted, follows. */
  follows(factors: ArrayLike<number>): boolean {
    const inTable = this.table.factors(factors);
    return this.follow((cell) => inTable[cell]!);
  }

  /**
   * Cells whose number follows, by itself or summed over the group it belongs to.
   * @param groups per cell of what was counted: its group's number from 1, or 0 for none, which does not matter here
   * @returns per cell of what was counted: 1 where it follows
   */
  tellable(groups: ArrayLike<number>): Uint8Array {
    const groupOf = this.table.factors(groups);
    const unknown = [...this.unknown].filter((cell) => groupOf[cell]! > 0);
    const open = new Set(unknown.map((cell) => groupOf[cell]!));
    for (const group of open)
      if (this.follow((cell) => (groupOf[cell] === group ? 1 : 0))) open.delete(group);
    const hidden = unknown.filter(
      (cell) => open.has(groupOf[cell]!) && !this.follow((other) => (other === cell ? 1 : 0)),
    );
    const within = Uint8Array.from(groupOf, (group) => (group > 0 ? 1 : 0));
    for (const cell of hidden) within[cell] = 0;
    return this.table.toCube(within);
  }
}
