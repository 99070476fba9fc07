import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Excerpt, excerpt } from "#app/instrument/excerpt.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";

/** Questions a team keeps for its other instruments. */
export interface SavedBlock {
  id: string;
  name: Text;
  excerpt: Excerpt;
  by: string;
  savedAt: string;
}

/** What a study's team has saved, the newest first. */
export async function listSavedBlocks(db: Kysely<Database>, studyId: string): Promise<SavedBlock[]> {
  const rows = await db
    .selectFrom("saved_blocks as b")
    .innerJoin("accounts as a", "a.id", "b.account_id")
    .where("b.study_id", "=", studyId)
    .orderBy("b.saved_at", "desc")
    .orderBy("b.id")
    .select(["b.id", "b.name", "b.content", "a.name as by", "b.saved_at as savedAt"])
    .execute();
  return rows.map(({ name, content, ...row }) => ({
    ...row,
    name: JSON.parse(name) as Text,
    excerpt: excerpt.parse(JSON.parse(content)),
  }));
}

/** Call inside a transaction. @returns its id */
export async function saveBlock(
  trx: Kysely<Database>,
  block: { studyId: string; accountId: string; name: Text; excerpt: Excerpt; now: string },
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto("saved_blocks")
    .values({
      id,
      study_id: block.studyId,
      name: JSON.stringify(block.name),
      content: JSON.stringify(block.excerpt),
      account_id: block.accountId,
      saved_at: block.now,
    })
    .execute();
  return id;
}

/** Call inside a transaction. @returns whether the study had it */
export async function deleteSavedBlock(
  trx: Kysely<Database>,
  { studyId, id }: { studyId: string; id: string },
): Promise<boolean> {
  const gone = await trx
    .deleteFrom("saved_blocks")
    .where("id", "=", id)
    .where("study_id", "=", studyId)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}
