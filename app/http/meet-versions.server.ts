import type { Kysely } from "kysely";
import type { AskedVersion } from "#app/results/versions.ts";
import { getAskedVersion } from "#db/queries/columns.server.ts";
import type { Database } from "#db/schema.ts";

/** Finds out what the versions asked that these rows answer. */
export async function meetVersions(
  db: Kysely<Database>,
  rows: readonly { version_id: string }[],
  known: Map<string, AskedVersion>,
): Promise<void> {
  for (const { version_id } of rows)
    if (!known.has(version_id)) known.set(version_id, await getAskedVersion(db, version_id));
}
