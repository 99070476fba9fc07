import type { Transaction } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { drawFrom } from "./demo/draw.ts";
import { doorRow } from "./demo/rows.ts";
import { administrators } from "./demo/voices/administrators.ts";
import { employers } from "./demo/voices/employers.ts";
import type { Voice } from "./demo/voices/kinds.ts";
import { respond } from "./demo/voices/respond.ts";
import { teachers } from "./demo/voices/teachers.ts";
import type { Database } from "./schema.ts";
import { insertHours, type RunningWave } from "./seed-fieldwork.server.ts";

const voices: readonly Voice[] = [teachers, administrators, employers];
const day = 86_400_000;
/** Asked while the students' wave was running. */
const openedDaysBefore = 15;

/**
 * Adds whom the demo's study asks beside its students, each by an instrument of their own. Their random numbers are their
 * own, too: students stay the people they were before anybody else was asked.
 */
export async function insertVoices(
  trx: Transaction<Database>,
  study: Pick<RunningWave, "studyId" | "row">,
  now: Date,
  seed: number,
): Promise<void> {
  for (const [at, voice] of voices.entries())
    await insertVoice(trx, voice, templates[voice.template](), study, now, seed + at);
}

async function insertVoice(
  trx: Transaction<Database>,
  voice: Voice,
  instrument: Instrument,
  { studyId, row }: Pick<RunningWave, "studyId" | "row">,
  now: Date,
  seed: number,
): Promise<void> {
  const draw = drawFrom(seed);
  const opened = new Date(now.getTime() - openedDaysBefore * day);
  const [instrumentId, versionId, waveId] = [draw.hex(16), draw.hex(16), draw.hex(16)];
  await trx
    .insertInto("instruments")
    .values({ id: instrumentId, study_id: studyId, code: instrument.code })
    .execute();
  await trx
    .insertInto("instrument_versions")
    .values({
      ...{ id: versionId, instrument_id: instrumentId, number: 1 },
      definition: JSON.stringify(instrument),
      created_at: new Date(opened.getTime() - day).toISOString(),
    })
    .execute();
  await trx
    .insertInto("waves")
    .values({
      ...{ id: waveId, study_id: studyId, version_id: versionId, number: voice.wave.number },
      name: JSON.stringify(voice.wave.name),
      opens_at: opened.toISOString(),
      closes_at: new Date(now.getTime() + 5 * 365 * day).toISOString(),
      ...{ grace_minutes: 60, paused: 0 as const },
    })
    .execute();
  const all = voice.doors.reduce((sum, door) => sum + door.answers, 0);
  for (const door of voice.doors) {
    const collectorId = draw.hex(16);
    await trx
      .insertInto("collectors")
      .values(doorRow(collectorId, waveId, door))
      .execute();
    const rows = Array.from({ length: door.answers }, () => {
      const one = respond(voice, door, instrument, draw);
      return row(one, { waveId, versionId, collectorId, day: new Date(opened.getTime() + one.day * day) });
    });
    await trx.insertInto("responses").values(rows).execute();
    const stopped = Object.entries(voice.stopped).map(([page, people]) => ({
      collector_id: collectorId,
      ...{ page, people: Math.round((people * door.answers) / all) },
    }));
    await trx
      .insertInto("break_offs")
      .values(stopped.filter(({ people }) => people > 0))
      .execute();
  }
  await insertHours(trx, waveId, all);
}
