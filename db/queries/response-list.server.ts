import type { Kysely } from "kysely";
import type { Language, Text } from "#app/locales/language.ts";
import type { Database, ResponseTable } from "../schema.ts";

/** A response as a row of the table: when, where, how much, nothing of what it says. */
export interface ListedResponse {
  id: string;
  day: string;
  door: Text;
  language: Language;
  asked: number;
  answered: number;
  late: boolean;
  excluded: boolean;
}

export interface ResponseFilter {
  /** Those of one instrument. */
  waves?: readonly string[] | undefined;
  door?: string | undefined;
  day?: string | undefined;
  language?: string | undefined;
  excluded?: boolean | undefined;
}

/** A row's place in the order of the table. */
export interface ResponseKey {
  day: string;
  id: string;
}

/**
 * One page of a study's responses, the newest day first, within a day in the order of their random ids.
 * @param page which one: the first, the one after a row, or the one that ends right before a row
 * @returns the rows, the key before which the previous page ends and the one after which the next begins (undefined
 *   where there is none)
 */
export async function listResponses(
  db: Kysely<Database>,
  studyId: string,
  page: {
    filter: ResponseFilter;
    after?: ResponseKey | undefined;
    before?: ResponseKey | undefined;
    limit: number;
  },
): Promise<{ rows: ListedResponse[]; previous: ResponseKey | undefined; next: ResponseKey | undefined }> {
  const { filter, after, limit } = page;
  const before = after ? undefined : page.before;
  const from = after ?? before;
  let query = db.selectFrom("responses").select(["id", "received_on"]).where("study_id", "=", studyId);
  if (filter.waves) query = query.where("wave_id", "in", filter.waves);
  if (filter.door !== undefined) {
    const door = db.selectFrom("collectors").select("id").where("slug", "=", filter.door);
    query = query.where("collector_id", "in", door);
  }
  if (filter.day !== undefined) query = query.where("received_on", "=", filter.day);
  if (filter.language !== undefined) query = query.where("language", "=", filter.language);
  if (filter.excluded !== undefined) query = query.where("excluded", "=", filter.excluded ? 1 : 0);
  const [onwards, within] = before ? ([">", "<"] as const) : (["<", ">"] as const);
  if (from) {
    query = query.where((row) =>
      row.or([
        row("received_on", onwards, from.day),
        row.and([row("received_on", "=", from.day), row("id", within, from.id)]),
      ]),
    );
  }
  // Keys first, from the index; the wide rows only of those that are shown.
  const keys = await query
    .orderBy("received_on", before ? "asc" : "desc")
    .orderBy("id", before ? "desc" : "asc")
    .limit(limit + 1)
    .execute();
  const goesOn = keys.length > limit;
  const shown = keys.slice(0, limit);
  if (before) shown.reverse();
  const keyOf = (row = shown[0]) => row && { day: row.received_on, id: row.id };
  const rows = await readListed(
    db,
    studyId,
    shown.map((key) => key.id),
  );
  return {
    rows,
    previous: (before ? goesOn : after !== undefined) ? keyOf() : undefined,
    next: (before ? true : goesOn) ? keyOf(shown.at(-1)) : undefined,
  };
}

async function readListed(db: Kysely<Database>, studyId: string, ids: string[]): Promise<ListedResponse[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("responses as r")
    .innerJoin("collectors as c", "c.id", "r.collector_id")
    .where("r.study_id", "=", studyId)
    .where("r.id", "in", ids)
    .select(["r.id", "r.received_on", "r.language", "r.late", "r.excluded", "c.name"])
    .select(["r.answers", "r.words", "r.presented"])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const presented: string[] = JSON.parse(row.presented);
    const answers: Record<string, unknown> = JSON.parse(row.answers);
    const words: Record<string, string> = JSON.parse(row.words);
    return [
      {
        id: row.id,
        day: row.received_on,
        door: JSON.parse(row.name) as Text,
        language: row.language as Language,
        asked: presented.length,
        answered: presented.filter((code) => (answers[code] ?? words[code] ?? null) !== null).length,
        late: row.late === 1,
        excluded: row.excluded === 1,
      },
    ];
  });
}

/** One response with everything that is kept of it. */
export type StoredResponse = Pick<
  ResponseTable,
  "id" | "version_id" | "wave_id" | "received_on" | "answers" | "words" | "presented" | "page_seconds"
> & { quality: string; language: Language; late: boolean; excluded: boolean; door: Text };

export async function findResponse(
  db: Kysely<Database>,
  studyId: string,
  id: string,
): Promise<StoredResponse | undefined> {
  const row = await db
    .selectFrom("responses as r")
    .innerJoin("collectors as c", "c.id", "r.collector_id")
    .where("r.study_id", "=", studyId)
    .where("r.id", "=", id)
    .select([
      "r.id",
      "r.version_id",
      "r.wave_id",
      "r.received_on",
      "r.language",
      "r.late",
      "r.excluded",
      "c.name",
    ])
    .select(["r.answers", "r.words", "r.presented", "r.page_seconds", "r.quality"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, ...kept } = row;
  return {
    ...kept,
    language: row.language as Language,
    late: row.late === 1,
    excluded: row.excluded === 1,
    door: JSON.parse(name),
  };
}
