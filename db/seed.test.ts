import { createHash } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asked as asAsked, instrumentDefinition, itemsOf } from "#app/instrument/definition.ts";
import { studyMethod } from "#app/instrument/study-method.ts";
import { listAskedInstruments } from "./queries/columns.server.ts";
import { demoAccounts, hasStudies, seedDemo, seedScale } from "./seed.server.ts";
import { databases, type TestDatabase } from "./testing/databases.ts";

const now = new Date("2026-03-01T04:00:00Z");
/** 1,200 through the colleges and the open link, 82 through class codes, 27 invited, 164 of the pilot. */
const students = 1200 + 82 + 27 + 164;
/** Teachers, administrators and employers. */
const others = 140 + 60 + 80;
const fingerprints = new Set<string>();
const studyIdOf = async ({ db }: TestDatabase) =>
  (await db.selectFrom("studies").select("id").executeTakeFirstOrThrow()).id;

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

  test("is 1,473 students and 280 others, the same on every database, and there in a moment", async () => {
    const rows = await database.db.selectFrom("responses").selectAll().execute();
    expect(rows).toHaveLength(students + others);
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
    const versions = await database.db.selectFrom("instrument_versions").selectAll().execute();
    for (const { definition } of versions) instrumentDefinition.parse(JSON.parse(definition));
  });

  test("has an open wave and a closed one, and every answer arrived inside its own before now", async () => {
    const waves = await database.db.selectFrom("waves").selectAll().orderBy("number").execute();
    expect(waves.map((one) => one.number)).toEqual([1, 2, 3, 4, 5]);
    expect(waves[0]!.closes_at < waves[1]!.opens_at).toBe(true);
    expect(waves[1]!.opens_at <= now.toISOString()).toBe(true);
    expect(waves[1]!.closes_at > "2030").toBe(true);
    for (const [at, least] of [
      [0, 5],
      [1, 18],
      [2, 8],
      [3, 6],
      [4, 6],
    ] as const) {
      const wave = waves[at]!;
      const days = await database.db
        .selectFrom("responses")
        .where("wave_id", "=", wave.id)
        .select("received_on")
        .distinct()
        .execute();
      const ordered = days.map((one) => one.received_on).sort();
      expect(ordered[0]! >= wave.opens_at.slice(0, 10)).toBe(true);
      expect(ordered.at(-1)! <= wave.closes_at.slice(0, 10)).toBe(true);
      expect(ordered.at(-1)! < "2026-03-01").toBe(true);
      expect(ordered.length).toBeGreaterThanOrEqual(least);
    }
  });

  test("has a pilot that asked two statements in other words, as an earlier version of its own", async () => {
    const asked = await database.db
      .selectFrom("responses as r")
      .innerJoin("waves as w", "w.id", "r.wave_id")
      .innerJoin("instrument_versions as v", "v.id", "r.version_id")
      .whereRef("w.version_id", "=", "v.id")
      .where("w.number", "<=", 2)
      .groupBy(["w.number", "v.number", "v.definition"])
      .select((e) => ["w.number as wave", "v.number", "v.definition", e.fn.countAll<number>().as("n")])
      .orderBy("w.number")
      .execute();
    expect(asked.map((one) => [one.wave, one.number, Number(one.n)])).toEqual([
      [1, 1, 164],
      [2, 2, students - 164],
    ]);
    const [pilot, running] = asked.map(({ definition }) =>
      itemsOf(asAsked(instrumentDefinition.parse(JSON.parse(definition)))),
    );
    const changed = pilot!.filter((item, at) => item.rev !== running![at]!.rev);
    expect(changed.map((item) => item.code)).toEqual(["EXM08", "SUP04"]);
    for (const item of changed) {
      const later = running!.find((one) => one.code === item.code)!;
      expect([item.rev, later.rev]).toEqual([1, 2]);
      expect(item.text).not.toEqual(later.text);
    }
  });

  test("has class codes, one of them too small to show, and a list whose links and answers know nothing of each other", async () => {
    const doors = await database.db
      .selectFrom("collectors as c")
      .leftJoin("responses as r", "r.collector_id", "c.id")
      .groupBy(["c.slug", "c.kind", "c.expected_size"])
      .select((e) => ["c.slug", "c.kind", "c.expected_size", e.fn.count<number>("r.id").as("n")])
      .execute();
    // Three colleges, four classes, and the colleges again for their teachers.
    expect(doors.filter((one) => one.kind === "class")).toHaveLength(10);
    expect(doors.some((one) => one.expected_size !== null && one.expected_size < 10)).toBe(true);
    const list = doors.find((one) => one.kind === "list")!;
    const invitations = await database.db.selectFrom("invitations").selectAll().execute();
    expect(invitations.every((one) => one.email!.endsWith("@example.org"))).toBe(true);
    expect(new Set(invitations.map((one) => one.email)).size).toBe(invitations.length);
    expect(invitations.filter((one) => one.spent_by)).toHaveLength(Number(list.n));
    const ids = new Set(
      (await database.db.selectFrom("responses").select("id").execute()).map((one) => one.id),
    );
    for (const one of invitations) expect(ids.has(one.spent_by ?? "")).toBe(false);
    const waiting = await database.db
      .selectFrom("mail_messages")
      .where("state", "=", "queued")
      .selectAll()
      .execute();
    const used = new Set(invitations.filter((one) => one.spent_by || one.undeliverable).map((one) => one.id));
    expect(waiting.length).toBeGreaterThan(20);
    expect(waiting.some((one) => used.has(one.invitation_id))).toBe(false);
  });

  test("has a quota that counts what was answered", async () => {
    const quota = await database.db.selectFrom("quotas").selectAll().executeTakeFirstOrThrow();
    const rows = await database.db
      .selectFrom("responses")
      .where("wave_id", "=", quota.wave_id)
      .select("answers")
      .execute();
    expect(quota.taken).toBe(rows.filter((one) => JSON.parse(one.answers).BG01 === "sec").length);
    expect(quota.taken).toBeGreaterThan(200);
    expect(quota.taken).toBeLessThan(quota.most);
  });

  test("asks teachers, colleges and employers by instruments of their own, who differ from the students", async () => {
    const asked = await listAskedInstruments(database.db, await studyIdOf(database));
    expect(asked.map(({ key, waveIds }) => [key, waveIds.length])).toEqual([
      ["student", 2],
      ["teacher", 1],
      ["college", 1],
      ["employer", 1],
    ]);
    const favourable = async (item: string, reverse = false) => {
      const rows = await database.db.selectFrom("responses").select("answers").execute();
      const points = rows.flatMap(({ answers }) => {
        const point = JSON.parse(answers)[item];
        return typeof point === "number" && point <= 5 ? [reverse ? 6 - point : point] : [];
      });
      return points.filter((point) => point >= 4).length / points.length;
    };
    // Exam-room discipline, credits and what the certificate tests: three mirrored pairs, far apart.
    expect((await favourable("TCH10")) - (await favourable("EXM04"))).toBeGreaterThan(0.2);
    expect((await favourable("COL06")) - (await favourable("SUP04"))).toBeGreaterThan(0.3);
    expect((await favourable("CAR03")) - (await favourable("EMP02"))).toBeGreaterThan(0.1);
  });

  test("names only invented certificates, colleges and people", async () => {
    const certificates = await database.db.selectFrom("certificates").selectAll().execute();
    expect(certificates.filter((one) => one.synthetic === 0)).toHaveLength(6);
    const invented = new Set(certificates.filter((one) => one.synthetic === 1).map((one) => one.code));
    const responses = await database.db.selectFrom("responses").select("answers").execute();
    for (const { answers } of responses) {
      const { BG06, TBG04 } = JSON.parse(answers);
      for (const named of [BG06, TBG04]) if (named && named !== "~") expect(invented).toContain(named);
    }
    const doors = await database.db.selectFrom("collectors").selectAll().execute();
    expect(doors.map((one) => one.slug)).toContain("demo");
    for (const door of doors) {
      const cohort = Object.values<{ "zh-CN": string }>(JSON.parse(door.cohort));
      expect(cohort.length > 0).toBe(door.kind === "class");
      for (const name of cohort) expect(name["zh-CN"]).toContain("（虚构）");
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
    const rows = await database.db
      .selectFrom("break_offs as b")
      .innerJoin("collectors as c", "c.id", "b.collector_id")
      .innerJoin("waves as w", "w.id", "c.wave_id")
      .where("w.number", "=", 2)
      .select("b.people")
      .execute();
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
    expect(count).toBe(students + others);
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
