import type { Kysely } from "kysely";
import type { Draft } from "#app/fieldwork/draft.ts";
import type { Database } from "../schema.ts";

export interface StoredDraft extends Draft {
  collectorId: string;
  versionId: string;
}

export async function findDraft(db: Kysely<Database>, keyHash: string): Promise<StoredDraft | undefined> {
  const row = await db.selectFrom("drafts").selectAll().where("key_hash", "=", keyHash).executeTakeFirst();
  if (!row) return undefined;
  return {
    collectorId: row.collector_id,
    versionId: row.version_id,
    language: row.language,
    seed: row.seed,
    answers: JSON.parse(row.answers),
    page: row.page,
    pageSeconds: JSON.parse(row.page_seconds),
    signals: JSON.parse(row.signals),
  };
}

/** Begins a draft; beginning again with the same secret changes nothing. */
export async function beginDraft(
  db: Kysely<Database>,
  keyHash: string,
  draft: StoredDraft,
  expiresOn: string,
): Promise<void> {
  await db
    .insertInto("drafts")
    .values({
      key_hash: keyHash,
      collector_id: draft.collectorId,
      version_id: draft.versionId,
      seed: draft.seed,
      ...changingColumns(draft, expiresOn),
    })
    .onConflict((conflict) => conflict.column("key_hash").doNothing())
    .execute();
}

/**
 * Keeps a draft's newest state. A draft that has meanwhile been sent stays gone: a late save must not revive it.
 * @param before what the request had read: only what it changed is written, so that a slow one takes nothing back
 */
export async function updateDraft(
  trx: Kysely<Database>,
  keyHash: string,
  draft: Draft,
  expiresOn: string,
  before?: Draft,
): Promise<void> {
  // Holds the draft until the end: two requests of one phone follow one another.
  await trx.updateTable("drafts").set({ expires_on: expiresOn }).where("key_hash", "=", keyHash).execute();
  const now = before && (await findDraft(trx, keyHash));
  const merged = now ? mergeDrafts(now, before, draft) : draft;
  await trx
    .updateTable("drafts")
    .set(changingColumns(merged, expiresOn))
    .where("key_hash", "=", keyHash)
    .execute();
}

/** What a request changed, and nothing else of what has been kept since it read the draft. */
function mergeDrafts(now: Draft, before: Draft, after: Draft): Draft {
  const merge = <T>(kept: Record<string, T>, old: Record<string, T>, given: Record<string, T>) => {
    const merged = { ...kept };
    for (const key of new Set([...Object.keys(old), ...Object.keys(given)])) {
      if (JSON.stringify(old[key]) === JSON.stringify(given[key])) continue;
      const value = given[key];
      if (value === undefined) delete merged[key];
      else merged[key] = value;
    }
    return merged;
  };
  return {
    ...after,
    answers: merge(now.answers, before.answers, after.answers),
    pageSeconds: merge(now.pageSeconds, before.pageSeconds, after.pageSeconds),
    signals: [...new Set([...now.signals, ...after.signals])],
  };
}

const changingColumns = (draft: Draft, expiresOn: string) => ({
  language: draft.language,
  answers: JSON.stringify(draft.answers),
  page: draft.page,
  page_seconds: JSON.stringify(draft.pageSeconds),
  signals: JSON.stringify(draft.signals),
  expires_on: expiresOn,
});

export async function deleteDraft(db: Kysely<Database>, keyHash: string): Promise<void> {
  await db.deleteFrom("drafts").where("key_hash", "=", keyHash).execute();
}

/** Forgets drafts whose time is over, keeping only how many stopped on which page. Call inside a transaction. */
export async function expireDrafts(trx: Kysely<Database>, today: string): Promise<void> {
  const stopped = await trx
    .selectFrom("drafts")
    .where("expires_on", "<", today)
    .groupBy(["collector_id", "page"])
    .select((e) => ["collector_id", "page", e.fn.countAll<number>().as("people")])
    .execute();
  for (const one of stopped) {
    await trx
      .insertInto("break_offs")
      .values({ collector_id: one.collector_id, page: one.page, people: Number(one.people) })
      .onConflict((conflict) =>
        conflict
          .columns(["collector_id", "page"])
          .doUpdateSet((e) => ({ people: e("break_offs.people", "+", Number(one.people)) })),
      )
      .execute();
  }
  await trx.deleteFrom("drafts").where("expires_on", "<", today).execute();
}
