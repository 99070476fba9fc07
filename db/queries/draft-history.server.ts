import type { Kysely } from "kysely";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { type DraftChange, draftChange } from "#app/instrument/draft-change.ts";
import type { Database } from "../schema.ts";
import { findDraftState } from "./instrument-drafts.server.ts";

/** What a draft's state was, whoever asks for it later. */
export interface EarlierState {
  number: number;
  definition: Definition;
  /** Undefined for state 0: nobody made it of another. */
  made?: { change: DraftChange; by: string; savedAt: string };
  /** State 0: the number of the published version that the draft grew from. */
  version?: number;
}

/**
 * A state of a draft by its number. State 0 is the version that was the newest when the first change was made; a draft that
 * began as a copy or an import has none.
 */
export async function findEarlierState(
  db: Kysely<Database>,
  instrumentId: string,
  number: number,
): Promise<EarlierState | undefined> {
  if (number > 0) {
    const state = await findDraftState(db, instrumentId, number);
    if (!state) return undefined;
    const { definition, change, by, savedAt } = state;
    return { number, definition, made: { change, by, savedAt } };
  }
  const first = await db
    .selectFrom("instrument_drafts")
    .select(["change", "saved_at"])
    .where("instrument_id", "=", instrumentId)
    .where("number", "=", 1)
    .executeTakeFirst();
  const began = first && draftChange.parse(JSON.parse(first.change)).did;
  if (began === "start" || began === "import") return undefined;
  const versions = db
    .selectFrom("instrument_versions")
    .select(["number", "definition"])
    .where("instrument_id", "=", instrumentId)
    .orderBy("number", "desc")
    .limit(1);
  const row = await (first
    ? versions.where("created_at", "<=", first.saved_at)
    : versions
  ).executeTakeFirst();
  return row && { number: 0, definition: definitionIn(row.definition), version: row.number };
}

/** Every published version of an instrument, the newest first: what once collected answers keeps its codes. */
export async function listPublished(db: Kysely<Database>, instrumentId: string): Promise<Definition[]> {
  const rows = await db
    .selectFrom("instrument_versions")
    .select("definition")
    .where("instrument_id", "=", instrumentId)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => definitionIn(row.definition));
}

const definitionIn = (json: string): Definition => draftDefinition.parse(JSON.parse(json));
