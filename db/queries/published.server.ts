import type { Kysely } from "kysely";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";

export interface PublishedStudy {
  slug: string;
  title: Text;
  synthetic: boolean;
}

/** The studies anyone may read about: those with a release. */
export async function listPublishedStudies(db: Kysely<Database>): Promise<PublishedStudy[]> {
  const rows = await db
    .selectFrom("studies")
    .select(["slug", "title", "synthetic"])
    .where("id", "in", db.selectFrom("releases").select("study_id"))
    .orderBy("created_at", "desc")
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    title: JSON.parse(row.title),
    synthetic: row.synthetic === 1,
  }));
}
