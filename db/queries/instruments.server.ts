import type { Kysely } from "kysely";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import type { Database } from "../schema.ts";

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
