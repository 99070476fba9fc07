import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guessTargets } from "#app/interchange/answers-guess.ts";
import { readAnswers } from "#app/interchange/answers-rows.ts";
import { readAnswersTable } from "#app/interchange/answers-table.ts";
import { demoAccounts, seedDemo } from "../seed.server.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { listAskedInstruments } from "./columns.server.ts";
import type { Deciding } from "./decisions.server.ts";
import { getInstrument } from "./doors.server.ts";
import { exportPages, findExportStudy } from "./exports.server.ts";
import {
  addImportedResponses,
  createImportedWave,
  finishImport,
  listImports,
  undoImport,
} from "./imported-waves.server.ts";
import { listWaves } from "./waves.server.ts";

const now = "2026-03-01T04:00:00.000Z";
const csv = `BG01,TCH01,TCH10,提交时间,来自IP
hvc,4,5,2026/2/1 10:11:12,10.0.0.1
sec,2,98,2026/2/3 10:11:13,10.0.0.2
hvc,5,4,2026/2/2 10:11:14,10.0.0.3
`;

describe.each(databases)("an import on $name", ({ open }) => {
  let store: TestDatabase;
  let studyId: string;
  let by: Deciding;
  let versionId: string;
  beforeAll(async () => {
    store = await open();
    await seedDemo(store, { now: new Date(now) });
    studyId = (await store.db.selectFrom("studies").select("id").executeTakeFirstOrThrow()).id;
    const account = await store.db
      .selectFrom("accounts")
      .select("id")
      .where("email", "=", demoAccounts.researcher.email)
      .executeTakeFirstOrThrow();
    by = { studyId, accountId: account.id, now, reason: "imported" };
    const asked = await listAskedInstruments(store.db, studyId);
    versionId = asked.find(({ key }) => key === "teacher")!.versionId;
  });
  afterAll(() => store.close());

  const answers = async () => {
    const instrument = await getInstrument(store.db, versionId);
    const table = await readAnswersTable({ name: "t.csv", bytes: new TextEncoder().encode(csv) });
    const targets = guessTargets(table.headings, instrument);
    const choices = { day: "2026-03-01", today: "2026-03-01", language: "zh-CN" as const };
    return readAnswers(table, instrument, { targets, meanings: new Map(), ...choices }, () => undefined)
      .answers;
  };
  const imported = {
    ...{ file: "t.csv", format: "table" as const, when: now, by: "Ann", rows: 3 },
    ...{ sha256: "0".repeat(64), complete: false },
  };
  const importAll = async () => {
    const wave = await store.commit((trx) =>
      createImportedWave(trx, by, {
        ...{
          versionId,
          slug: "imported1",
          imported,
          opensAt: "2026-02-01T00:00:00.000Z",
          closesAt: "2026-02-03T23:59:00.000Z",
        },
        name: { "zh-CN": "问卷星", en: "Elsewhere" },
        doorName: { "zh-CN": "导入", en: "Imported" },
      }),
    );
    const read = await answers();
    await store.commit((trx) => addImportedResponses(trx, { studyId, versionId }, wave!, read));
    await store.commit((trx) => finishImport(trx, wave!.id, imported));
    return wave!;
  };
  const counts = async () => ({
    responses: (await store.db.selectFrom("responses").select("id").execute()).length,
    waves: (await store.db.selectFrom("waves").select("id").execute()).length,
    doors: (await store.db.selectFrom("collectors").select("id").execute()).length,
  });

  test("becomes a closed wave of the same instrument, with days and nothing finer, and is marked in files", async () => {
    const wave = await importAll();
    const [newest] = await listWaves(store.db, studyId);
    expect(newest).toMatchObject({ number: 6, closesAt: "2026-02-03T23:59:00.000Z", collected: true });
    expect(newest!.imported).toMatchObject({ file: "t.csv", complete: true, rows: 3 });
    const rows = await store.db.selectFrom("responses").selectAll().where("wave_id", "=", wave.id).execute();
    expect(rows.map((one) => one.received_on).sort()).toEqual(["2026-02-01", "2026-02-02", "2026-02-03"]);
    expect(JSON.stringify(rows)).not.toMatch(/10\.0\.0|10:11/);
    for (const row of rows) {
      expect(JSON.parse(row.answers)).toMatchObject({ CON01: true, CON02: null });
      expect(JSON.parse(row.quality)).toMatchObject({ secondsPerItem: null, signals: [] });
      expect(row.page_seconds).toBe("{}");
      expect(row.id).toMatch(/^[0-9a-f]{32}$/);
    }
    const door = await store.db
      .selectFrom("collectors")
      .selectAll()
      .where("id", "=", wave.collectorId)
      .executeTakeFirstOrThrow();
    expect(door).toMatchObject({ kind: "imported", closed: 1 });
    const teachers = (await listAskedInstruments(store.db, studyId)).find(({ key }) => key === "teacher")!;
    expect(teachers.waveIds).toHaveLength(2);
    const study = { id: studyId, synthetic: true, timeZone: "Asia/Shanghai" };
    expect(await findExportStudy(store.db, study, teachers)).toMatchObject({ imported: [6] });
    const pages = [];
    for await (const page of exportPages(store.db, studyId, teachers, new Map())) pages.push(...page);
    expect(pages.filter((one) => one.wave === 6)).toHaveLength(3);
    expect(pages).toHaveLength(143);
    expect((await listImports(store.db, studyId, [wave.id])).map(({ number }) => number)).toEqual([6]);
    expect(await listImports(store.db, "another")).toEqual([]);
  });

  test("can be taken back whole while no release of its instrument counted it, and by its own study alone", async () => {
    const before = await counts();
    const [{ id: waveId } = { id: "" }] = await listImports(store.db, studyId);
    const undo = (who: Partial<Deciding> = {}) =>
      store.commit((trx) => undoImport(trx, { ...by, ...who, reason: "undone" }, waveId));
    expect(await undo({ studyId: "another" })).toBe("unknown");
    const release = (code: string, number: number) =>
      store.db
        .insertInto("releases")
        .values({
          ...{ id: `r${number}`, study_id: studyId, number, account_id: by.accountId, responses: 1473 },
          released_at: "2026-03-02T00:00:00.000Z",
          content: JSON.stringify({ method: { instrument: { code } } }),
        })
        .execute();
    // A release of the students' answers never counted teachers'.
    await release("oneplusx-teacher", 1);
    expect(await undo()).toBe("released");
    expect(await counts()).toEqual(before);
    await store.db.deleteFrom("releases").execute();
    await release("oneplusx-student", 1);
    expect(await undo()).toBe("undone");
    expect(await undo()).toBe("unknown");
    expect(await counts()).toEqual({
      responses: before.responses - 3,
      waves: before.waves - 1,
      doors: before.doors - 1,
    });
    const kept = await store.db
      .selectFrom("decisions")
      .select("reason")
      .where("subject", "=", waveId)
      .execute();
    expect(kept.map(({ reason }) => reason).sort()).toEqual(["imported", "undone"]);
  });

  test("takes no version of another study", async () => {
    const made = await store.commit((trx) =>
      createImportedWave(
        trx,
        { ...by, studyId: "another" },
        {
          ...{
            versionId,
            slug: "x",
            imported,
            opensAt: "2026-02-01T00:00:00.000Z",
            closesAt: "2026-02-03T23:59:00.000Z",
          },
          name: { "zh-CN": "x", en: "x" },
          doorName: { "zh-CN": "x", en: "x" },
        },
      ),
    );
    expect(made).toBeUndefined();
  });
});
