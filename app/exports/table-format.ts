import type { Cell } from "./cell.ts";

/** How a table becomes a file: the beginning once, then row by row, so that no table is ever held in memory. */
export interface TableFormat {
  extension: string;
  mediaType: string;
  start(names: readonly string[]): string;
  row(cells: readonly Cell[]): string;
}
