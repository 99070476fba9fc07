import type { Kysely } from "kysely";
import type { ExportResponse, ExportStudy } from "#app/exports/variables.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { listCertificates } from "./certificates.server.ts";
import { getToldInstrument } from "./doors.server.ts";
import { listImports } from "./imported-waves.server.ts";

/** One instrument of a study: by its id, and by its waves where the study has others. */
export interface ExportedInstrument {
  id: string;
  waveIds: readonly string[] | undefined;
}

/** What an export of one instrument is made of, besides the responses; undefined while it has no version. */
export async function findExportStudy(
  db: Kysely<Database>,
  study: { id: string; synthetic: boolean; timeZone: string },
  instrument: ExportedInstrument,
): Promise<ExportStudy | undefined> {
  const versions = await db
    .selectFrom("instrument_versions as v")
    .innerJoin("instruments as i", "i.id", "v.instrument_id")
    .where("i.study_id", "=", study.id)
    .where("i.id", "=", instrument.id)
    .select(["v.id", "v.number"])
    .orderBy("v.number")
    .execute();
  if (versions.length === 0) return undefined;
  const instruments: ExportStudy["instruments"] = [];
  for (const { id, number } of versions)
    instruments.push({ version: number, definition: await getToldInstrument(db, id) });
  const doors = await listDoors(db, study.id, instrument.waveIds);
  const cohorts = new Set([...doors.values()].flatMap(({ cohort }) => Object.keys(cohort)));
  const certificates = await listCertificates(db);
  return {
    instruments,
    cohorts: [...cohorts].sort(),
    waves: await listWaveNames(db, study.id, instrument.waveIds),
    imported: (await listImports(db, study.id, instrument.waveIds)).map(({ number }) => number),
    certificates: certificates.map(({ code, name }) => ({ code, label: name })),
    synthetic: study.synthetic,
    year: Number(new Intl.DateTimeFormat("en", { timeZone: study.timeZone, year: "numeric" }).format()),
  };
}

async function listWaveNames(
  db: Kysely<Database>,
  studyId: string,
  waveIds: ExportedInstrument["waveIds"],
): Promise<ExportStudy["waves"]> {
  let waves = db.selectFrom("waves").where("study_id", "=", studyId);
  if (waveIds) waves = waves.where("id", "in", waveIds);
  const rows = await waves.select(["number", "name"]).orderBy("number").execute();
  return rows.map(({ number, name }) => ({ code: String(number), label: JSON.parse(name) as Text }));
}

async function listDoors(db: Kysely<Database>, studyId: string, waveIds: ExportedInstrument["waveIds"]) {
  let doors = db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId);
  if (waveIds) doors = doors.where("w.id", "in", waveIds);
  const rows = await doors.select(["c.id", "c.slug", "c.cohort", "w.number"]).execute();
  return new Map(
    rows.map(({ id, slug, cohort, number }) => [
      id,
      { slug, wave: number, cohort: JSON.parse(cohort) as Record<string, Text> },
    ]),
  );
}

/**
 * All responses to one instrument of a study, excluded ones too (they are marked), page by page along their random ids: whatever the
 * study's size, one page is in memory, and others have their turn between pages.
 * @param flagged what speaks against a response, by its id; nothing where there is no entry
 */
export async function* exportPages(
  db: Kysely<Database>,
  studyId: string,
  instrument: ExportedInstrument,
  flagged: ReadonlyMap<string, number>,
  size = 500,
): AsyncGenerator<ExportResponse[]> {
  const doors = await listDoors(db, studyId, instrument.waveIds);
  const versions = new Map(
    (
      await db
        .selectFrom("instrument_versions as v")
        .innerJoin("instruments as i", "i.id", "v.instrument_id")
        .where("i.study_id", "=", studyId)
        .select(["v.id", "v.number"])
        .execute()
    ).map(({ id, number }) => [id, number]),
  );
  for (let after = ""; ; ) {
    let page = db.selectFrom("responses").where("study_id", "=", studyId);
    if (instrument.waveIds) page = page.where("wave_id", "in", instrument.waveIds);
    const rows = await page
      .select(["id", "received_on", "language", "collector_id", "version_id", "late", "excluded"])
      .select(["answers", "words"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(size)
      .execute();
    if (rows.length > 0) {
      yield rows.map((row) => {
        const door = doors.get(row.collector_id);
        return {
          id: row.id,
          receivedOn: row.received_on,
          language: row.language,
          wave: door?.wave ?? 0,
          collector: door?.slug ?? "",
          version: versions.get(row.version_id) ?? 0,
          late: row.late === 1,
          excluded: row.excluded === 1,
          flags: flagged.get(row.id) ?? 0,
          cohort: door?.cohort ?? {},
          answers: JSON.parse(row.answers),
          words: JSON.parse(row.words),
        };
      });
    }
    if (rows.length < size) return;
    after = rows.at(-1)!.id;
  }
}
