import { createHash } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instrumentDefinition } from "#app/instrument/definition.ts";
import { studyMethod } from "#app/instrument/study-method.ts";
import { demoAccounts, hasStudies, seedDemo, seedScale } from "./seed.server.ts";
import { databases, type TestDatabase } from "./testing/databases.ts";

const now = new Date("2026-03-01T04:00:00Z");
const fingerprints = new Set<string>();

describe.each(databases)("the demo on $name", ({ open }) => {
  let database: TestDatabase;
  let took: number;
  beforeAll(async () => {
    database = await open();
    const started = performance.now();
    await seedDemo(database, { now });
    took = performance.now() - started;
  });
  afterAll(() => database.close());

  test("is 1,200 responses, the same on every database, and there in a moment", async () => {
    const rows = await database.db.selectFrom("responses").selectAll().execute();
    expect(rows).toHaveLength(1200);
    // Databases order text differently; the hash must not depend on it.
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const lines = rows.map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    fingerprints.add(createHash("sha256").update(JSON.stringify(lines)).digest("hex"));
    expect(fingerprints.size).toBe(1);
    expect(took).toBeLessThan(5000);
  });

  test("is marked synthetic, with an instrument and a method that parse", async () => {
    const study = await database.db.selectFrom("studies").selectAll().executeTakeFirstOrThrow();
    expect(study).toMatchObject({ slug: "demo", synthetic: 1, staff_k: 5, keep_until: "2028-03-01" });
    // The mark beside it says what the data are; the name need not.
    expect(JSON.parse(study.title)).toEqual({
      "zh-CN": "1+X证书学生态度调查（演示）",
      en: "1+X student attitudes (demo)",
    });
    studyMethod.parse(JSON.parse(study.method));
    const version = await database.db.selectFrom("instrument_versions").selectAll().executeTakeFirstOrThrow();
    instrumentDefinition.parse(JSON.parse(version.definition));
  });

  test("has an open wave, and every answer arrived inside it before now", async () => {
    const wave = await database.db.selectFrom("waves").selectAll().executeTakeFirstOrThrow();
    expect(wave.opens_at <= now.toISOString()).toBe(true);
    expect(wave.closes_at > "2030").toBe(true);
    const days = await database.db.selectFrom("responses").select("received_on").distinct().execute();
    const ordered = days.map((one) => one.received_on).sort();
    expect(ordered[0]! >= "2026-02-08").toBe(true);
    expect(ordered.at(-1)! < "2026-03-01").toBe(true);
    expect(ordered.length).toBeGreaterThan(17);
  });

  test("names only invented certificates, colleges and people", async () => {
    const certificates = await database.db.selectFrom("certificates").selectAll().execute();
    expect(certificates.filter((one) => one.synthetic === 0)).toHaveLength(6);
    const invented = new Set(certificates.filter((one) => one.synthetic === 1).map((one) => one.code));
    const responses = await database.db.selectFrom("responses").select("answers").execute();
    for (const { answers } of responses) {
      const named = JSON.parse(answers).BG06;
      if (named && named !== "~") expect(invented).toContain(named);
    }
    const doors = await database.db.selectFrom("collectors").selectAll().execute();
    expect(doors.map((one) => one.slug)).toContain("demo");
    for (const door of doors) {
      const { college } = JSON.parse(door.cohort);
      if (door.slug === "demo") expect(college).toBeUndefined();
      else expect(college["zh-CN"]).toContain("（虚构）");
    }
  });

  test("lets the two demo accounts in, with their roles", async () => {
    for (const { email, password, role } of Object.values(demoAccounts)) {
      const found = await database.db
        .selectFrom("accounts as a")
        .innerJoin("members as m", "m.account_id", "a.id")
        .select(["a.password_hash", "m.role"])
        .where("a.email", "=", email)
        .executeTakeFirstOrThrow();
      expect(found.role).toBe(role);
      expect(found.password_hash).toMatch(/^\$argon2id\$/);
      expect(await verify(found.password_hash, password)).toBe(true);
    }
  });

  test("shows where people stopped", async () => {
    const rows = await database.db.selectFrom("break_offs").selectAll().execute();
    const people = rows.reduce((sum, one) => sum + one.people, 0);
    expect(people).toBeGreaterThan(130);
    expect(people).toBeLessThan(160);
  });

  test("never goes where something already is", async () => {
    expect(await hasStudies(database.db)).toBe(true);
    await expect(seedDemo(database, { now })).rejects.toThrow("already holds a study");
    const { count } = await database.db
      .selectFrom("responses")
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1200);
  });
});

test.each(databases)("what is added afterwards on $name stands or falls with the demo", async ({ open }) => {
  const database = await open();
  const failing = seedScale(database, 20, {
    now,
    afterwards: async (trx, place) => {
      const rows = await trx
        .selectFrom("responses")
        .select("id")
        .where("study_id", "=", place.studyId)
        .execute();
      throw new Error(`saw ${rows.length}`);
    },
  });
  await expect(failing).rejects.toThrow("saw 20");
  expect(await hasStudies(database.db)).toBe(false);
  await database.close();
});
