import { determinedCells } from "./determined.ts";

/** Cells whose sum is visible: none of them may be worked out from the others when it is hidden. */
export type Line = readonly number[];

export interface Closing {
  counts: ArrayLike<number>;
  /** 1 where a cell is hidden; grows in place. */
  hidden: Uint8Array;
  lines: readonly Line[];
  k: number;
  /** Further reasons why the hidden cells of a line may not be known together. */
  unsafeTogether?: (cells: number[]) => boolean;
}

/**
 * Complementary suppression: in every line, hidden cells must be at least two and hold at least k people together,
 * else the visible total gives them away; the next smallest cell is hidden too, over all lines again and again until
 * nothing changes. Zero stays visible unless only zeros are left to hide behind.
 * As in Hundepool et al. (2012), Statistical Disclosure Control, ch. 4, with the smallest-cell heuristic.
 */
export function closeLines({ counts, hidden, lines, k, unsafeTogether }: Closing): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) if (closeLine(line)) changed = true;
    if (!changed) changed = closeGivenAway();
  }

  /** What lines say together. Lines that share no cell say nothing more than each alone. */
  function closeGivenAway(): boolean {
    const crossing = lines.filter((line) => line.some((cell) => hidden[cell] === 1));
    if (crossing.length < 2) return false;
    const few = (cell: number) => (counts[cell]! > 0 && counts[cell]! < k) || unsafeTogether?.([cell]);
    let changed = false;
    // Elimination is cubic; a table with this many hidden cells is better hidden as a whole.
    const tooMany = new Set(crossing.flat().filter((cell) => hidden[cell] === 1)).size > mostHidden;
    const told = tooMany ? crossing.flat() : determinedCells(hidden, crossing).filter(few);
    for (const cell of told) {
      const beside = tooMany ? [cell] : crossing.filter((line) => line.includes(cell)).flat();
      const open = beside.filter((one) => hidden[one] === 0);
      if (open.length === 0) continue;
      const filled = open.filter((one) => counts[one]! > 0);
      const from = filled.length > 0 ? filled : open;
      hidden[from.reduce((least, one) => (counts[one]! < counts[least]! ? one : least))] = 1;
      changed = true;
    }
    return changed;
  }

  function closeLine(line: Line): boolean {
    let changed = false;
    for (;;) {
      const people = line.filter((cell) => hidden[cell] === 1 && counts[cell]! > 0);
      if (people.length === 0) return changed;
      const together = people.reduce((sum, cell) => sum + counts[cell]!, 0);
      if (people.length >= 2 && together >= k && !unsafeTogether?.(people)) return changed;
      const open = line.filter((cell) => hidden[cell] === 0);
      if (open.length === 0) return changed;
      changed = true;
      const filled = open.filter((cell) => counts[cell]! > 0);
      if (filled.length === 0) {
        for (const cell of open) hidden[cell] = 1;
        return changed;
      }
      hidden[filled.reduce((least, cell) => (counts[cell]! < counts[least]! ? cell : least))] = 1;
    }
  }
}

const mostHidden = 300;

/**
 * One line of counts with a visible total: what of it may be published, null for hidden.
 * @param k fewest people in a published cell, and in all hidden cells together
 */
export function suppress(counts: readonly number[], k: number): (number | null)[] {
  const hidden = primary(counts, k);
  closeLines({ counts, hidden, lines: [counts.map((_, cell) => cell)], k });
  return counts.map((count, cell) => (hidden[cell] ? null : count));
}

/**
 * A table of counts whose row and column totals are visible, null for hidden.
 * @throws RangeError when rows differ in length
 */
export function suppressTable(rows: readonly (readonly number[])[], k: number): (number | null)[][] {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new RangeError("the rows of a table are equally long");
  const counts = rows.flat();
  const hidden = primary(counts, k);
  const lines = [
    ...rows.map((row, y) => row.map((_, x) => y * width + x)),
    ...Array.from({ length: width }, (_, x) => rows.map((_, y) => y * width + x)),
  ];
  closeLines({ counts, hidden, lines, k });
  return rows.map((row, y) => row.map((count, x) => (hidden[y * width + x] ? null : count)));
}

const primary = (counts: readonly number[], k: number): Uint8Array =>
  Uint8Array.from(counts, (count) => (count > 0 && count < k ? 1 : 0));
