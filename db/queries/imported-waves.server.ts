import { randomBytes, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ImportedAnswers } from "#app/interchange/answers-rows.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";
import { type Imported, readImported } from "./imported.server.ts";
import { responseRow } from "./responses.server.ts";
import { isVersionOf } from "./waves.server.ts";

export interface ImportedWave {
  id: string;
  number: number;
  collectorId: string;
}

interface NewImport {
  versionId: string;
  name: Text;
  slug: string;
  doorName: Text;
  /** From the first to the last day of the answers: ISO-8601 UTC. */
  opensAt: string;
  closesAt: string;
  imported: Imported;
}

/**
 * Makes a wave for answers that were given elsewhere: over before it begins, with one closed door through which they
 * came. Call inside a transaction. @returns undefined where the version is not of this study
 */
export async function createImportedWave(
  trx: Kysely<Database>,
  by: Deciding,
  { versionId, name, slug, doorName, opensAt, closesAt, imported }: NewImport,
): Promise<ImportedWave | undefined> {
  if (!(await isVersionOf(trx, by.studyId, versionId))) return undefined;
  const newest = await trx
    .selectFrom("waves")
    .where("study_id", "=", by.studyId)
    .select((e) => e.fn.max("number").as("number"))
    .executeTakeFirst();
  const made = { id: randomUUID(), number: Number(newest?.number ?? 0) + 1, collectorId: randomUUID() };
  await trx
    .insertInto("waves")
    .values({
      ...{ id: made.id, study_id: by.studyId, version_id: versionId, number: made.number },
      name: JSON.stringify(name),
      opens_at: opensAt,
      // Nobody finds it open.
      closes_at: closesAt < by.now ? closesAt : by.now,
      ...{ grace_minutes: 0, paused: 0 as const },
      imported: JSON.stringify(imported),
    })
    .execute();
  await trx
    .insertInto("collectors")
    .values({
      ...{ id: made.collectorId, wave_id: made.id, slug, name: JSON.stringify(doorName), cohort: "{}" },
      ...{ expected_size: null, max_responses: null, kind: "imported" as const, closed: 1 as const },
      addresses_until: null,
    })
    .execute();
  await recordDecision(trx, { ...by, action: "import", subject: made.id });
  return made;
}

/**
 * Stores answers of an imported wave. Their ids are random, and so are the hashes where a withdrawal code would be: nobody
 * was ever given one. Call inside a transaction.
 */
export async function addImportedResponses(
  trx: Kysely<Database>,
  { studyId, versionId }: { studyId: string; versionId: string },
  wave: ImportedWave,
  answers: readonly ImportedAnswers[],
): Promise<void> {
  const hex = (bytes: number) => randomBytes(bytes).toString("hex");
  const rows = answers.map(({ receivedOn, language, closed }) =>
    responseRow({
      ...{ id: hex(16), studyId, waveId: wave.id, collectorId: wave.collectorId, versionId },
      ...{ language, receivedOn, late: false, receiptHash: hex(32), closed },
    }),
  );
  if (rows.length > 0) await trx.insertInto("responses").values(rows).execute();
}

/** Notes that all answers of an import are there. Call inside a transaction. */
export async function finishImport(trx: Kysely<Database>, waveId: string, imported: Imported): Promise<void> {
  await trx
    .updateTable("waves")
    .set({ imported: JSON.stringify({ ...imported, complete: true }) })
    .where("id", "=", waveId)
    .execute();
}

/** Imported waves of a study, or of those of its waves that are named, the newest first. */
export async function listImports(db: Kysely<Database>, studyId: string, waveIds?: readonly string[]) {
  let waves = db.selectFrom("waves").where("study_id", "=", studyId).where("imported", "is not", null);
  if (waveIds) waves = waves.where("id", "in", waveIds);
  const rows = await waves.select(["id", "number", "name", "imported"]).orderBy("number", "desc").execute();
  return rows.flatMap(({ id, number, name, imported }) => {
    const known = readImported(imported);
    return known ? [{ id, number, name: JSON.parse(name) as Text, imported: known }] : [];
  });
}

/**
 * Takes an import back: its answers, its door and its wave are gone. Not once a release of the same instrument has counted
 * them. Call inside a transaction.
 */
export async function undoImport(
  trx: Kysely<Database>,
  by: Deciding,
  waveId: string,
): Promise<"undone" | "released" | "unknown"> {
  const wave = (await listImports(trx, by.studyId)).find((one) => one.id === waveId);
  if (!wave) return "unknown";
  if (await isReleased(trx, by.studyId, waveId, wave.imported)) return "released";
  const responses = trx
    .selectFrom("responses")
    .select("id")
    .where("study_id", "=", by.studyId)
    .where("wave_id", "=", waveId);
  await trx
    .deleteFrom("decisions")
    .where("study_id", "=", by.studyId)
    .where("subject", "in", responses)
    .execute();
  await trx
    .deleteFrom("responses")
    .where("study_id", "=", by.studyId)
    .where("wave_id", "=", waveId)
    .execute();
  await trx.deleteFrom("quotas").where("wave_id", "=", waveId).execute();
  await trx.deleteFrom("arrivals").where("wave_id", "=", waveId).execute();
  const doors = trx.selectFrom("collectors").select("id").where("wave_id", "=", waveId);
  await trx.deleteFrom("drafts").where("collector_id", "in", doors).execute();
  await trx.deleteFrom("break_offs").where("collector_id", "in", doors).execute();
  await trx.deleteFrom("collectors").where("wave_id", "=", waveId).execute();
  await trx.deleteFrom("waves").where("id", "=", waveId).where("study_id", "=", by.studyId).execute();
  await recordDecision(trx, { ...by, action: "import", subject: waveId });
  return "undone";
}

/** Whether a release of the wave's instrument was made since: it counted these answers. */
export async function isReleased(
  db: Kysely<Database>,
  studyId: string,
  waveId: string,
  { when }: Imported,
): Promise<boolean> {
  const instrument = await db
    .selectFrom("waves as w")
    .innerJoin("instrument_versions as v", "v.id", "w.version_id")
    .innerJoin("instruments as i", "i.id", "v.instrument_id")
    .where("w.id", "=", waveId)
    .select("i.code")
    .executeTakeFirst();
  const later = await db
    .selectFrom("releases")
    .where("study_id", "=", studyId)
    .where("released_at", ">=", when)
    .select("content")
    .execute();
  return later.some(({ content }) => JSON.parse(content).method.instrument.code === instrument?.code);
}
