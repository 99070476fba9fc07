import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Cell, isInCell, type Quota } from "#app/fieldwork/quota.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";

/** A quota as staff see it. */
export interface NamedQuota extends Quota {
  waveId: string;
  /** Null: counted over all doors of the wave. */
  collectorId: string | null;
  name: Text;
}

/** Where an answer counts. */
interface Counted {
  waveId: string;
  collectorId: string;
  answers: Record<string, unknown>;
}

/** The quotas of a study, by wave, then by id. */
export async function listQuotas(db: Kysely<Database>, studyId: string): Promise<NamedQuota[]> {
  const rows = await db
    .selectFrom("quotas as q")
    .innerJoin("waves as w", "w.id", "q.wave_id")
    .where("w.study_id", "=", studyId)
    .selectAll("q")
    .orderBy("w.number", "desc")
    .orderBy("q.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    waveId: row.wave_id,
    collectorId: row.collector_id,
    name: JSON.parse(row.name),
    cell: JSON.parse(row.cell),
    most: row.most,
    taken: row.taken,
  }));
}

/** The quotas that answers through one door may count in, by id: every writer locks them in this order. */
export async function quotasAt(
  db: Kysely<Database>,
  at: { waveId: string; collectorId: string },
): Promise<Quota[]> {
  const rows = await db
    .selectFrom("quotas")
    .select(["id", "cell", "most", "taken"])
    .where("wave_id", "=", at.waveId)
    .where((e) => e.or([e("collector_id", "is", null), e("collector_id", "=", at.collectorId)]))
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, cell: JSON.parse(row.cell) as Cell }));
}

/**
 * Adds a quota, or changes the one with this id, and counts anew what it has taken: answers that came before it count
 * as well, so it may be full or over-full from the start. Call inside a transaction.
 * @returns its id, or undefined when wave, collector or quota are not of this study
 */
export async function saveQuota(
  trx: Kysely<Database>,
  quota: {
    studyId: string;
    id?: string | undefined;
    waveId: string;
    collectorId: string | null;
    name: Text;
    cell: Cell;
    most: number;
  },
): Promise<string | undefined> {
  if (!(await isPlace(trx, quota.studyId, quota.waveId, quota.collectorId))) return undefined;
  const columns = {
    wave_id: quota.waveId,
    collector_id: quota.collectorId,
    name: JSON.stringify(quota.name),
    cell: JSON.stringify(quota.cell),
    most: quota.most,
  };
  let { id } = quota;
  if (id === undefined) {
    id = randomUUID();
    await trx
      .insertInto("quotas")
      .values({ id, ...columns })
      .execute();
  } else {
    // Changing the row first makes senders who would count in it wait until it has been counted anew.
    const { numUpdatedRows } = await trx
      .updateTable("quotas")
      .set(columns)
      .where("id", "=", id)
      .where("wave_id", "in", wavesOf(trx, quota.studyId))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return undefined;
  }
  const taken = await countInCell(trx, quota);
  await trx.updateTable("quotas").set({ taken }).where("id", "=", id).execute();
  return id;
}

/** @returns false when the study has no such quota */
export async function deleteQuota(trx: Kysely<Database>, studyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("quotas")
    .where("id", "=", id)
    .where("wave_id", "in", wavesOf(trx, studyId))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Takes a place in every quota the answers fall into, or in none. Call inside the transaction that stores them: parallel
 * senders queue behind one another at the quota's row.
 * @returns false when one of them is full
 */
export async function takePlaces(trx: Kysely<Database>, counted: Counted): Promise<boolean> {
  const taken: string[] = [];
  for (const { id, cell } of await quotasAt(trx, counted)) {
    if (!isInCell(cell, counted.answers)) continue;
    const { numUpdatedRows } = await trx
      .updateTable("quotas")
      .set((e) => ({ taken: e("taken", "+", 1) }))
      .where("id", "=", id)
      .whereRef("taken", "<", "most")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      // The transaction may carry other people's answers too, so it is not rolled back: just these are undone.
      await giveBack(trx, taken);
      return false;
    }
    taken.push(id);
  }
  return true;
}

/** Frees the places of answers that are not, or no longer, stored. Call inside that transaction. */
export async function givePlacesBack(trx: Kysely<Database>, counted: Counted): Promise<void> {
  const quotas = await quotasAt(trx, counted);
  const taken = quotas.filter(({ cell }) => isInCell(cell, counted.answers));
  await giveBack(
    trx,
    taken.map(({ id }) => id),
  );
}

async function giveBack(trx: Kysely<Database>, ids: string[]): Promise<void> {
  for (const id of ids) {
    await trx
      .updateTable("quotas")
      .set((e) => ({ taken: e("taken", "-", 1) }))
      .where("id", "=", id)
      .where("taken", ">", 0)
      .execute();
  }
}

const wavesOf = (db: Kysely<Database>, studyId: string) =>
  db.selectFrom("waves").select("id").where("study_id", "=", studyId);

async function isPlace(
  db: Kysely<Database>,
  studyId: string,
  waveId: string,
  collectorId: string | null,
): Promise<boolean> {
  const wave = await wavesOf(db, studyId).where("id", "=", waveId).executeTakeFirst();
  if (!wave || collectorId === null) return wave !== undefined;
  const collector = await db
    .selectFrom("collectors")
    .select("id")
    .where("id", "=", collectorId)
    .where("wave_id", "=", waveId)
    .executeTakeFirst();
  return collector !== undefined;
}

const pageSize = 2000;

/** Stored answers in a cell, excluded ones among them: they had their place. */
async function countInCell(
  db: Kysely<Database>,
  quota: { studyId: string; waveId: string; collectorId: string | null; cell: Cell },
): Promise<number> {
  const stored = db
    .selectFrom("responses")
    .where("study_id", "=", quota.studyId)
    .where("wave_id", "=", quota.waveId)
    .$if(quota.collectorId !== null, (query) => query.where("collector_id", "=", quota.collectorId ?? ""));
  if (Object.keys(quota.cell).length === 0) {
    const all = await stored.select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
    return Number(all.n);
  }
  let count = 0;
  for (let after = ""; ; ) {
    const rows = await stored
      .select(["id", "answers"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(pageSize)
      .execute();
    count += rows.filter((row) => isInCell(quota.cell, JSON.parse(row.answers))).length;
    const last = rows[rows.length - 1];
    if (!last || rows.length < pageSize) return count;
    after = last.id;
  }
}
