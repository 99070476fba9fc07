import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoAccounts, seedDemo } from "../seed.server.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { type AskedInstrument, findColumnsContext, listAskedInstruments } from "./columns.server.ts";
import { decideOnResponses } from "./decisions.server.ts";
import { readFieldwork } from "./fieldwork.server.ts";
import { listExclusions } from "./quality.server.ts";
import { findReleaseSpan } from "./releases.server.ts";
import { listResponses } from "./response-list.server.ts";

/** One instrument at a time: whatever counts a study's answers counts those to one of its questionnaires. */
describe.each(databases)("a study with several instruments on $name", ({ open }) => {
  let store: TestDatabase;
  let studyId: string;
  let students: AskedInstrument;
  let teachers: AskedInstrument;
  beforeAll(async () => {
    store = await open();
    await seedDemo(store, { now: new Date("2026-03-01T04:00:00Z") });
    studyId = (await store.db.selectFrom("studies").select("id").executeTakeFirstOrThrow()).id;
    const asked = await listAskedInstruments(store.db, studyId);
    students = asked.find(({ key }) => key === "student")!;
    teachers = asked.find(({ key }) => key === "teacher")!;
  });
  afterAll(() => store.close());

  test("is about its students, whatever was asked last", async () => {
    expect((await listAskedInstruments(store.db, studyId)).map(({ key }) => key)).toEqual([
      "student",
      "teacher",
      "college",
      "employer",
    ]);
    const main = await findColumnsContext(store.db, studyId);
    expect(main!.instrument.respondent).toBe("student");
    expect(main!.waveIds).toEqual(students.waveIds.toSorted());
    expect(await findColumnsContext(store.db, studyId, "nobody")).toBeUndefined();
    expect(await listAskedInstruments(store.db, "another")).toEqual([]);
  });

  test("counts and lists the answers of one", async () => {
    const all = await readFieldwork(store.db, studyId);
    const own = await readFieldwork(store.db, studyId, teachers.waveIds);
    expect([all.received, own.received, own.doors.length]).toEqual([1753, 140, 3]);
    expect(own.stops.map(({ page }) => page).sort()).toEqual(["about", "views", "words"]);
    const { rows } = await listResponses(store.db, studyId, {
      filter: { waves: teachers.waveIds },
      limit: 500,
    });
    expect(rows).toHaveLength(140);
    const span = await findReleaseSpan(store.db, studyId, students.waveIds);
    expect(span!.version).toBe(2);
    const theirs = await findReleaseSpan(store.db, studyId, teachers.waveIds);
    expect(theirs).toMatchObject({ version: 1 });
    expect(theirs!.firstDay > span!.firstDay).toBe(true);
  });

  test("tells of one what was left out of it", async () => {
    const account = await store.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", demoAccounts.researcher.email)
      .executeTakeFirstOrThrow();
    const ids = async ({ waveIds }: AskedInstrument, n: number) => {
      const { rows } = await listResponses(store.db, studyId, { filter: { waves: waveIds }, limit: n });
      return rows.map(({ id }) => id);
    };
    const responseIds = [...(await ids(students, 3)), ...(await ids(teachers, 2))];
    await store.commit((trx) =>
      decideOnResponses(trx, {
        ...{ studyId, accountId: account.id, now: "2026-03-01T05:00:00.000Z", reason: "both" },
        ...{ action: "exclude", responseIds },
      }),
    );
    const left = async (waves?: readonly string[]) =>
      (await listExclusions(store.db, studyId, 10, waves)).map(({ responses }) => responses);
    expect(await left(students.waveIds)).toEqual([3]);
    expect(await left(teachers.waveIds)).toEqual([2]);
    expect(await left()).toEqual([5]);
  });

  test("keeps apart two questionnaires for the same people: the newer goes by whom it asks", async () => {
    const version = await store.db
      .selectFrom("instrument_versions")
      .selectAll()
      .where("id", "=", teachers.versionId)
      .executeTakeFirstOrThrow();
    const wave = await store.db
      .selectFrom("waves")
      .selectAll()
      .where("id", "=", teachers.waveIds[0]!)
      .executeTakeFirstOrThrow();
    await store.db
      .insertInto("instruments")
      .values({ id: "later", study_id: studyId, code: "teachers-again" })
      .execute();
    await store.db
      .insertInto("instrument_versions")
      .values({ ...version, id: "later-1", instrument_id: "later" })
      .execute();
    await store.db
      .insertInto("waves")
      .values({ ...wave, id: "wave-9", version_id: "later-1", number: 9 })
      .execute();
    const asked = await listAskedInstruments(store.db, studyId);
    expect(asked.map(({ key, code }) => [key, code])).toContainEqual(["teacher", "teachers-again"]);
    expect(asked.map(({ key, code }) => [key, code])).toContainEqual([
      "oneplusx-teacher",
      "oneplusx-teacher",
    ]);
    expect((await findColumnsContext(store.db, studyId, "teacher"))!.waveIds).toEqual(["wave-9"]);
    expect((await findColumnsContext(store.db, studyId, "oneplusx-teacher"))!.waveIds).toEqual(
      teachers.waveIds,
    );
  });
});
