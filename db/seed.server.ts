import { hash } from "@node-rs/argon2";
import type { Insertable, Kysely, Transaction } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { Connection } from "./connect.server.ts";
import { accountingCertificates, inventedCertificates } from "./demo/certificates.ts";
import { demoDoors } from "./demo/colleges.ts";
import { type Draw, drawFrom } from "./demo/draw.ts";
import { type DemoResponse, demoResponses, waveDays } from "./demo/population.ts";
import { dayOf, doorRow } from "./demo/rows.ts";
import { demoAccounts, demoBreakOffs, demoStudy } from "./demo/study.ts";
import { demoVersions } from "./demo/wording.ts";
import { upsertCertificates } from "./queries/certificates.server.ts";
import type { Database, ResponseTable } from "./schema.ts";
import { insertFieldwork, type RunningWave } from "./seed-fieldwork.server.ts";
import { insertVoices } from "./seed-voices.server.ts";

export { demoAccounts } from "./demo/study.ts";

const populationSeed = 20_190_124;
const demoSize = 1200;

/** Where the demo stands in the store, for whoever adds to it in the same transaction. */
export interface DemoPlace {
  studyId: string;
  waveId: string;
  versionId: string;
  researcherId: string;
}

interface SeedOptions {
  /** The demo's last answers came the day before this one. */
  now?: Date;
  /** Runs in the same transaction once all responses are in: the place to make the demo's first release. */
  afterwards?(trx: Transaction<Database>, place: DemoPlace): Promise<void>;
}

export const hasStudies = async (db: Kysely<Database>): Promise<boolean> =>
  (await db.selectFrom("studies").select("id").limit(1).execute()).length > 0;

/** Fills an empty database with the demo study: the same people every time, their days counted back from `now`. */
export const seedDemo = (connection: Connection, options: SeedOptions = {}): Promise<void> =>
  seed(connection, demoSize, options, true);

/**
 * The demo's colleges with as many responses as asked for and nothing else, for measurements. The first 1,200 are
 * those of the demo's running wave.
 * @throws when the database already has a study: what people entered is never mixed with invented data
 */
export const seedScale = (
  connection: Connection,
  responses: number,
  options: SeedOptions = {},
): Promise<void> => seed(connection, responses, options, false);

async function seed(
  connection: Connection,
  responses: number,
  options: SeedOptions,
  whole: boolean,
): Promise<void> {
  const now = options.now ?? new Date();
  // Before the transaction: hashing takes its time, and SQLite has one writer.
  const hashes = await Promise.all(Object.values(demoAccounts).map(({ password }) => hashPassword(password)));
  await connection.db.transaction().execute(async (trx) => {
    if (await hasStudies(trx))
      throw new Error("The database already holds a study; the demo only goes into an empty one.");
    const template = templates["oneplusx-student"]();
    const { pilot, running } = demoVersions(template);
    const instrument = whole ? running : template;
    const place = await insertFrame(trx, instrument, now, hashes, whole);
    await insertResponses(trx, instrument, place, responses);
    if (whole) {
      const row: RunningWave["row"] = (one, at) => ({
        ...rowOf(place, one),
        wave_id: at.waveId,
        version_id: at.versionId,
        collector_id: at.collectorId,
        received_on: dayOf(at.day),
      });
      const versions = { instrument, pilot };
      await insertFieldwork(trx, versions, { ...place, row }, now, populationSeed + 2);
      await insertVoices(trx, { studyId: place.studyId, row }, now, populationSeed + 100);
    }
    await options.afterwards?.(trx, place);
  });
}

/** argon2id at the cost of every other account (app/http), so that a sign-in takes as long as for an unknown name. */
const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 32_768, timeCost: 7, parallelism: 1 });

interface Frame extends DemoPlace {
  instrumentId: string;
  openedOn: Date;
  /** Collector ids by slug. */
  doors: Map<string, string>;
}

