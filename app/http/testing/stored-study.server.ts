import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import type { Instrument } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import type { ResponseTable } from "#db/schema.ts";
import type { TestDatabase } from "#db/testing/databases.ts";

/** The stored study of these tests: one wave of the student survey through two doors. */
export const study = { id: "study", timeZone: "Asia/Shanghai" };
const text = JSON.stringify({ "zh-CN": "名", en: "name" });
export const idOf = (n: number) => createHash("sha256").update(String(n)).digest("hex").slice(0, 32);

export async function prepare({ db }: TestDatabase, instrument = templates["oneplusx-student"]()) {
  await db
    .insertInto("studies")
    .values({
      id: "study",
      slug: "s",
      title: text,
      time_zone: study.timeZone,
      synthetic: 1,
      staff_k: 5,
      method: "{}",
      keep_until: "2030-01-01",
      created_at: "2026-01-01T00:00:00Z",
    })
    .execute();
  await addVersion(db, "v", instrument);
  await addWave(db, { id: "w", version: "v", number: 1, doors: ["North", "South"] });
  await db
    .insertInto("accounts")
    .values({ id: "a", email: "a@example.org", name: "A", password_hash: "-", created_at: "2026-01-01" })
    .execute();
}

type Db = TestDatabase["db"];

/** One more version, of an instrument of its own unless that is named. */
export async function addVersion(db: Db, id: string, instrument: Instrument, of = `i ${id}`) {
  const known = await db.selectFrom("instruments").select("id").where("id", "=", of).executeTakeFirst();
  if (!known) await db.insertInto("instruments").values({ id: of, study_id: "study", code: of }).execute();
  const before = await db
    .selectFrom("instrument_versions")
    .select("id")
    .where("instrument_id", "=", of)
    .execute();
  await db
    .insertInto("instrument_versions")
    .values({
      id,
      instrument_id: of,
      number: before.length + 1,
      definition: JSON.stringify(instrument),
      created_at: "2026-01-01T00:00:00Z",
    })
    .execute();
}

export async function addWave(
  db: Db,
  { id, version, number, doors }: { id: string; version: string; number: number; doors: string[] },
) {
  await db
    .insertInto("waves")
    .values({
      id,
      study_id: "study",
      version_id: version,
      number,
      name: text,
      opens_at: "2026-01-01T00:00:00Z",
      closes_at: "2027-01-01T00:00:00Z",
      grace_minutes: 30,
      paused: 0,
    })
    .execute();
  for (const college of doors) {
    await db
      .insertInto("collectors")
      .values({
        id: college,
        wave_id: id,
        slug: college.toLowerCase(),
        name: text,
        cohort: JSON.stringify({ college: { "zh-CN": college, en: college } }),
        expected_size: null,
        max_responses: null,
      })
      .execute();
  }
}

/** An answer under an id made from a number. */
export async function answer(
  { db }: Pick<TestDatabase, "db">,
  n: number,
  collector = "North",
  words = {},
  more: Partial<Insertable<ResponseTable>> = {},
) {
  await db
    .insertInto("responses")
    .values({
      id: idOf(n),
      study_id: "study",
      wave_id: "w",
      collector_id: collector,
      version_id: "v",
      language: "zh-CN",
      received_on: "2026-03-02",
      late: 0,
      answers: JSON.stringify({ CON01: true, SCR01: "one", CUR01: 1 + (n % 5) }),
      words: JSON.stringify(words),
      presented: "[]",
      page_seconds: "{}",
      receipt_hash: `hash ${n}`,
      ...more,
    })
    .execute();
}
