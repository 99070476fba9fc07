import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { cohortKey } from "#app/fieldwork/class-list.ts";
import type { DoorKind } from "#app/fieldwork/door.ts";
import { inDoorOrder } from "#app/fieldwork/door-order.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";

/** What a researcher sets of a door. */
export interface DoorSettings {
  name: Text;
  cohort: Record<string, Text>;
  expected: number | null;
  most: number | null;
}
export interface NewDoor extends DoorSettings {
  slug: string;
  kind: DoorKind;
}

/** A door as the studio knows it. */
export interface StudyDoor extends NewDoor {
  id: string;
  waveId: string;
  /** Closed by hand. */
  closed: boolean;
  /** Sent and still there, excluded ones among them. */
  received: number;
  /** Begun and not finished, as far as still kept. */
  unfinished: number;
}

/** Doors of a study: of one wave, or the one with this address; newest waves first, then as people look for them. */
export async function listStudyDoors(
  db: Kysely<Database>,
  studyId: string,
  only: { waveId?: string; slug?: string } = {},
): Promise<StudyDoor[]> {
  let query = db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .selectAll("c")
    .select((e) => [
      e
        .selectFrom("responses as r")
        .where("r.study_id", "=", studyId)
        .whereRef("r.collector_id", "=", "c.id")
        .select((r) => r.fn.countAll<number>().as("n"))
        .as("received"),
      e
        .selectFrom("drafts as d")
        .whereRef("d.collector_id", "=", "c.id")
        .select((d) => d.fn.countAll<number>().as("n"))
        .as("unfinished"),
    ]);
  if (only.waveId !== undefined) query = query.where("c.wave_id", "=", only.waveId);
  if (only.slug !== undefined) query = query.where("c.slug", "=", only.slug);
  const rows = await query.orderBy("w.number", "desc").orderBy("c.slug").execute();
  const doors = rows.map((row) => ({
    id: row.id,
    waveId: row.wave_id,
    slug: row.slug,
    kind: row.kind,
    name: JSON.parse(row.name),
    cohort: JSON.parse(row.cohort),
    expected: row.expected_size,
    most: row.max_responses,
    closed: row.closed === 1,
    received: Number(row.received),
    unfinished: Number(row.unfinished),
  }));
  const waves = [...new Set(doors.map(({ waveId }) => waveId))];
  return waves.flatMap((wave) => inDoorOrder(doors.filter(({ waveId }) => waveId === wave)));
}

const stored = (door: DoorSettings) => ({
  name: JSON.stringify(door.name),
  cohort: JSON.stringify(door.cohort),
  expected_size: door.expected,
  max_responses: door.most,
});

/**
 * Opens new doors in a wave, all or none, with one decision for all of them.
 * @param options.skipKnown leaves out doors whose cohort another door of the wave has already: a list sent twice adds
 *   nothing
 * @returns the addresses of the doors made, or undefined when the study has no such wave
 */
export async function createDoors(
  trx: Kysely<Database>,
  by: Omit<Deciding, "reason">,
  waveId: string,
  doors: readonly NewDoor[],
  options: { skipKnown: boolean; reason: (made: readonly NewDoor[]) => string },
): Promise<string[] | undefined> {
  // Changing nothing, it makes others who add doors to this wave wait for these.
  const { numUpdatedRows } = await trx
    .updateTable("waves")
    .set((e) => ({ number: e.ref("number") }))
    .where("id", "=", waveId)
    .where("study_id", "=", by.studyId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  const there = options.skipKnown ? await listStudyDoors(trx, by.studyId, { waveId }) : [];
  const known = new Set(there.map((one) => cohortKey(one.cohort)));
  const made = doors.filter((one) => !known.has(cohortKey(one.cohort)));
  const rows = made.map((one) => ({
    id: randomUUID(),
    wave_id: waveId,
    slug: one.slug,
    kind: one.kind,
    ...stored(one),
  }));
  for (let at = 0; at < rows.length; at += 500)
    await trx
      .insertInto("collectors")
      .values(rows.slice(at, at + 500))
      .execute();
  const [first, second] = rows;
  if (first)
    await recordDecision(trx, {
      ...by,
      reason: options.reason(made),
      action: "door",
      subject: second ? waveId : first.id,
    });
  return made.map(({ slug }) => slug);
}

/** @returns false when the study has no such door */
export async function setDoor(
  trx: Kysely<Database>,
  by: Deciding,
  doorId: string,
  change: DoorSettings | { closed: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("collectors")
    .set("closed" in change ? { closed: change.closed ? 1 : 0 } : stored(change))
    .where("id", "=", doorId)
    .where("wave_id", "in", wavesOf(trx, by.studyId))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordDecision(trx, { ...by, action: "door", subject: doorId });
  return true;
}

const wavesOf = (db: Kysely<Database>, studyId: string) =>
  db.selectFrom("waves").select("id").where("study_id", "=", studyId);

/** Whether anything came through a door, or somebody is invited to it: then its address must stay known. */
export async function isDoorUsed(db: Kysely<Database>, doorId: string): Promise<boolean> {
  for (const table of [
    "responses",
    "drafts",
    "break_offs",
    "withdrawals",
    "invitations",
    "mailings",
  ] as const) {
    const row = await db
      .selectFrom(table)
      .select("collector_id")
      .where("collector_id", "=", doorId)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

/** Takes a door away that nobody has used, with its quotas. @returns false when it was used or is not of this study */
export async function deleteDoor(trx: Kysely<Database>, by: Deciding, doorId: string): Promise<boolean> {
  const door = await trx
    .selectFrom("collectors")
    .select("wave_id")
    .where("id", "=", doorId)
    .where("wave_id", "in", wavesOf(trx, by.studyId))
    .executeTakeFirst();
  if (!door || (await isDoorUsed(trx, doorId))) return false;
  await trx.deleteFrom("quotas").where("collector_id", "=", doorId).execute();
  await trx.deleteFrom("collectors").where("id", "=", doorId).execute();
  await recordDecision(trx, { ...by, action: "door", subject: door.wave_id });
  return true;
}
