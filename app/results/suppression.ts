import { determinedCells } from "./determined.ts";
import { type Line, LineSet } from "./line-set.ts";

export interface Closing {
  counts: ArrayLike<number>;
  /** 1 where a cell is hidden; grows in place. */
  hidden: Uint8Array;
  lines: LineSet;
  /** 1 for lines whose sum is visible; all of them where it is left out. */
  visible?: Uint8Array;
  k: number;
  /** Further reasons why the hidden cells of a line may not be known together. */
  unsafeTogether?: (cells: readonly number[]) => boolean;
}

/**
 * Complementary suppression: in every line, hidden cells must be at least two and hold at least k people together,
 * else the visible total gives them away; the next smallest cell is hidden too, over all lines again and again until
 * nothing changes. Zero stays visible unless only zeros are left to hide behind.
 * As in Hundepool et al. (2012), Statistical Disclosure Control, ch. 4, with the smallest-cell heuristic.
 */
export function closeLines(closing: Closing): void {
  do settleLines(closing);
  while (closeGivenAway(closing));
}

/**
 * The same line by line, without what lines that cross say together.
 * @param from cells that were hidden since the lines were last settled; every hidden cell where it is left out
 */
export function settleLines(
  { counts, hidden, lines: set, visible, k, unsafeTogether }: Closing,
  from?: readonly number[],
): void {
  // Only a line with a newly hidden cell can have to change. Lines are looked at in their order, round after round.
  const waiting = new Uint8Array(set.lines.length);
  let left = 0;
  const people: number[] = [];
  const touch = (cell: number) =>
    set.eachThrough(cell, (line) => {
      if (waiting[line] || (visible && !visible[line])) return;
      waiting[line] = 1;
      left++;
    });
  if (from) for (const cell of from) touch(cell);
  else for (let cell = 0; cell < hidden.length; cell++) if (hidden[cell]) touch(cell);
  while (left > 0)
    for (let at = 0; at < waiting.length && left > 0; at++) {
      if (!waiting[at]) continue;
      settle(set.lines[at]!);
      // Cells hidden here touched this very line as well.
      if (waiting[at]) {
        waiting[at] = 0;
        left--;
      }
    }

  function settle(line: Line): void {
    for (;;) {
      people.length = 0;
      let together = 0;
      for (const cell of line)
        if (hidden[cell] === 1 && counts[cell]! > 0) {
          people.push(cell);
          together += counts[cell]!;
        }
      if (people.length === 0) return;
      if (people.length >= 2 && together >= k && !unsafeTogether?.(people)) return;
      let smallest = -1;
      for (const cell of line)
        if (hidden[cell] === 0 && counts[cell]! > 0 && (smallest < 0 || counts[cell]! < counts[smallest]!))
          smallest = cell;
      if (smallest >= 0) {
        hidden[smallest] = 1;
        touch(smallest);
        continue;
      }
      for (const cell of line)
        if (hidden[cell] === 0) {
          hidden[cell] = 1;
          touch(cell);
        }
      return;
    }
  }
}

/** What lines say together. Lines that share no cell say nothing more than each alone. */
function closeGivenAway({ counts, hidden, lines: set, visible, k, unsafeTogether }: Closing): boolean {
  const crossing = set.lines.filter(
    (line, at) => (!visible || visible[at]) && line.some((cell) => hidden[cell] === 1),
  );
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

const mostHidden = 300;

/**
 * One line of counts with a visible total: what of it may be published, null for hidden.
 * @param k fewest people in a published cell, and in all hidden cells together
 */
export function suppress(counts: readonly number[], k: number): (number | null)[] {
  const hidden = primary(counts, k);
  closeLines({ counts, hidden, lines: new LineSet([counts.map((_, cell) => cell)], counts.length), k });
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
  closeLines({ counts, hidden, lines: new LineSet(lines, counts.length), k });
  return rows.map((row, y) => row.map((count, x) => (hidden[y * width + x] ? null : count)));
}

const primary = (counts: readonly number[], k: number): Uint8Array =>
  Uint8Array.from(counts, (count) => (count > 0 && count < k ? 1 : 0));
