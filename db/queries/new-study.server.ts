import { randomBytes, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { StudyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { publishVersion } from "./instrument-versions.server.ts";
import { createInstrument, type NewInstrument } from "./instruments.server.ts";
import { createDoors, type NewDoor } from "./study-doors.server.ts";
import { createWave, type WaveSettings } from "./waves.server.ts";

export interface NewStudy {
  accountId: string;
  /** ISO-8601 UTC. */
  now: string;
  /** The address wished for; one that is taken gets something behind it. */
  slug: string;
  title: Text;
  timeZone: string;
  method: StudyMethod;
  /** YYYY-MM-DD */
  keepUntil: string;
  instruments: readonly NewStudyInstrument[];
}
export interface NewStudyInstrument extends NewInstrument {
  /** What is kept with it as a decision. */
  reason: string;
  /** Where it is asked from its first version on; without one it stays a draft. */
  opening?: { wave: Omit<WaveSettings, "versionId">; waveReason: string; door: NewDoor; doorReason: string };
}

/** Fewest people behind anything staff see in a study nobody has set otherwise. */
const usualStaffK = 10;
/** Names the studio's own pages have. */
const reserved = new Set(["new", "account", "certificates", "sign-in", "sign-out"]);

/**
 * A study with all it begins with; whoever makes it is its researcher. Call inside a transaction.
 * @returns its address
 */
export async function createStudy(trx: Kysely<Database>, study: NewStudy): Promise<string> {
  const slug = await freeSlug(trx, study.slug);
  const id = randomUUID();
  const { accountId, now } = study;
  await trx
    .insertInto("studies")
    .values({
      ...{ id, slug, title: JSON.stringify(study.title), time_zone: study.timeZone, synthetic: 0 },
      ...{ staff_k: usualStaffK, method: JSON.stringify(study.method), keep_until: study.keepUntil },
      created_at: now,
    })
    .execute();
  await trx
    .insertInto("members")
    .values({ study_id: id, account_id: accountId, role: "researcher" })
    .execute();
  for (const one of study.instruments) await addInstrument(trx, { studyId: id, accountId, now }, one);
  return slug;
}

async function addInstrument(
  trx: Kysely<Database>,
  who: { studyId: string; accountId: string; now: string },
  { opening, reason, ...instrument }: NewStudyInstrument,
): Promise<void> {
  const by = { ...who, reason };
  const id = await createInstrument(trx, by, instrument);
  if (id === undefined) throw new Error(`Two instruments are called "${instrument.definition.code}".`);
  if (!opening) return;
  const { definition } = instrument;
  const made = { instrumentId: id, base: 1, definition, judged: [], waves: [] };
  await publishVersion(trx, by, made);
  const version = await trx
    .selectFrom("instrument_versions")
    .select("id")
    .where("instrument_id", "=", id)
    .executeTakeFirstOrThrow();
  const settings = { ...opening.wave, versionId: version.id };
  const number = await createWave(trx, { ...who, reason: opening.waveReason }, settings);
  const wave = await trx
    .selectFrom("waves")
    .select("id")
    .where("study_id", "=", who.studyId)
    .where("number", "=", number ?? 0)
    .executeTakeFirstOrThrow();
  await createDoors(trx, who, wave.id, [opening.door], {
    skipKnown: false,
    reason: () => opening.doorReason,
  });
}

async function freeSlug(db: Kysely<Database>, wished: string): Promise<string> {
  const isFree = async (slug: string) =>
    !reserved.has(slug) &&
    !(await db.selectFrom("studies").select("id").where("slug", "=", slug).executeTakeFirst());
  if (wished && (await isFree(wished))) return wished;
  for (;;) {
    const slug = `${wished || "study"}-${randomBytes(3).toString("hex")}`;
    if (await isFree(slug)) return slug;
  }
}
