import type { Insertable, Kysely } from "kysely";
import { demoStudy } from "../demo/study.ts";
import type { Database, ResponseTable } from "../schema.ts";

/** A study with one open wave and two doors, `<slug>-a` and `<slug>-b`; ids are the slugs themselves. */
export async function insertSmallStudy(db: Kysely<Database>, slug: string): Promise<void> {
  const name = JSON.stringify({ "zh-CN": `课题 ${slug}`, en: `Study ${slug}` });
  const now = "2026-01-01T00:00:00.000Z";
  await db
    .insertInto("studies")
    .values({
      id: slug,
      slug,
      title: name,
      time_zone: "Asia/Shanghai",
      synthetic: 1,
      staff_k: 5,
      method: JSON.stringify(demoStudy.method),
      keep_until: "2030-01-01",
      created_at: now,
    })
    .execute();
  await db.insertInto("instruments").values({ id: slug, study_id: slug, code: "test" }).execute();
  await db
    .insertInto("instrument_versions")
    .values({ id: slug, instrument_id: slug, number: 1, definition: "{}", created_at: now })
    .execute();
  await db
    .insertInto("waves")
    .values({
      id: slug,
      study_id: slug,
      version_id: slug,
      number: 1,
      name,
      opens_at: now,
      closes_at: "2027-01-01T00:00:00.000Z",
      grace_minutes: 60,
      paused: 0,
    })
    .execute();
  for (const door of [`${slug}-a`, `${slug}-b`]) {
    await db
      .insertInto("collectors")
      .values({
        id: door,
        wave_id: slug,
        slug: door,
        name,
        cohort: "{}",
        expected_size: 40,
        max_responses: null,
      })
      .execute();
  }
}

/** A response of a small study: two items asked, one answered, unless said otherwise. */
export async function insertSmallResponse(
  db: Kysely<Database>,
  study: string,
  given: Partial<Insertable<ResponseTable>> & { id: string },
): Promise<void> {
  await db
    .insertInto("responses")
    .values({
      study_id: study,
      wave_id: study,
      collector_id: `${study}-a`,
      version_id: study,
      language: "zh-CN",
      received_on: "2026-03-01",
      late: 0,
      answers: JSON.stringify({ Q1: 4, Q2: null }),
      words: "{}",
      presented: JSON.stringify(["Q1", "Q2"]),
      page_seconds: "{}",
      receipt_hash: `receipt of ${given.id}`,
      excluded: 0,
      ...given,
    })
    .execute();
}

/** An account with a password hash that opens nothing. */
export async function insertSmallAccount(db: Kysely<Database>, id: string): Promise<void> {
  await db
    .insertInto("accounts")
    .values({
      id,
      email: `${id}@example.org`,
      name: id,
      password_hash: `hash of ${id}`,
      locked_until: null,
      created_at: "2026-01-01T00:00:00.000Z",
    })
    .execute();
}