async function insertFrame(
  trx: Transaction<Database>,
  instrument: Instrument,
  now: Date,
  hashes: string[],
  whole: boolean,
): Promise<Frame> {
  const draw = drawFrom(populationSeed + 1);
  const openedOn = addDays(now, -waveDays);
  const created_at = addDays(openedOn, -1).toISOString();
  const [study, instrumentId, version, wave] = [draw.hex(16), draw.hex(16), draw.hex(16), draw.hex(16)];
  await upsertCertificates(trx, [...accountingCertificates, ...inventedCertificates]);
  await trx
    .insertInto("studies")
    .values({
      id: study,
      slug: demoStudy.slug,
      title: JSON.stringify(demoStudy.title),
      time_zone: demoStudy.timeZone,
      synthetic: 1,
      staff_k: 5,
      method: JSON.stringify(demoStudy.method),
      keep_until: dayOf(addYears(now, 2)),
      created_at,
    })
    .execute();
  await trx
    .insertInto("instruments")
    .values({ id: instrumentId, study_id: study, code: instrument.code })
    .execute();
  await trx
    .insertInto("instrument_versions")
    .values({
      id: version,
      instrument_id: instrumentId,
      // The pilot asked the first one.
      number: whole ? 2 : 1,
      definition: JSON.stringify(instrument),
      created_at,
    })
    .execute();
  await trx
    .insertInto("waves")
    .values({
      id: wave,
      study_id: study,
      version_id: version,
      number: whole ? 2 : 1,
      name: JSON.stringify(demoStudy.wave),
      opens_at: openedOn.toISOString(),
      // Far enough ahead that nobody ever finds the demo closed.
      closes_at: addYears(now, 5).toISOString(),
      grace_minutes: 60,
      paused: 0,
    })
    .execute();
  const accounts = await insertAccounts(trx, study, hashes, created_at, draw);
  const doors = await insertDoors(trx, wave, draw);
  return {
    studyId: study,
    waveId: wave,
    versionId: version,
    instrumentId,
    researcherId: accounts[0] ?? "",
    openedOn,
    doors,
  };
}

async function insertAccounts(
  trx: Transaction<Database>,
  study_id: string,
  hashes: string[],
  created_at: string,
  draw: Draw,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { email, name, role }] of Object.values(demoAccounts).entries()) {
    const id = draw.hex(16);
    ids.push(id);
    await trx
      .insertInto("accounts")
      .values({ id, email, name, password_hash: hashes[index] ?? "", locked_until: null, created_at })
      .execute();
    await trx.insertInto("members").values({ study_id, account_id: id, role }).execute();
  }
  return ids;
}

async function insertDoors(
  trx: Transaction<Database>,
  wave_id: string,
  draw: Draw,
): Promise<Map<string, string>> {
  const ids = new Map(demoDoors.map(({ slug }) => [slug, draw.hex(16)]));
  await trx
    .insertInto("collectors")
    .values(demoDoors.map((door) => doorRow(ids.get(door.slug) ?? "", wave_id, door)))
    .execute();
  const stopped = demoDoors.flatMap((door) =>
    Object.entries(demoBreakOffs).map(([page, people]) => ({
      collector_id: ids.get(door.slug) ?? "",
      page,
      people: Math.round(people * door.share),
    })),
  );
  await trx
    .insertInto("break_offs")
    .values(stopped.filter(({ people }) => people > 0))
    .execute();
  return ids;
}

/** Rows a statement carries: well under the 65,535 values PostgreSQL takes and the 32,766 of SQLite. */
const batch = 500;

async function insertResponses(
  trx: Transaction<Database>,
  instrument: Instrument,
  place: Frame,
  count: number,
): Promise<void> {
  const people = demoResponses(instrument, populationSeed);
  const days = Array.from({ length: waveDays }, (_, day) => dayOf(addDays(place.openedOn, day)));
  const row = (one: DemoResponse) => ({
    ...rowOf(place, one),
    collector_id: place.doors.get(one.door) ?? "",
    received_on: days[one.day] ?? "",
  });
  for (let done = 0; done < count; done += batch) {
    const rows = Array.from({ length: Math.min(batch, count - done) }, () => row(people.next().value));
    await trx.insertInto("responses").values(rows).execute();
  }
}

const rowOf = (place: DemoPlace, one: DemoResponse): Insertable<ResponseTable> => ({
  id: one.id,
  study_id: place.studyId,
  wave_id: place.waveId,
  collector_id: "",
  version_id: place.versionId,
  language: one.language,
  received_on: "",
  late: 0,
  answers: JSON.stringify(one.answers),
  words: JSON.stringify(one.words),
  presented: JSON.stringify(one.presented),
  page_seconds: JSON.stringify(one.pageSeconds),
  receipt_hash: one.receiptHash,
  quality: JSON.stringify(one.quality),
  excluded: 0,
});

const addDays = (day: Date, days: number) => new Date(day.getTime() + days * 86_400_000);
const addYears = (day: Date, years: number) =>
  new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate()));
