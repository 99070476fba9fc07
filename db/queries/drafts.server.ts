import type { Kysely } from "kysely";
import type { Draft } from "#app/fieldwork/draft.ts";
import { isLanguage } from "#app/locales/language.ts";
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
    language: isLanguage(row.language) ? row.language : "zh-CN",
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

/** Keeps a draft's newest state. A draft that has meanwhile been sent stays gone: a late save must not revive it. */
export async function updateDraft(
  db: Kysely<Database>,
  keyHash: string,
  draft: Draft,
  expiresOn: string,
): Promise<void> {
  await db
    .updateTable("drafts")
    .set(changingColumns(draft, expiresOn))
    .where("key_hash", "=", keyHash)
    .execute();
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
