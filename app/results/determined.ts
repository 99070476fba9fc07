import type { Line } from "./line-set.ts";

/**
 * Hidden cells that follow from the lines' totals all the same. Two hidden cells in every line are not always enough:
 * where hidden cells form a chain between two loops, its middle can be worked out. Gauss-Jordan elimination over "the
 * hidden cells of this line sum to what is known"; a reduced row that is left with one cell gives it away.
 *
 * @param lines lines whose totals are visible
 */
export function determinedCells(hidden: Uint8Array, lines: readonly Line[]): number[] {
  const sums = lines
    .map((line) => line.filter((cell) => hidden[cell] === 1))
    .filter((cells) => cells.length > 0);
  // Elimination is cubic: sums that share no cell, however indirectly, are solved apart.
  return connected(sums).flatMap(solved);
}

/** Sums in groups that have no cell in common. */
function connected(sums: readonly number[][]): number[][][] {
  const leaders = sums.map((_, at) => at);
  const leaderOf = (at: number): number => {
    let one = at;
    while (leaders[one] !== one) {
      leaders[one] = leaders[leaders[one]!]!;
      one = leaders[one]!;
    }
    return one;
  };
  const first = new Map<number, number>();
  sums.forEach((cells, at) => {
    for (const cell of cells) {
      const other = first.get(cell);
      if (other === undefined) first.set(cell, at);
      else leaders[leaderOf(at)] = leaderOf(other);
    }
  });
  const groups = new Map<number, number[][]>();
  sums.forEach((cells, at) => {
    const leader = leaderOf(at);
    groups.set(leader, [...(groups.get(leader) ?? []), cells]);
  });
  return [...groups.values()];
}

function solved(sums: readonly number[][]): number[] {
  const cells = [...new Set(sums.flat())];
  // One sum of two or more cells tells none of them.
  if (sums.length === 1) return cells.length === 1 ? cells : [];
  const place = new Map(cells.map((cell, at) => [cell, at]));
  const reduced: { lead: number; row: Float64Array }[] = [];
  for (const sum of sums) {
    const row = new Float64Array(cells.length);
    for (const cell of sum) row[place.get(cell)!] = 1;
    for (const known of reduced) subtract(row, known.row, row[known.lead]!);
    const lead = row.findIndex((value) => value !== 0);
    if (lead < 0) continue;
    const first = row[lead]!;
    for (let at = 0; at < row.length; at++) row[at]! /= first;
    for (const known of reduced) subtract(known.row, row, known.row[lead]!);
    reduced.push({ lead, row });
  }
  return reduced.flatMap(({ lead, row }) =>
    row.every((value, at) => at === lead || value === 0) ? [cells[lead]!] : [],
  );
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < from.length; at++) {
    const value = from[at]! - factor * row[at]!;
    from[at] = Math.abs(value) < 1e-9 ? 0 : value;
  }
}
