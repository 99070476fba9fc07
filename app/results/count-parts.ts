/** One packed number of a theme: its values, the table that counts them by cell, and what each adds to a row's bin. */
export interface CountedPart {
  values: Uint16Array;
  size: number;
  table: Int32Array;
  bins: Int32Array;
}

/** A block of rows: where it starts, the cell of each, and the bin that is made of its parts. */
interface Rows {
  start: number;
  length: number;
  cellAt: Int32Array;
  binAt: Int32Array;
}

/**
 * Counts up to three packed numbers and adds up their bins in one walk: every value is read once, which takes half as
 * long as counting and scoring one after the other.
 */
export function countParts(parts: readonly CountedPart[], rows: Rows): void {
  if (parts.length === 1) countOne(parts[0]!, rows);
  else if (parts.length === 2) countTwo(parts[0]!, parts[1]!, rows);
  else countThree(parts[0]!, parts[1]!, parts[2]!, rows);
}
export const mostParts = 3;

function countOne({ values, size, table, bins }: CountedPart, { start, length, cellAt, binAt }: Rows) {
  for (let i = 0; i < length; i++) {
    const value = values[start + i]!;
    table[cellAt[i]! * size + value]!++;
    binAt[i] = bins[value]!;
  }
}

function countTwo(a: CountedPart, b: CountedPart, { start, length, cellAt, binAt }: Rows) {
  const { values: valuesA, size: sizeA, table: tableA, bins: binsA } = a;
  const { values: valuesB, size: sizeB, table: tableB, bins: binsB } = b;
  for (let i = 0; i < length; i++) {
    const cell = cellAt[i]!;
    const [x, y] = [valuesA[start + i]!, valuesB[start + i]!];
    tableA[cell * sizeA + x]!++;
    tableB[cell * sizeB + y]!++;
    binAt[i] = binsA[x]! + binsB[y]!;
  }
}

function countThree(a: CountedPart, b: CountedPart, c: CountedPart, { start, length, cellAt, binAt }: Rows) {
  const { values: valuesA, size: sizeA, table: tableA, bins: binsA } = a;
  const { values: valuesB, size: sizeB, table: tableB, bins: binsB } = b;
  const { values: valuesC, size: sizeC, table: tableC, bins: binsC } = c;
  for (let i = 0; i < length; i++) {
    const cell = cellAt[i]!;
    const [x, y, z] = [valuesA[start + i]!, valuesB[start + i]!, valuesC[start + i]!];
    tableA[cell * sizeA + x]!++;
    tableB[cell * sizeB + y]!++;
    tableC[cell * sizeC + z]!++;
    binAt[i] = binsA[x]! + binsB[y]! + binsC[z]!;
  }
}
