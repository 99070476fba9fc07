import type { Kysely } from "kysely";
import type { Definition } from "#app/instrument/definition.ts";
import { smallPicture } from "#app/instrument/testing/every-kind.ts";
import type { Database } from "../schema.ts";
import { insertSmallStudy } from "./small-study.ts";

/** A small study whose wave asks this instrument, and has been open for long: doors `<slug>-a` and `<slug>-b`. */
export async function insertStudyAsking(
  db: Kysely<Database>,
  slug: string,
  definition: Definition,
): Promise<void> {
  await insertSmallStudy(db, slug);
  await db
    .updateTable("instrument_versions")
    .set({ definition: JSON.stringify(definition) })
    .where("id", "=", slug)
    .execute();
  await db
    .updateTable("waves")
    .set({ closes_at: "2999-01-01T00:00:00.000Z" })
    .where("id", "=", slug)
    .execute();
  await db
    .insertInto("pictures")
    .values({ ...smallPicture, study_id: slug })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
