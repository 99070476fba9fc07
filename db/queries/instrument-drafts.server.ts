import { gunzipSync, gzipSync } from "node:zlib";
import type { Kysely } from "kysely";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { type DraftChange, draftChange } from "#app/instrument/draft-change.ts";
import type { Database } from "../schema.ts";

/** One state of a draft. */
export interface DraftState {
  number: number;
  definition: Definition;
  change: DraftChange;
  by: string;
  savedAt: string;
}

const states = (db: Kysely<Database>, instrumentId: string) =>
  db
    .selectFrom("instrument_drafts as d")
    .innerJoin("accounts as a", "a.id", "d.account_id")
    .where("d.instrument_id", "=", instrumentId);

/** A state of a draft, the last one where no number is given. Undefined where there is none. */
export async function findDraftState(
  db: Kysely<Database>,
  instrumentId: string,
  number?: number,
): Promise<DraftState | undefined> {
  const all = states(db, instrumentId)
    .select(["d.number", "d.definition", "d.change", "a.name as by", "d.saved_at as savedAt"])
    .orderBy("d.number", "desc")
    .limit(1);
  const row = await (number === undefined ? all : all.where("d.number", "=", number)).executeTakeFirst();
  return row && { ...row, definition: unpacked(row.definition), change: changeIn(row.change) };
}

/** Who changed what and when, the newest first, without the states themselves. */
export async function listDraftChanges(
  db: Kysely<Database>,
  instrumentId: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Omit<DraftState, "definition">[]> {
  const all = states(db, instrumentId)
    .select(["d.number", "d.change", "a.name as by", "d.saved_at as savedAt"])
    .orderBy("d.number", "desc")
    .limit(limit);
  const rows = await (before === undefined ? all : all.where("d.number", "<", before)).execute();
  return rows.map((row) => ({ ...row, change: changeIn(row.change) }));
}

export interface SaveDraft {
  instrumentId: string;
  /** The number of the state that was changed; 0 for the first. */
  base: number;
  definition: Definition;
  change: DraftChange;
  accountId: string;
  /** ISO-8601 UTC. */
  now: string;
}

/**
 * Adds a state after `base`. Call inside a transaction.
 * @returns its number, or undefined when somebody else has changed that state meanwhile: nothing is saved then
 */
export async function saveDraft(trx: Kysely<Database>, save: SaveDraft): Promise<number | undefined> {
  const last = await trx
    .selectFrom("instrument_drafts")
    .where("instrument_id", "=", save.instrumentId)
    .select((e) => e.fn.max("number").as("number"))
    .executeTakeFirst();
  if ((last?.number ?? 0) !== save.base) return undefined;
  const added = await trx
    .insertInto("instrument_drafts")
    .values({
      instrument_id: save.instrumentId,
      number: save.base + 1,
      definition: gzipSync(JSON.stringify(save.definition)),
      change: JSON.stringify(save.change),
      account_id: save.accountId,
      saved_at: save.now,
    })
    .onConflict((c) => c.doNothing())
    .returning("number")
    .executeTakeFirst();
  return added?.number;
}

const unpacked = (bytes: Uint8Array): Definition =>
  draftDefinition.parse(JSON.parse(gunzipSync(bytes).toString()));
const changeIn = (json: string): DraftChange => draftChange.parse(JSON.parse(json));

/** Who published which version, as far as it was published from a draft. */
export async function listPublishers(
  db: Kysely<Database>,
  instrumentId: string,
): Promise<Map<number, string>> {
  const rows = await states(db, instrumentId)
    .select(["d.change", "a.name as by"])
    .where("d.change", "like", '{"did":"publish"%')
    .execute();
  return new Map(
    rows.flatMap(({ change, by }) => {
      const { number } = changeIn(change);
      return number === undefined ? [] : [[number, by] as const];
    }),
  );
}
