import { csv } from "./csv.ts";
import type { TableFormat } from "./table-format.ts";

/** The registry of data formats: a new one is a file and a line. */
export const formats = { csv } satisfies Record<string, TableFormat>;
export type Format = keyof typeof formats;
