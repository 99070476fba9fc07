import type { Migration } from "kysely/migration";
import { start, type TableOptions } from "./0001_start.ts";
import { fieldwork } from "./0002_fieldwork.ts";
import { results } from "./0003_results.ts";
import { instruments } from "./0004_instruments.ts";

/** All migrations, by name, in order: a static map, so that a bundle cannot lose one. */
export const migrations = (options: TableOptions): Record<string, Migration> => ({
  "0001_start": start(options),
  "0002_fieldwork": fieldwork(options),
  "0003_results": results(),
  "0004_instruments": instruments(),
});
