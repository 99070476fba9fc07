import type { Category } from "#app/questions/kind.ts";
import type { Values } from "./column.ts";
import type { Columns } from "./columns.ts";
import { categoryOf, cohortColumn } from "./context-columns.ts";
import type { IdBlock } from "./id-column.ts";
import type { QualityArrays } from "./quality-table.ts";
import { reserve } from "./room.ts";
import type { AskedVersion } from "./versions.ts";

/** Rows packed somewhere else, as plain arrays that can be sent from one thread to another. */
export interface Block {
  rows: number;
  ids: IdBlock;
  excluded: Uint8Array;
  words: Uint32Array;
  quality: QualityArrays;
  bundles: Uint16Array[];
  /** Of items that are not packed, in their order. */
  alone: Values[];
  /** What is known from outside the answers; categories are found as rows arrive, so each block has its own. */
  contexts: { code: string; values: Values; categories: Category[] }[];
  asked: ReadonlyMap<string, ReadonlySet<string>>;
  versions: ReadonlyMap<string, AskedVersion>;
}

/** The rows of these columns, to be joined to others of the same instrument. */
export function blockOf(columns: Columns): Block {
  const { length: rows, byCode, items, asked, around } = columns;
  const own = <Kept extends { slice(from: number, to: number): Kept }>(values: Kept) => values.slice(0, rows);
  return {
    rows,
    ids: columns.ids.block(),
    excluded: own(columns.excluded),
    words: own(columns.words),
    quality: columns.quality.arrays(rows),
    bundles: columns.bundles.map(({ values }) => own(values)),
    alone: items.flatMap(({ values }) => (values ? [own(values as Int32Array)] : [])),
    contexts: [...byCode.values()].flatMap(({ source, code, values, categories }) =>
      source === "item" ? [] : [{ code, values: own(values as Int16Array), categories }],
    ),
    asked,
    versions: around.versions ?? new Map(),
  };
}

/** What of a block need not be copied to be sent: it goes to whoever receives it. */
export const buffersOf = (block: Block): ArrayBuffer[] =>
  [
    ...[block.ids.words, block.excluded, block.words],
    ...[...block.quality, ...block.bundles, ...block.alone, ...block.contexts.map((one) => one.values)],
  ].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));

/**
 * Joins rows that were packed elsewhere for the same instrument, certificates and collectors. None of their ids may be
 * there already. A few nanoseconds per row and column.
 */
export function appendBlock(columns: Columns, block: Block): void {
  const from = columns.length;
  reserve(columns, from + block.rows);
  columns.ids.append(block.ids);
  columns.excluded.set(block.excluded, from);
  columns.words.set(block.words, from);
  columns.quality.put(from, block.quality);
  columns.bundles.forEach((bundle, at) => {
    bundle.values.set(block.bundles[at]!, from);
  });
  columns.items
    .filter((item) => item.values)
    .forEach((item, at) => {
      item.values!.set(block.alone[at]!, from);
    });
  for (const { code, values, categories } of block.contexts) {
    const cohort = /^cohort\.(.*)$/s.exec(code)?.[1];
    const column = cohort === undefined ? columns.byCode.get(code)! : cohortColumn(columns, cohort);
    // The same category may stand at another place here.
    const places = categories.map((one) => categoryOf(column, one.code, one.label));
    const to = column.values!;
    for (let row = 0; row < block.rows; row++) {
      const value = values[row]!;
      to[from + row] = value < 0 ? value : places[value]!;
    }
  }
  for (const [wave, versions] of block.asked)
    columns.asked.set(wave, new Set([...(columns.asked.get(wave) ?? []), ...versions]));
  columns.length += block.rows;
}
