import { type Kysely, sql } from "kysely";
import type { Database } from "../schema.ts";
import { alongKey } from "./columns.server.ts";

/** The open answers of one respondent, by item code. */
export interface WordsRow {
  id: string;
  words: Record<string, string>;
}

/**
 * Walks the open answers of a study in the order of response ids, one page per call.
 *
 * Stored words are JSON, so the database can only look for the searched text as JSON spells it, and cannot tell which
 * question it stands under: what comes back may contain the text, what does not come back does not. The caller looks
 * again at the words themselves.
 * @param pattern a LIKE pattern from `storedPattern`, or undefined for all
 * @returns the candidates, and where the next page begins (undefined at the end)
 */
export async function scanWords(
  db: Kysely<Database>,
  studyId: string,
  pattern: string | undefined,
  after: string,
  limit: number,
): Promise<{ rows: WordsRow[]; next: string | undefined }> {
  const wanted = pattern === undefined ? sql`1 = 1` : sql`lower(words) like lower(${pattern}) escape '!'`;
  const page = await alongKey(db.selectFrom("responses"), studyId)
    .select("id")
    .select(sql<string | null>`case when ${wanted} then words end`.as("words"))
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
  const rows = page.flatMap((row) => (row.words ? [{ id: row.id, words: JSON.parse(row.words) }] : []));
  return { rows, next: page.length === limit ? page.at(-1)?.id : undefined };
}

/** The open answers of these respondents, with their consent ticks, in the order of ids. */
export async function readWords(
  db: Kysely<Database>,
  studyId: string,
  ids: readonly string[],
): Promise<(WordsRow & { answers: Record<string, unknown> })[]> {
  if (ids.length === 0) return [];
  const rows = await alongKey(db.selectFrom("responses"), studyId)
    .select(["id", "words", "answers"])
    .where("id", "in", ids)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: JSON.parse(row.words),
    answers: JSON.parse(row.answers),
  }));
}
