import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import type { DraftChange } from "#app/instrument/draft-change.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";
import { saveDraft } from "./instrument-drafts.server.ts";

export interface StudyInstrument {
  id: string;
  code: string;
}

/** An instrument of a study by its code. */
export async function findInstrument(
  db: Kysely<Database>,
  studyId: string,
  code: string,
): Promise<StudyInstrument | undefined> {
  return db
    .selectFrom("instruments")
    .select(["id", "code"])
    .where("study_id", "=", studyId)
    .where("code", "=", code)
    .executeTakeFirst();
}

export interface InstrumentVersion {
  id: string;
  number: number;
  createdAt: string;
  definition: Definition;
}

/** The newest frozen version as it was written; `getInstrument` gives one as it is asked. */
export async function findNewestVersion(
  db: Kysely<Database>,
  instrumentId: string,
): Promise<InstrumentVersion | undefined> {
  const row = await db
    .selectFrom("instrument_versions")
    .select(["id", "number", "created_at as createdAt", "definition"])
    .where("instrument_id", "=", instrumentId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, definition: draftDefinition.parse(JSON.parse(row.definition)) };
}

/** The instruments of a study by their codes. */
export async function listInstruments(db: Kysely<Database>, studyId: string): Promise<StudyInstrument[]> {
  return db
    .selectFrom("instruments")
    .select(["id", "code"])
    .where("study_id", "=", studyId)
    .orderBy("code")
    .execute();
}

export interface NewInstrument {
  definition: Definition;
  /** What made it: a template, a copy, a file. */
  change: DraftChange;
}

/**
 * An instrument under the code of its definition, with its first draft. Call inside a transaction.
 * @returns its id, or undefined when the study has an instrument of this code: nothing is stored then
 */
export async function createInstrument(
  trx: Kysely<Database>,
  by: Deciding,
  { definition, change }: NewInstrument,
): Promise<string | undefined> {
  if (await findInstrument(trx, by.studyId, definition.code)) return undefined;
  const id = randomUUID();
  await trx.insertInto("instruments").values({ id, study_id: by.studyId, code: definition.code }).execute();
  await saveDraft(trx, {
    ...{ instrumentId: id, base: 0, definition, change },
    ...{ accountId: by.accountId, now: by.now },
  });
  await recordDecision(trx, { ...by, action: "instrument", subject: id });
  return id;
}
