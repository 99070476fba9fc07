import type { Column } from "./column.ts";
import { CrossTable } from "./cross-table.ts";

/** Of each study the tables asked for last, by their first variable; they go when its columns go. */
const kept = new WeakMap<Column, CrossTable[]>();
/** A view judges its filter beside each background question: so many tables, of which only the small are worth their room. */
const most = 24;
const largest = 8000;

/**
 * The table of these variables, made once: its cells and sums depend on the variables alone, and finding them takes
 * longer than judging by them. @throws TooFine as the table itself
 */
export function crossTableOf(by: readonly Column[]): CrossTable {
  const [first] = by;
  if (!first) return new CrossTable(by);
  const tables = kept.get(first) ?? [];
  kept.set(first, tables);
  const at = tables.findIndex((one) => one.isOf(by));
  const table = at < 0 ? new CrossTable(by) : tables.splice(at, 1)[0]!;
  if (table.size > largest) return table;
  tables.unshift(table);
  tables.length = Math.min(tables.length, most);
  return table;
}
