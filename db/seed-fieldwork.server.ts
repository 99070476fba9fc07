import type { Insertable, Transaction } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import type { DemoDoor } from "./demo/colleges.ts";
import { type Draw, drawFrom } from "./demo/draw.ts";
import {
  classes,
  hours,
  inventedPerson,
  letters,
  list,
  margins,
  pilot,
  quota,
  targets,
  volunteers,
} from "./demo/fieldwork.ts";
import { type DemoResponse, demoResponses, waveDays } from "./demo/population.ts";
import { dayOf, doorRow } from "./demo/rows.ts";
import type { Database, ResponseTable } from "./schema.ts";

/** Where the running wave stands, and how the seed writes a response of it. */
export interface RunningWave {
  studyId: string;
  waveId: string;
  instrumentId: string;
  versionId: string;
  researcherId: string;
  openedOn: Date;
  row(
    one: DemoResponse,
    place: { waveId: string; versionId: string; collectorId: string; day: Date },
  ): Insertable<ResponseTable>;
}

const day = 86_400_000;
const daysAfter = (from: Date, days: number) => new Date(from.getTime() + days * day);

/** Adds what a running fieldwork has beside its answers: an earlier wave, class codes, an invitation list and its mail. */
export async function insertFieldwork(
  trx: Transaction<Database>,
  versions: { instrument: Instrument; pilot: Instrument },
  running: RunningWave,
  now: Date,
  seed: number,
): Promise<void> {
  const draw = drawFrom(seed);
  const people = (door: DemoDoor, salt: number) => demoResponses(versions.instrument, seed + salt, [door]);
  const add = async (
    door: DemoDoor,
    count: number,
    place: { waveId: string; versionId: string; collectorId: string; opened: Date; days: number },
    salt: number,
  ) => {
    const from = people(door, salt);
    const rows = Array.from({ length: count }, () => {
      const one = from.next().value;
      const on = daysAfter(place.opened, one.day % place.days);
      return running.row(one, { ...place, day: on });
    });
    await trx.insertInto("responses").values(rows).execute();
  };

  const [pilotWave, pilotVersion] = [draw.hex(16), draw.hex(16)];
  const pilotOpened = daysAfter(now, -pilot.daysBefore);
  await trx
    .insertInto("instrument_versions")
    .values({
      id: pilotVersion,
      instrument_id: running.instrumentId,
      number: 1,
      definition: JSON.stringify(versions.pilot),
      created_at: daysAfter(pilotOpened, -1).toISOString(),
    })
    .execute();
  await trx
    .insertInto("waves")
    .values({
      id: pilotWave,
      study_id: running.studyId,
      version_id: pilotVersion,
      number: 1,
      name: JSON.stringify(pilot.name),
      opens_at: pilotOpened.toISOString(),
      closes_at: daysAfter(pilotOpened, pilot.days).toISOString(),
      grace_minutes: 60,
      paused: 0,
    })
    .execute();
  const pilotDoor = await insertDoor(trx, pilotWave, pilot.door, draw);
  const pilotPlace = {
    waveId: pilotWave,
    versionId: pilotVersion,
    collectorId: pilotDoor,
    opened: pilotOpened,
    days: pilot.days,
  };
  await add(pilot.door, pilot.answers, pilotPlace, 1);

  const { waveId, versionId } = running;
  const here = { waveId, versionId, opened: running.openedOn, days: waveDays };
  for (const [at, one] of classes.entries()) {
    const collectorId = await insertDoor(trx, running.waveId, one.door, draw);
    await add(one.door, one.answers, { ...here, collectorId }, 10 + at);
  }
  const listId = await insertDoor(trx, running.waveId, list.door, draw);
  await add(list.door, list.answers, { ...here, collectorId: listId }, 30);
  await insertLetters(trx, listId, running.researcherId, now, draw);
  await insertPlan(trx, running, draw, now);
  await insertHours(trx, pilotWave, pilot.answers);
  await insertHours(trx, waveId, 1200);
}

async function insertDoor(trx: Transaction<Database>, waveId: string, door: DemoDoor, draw: Draw) {
  const id = draw.hex(16);
  await trx
    .insertInto("collectors")
    .values(doorRow(id, waveId, door))
    .execute();
  return id;
}

