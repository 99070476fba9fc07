import { type Kysely, sql } from "kysely";
import { firstAfter } from "#app/voices/page.ts";
import { contains, storedPattern } from "#app/voices/search.ts";
import type { Database } from "../schema.ts";

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
  const page = await db
    .selectFrom("responses")
    .where("study_id", "=", studyId)
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
  const rows = await db
    .selectFrom("responses")
    .where("study_id", "=", studyId)
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

export interface Found {
  /** In the order of ids, which is random and tells nothing of when they were written. */
  answers: { id: string; text: string; quotable: boolean }[];
  /** How many there are in all; with a search at most `countUpTo`, and then perhaps more. */
  count: number;
  /** Where the next page begins. */
  next: string | undefined;
}

interface Wanted {
  item: string;
  /** Who answered the question and is selected. */
  among: ReadonlySet<string> | ReadonlyMap<string, unknown>;
  search: string;
  after: string;
  limit: number;
}

/** Counting goes on no further than this: a search for 的 would read everything. */
export const countUpTo = 1000;
/** The tick by which a student lets words be quoted. */
const quoteConsent = "CON02";

/** One page of the answers to an open question, as written, and how many there are. */
export async function findAnswers(db: Kysely<Database>, studyId: string, wanted: Wanted): Promise<Found> {
  const { item, among, search, after, limit } = wanted;
  const [ids, count] = search
    ? await searchIds(db, studyId, wanted)
    : [firstAfter(among.keys(), after, limit + 1), among.size];
  const rows = await readWords(db, studyId, ids.slice(0, limit));
  const answers = rows.map(({ id, words, answers }) => ({
    id,
    text: words[item] ?? "",
    quotable: answers[quoteConsent] === true,
  }));
  return { answers, count, next: ids.length > limit ? ids[limit - 1] : undefined };
}

async function searchIds(
  db: Kysely<Database>,
  studyId: string,
  { item, among, search, after, limit }: Wanted,
): Promise<[string[], number]> {
  const ids: string[] = [];
  let count = 0;
  for (let from: string | undefined = ""; from !== undefined; ) {
    const { rows, next }: Awaited<ReturnType<typeof scanWords>> = await scanWords(
      db,
      studyId,
      storedPattern(search),
      from,
      2000,
    );
    for (const { id, words } of rows) {
      if (!among.has(id) || !contains(words[item] ?? "", search)) continue;
      count++;
      if (id > after && ids.length <= limit) ids.push(id);
    }
    if (count > countUpTo && ids.length > limit) break;
    from = next;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return [ids, count];
}
