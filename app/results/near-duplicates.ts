import type { Columns } from "./columns.ts";

/** A part this uniform is a line, not a fingerprint: at least so many answers must differ from its most common one. */
const fewestOthers = 4;

/** What is compared, as plain numbers and shared memory: a thread beside the server can do it. */
export interface Comparing {
  rows: number;
  /** The agreement items in their order: where their values are packed, packed number -> level. */
  items: { values: Uint16Array; levelOf: Uint16Array }[];
  /** How many points the longest scale has. */
  points: number;
  /** Answered items that a near-duplicate needs. */
  fewest: number;
}

export function comparing(columns: Columns, fewest: number): Comparing {
  const items = columns.items.filter((column) => column.scale?.kind === "agreement");
  return {
    rows: columns.length,
    items: items.map(({ packed }) => ({ values: packed!.bundle.values, levelOf: packed!.levelOf })),
    points: Math.max(0, ...items.map((column) => column.categories.length)),
    fewest,
  };
}

/**
 * Marks responses that nearly repeat another one: equal, gap for gap, in at least three of four quarters of the
 * agreement items, where these three hold at least `fewest` answers that are not a straight line. Leaving out each
 * quarter in turn and looking the rest up by its hash finds every such pair in four passes over the rows; whoever changed
 * a few items in one quarter is still found, whoever changed one item in each of two is not.
 *
 * Two different parts are taken for one when their 64-bit hashes agree: less than one pair in a million studies of a
 * million responses. Honest people who happen to answer alike are the greater error (docs/decisions/careless-answers.md).
 * Takes about 1 µs per row, and 18 to 36 bytes per row while it goes on.
 *
 * @returns 1 or 0 for every row there is, excluded ones too: excluding a copy does not clear its twin
 */
export function nearDuplicates({ rows, items, points, fewest }: Comparing): Uint8Array {
  const marked = new Uint8Array(rows);
  const seen = new PartTable(rows);
  const quarters = [0, 1, 2, 3].map((quarter) =>
    items.filter((_, at) => Math.floor((at * 4) / items.length) === quarter),
  );
  const counts = new Uint8Array(points);
  for (let left = 0; left < 4; left++) {
    seen.clear();
    const rest = quarters.filter((_, quarter) => quarter !== left).flat();
    for (let row = 0; row < rows; row++) {
      counts.fill(0);
      let answered = 0;
      let high = 0x811c9dc5;
      let low = 0x9e3779b9;
      for (let at = 0; at < rest.length; at++) {
        const { values, levelOf } = rest[at]!;
        const level = levelOf[values[row]!]!;
        high = mixed(high, level + 1, 0x01000193);
        low = mixed(low, level + 1, 0x85ebca6b);
        if (level < 3) continue;
        counts[level - 3]!++;
        answered++;
      }
      if (answered < fewest || answered - mostIn(counts) < fewestOthers) continue;
      const other = seen.add(row, mixed(high, answered, 0xc2b2ae35), mixed(low, answered, 0x27d4eb2f));
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

function mostIn(counts: Uint8Array): number {
  let most = 0;
  for (let point = 0; point < counts.length; point++) if (counts[point]! > most) most = counts[point]!;
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

  clear(): void {
    this.rows.fill(0);
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