/** A list as it stands nine days after the invitation: most delivered, some used, a reminder waiting in the outbox. */
async function insertLetters(
  trx: Transaction<Database>,
  collector_id: string,
  account_id: string,
  now: Date,
  draw: Draw,
): Promise<void> {
  const sentAt = daysAfter(now, -list.sentDaysAgo);
  const invitations = Array.from({ length: list.people }, (_, at) => ({
    id: draw.hex(16),
    collector_id,
    ...inventedPerson(at),
    fields: "{}",
    spent_by: at < list.answers ? draw.hex(32) : null,
    opted_out: (at >= list.people - list.optedOut ? 1 : 0) as 0 | 1,
    undeliverable:
      at >= list.answers && at < list.answers + list.refused ? "550 5.1.1 no such mailbox" : null,
  }));
  // In the order of their ids, so that the order of the list does not tell who answered.
  invitations.sort((a, b) => (a.id < b.id ? -1 : 1));
  await trx.insertInto("invitations").values(invitations).execute();
  const mailing = async (kind: "invitation" | "reminder", at: Date) => {
    const id = draw.hex(16);
    const { subject, body } = letters[kind];
    await trx
      .insertInto("mailings")
      .values({
        id,
        collector_id,
        kind,
        subject: JSON.stringify(subject),
        body: JSON.stringify(body),
        account_id,
        created_at: at.toISOString(),
      })
      .execute();
    return id;
  };
  const invited = await mailing("invitation", sentAt);
  const reminded = await mailing("reminder", daysAfter(now, -1));
  const waiting = invitations.filter((one) => !one.spent_by && !one.opted_out && !one.undeliverable);
  await trx
    .insertInto("mail_messages")
    .values([
      ...invitations.map((one) => ({
        id: draw.hex(16),
        mailing_id: invited,
        invitation_id: one.id,
        state: one.undeliverable ? ("refused" as const) : ("sent" as const),
        attempts: 1,
        next_at: null,
        claimed_at: null,
        problem: one.undeliverable,
        sent_on: one.undeliverable ? null : dayOf(sentAt),
      })),
      ...waiting.map((one) => ({
        id: draw.hex(16),
        mailing_id: reminded,
        invitation_id: one.id,
        state: "queued" as const,
        attempts: 0,
        next_at: daysAfter(now, -1).toISOString(),
        claimed_at: null,
        problem: null,
        sent_on: null,
      })),
    ])
    .execute();
  await trx
    .insertInto("invitation_links")
    .values(invitations.map((one) => ({ token_hash: draw.hex(32), invitation_id: one.id })))
    .execute();
}

/** What the researchers of the demo meant to reach, one limit, and people who offered to talk. */
async function insertPlan(
  trx: Transaction<Database>,
  running: RunningWave,
  draw: Draw,
  now: Date,
): Promise<void> {
  await trx
    .updateTable("waves")
    .set({ targets: JSON.stringify(targets) })
    .where("id", "=", running.waveId)
    .execute();
  await trx
    .updateTable("studies")
    .set({ margins: JSON.stringify(margins) })
    .where("id", "=", running.studyId)
    .execute();
  const answered = await trx
    .selectFrom("responses")
    .select("answers")
    .where("wave_id", "=", running.waveId)
    .execute();
  const [[item, option] = ["", ""]] = Object.entries(quota.cell);
  await trx
    .insertInto("quotas")
    .values({
      id: draw.hex(16),
      wave_id: running.waveId,
      collector_id: null,
      name: JSON.stringify(quota.name),
      cell: JSON.stringify(quota.cell),
      most: quota.most,
      taken: answered.filter((one) => JSON.parse(one.answers)[item] === option).length,
    })
    .execute();
  await trx
    .insertInto("decisions")
    .values({
      id: draw.hex(16),
      study_id: running.studyId,
      account_id: running.researcherId,
      decided_at: daysAfter(now, -6).toISOString(),
      action: "quota",
      subject: running.waveId,
      reason: `${quota.name["zh-CN"]} / ${quota.name.en}`,
    })
    .execute();
  await trx
    .insertInto("volunteers")
    .values(volunteers.map((one) => ({ id: draw.hex(16), study_id: running.studyId, ...one })))
    .execute();
}

/** When in the day a wave's answers came in. */
export async function insertHours(
  trx: Transaction<Database>,
  wave_id: string,
  answers: number,
): Promise<void> {
  const all = hours.reduce((sum, weight) => sum + weight, 0);
  const rows = hours.map((weight, hour) => ({ wave_id, hour, people: Math.round((answers * weight) / all) }));
  await trx
    .insertInto("arrivals")
    .values(rows.filter((one) => one.people > 0))
    .execute();
}
