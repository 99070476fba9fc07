import { binBits, type Rows } from "./bins.ts";

/**
 * One packed number of a theme: its values, the table that counts them, and what each adds to a row's bin. The table holds
 * two rows for each cell: of those with gaps in the theme, and of complete cases.
 */
export interface CountedPart {
  values: Uint16Array;
  size: number;
  table: Int32Array;
  bins: Int32Array;
}

/**
 * Counts up to three packed numbers and adds up their bins in one walk: every value is read once, which takes half as
 * long as counting and scoring one after the other.
 * @param all the lowest bin of a complete case
 */
export function countParts(parts: readonly CountedPart[], all: number, rows: Rows): void {
  if (parts.length === 1) countOne(parts[0]!, all, rows);
  else if (parts.length === 2) countTwo(parts[0]!, parts[1]!, all, rows);
  else countThree(parts[0]!, parts[1]!, parts[2]!, all, rows);
}
export const mostParts = 3;

function countOne(
  { values, size, table, bins }: CountedPart,
  all: number,
  { start, length, cellAt, binAt }: Rows,
) {
  const add = (i: number, value: number) => {
    const bin = bins[value]!;
    binAt[i] = bin;
    const place = cellAt[i]! * 2 + ((all - 1 - (bin & binBits)) >>> 31);
    table[place * size + value]!++;
  };
  if (length % 2 > 0) add(length - 1, values[start + length - 1]!);
  for (let i = 0; i + 1 < length; i += 2) {
    add(i, values[start + i]!);
    add(i + 1, values[start + i + 1]!);
  }
}

function countTwo(a: CountedPart, b: CountedPart, all: number, { start, length, cellAt, binAt }: Rows) {
  const { values: valuesA, size: sizeA, table: tableA, bins: binsA } = a;
  const { values: valuesB, size: sizeB, table: tableB, bins: binsB } = b;
  const add = (i: number, x: number, y: number) => {
    const bin = binsA[x]! + binsB[y]!;
    binAt[i] = bin;
    const place = cellAt[i]! * 2 + ((all - 1 - (bin & binBits)) >>> 31);
    tableA[place * sizeA + x]!++;
    tableB[place * sizeB + y]!++;
  };
  const last = start + length - 1;
  if (length % 2 > 0) add(length - 1, valuesA[last]!, valuesB[last]!);
  for (let i = 0, row = start; i + 1 < length; i += 2, row += 2) {
    add(i, valuesA[row]!, valuesB[row]!);
    add(i + 1, valuesA[row + 1]!, valuesB[row + 1]!);
  }
}

function countThree(
  a: CountedPart,
  b: CountedPart,
  c: CountedPart,
  all: number,
  { start, length, cellAt, binAt }: Rows,
) {
  const { values: valuesA, size: sizeA, table: tableA, bins: binsA } = a;
  const { values: valuesB, size: sizeB, table: tableB, bins: binsB } = b;
  const { values: valuesC, size: sizeC, table: tableC, bins: binsC } = c;
  const add = (i: number, x: number, y: number, z: number) => {
    const bin = binsA[x]! + binsB[y]! + binsC[z]!;
    binAt[i] = bin;
    const place = cellAt[i]! * 2 + ((all - 1 - (bin & binBits)) >>> 31);
    tableA[place * sizeA + x]!++;
    tableB[place * sizeB + y]!++;
    tableC[place * sizeC + z]!++;
  };
  const last = start + length - 1;
  if (length % 2 > 0) add(length - 1, valuesA[last]!, valuesB[last]!, valuesC[last]!);
  for (let i = 0, row = start; i + 1 < length; i += 2, row += 2) {
    add(i, valuesA[row]!, valuesB[row]!, valuesC[row]!);
    add(i + 1, valuesA[row + 1]!, valuesB[row + 1]!, valuesC[row + 1]!);
  }
}

/** The complete cases of each cell, and everybody's counts written to where they belong. @returns rows per cell and packed number */
export function unfold({ table, size }: CountedPart, everybody: Int32Array): Int32Array {
  const complete = new Int32Array(everybody.length);
  for (let at = 0; at < everybody.length; at++) {
    const folded = Math.floor(at / size) * size + at;
    complete[at] = table[folded + size]!;
    everybody[at] = table[folded]! + complete[at]!;
  }
  return complete;
}
