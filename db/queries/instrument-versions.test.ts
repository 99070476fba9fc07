import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Definition } from "#app/instrument/definition.ts";
import { completeDefinitions } from "#app/instrument/templates/index.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "../testing/small-study.ts";
import { findDraftState, listPublishers, saveDraft } from "./instrument-drafts.server.ts";
import { listAskingWaves, listPublishedVersions, publishVersion } from "./instrument-versions.server.ts";
import { createInstrument, findInstrument } from "./instruments.server.ts";
import { createStudy, type NewStudyInstrument } from "./new-study.server.ts";
import { findMemberStudy } from "./studies.server.ts";
import { listStudyDoors } from "./study-doors.server.ts";
import { listWaves } from "./waves.server.ts";

const survey = (code = "survey"): Definition => ({ ...completeDefinitions["course-evaluation"](), code });
const text = (words: string) => ({ "zh-CN": words, en: words });
const by = (studyId = "one", now = "2026-03-01T00:00:00.000Z") => ({
  ...{ studyId, accountId: "li", now, reason: "why" },
});

describe.each(databases)("versions on $name", ({ open }) => {
  let store: TestDatabase;
  let id = "";
  beforeAll(async () => {
    store = await open();
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
    await insertSmallAccount(store.db, "li");
    const made = { definition: survey(), change: { did: "start" as const } };
    id = (await store.commit((trx) => createInstrument(trx, by(), made))) ?? "";
  });
  afterAll(() => store.close());
  const publish = (more: object = {}, who = by()) =>
    store.commit((trx) =>
      publishVersion(trx, who, {
        ...{ instrumentId: id, base: 1, definition: survey(), judged: [], waves: [], ...more },
      }),
    );
  const versions = (of = id) => listPublishedVersions(store.db, "one", of);

  test("an instrument's code is its own in a study", async () => {
    const again = { definition: survey(), change: { did: "start" as const } };
    expect(await store.commit((trx) => createInstrument(trx, by(), again))).toBeUndefined();
    expect(await store.commit((trx) => createInstrument(trx, by("two"), again))).toEqual(expect.any(String));
    expect((await findInstrument(store.db, "one", "survey"))?.id).toBe(id);
  });

  test("nothing is published of another study, over somebody's change, or to a wave of another instrument", async () => {
    expect(await publish({}, by("two"))).toBe("unknown");
    expect(await publish({ base: 0 })).toBe("changed");
    expect(await publish({ waves: [{ id: "one", reason: "" }] })).toBe("unknown");
    expect(await versions()).toEqual([]);
    expect((await findDraftState(store.db, id))?.number).toBe(1);
  });

  test("a published version is the draft's next state; the next one takes the wave, and what was begun stays", async () => {
    expect(await publish()).toBe(1);
    expect(await findDraftState(store.db, id)).toMatchObject({
      ...{ number: 2, change: { did: "publish", number: 1 }, definition: survey() },
    });
    const [first] = await versions();
    await store.db
      .updateTable("waves")
      .set({ version_id: first?.id ?? "" })
      .where("id", "=", "one")
      .execute();
    await store.db
      .insertInto("drafts")
      .values({
        ...{ key_hash: "phone", collector_id: "one-a", version_id: first?.id ?? "", language: "en" },
        ...{ seed: 1, answers: "{}", page: "about", page_seconds: "{}", expires_on: "2026-04-01" },
      })
      .execute();
    const changed = { ...survey(), title: text("另一个标题") };
    const saved = { instrumentId: id, base: 2, definition: changed, accountId: "li", now: by().now };
    await store.commit((trx) => saveDraft(trx, { ...saved, change: { did: "set" } }));
    const waves = [{ id: "one", reason: "taken over" }];
    expect(
      await publish({ base: 3, definition: changed, waves }, by("one", "2027-02-01T00:00:00.000Z")),
    ).toBe("unknown");
    expect(await publish({ base: 3, definition: changed, waves })).toBe(2);
    const [second, before] = await versions();
    expect(before).toEqual(first);
    expect(second).toMatchObject({ number: 2, definition: changed });
    const [wave] = (await listAskingWaves(store.db, "one")).filter((one) => one.id === "one");
    expect(wave).toMatchObject({ versionId: second?.id, version: 2, instrumentId: id });
    const phone = await store.db.selectFrom("drafts").select("version_id").executeTakeFirst();
    expect(phone?.version_id).toBe(first?.id);
    expect(await listPublishers(store.db, id)).toEqual(
      new Map([
        [1, "li"],
        [2, "li"],
      ]),
    );
    const told = await store.db.selectFrom("decisions").select(["action", "reason"]).execute();
    expect(told).toContainEqual({ action: "wave", reason: "taken over" });
    expect(told.filter(({ action }) => action === "instrument").length).toBeGreaterThanOrEqual(3);
  });

  test("a new study has its researcher, its instrument as version 1, a wave and an open link", async () => {
    const opening: NonNullable<NewStudyInstrument["opening"]> = {
      wave: {
        ...{ name: text("第一轮"), opensAt: "2026-03-01T00:00:00.000Z" },
        ...{ closesAt: "2026-04-01T00:00:00.000Z", graceMinutes: 30 },
      },
      ...{ waveReason: "wave", doorReason: "door" },
      door: { slug: "abcd2345", kind: "open", name: text("链接"), cohort: {}, expected: null, most: null },
    };
    const study = (instruments: NewStudyInstrument[]) =>
      store.commit((trx) =>
        createStudy(trx, {
          ...{ accountId: "li", now: by().now, slug: "new", title: text("课题"), timeZone: "Asia/Shanghai" },
          method: {
            ...{ institution: text("校"), lead: text("人"), contact: "a@b", ethics: text("无") },
            ...{ population: text("学生"), recruitment: text("群"), limits: [] },
          },
          ...{ keepUntil: "2028-01-01", instruments },
        }),
      );
    const made = { definition: survey(), change: { did: "start" as const }, reason: "made" };
    const slug = await study([
      { ...made, opening },
      { ...made, definition: survey("draft-only") },
    ]);
    expect(slug).toMatch(/^new-[0-9a-f]{6}$/);
    const found = await findMemberStudy(store.db, "li", slug);
    expect(found).toMatchObject({ role: "researcher", synthetic: false, keepUntil: "2028-01-01" });
    const [wave] = await listWaves(store.db, found?.id ?? "");
    expect(wave).toMatchObject({ number: 1, versionNumber: 1, collected: false });
    expect(await listStudyDoors(store.db, found?.id ?? "")).toMatchObject([
      { slug: "abcd2345", kind: "open" },
    ]);
    const draft = await findInstrument(store.db, found?.id ?? "", "draft-only");
    expect(await listPublishedVersions(store.db, found?.id ?? "", draft?.id ?? "")).toEqual([]);
    // All or nothing: the second of two of one code takes everything back.
    await expect(study([made, made])).rejects.toThrow(/Two instruments/);
    expect(await store.db.selectFrom("studies").select("slug").execute()).toHaveLength(3);
  });
});

test("no query anywhere changes or deletes a frozen version", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const writes = /(updateTable|deleteFrom|replaceInto|mergeInto)\(\s*["'`]instrument_versions/;
  const found = ["app", "db", "scripts"].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.join(root, folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|\/testing\//.test(file))
      .filter((file) => writes.test(fs.readFileSync(file, "utf8"))),
  );
  expect(found).toEqual([]);
});
