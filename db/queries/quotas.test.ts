import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDraft } from "#app/fieldwork/closing.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallResponse, insertSmallStudy } from "../testing/small-study.ts";
import { smallInstrument } from "../testing/small-survey.ts";
import { deleteQuota, listQuotas, saveQuota } from "./quotas.server.ts";
import { findReceipt, recordResponse, withdrawResponse } from "./responses.server.ts";

const id = () => randomBytes(16).toString("hex");
const name = { "zh-CN": "名额", en: "Quota" };
const instrument = smallInstrument();

describe.each(databases)("$name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  let count = 0;
  async function study(): Promise<string> {
    const slug = `quota${count++}`;
    await insertSmallStudy(store.db, slug);
    return slug;
  }
  const response = (slug: string, answers: Record<string, string | string[]>, door = "a") => ({
    id: id(),
    studyId: slug,
    waveId: slug,
    collectorId: `${slug}-${door}`,
    versionId: slug,
    language: "en" as const,
    receivedOn: "2026-11-22",
    late: false,
    receiptHash: id(),
    closed: closeDraft(instrument, { answers, seed: 1, pageSeconds: {}, signals: [] }),
  });
  const record = (one: ReturnType<typeof response>) =>
    store.commit((trx) => recordResponse(trx, one, id(), null));
  const save = (quota: Omit<Parameters<typeof saveQuota>[1], "name">) =>
    store.commit((trx) => saveQuota(trx, { name, ...quota }));
  const taken = async (slug: string) => (await listQuotas(store.db, slug)).map((quota) => quota.taken);
  const stored = async (slug: string) =>
    (await store.db.selectFrom("responses").select("id").where("study_id", "=", slug).execute()).length;

  test("sixty at once into twenty-five places: twenty-five rows, and the count is right", async () => {
    const slug = await study();
    await save({ studyId: slug, waveId: slug, collectorId: null, cell: { WHO01: "first" }, most: 25 });
    const all = Array.from({ length: 60 }, () => response(slug, { WHO01: "first" }));
    const outcomes = await Promise.all(all.map(record));
    expect(outcomes.filter((one) => one === "recorded")).toHaveLength(25);
    expect(outcomes.filter((one) => one === "quotaFull")).toHaveLength(35);
    expect(await stored(slug)).toBe(25);
    expect(await taken(slug)).toEqual([25]);
    // Who was counted gets the receipt again, also now that there is no place left; who was not, is not.
    const again = await Promise.all(all.map(record));
    expect(again).toEqual(outcomes.map((one) => (one === "recorded" ? "again" : one)));
    expect(await taken(slug)).toEqual([25]);
    expect(await record(response(slug, { WHO01: "second" }))).toBe("recorded");
  });

  test("one response in several quotas takes a place in each, or in none and is not stored", async () => {
    const slug = await study();
    const wide = { studyId: slug, waveId: slug, collectorId: null };
    await save({ ...wide, cell: {}, most: 40 });
    await save({ ...wide, collectorId: `${slug}-a`, cell: {}, most: 12 });
    await save({ ...wide, cell: { WHO01: "first", WHO02: "b" }, most: 5 });
    const all = Array.from({ length: 20 }, () => response(slug, { WHO01: "first", WHO02: ["a", "b"] }));
    const outcomes = await Promise.all(all.map(record));
    expect(outcomes.filter((one) => one === "recorded")).toHaveLength(5);
    const counts = async () => {
      const quotas = await listQuotas(store.db, slug);
      return Object.fromEntries(quotas.map((quota) => [quota.most, quota.taken]));
    };
    expect(await counts()).toEqual({ 40: 5, 12: 5, 5: 5 });
    expect(await record(response(slug, { WHO01: "first", WHO02: ["a"] }))).toBe("recorded");
    expect(await record(response(slug, { WHO01: "first", WHO02: ["b"] }, "b"))).toBe("quotaFull");
    expect(await record(response(slug, { WHO01: "second" }, "b"))).toBe("recorded");
    expect(await counts()).toEqual({ 40: 7, 12: 6, 5: 5 });
    expect(await stored(slug)).toBe(7);
  });

  test("the last place, sent five times at once, is a receipt each time and one place", async () => {
    for (let round = 0; round < 4; round++) {
      const slug = await study();
      await save({ studyId: slug, waveId: slug, collectorId: null, cell: {}, most: 1 });
      const one = response(slug, {});
      const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => record(one)));
      expect(outcomes.toSorted()).toEqual(["again", "again", "again", "again", "recorded"]);
      expect(await taken(slug)).toEqual([1]);
      expect(await findReceipt(store.db, one.id)).toBe("recorded");
    }
  });

  test("where there is room, the same response sent ten times at once takes one place", async () => {
    const slug = await study();
    await save({ studyId: slug, waveId: slug, collectorId: null, cell: {}, most: 50 });
    const one = response(slug, {});
    await Promise.all(Array.from({ length: 10 }, () => record(one)));
    expect(await taken(slug)).toEqual([1]);
  });

  test("withdrawing frees the place once, and somebody else may have it", async () => {
    const slug = await study();
    await save({ studyId: slug, waveId: slug, collectorId: null, cell: { WHO01: "first" }, most: 1 });
    const one = response(slug, { WHO01: "first" });
    await record(one);
    const withdraw = () => store.commit((trx) => withdrawResponse(trx, one.receiptHash, "2026-11-22"));
    await Promise.all([withdraw(), withdraw(), withdraw()]);
    expect(await taken(slug)).toEqual([0]);
    expect(await record(response(slug, { WHO01: "first" }))).toBe("recorded");
    expect(await record(one)).toBe("withdrawn");
    expect(await taken(slug)).toEqual([1]);
  });

  test("a new or changed quota counts what is there already, excluded answers among it", async () => {
    const slug = await study();
    for (let at = 0; at < 3; at++)
      await insertSmallResponse(store.db, slug, {
        id: id(),
        answers: '{"Q1":4}',
        excluded: at === 0 ? 1 : 0,
      });
    await insertSmallResponse(store.db, slug, { id: id(), answers: '{"Q1":5}', collector_id: `${slug}-b` });
    const wide = { studyId: slug, waveId: slug, collectorId: null };
    const quota = await save({ ...wide, cell: { Q1: "4" }, most: 2 });
    expect(await taken(slug)).toEqual([3]);
    await save({ ...wide, id: quota, collectorId: `${slug}-b`, cell: {}, most: 9 });
    expect(await listQuotas(store.db, slug)).toEqual([
      { id: quota, waveId: slug, collectorId: `${slug}-b`, name, cell: {}, most: 9, taken: 1 },
    ]);
  });

  test("another study's waves, doors and quotas are none of this one's", async () => {
    const [mine, other] = [await study(), await study()];
    const place = { studyId: mine, cell: {}, most: 1 };
    expect(await save({ ...place, waveId: other, collectorId: null })).toBeUndefined();
    expect(await save({ ...place, waveId: mine, collectorId: `${other}-a` })).toBeUndefined();
    const theirs = await save({ studyId: other, waveId: other, collectorId: null, cell: {}, most: 7 });
    expect(await save({ ...place, id: theirs, waveId: mine, collectorId: null })).toBeUndefined();
    expect(await store.commit((trx) => deleteQuota(trx, mine, theirs ?? ""))).toBe(false);
    expect(await listQuotas(store.db, mine)).toEqual([]);
    expect(await store.commit((trx) => deleteQuota(trx, other, theirs ?? ""))).toBe(true);
    expect(await listQuotas(store.db, other)).toEqual([]);
  });
});
