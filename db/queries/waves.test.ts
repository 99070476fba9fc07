import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallResponse, insertSmallStudy } from "../testing/small-study.ts";
import {
  createDoors,
  deleteDoor,
  isDoorUsed,
  listStudyDoors,
  type NewDoor,
  setDoor,
} from "./study-doors.server.ts";
import {
  changeWave,
  createWave,
  findWave,
  listVersions,
  listWaveDecisions,
  listWaves,
  setWave,
} from "./waves.server.ts";

const both = (text: string) => ({ "zh-CN": text, en: text });
const settings = (versionId: string) => ({
  name: both("wave"),
  opensAt: "2026-05-01T00:00:00.000Z",
  closesAt: "2026-06-01T00:00:00.000Z",
  graceMinutes: 15,
  versionId,
});
const by = (reason: string, studyId = "one") => ({
  studyId,
  accountId: "li",
  now: new Date().toISOString(),
  reason,
});
const aClass = (name: string, size: number | null = 40): NewDoor => ({
  slug: `x${randomUUID().slice(0, 7)}`,
  kind: "class",
  name: both(name),
  cohort: { class: both(name) },
  expected: size,
  most: null,
});
const reason = (made: readonly NewDoor[]) => `${made.length} doors`;

describe.each(databases)("waves and doors on $name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
    await insertSmallAccount(store.db, "li");
    await store.db
      .insertInto("instrument_versions")
      .values({
        id: "one2",
        instrument_id: "one",
        number: 2,
        definition: "{}",
        created_at: "2026-02-01T00:00:00.000Z",
      })
      .execute();
  });
  afterAll(() => store.close());
  const add = (doors: NewDoor[], waveId = "one", studyId = "one", skipKnown = true) =>
    store.commit((trx) => createDoors(trx, by("", studyId), waveId, doors, { skipKnown, reason }));

  test("a new wave takes the next number, and only a version of its own study", async () => {
    expect((await listVersions(store.db, "one")).map(({ id }) => id)).toEqual(["one2", "one"]);
    expect(await store.commit((trx) => createWave(trx, by("made"), settings("one2")))).toBe(2);
    expect(await store.commit((trx) => createWave(trx, by("made"), settings("two")))).toBeUndefined();
    const [newest] = await listWaves(store.db, "one");
    expect(newest).toMatchObject({
      number: 2,
      ...settings("one2"),
      versionNumber: 2,
      paused: false,
      collected: false,
    });
    expect(await findWave(store.db, "two", 2)).toBeUndefined();
    expect(
      (await listWaveDecisions(store.db, "one", newest!.id, 10)).map(({ action, by, reason }) => [
        action,
        by,
        reason,
      ]),
    ).toEqual([["wave", "li", "made"]]);
  });

  test("settings change, but never the version of what somebody has begun to answer", async () => {
    const change = (versionId: string, waveId = "one", studyId = "one") =>
      store.commit((trx) => changeWave(trx, by("changed", studyId), waveId, settings(versionId)));
    expect(await change("one2")).toBe("changed");
    expect(await change("one")).toBe("changed");
    await store.db
      .insertInto("drafts")
      .values({
        key_hash: "d",
        collector_id: "one-a",
        version_id: "one",
        language: "en",
        seed: 1,
        answers: "{}",
        page: "p",
        page_seconds: "{}",
        expires_on: "2026-09-01",
      })
      .execute();
    expect(await change("one2")).toBe("collected");
    expect(await change("one")).toBe("changed");
    await store.db.deleteFrom("drafts").execute();
    await insertSmallResponse(store.db, "one", { id: "r1" });
    expect((await findWave(store.db, "one", 1))?.collected).toBe(true);
    expect(await change("one2")).toBe("collected");
    expect(await change("two")).toBe("unknown");
    expect(await change("two", "one", "two")).toBe("unknown");
    expect((await findWave(store.db, "two", 1))?.name["zh-CN"]).toBe("课题 two");
  });

  test("pausing, closing and targets belong to the study's own waves", async () => {
    const set = (change: Parameters<typeof setWave>[3], waveId = "one") =>
      store.commit((trx) => setWave(trx, by("set"), waveId, change));
    expect(await set({ paused: true })).toBe(true);
    expect(await set({ targets: { BG01: { sec: 60, oth: 40 } } })).toBe(true);
    expect(await set({ closesAt: "2026-05-05T00:00:00.000Z" })).toBe(true);
    expect(await findWave(store.db, "one", 1)).toMatchObject({
      paused: true,
      closesAt: "2026-05-05T00:00:00.000Z",
      targets: { BG01: { sec: 60, oth: 40 } },
    });
    expect(await set({ paused: true }, "two")).toBe(false);
    expect(await findWave(store.db, "two", 1)).toMatchObject({ paused: false, targets: {} });
  });

  test("classes of a list become doors together; the same list again adds only what is new", async () => {
    const list = [aClass("c1"), aClass("c2", 8), aClass("c3", null)];
    expect(await add(list)).toHaveLength(3);
    expect(
      await add([...list.map((one) => ({ ...one, slug: `again${one.slug}` })), aClass("c4")]),
    ).toHaveLength(1);
    expect(await add(list, "one", "two")).toBeUndefined();
    expect(await add([aClass("c9")], "two")).toBeUndefined();
    const doors = await listStudyDoors(store.db, "one", { waveId: "one" });
    expect(doors.map((one) => one.name.en).sort()).toEqual([
      "Study one",
      "Study one",
      "c1",
      "c2",
      "c3",
      "c4",
    ]);
    expect(doors.find((one) => one.slug === "one-a")).toMatchObject({
      received: 1,
      unfinished: 0,
      kind: "open",
    });
    expect(await listStudyDoors(store.db, "one", { slug: "two-a" })).toEqual([]);
    const many = Array.from({ length: 1201 }, (_, at) => aClass(`many ${at}`));
    expect(await add(many)).toHaveLength(1201);
    const history = await listWaveDecisions(store.db, "one", "one", 2);
    expect(history.map((one) => one.reason)).toContain("1201 doors");
  });

  test("two lists at the same moment do not both add the same class", async () => {
    const made = await Promise.all([add([aClass("same")]), add([aClass("same")])]);
    expect(made.flat()).toHaveLength(1);
  });

  test("one refused door takes all others of its list with it", async () => {
    const before = (await listStudyDoors(store.db, "one")).length;
    await expect(add([aClass("fine"), { ...aClass("taken"), slug: "two-a" }])).rejects.toThrow();
    expect(await listStudyDoors(store.db, "one")).toHaveLength(before);
  });

  test("a door changes and closes in its own study only", async () => {
    const change = { name: both("new"), cohort: { class: both("new") }, expected: 12, most: 20 };
    const set = (doorId: string, what: Parameters<typeof setDoor>[3]) =>
      store.commit((trx) => setDoor(trx, by("door"), doorId, what));
    expect(await set("one-b", change)).toBe(true);
    expect(await set("one-b", { closed: true })).toBe(true);
    expect((await listStudyDoors(store.db, "one", { slug: "one-b" }))[0]).toMatchObject({
      ...change,
      closed: true,
    });
    expect(await set("two-b", change)).toBe(false);
    expect(await set("two-b", { closed: true })).toBe(false);
    expect((await listStudyDoors(store.db, "two", { slug: "two-b" }))[0]).toMatchObject({
      closed: false,
      expected: 40,
    });
  });

  test("only a door nobody has used goes, and its quotas with it", async () => {
    const remove = (doorId: string) => store.commit((trx) => deleteDoor(trx, by("gone"), doorId));
    expect(await isDoorUsed(store.db, "one-a")).toBe(true);
    expect(await remove("one-a")).toBe(false);
    expect(await remove("two-b")).toBe(false);
    await store.db
      .insertInto("quotas")
      .values({ id: "q", wave_id: "one", collector_id: "one-b", name: "{}", cell: "{}", most: 1 })
      .execute();
    expect(await remove("one-b")).toBe(true);
    expect(await listStudyDoors(store.db, "one", { slug: "one-b" })).toEqual([]);
    expect(await store.db.selectFrom("quotas").select("id").execute()).toEqual([]);
    expect((await listWaveDecisions(store.db, "one", "one", 1))[0]?.reason).toBe("gone");
    await store.db.insertInto("break_offs").values({ collector_id: "two-b", page: "p", people: 1 }).execute();
    expect(await isDoorUsed(store.db, "two-b")).toBe(true);
  });
});
