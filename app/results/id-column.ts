import { longer } from "./room.ts";

/** Ids as plain arrays. */
export interface IdBlock {
  words: Uint32Array;
  others: ReadonlyMap<number, string>;
}

/**
 * The ids of rows, sixteen bytes each: those of responses are 128-bit numbers in hexadecimal, and as strings the ids of a
 * census alone would fill the memory. There is no index from id to row; looking for some is one pass over all, which is
 * rare (withdrawals, exclusions, overlapping batches) and takes about two milliseconds per million rows.
 */
export class IdColumn implements Iterable<string> {
  length = 0;
  private words = new Uint32Array();
  /** Ids of another shape, by row. */
  private readonly others = new Map<number, string>();

  push(id: string): void {
    if (this.length * 4 === this.words.length) this.grow(Math.max(1024, this.length * 2));
    this.set(this.length++, id);
  }

  grow(size: number): void {
    this.words = longer(this.words, size * 4);
  }

  block(): IdBlock {
    return { words: this.words.slice(0, this.length * 4), others: this.others };
  }

  /** Adds the ids of a block; there must be room for them. */
  append({ words, others }: IdBlock): void {
    this.words.set(words, this.length * 4);
    for (const [row, id] of others) this.others.set(this.length + row, id);
    this.length += words.length / 4;
  }

  /** @throws RangeError beyond the last row */
  at(row: number): string {
    if (!(row >= 0 && row < this.length)) throw new RangeError(`there is no row ${row}`);
    const other = this.others.get(row);
    if (other !== undefined) return other;
    let id = "";
    for (let word = row * 4; word < row * 4 + 4; word++)
      id += this.words[word]!.toString(16).padStart(8, "0");
    return id;
  }

  /** Takes a row out; the last one moves into its place. */
  remove(row: number): void {
    const last = this.length - 1;
    const other = this.others.get(last);
    this.others.delete(row);
    if (row !== last && other !== undefined) this.others.set(row, other);
    this.others.delete(last);
    this.words.copyWithin(row * 4, last * 4, last * 4 + 4);
    this.length = last;
  }

  /** Where some ids stand; those that are not there are left out. */
  find(ids: Iterable<string>): Map<string, number> {
    const found = new Map<string, number>();
    const wanted = new Set(ids);
    if (wanted.size === 0) return found;
    // One bit per value of the low half of the first word: all but a few rows are passed over without a closer look.
    const maybe = new Uint8Array(65_536);
    for (const id of wanted) maybe[firstWord(id) & 65_535] = 1;
    for (let row = 0, word = 0; row < this.length; row++, word += 4) {
      if (maybe[this.words[word]! & 65_535] === 0) continue;
      const id = this.at(row);
      if (wanted.has(id)) found.set(id, row);
    }
    return found;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }

  private set(row: number, id: string): void {
    let plain = id.length === 32;
    for (let word = 0; word < 4; word++) {
      const number = plain ? hexAt(id, word * 8) : -1;
      if (number < 0) plain = false;
      this.words[row * 4 + word] = number;
    }
    if (plain) return;
    this.others.set(row, id);
    this.words.fill(0, row * 4, row * 4 + 4);
  }
}

/** Eight lower-case hexadecimal digits as a number, or -1. */
function hexAt(id: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 8; at++) {
    const letter = id.charCodeAt(at);
    const digit =
      letter >= 48 && letter <= 57 ? letter - 48 : letter >= 97 && letter <= 102 ? letter - 87 : -1;
    if (digit < 0) return -1;
    number = number * 16 + digit;
  }
  return number;
}

const firstWord = (id: string): number => (isPlain(id) ? hexAt(id, 0) : 0);
const isPlain = (id: string): boolean =>
  id.length === 32 && [0, 8, 16, 24].every((from) => hexAt(id, from) >= 0);
