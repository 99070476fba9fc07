import type { Columns } from "./columns.ts";

/** A part this uniform is a line, not a fingerprint: at least so many answers must differ from its most common one. */
const fewestOthers = 4;

/**
 * Marks responses that nearly repeat another one: equal, gap for gap, in at least three of four quarters of the
 * agreement items, where these three hold at least `fewest` answers that are not a straight line. Leaving out each
 * quarter in turn and looking the rest up by its hash finds every such pair in one pass over the rows; whoever changed
 * a few items in one quarter is still found, whoever changed one item in each of two is not.
 *
 * Two different parts are taken for one when their 64-bit hashes agree: less than one pair in a million studies of a
 * million responses. Honest people who happen to answer alike are the greater error (docs/decisions/careless-answers.md).
 *
 * @returns 1 or 0 for every row there is, excluded ones too: excluding a copy does not clear its twin
 */
export function nearDuplicates(columns: Columns, fewest: number): Uint8Array {
  const items = columns.items.filter((column) => column.scale?.kind === "agreement");
  const values = items.map((column) => column.values);
  const quarterOf = items.map((_, at) => Math.floor((at * 4) / items.length));
  const points = Math.max(0, ...items.map((column) => column.categories.length));
  const marked = new Uint8Array(columns.length);
  const seen = new PartTable(columns.length * 4);
  // counts[quarter * points + point], hashes and answers by quarter: of the row being read.
  const counts = new Uint8Array(4 * points);
  const high = new Uint32Array(4);
  const low = new Uint32Array(4);
  const answered = new Uint8Array(4);
  for (let row = 0; row < columns.length; row++) {
    counts.fill(0);
    answered.fill(0);
    high.fill(0x811c9dc5);
    low.fill(0x9e3779b9);
    for (let at = 0; at < values.length; at++) {
      const value = values[at]![row]!;
      const quarter = quarterOf[at]!;
      high[quarter] = mixed(high[quarter]!, value + 4, 0x01000193);
      low[quarter] = mixed(low[quarter]!, value + 4, 0x85ebca6b);
      if (value < 0) continue;
      counts[quarter * points + value]!++;
      answered[quarter]!++;
    }
    for (let left = 0; left < 4; left++) {
      let n = 0;
      for (let quarter = 0; quarter < 4; quarter++) if (quarter !== left) n += answered[quarter]!;
      if (n < fewest || n - mostCommon(counts, points, left) < fewestOthers) continue;
      let a = left + 1;
      let b = left + 1;
      for (let quarter = 0; quarter < 4; quarter++) {
        if (quarter === left) continue;
        a = mixed(a, high[quarter]!, 0xc2b2ae35);
        b = mixed(b, low[quarter]!, 0x27d4eb2f);
      }
      const other = seen.add(row, a, b);
      if (other >= 0) marked[row] = marked[other] = 1;
    }
  }
  return marked;
}

/** One step of a multiplicative hash with the upper bits folded back in; unsigned. */
function mixed(hash: number, value: number, by: number): number {
  const next = Math.imul(hash ^ value, by);
  return (next ^ (next >>> 15)) >>> 0;
}

/** How many of the three quarters' answers are the most common one. */
function mostCommon(counts: Uint8Array, points: number, left: number): number {
  let most = 0;
  for (let point = 0; point < points; point++) {
    let n = 0;
    for (let quarter = 0; quarter < 4; quarter++)
      if (quarter !== left) n += counts[quarter * points + point]!;
    if (n > most) most = n;
  }
  return most;
}

/** Remembers for each 64-bit hash the first row that had it: open addressing, at most two thirds full. */
class PartTable {
  private readonly mask: number;
  /** Row + 1; 0 is free. */
  private readonly rows: Int32Array;
  private readonly high: Uint32Array;
  private readonly low: Uint32Array;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, most * 1.5)));
    this.mask = size - 1;
    this.rows = new Int32Array(size);
    this.high = new Uint32Array(size);
    this.low = new Uint32Array(size);
  }

  /** @returns the row that had this hash before, or -1 */
  add(row: number, high: number, low: number): number {
    for (let slot = (high ^ (low >>> 7)) & this.mask; ; slot = (slot + 1) & this.mask) {
      const known = this.rows[slot]!;
      if (known === 0) {
        this.rows[slot] = row + 1;
        this.high[slot] = high;
        this.low[slot] = low;
        return -1;
      }
      if (this.high[slot] === high && this.low[slot] === low) return known - 1;
    }
  }
}
