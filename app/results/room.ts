import { gap, type Values } from "./column.ts";
import type { Columns } from "./columns.ts";

type Numbers = Values | Uint8Array | Uint16Array | Uint32Array;

/** A longer copy in shared memory, so that threads can count without a copy of their own. */
export function longer<Kept extends Numbers>(values: Kept, size: number, filled = 0): Kept {
  const Same = values.constructor as new (buffer: SharedArrayBuffer) => Kept;
  const grown = new Same(new SharedArrayBuffer(size * values.BYTES_PER_ELEMENT));
  grown.set(values);
  if (filled !== 0) grown.fill(filled, values.length);
  return grown;
}

/** Above so many rows, room grows by a quarter instead of doubling: a census must not pay for a second one. */
const many = 1_000_000;

/** Makes room for at least so many rows; unused ones read "not asked". One column after another: little is held twice. */
export function reserve(columns: Columns, rows: number): void {
  const now = columns.excluded.length;
  if (rows <= now) return;
  const size = Math.max(1024, rows, now < many ? now * 2 : Math.ceil(now * 1.25));
  for (const column of columns.byCode.values())
    if (column.values) column.values = longer(column.values, size, gap.notAsked);
  for (const bundle of columns.bundles) bundle.values = longer(bundle.values, size);
  columns.words = longer(columns.words, size);
  columns.quality.grow(size);
  columns.ids.grow(size);
  columns.excluded = longer(columns.excluded, size);
}
