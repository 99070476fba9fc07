import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "../seed.server.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { countResponses, findDoor, getInstrument } from "./doors.server.ts";
import { beginDraft, expireDrafts, findDraft, updateDraft } from "./drafts.server.ts";
import {
  expireResponses,
  findReceipt,
  findWithdrawable,
  type NewResponse,
  recordResponse,
  withdrawResponse,
} from "./responses.server.ts";

const nothingSeen = {
  ...{ irv: null, secondsPerItem: null, spacing: null, instructed: null },
  contradictions: 0,
};

describe.each(databases)("$name", ({ open }) => {
  let store: TestDatabase;
  let made: (change?: Partial<NewResponse>) => NewResponse;
  const draft = {
    collectorId: "",
    versionId: "",
    language: "zh-CN" as const,
    seed: 5,
    answers: { SCR01: "taken" },
    page: "about",
    pageSeconds: {},
    signals: [],
  };
  const id = () => randomBytes(16).toString("hex");

  beforeAll(async () => {
    store = await open();
    await seedDemo(store);
    const door = await findDoor(store.db, "demo");
    if (!door) throw new Error("the demo has no door");
    Object.assign(draft, { collectorId: door.collectorId, versionId: door.versionId });
    made = (change = {}) => ({
      id: id(),
      studyId: door.study.id,
      waveId: door.waveId,
      collectorId: door.collectorId,
      versionId: door.versionId,
      language: "zh-CN",
      receivedOn: "2026-11-22",
      late: false,
      receiptHash: id(),
      closed: {
        answers: { SCR01: "taken", CUR01: 4, CUR02: null, CUR03: 98 },
        words: { OPC01: "话" },
        presented: ["SCR01"],
        pageSeconds: {},
        quality: { ...nothingSeen, asked: 3, answered: 1, longstring: 1, signals: ["hurried"] },
      },
      ...change,
    });
  });
  afterAll(() => store.close());
  const record = (response: NewResponse, key = id(), max: number | null = null) =>
    store.commit((trx) => recordResponse(trx, response, key, max));
  const rows = (responseId: string) =>
    store.db.selectFrom("responses").selectAll().where("id", "=", responseId).execute();

  test("a door leads to its study and instrument; an unknown one nowhere", async () => {
    const door = await findDoor(store.db, "demo");
    expect(door?.study.synthetic).toBe(true);
    expect((await getInstrument(store.db, door?.versionId ?? "")).code).toBe("oneplusx-student");
    expect(await findDoor(store.db, "' or 1=1 --")).toBeUndefined();
  });

  test("keeps how it was answered, and no two responses under one receipt", async () => {
    const response = made();
    await record(response);
    const [row] = await rows(response.id);
    expect(JSON.parse(row?.quality ?? "")).toEqual(response.closed.quality);
    await expect(record(made({ receiptHash: response.receiptHash }))).rejects.toThrow("collided");
  });

  test("a response is recorded once however often and however parallel it is sent, and its draft is wiped", async () => {
    const key = id();
    await store.commit((trx) => beginDraft(trx, key, draft, "2027-01-01"));
    const response = made();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => record(response, key)));
    expect(outcomes.toSorted()).toEqual([...Array(19).fill("again"), "recorded"]);
    const [row, ...more] = await rows(response.id);
    expect(more).toEqual([]);
    expect(JSON.parse(row?.answers ?? "")).toEqual({ SCR01: "taken", CUR01: 4, CUR02: null, CUR03: 98 });
    expect(await findDraft(store.db, key)).toBeUndefined();
  });

  test("a save that comes late does not bring a sent draft back", async () => {
    const key = id();
    await store.commit((trx) => beginDraft(trx, key, draft, "2027-01-01"));
    await record(made(), key);
    await store.commit((trx) => updateDraft(trx, key, draft, "2027-01-01"));
    expect(await findDraft(store.db, key)).toBeUndefined();
  });

  test("two pages saved at once, both having read the draft before, keep each other's answers", async () => {
    const key = id();
    await store.commit((trx) => beginDraft(trx, key, draft, "2027-01-01"));
    const saved = (answers: Record<string, number>) =>
      store.commit((trx) =>
        updateDraft(trx, key, { ...draft, answers: { ...draft.answers, ...answers } }, "2027-01-01", draft),
      );
    await Promise.all([saved({ CUR01: 5 }), saved({ EXM01: 2 })]);
    expect((await findDraft(store.db, key))?.answers).toEqual({ ...draft.answers, CUR01: 5, EXM01: 2 });
  });

  test("a full door takes no more, also when many arrive at once", async () => {
    const door = await findDoor(store.db, "demo");
    const before = await countResponses(store.db, door?.study.id ?? "", draft.collectorId);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => record(made(), id(), before + 3)));
    expect(outcomes.filter((one) => one === "recorded")).toHaveLength(3);
    expect(outcomes.filter((one) => one === "full")).toHaveLength(5);
    await store.db
      .updateTable("collectors")
      .set({ max_responses: null })
      .where("id", "=", draft.collectorId)
      .execute();
  });

  test("the last place, sent twice at once, is a receipt both times", async () => {
    const door = await findDoor(store.db, "demo");
    for (let round = 0; round < 5; round++) {
      const taken = await countResponses(store.db, door?.study.id ?? "", draft.collectorId);
      const response = made();
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => record(response, id(), taken + 1)));
      expect(outcomes.toSorted()).toEqual(["again", "again", "again", "recorded"]);
    }
    await store.db
      .updateTable("collectors")
      .set({ max_responses: null })
      .where("id", "=", draft.collectorId)
      .execute();
  });

  test("what is withdrawn is gone, words and all, and a replay does not revive it", async () => {
    const response = made();
    await record(response);
    expect(await findWithdrawable(store.db, response.receiptHash)).toMatchObject({ id: response.id });
    expect(await store.commit((trx) => withdrawResponse(trx, response.receiptHash, "2026-11-22"))).toBe(true);
    expect(await store.commit((trx) => withdrawResponse(trx, response.receiptHash, "2026-11-22"))).toBe(
      false,
    );
    expect(await rows(response.id)).toEqual([]);
    expect(await record(response)).toBe("withdrawn");
    expect(await rows(response.id)).toEqual([]);
    expect(await findReceipt(store.db, response.id)).toBe("withdrawn");
  });

  test("one bad write in a group does not spoil its neighbours", async () => {
    const good = Array.from({ length: 5 }, () => made());
    const bad = made({ collectorId: "no such collector" });
    const outcomes = await Promise.allSettled([...good.map((one) => record(one)), record(bad)]);
    expect(outcomes.map((one) => one.status)).toEqual([...good.map(() => "fulfilled"), "rejected"]);
    for (const one of good) expect(await rows(one.id)).toHaveLength(1);
    expect(await rows(bad.id)).toEqual([]);
  });

  test("drafts are forgotten after their day, leaving only how many stopped where", async () => {
    const before = await store.db
      .selectFrom("break_offs")
      .selectAll()
      .where("collector_id", "=", draft.collectorId)
      .execute();
    const people = (found: typeof before) => found.find((one) => one.page === "career")?.people ?? 0;
    for (const key of [id(), id()]) {
      await store.commit((trx) => beginDraft(trx, key, { ...draft, page: "career" }, "2026-11-21"));
    }
    await store.commit((trx) => expireDrafts(trx, "2026-11-22"));
    const after = await store.db
      .selectFrom("break_offs")
      .selectAll()
      .where("collector_id", "=", draft.collectorId)
      .execute();
    expect(people(after) - people(before)).toBe(2);
    expect(
      await store.db.selectFrom("drafts").selectAll().where("expires_on", "<", "2026-11-22").execute(),
    ).toEqual([]);
  });

  test("answers are deleted after the date the letter promised", async () => {
    const door = await findDoor(store.db, "demo");
    const study = door?.study.id ?? "";
    await store.commit((trx) => expireResponses(trx, door?.study.keepUntil ?? ""));
    expect(await countResponses(store.db, study, draft.collectorId)).toBeGreaterThan(0);
    await store.commit((trx) => expireResponses(trx, "2999-01-01"));
    expect(await countResponses(store.db, study, draft.collectorId)).toBe(0);
  });
});
