/**
 * Under this many answers, nothing of a class is told while they come in, even where a study lets its staff see smaller
 * groups in the results: a page that follows every single answer tells more than a table looked at once.
 */
const leastStep = 10;

/** The k of everything that counts answers as they come in. @param staffK fewest people behind anything staff see */
export const stepFor = (staffK: number): number => Math.max(staffK, leastStep);

/** One cell of a line of counts whose sum everybody sees. */
export interface SteppedCell {
  n: number;
  /** Whether few people in it could be recognised; an open link, through which anybody may come, needs no such care. */
  guarded: boolean;
  /** People who could be in it at all, where that is known: fewer than k are never shown, however many answers come. */
  expected?: number | null;
}

/**
 * Which cells of a line may be shown while answers come in one by one and somebody looks before and after each.
 *
 * A guarded cell shows nothing until it holds k, then its number: it moves in one step, from "held back" to k. Zero is
 * held back as well, for its end would be the arrival of the first. While any cell is held back, so are the first two
 * of the line, whatever they hold, and the next ones until the hidden cells hold k together: the visible sum must not
 * give one of them away.
 *
 * The order is fixed beforehand and knows nothing of the counts. The usual choice, the next smallest cell
 * (results/suppression.ts), is right for a table printed once; here it would change from answer to answer, and who had
 * noted a number before it was hidden would subtract it. The first two, hidden until all are large enough, can always
 * be exchanged for one another, so no number of looks tells them, or a small cell beside them, apart.
 *
 * @param cells in the order in which they are hidden to protect others
 * @returns for each cell whether its number may be shown
 */
export function shownCells(cells: readonly SteppedCell[], k: number): boolean[] {
  const small = ({ n, guarded, expected }: SteppedCell) =>
    guarded && (n < k || (typeof expected === "number" && expected < k));
  const hidden = cells.map(small);
  if (!hidden.includes(true)) return cells.map(() => true);
  const together = () => cells.reduce((sum, cell, at) => sum + (hidden[at] ? cell.n : 0), 0);
  for (let at = 0; at < cells.length && (at < 2 || together() < k); at++) hidden[at] = true;
  return hidden.map((one) => !one);
}
