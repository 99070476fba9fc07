import type { Kysely } from "kysely";
import type { Database, PictureTable } from "../schema.ts";

/** A picture by its name, whichever study's it is: equal names are equal bytes. */
export async function findPicture(
  db: Kysely<Database>,
  name: string,
): Promise<Pick<PictureTable, "media_type" | "bytes"> | undefined> {
  return db
    .selectFrom("pictures")
    .select(["media_type", "bytes"])
    .where("name", "=", name)
    .limit(1)
    .executeTakeFirst();
}

/** Whether a study has a picture of this name, and how large it is. */
export async function findPictureSize(
  db: Kysely<Database>,
  studyId: string,
  name: string,
): Promise<Pick<PictureTable, "width" | "height"> | undefined> {
  return db
    .selectFrom("pictures")
    .select(["width", "height"])
    .where("study_id", "=", studyId)
    .where("name", "=", name)
    .executeTakeFirst();
}

/** Keeps a picture of a study; one that is there already stays as it is. Call inside a transaction. */
export async function storePicture(trx: Kysely<Database>, picture: PictureTable): Promise<void> {
  await trx
    .insertInto("pictures")
    .values(picture)
    .onConflict((conflict) => conflict.columns(["study_id", "name"]).doNothing())
    .execute();
}
