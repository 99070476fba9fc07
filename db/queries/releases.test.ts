import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleRelease } from "#app/briefs/testing/sample-release.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import {
  createRelease,
  findRelease,
  findReleaseFile,
  findStudy,
  listReleaseFiles,
  listReleases,
  missingForNext,
  readReleases,
  storeReleaseFiles,
} from "./releases.server.ts";

describe.each(databases)("releases on $name", ({ open }) => {
  let store: TestDatabase;
  const now = "2026-06-30T08:00:00.000Z";

  beforeAll(async () => {
    store = await open();
    const { method } = sampleRelease();
    const { institution, lead, contact, ethics, population, recruitment, limits } = method;
    await store.db
      .insertInto("studies")
      .values({
        ...{ id: "s1", slug: "demo", time_zone: "Asia/Shanghai", synthetic: 1, staff_k: 5 },
        title: JSON.stringify({ "zh-CN": "调查", en: "Survey" }),
        method: JSON.stringify({ institution, lead, contact, ethics, population, recruitment, limits }),
        keep_until: "2028-01-01",
        created_at: now,
      })
      .execute();
    await store.db
      .insertInto("accounts")
      .values({
        id: "a1",
        email: "r@example.org",
        name: "R",
        password_hash: "-",
        locked_until: null,
        created_at: now,
      })
      .execute();
  });
  afterAll(() => store.close());

  const create = (id: string, number: number, n: number) =>
    store.db.transaction().execute((trx) =>
      createRelease(trx, {
        ...{ id, studyId: "s1", accountId: "a1", releasedAt: now, decisionId: `d-${id}` },
        content: sampleRelease({ number }, n),
      }),
    );

  test("are numbered, at least ten answers apart, and leave a decision behind", async () => {
    expect(await create("r1", 1, 100)).toBe("created");
    expect(await create("again", 1, 200)).toBe("late");
    expect(await create("soon", 2, 109)).toBe("too-few");
    expect(await create("r2", 2, 110)).toBe("created");
    expect((await listReleases(store.db, "s1")).map((one) => [one.number, one.responses, one.by])).toEqual([
      [2, 110, "R"],
      [1, 100, "R"],
    ]);
    const decisions = await store.db
      .selectFrom("decisions")
      .select(["action", "subject"])
      .orderBy("subject")
      .execute();
    expect(decisions).toEqual([
      { action: "release", subject: "r1" },
      { action: "release", subject: "r2" },
    ]);
  });

  test("the newest is found without a number, older ones by theirs", async () => {
    const study = await findStudy(store.db, "demo");
    expect(study).toMatchObject({ id: "s1", synthetic: true });
    expect((await findRelease(store.db, "s1"))?.id).toBe("r2");
    expect((await findRelease(store.db, "s1", 1))?.release.n).toBe(100);
    expect(await findRelease(store.db, "s1", 3)).toBeUndefined();
    expect(await findStudy(store.db, "nope")).toBeUndefined();
    expect((await readReleases(store.db, "s1")).map((one) => one.release.number)).toEqual([1, 2]);
  });

  test("files are stored once; a second attempt changes nothing", async () => {
    const file = (text: string) => [
      { name: "brief.en.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode(text) },
    ];
    await store.db.transaction().execute((trx) => storeReleaseFiles(trx, "r1", file("first")));
    await store.db.transaction().execute((trx) => storeReleaseFiles(trx, "r1", file("second one")));
    expect(await listReleaseFiles(store.db, "r1")).toEqual([{ name: "brief.en.pdf", size: 5 }]);
    expect(Buffer.from((await findReleaseFile(store.db, "r1", "brief.en.pdf"))!.bytes).toString()).toBe(
      "first",
    );
    expect(await findReleaseFile(store.db, "r2", "brief.en.pdf")).toBeUndefined();
  });
});

test("how many answers are missing", () => {
  expect([missingForNext(3, undefined), missingForNext(10, undefined)]).toEqual([7, 0]);
  expect([missingForNext(105, { responses: 100 }), missingForNext(90, { responses: 100 })]).toEqual([5, 20]);
});
