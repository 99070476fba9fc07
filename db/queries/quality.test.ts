import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallResponse, insertSmallStudy } from "../testing/small-study.ts";
import { decideOnResponse, decideOnResponses, listDecisions } from "./decisions.server.ts";
import {
  computeMissingQuality,
  getThresholds,
  listExclusions,
  setThresholds,
  takeBackExclusions,
  thresholdsSubject,
} from "./quality.server.ts";

const at = (minute: number) => `2026-03-05T10:${String(minute).padStart(2, "0")}:00.000Z`;
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `r${from + n}`);

describe.each(databases)("$name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
    for (const account of ["ann", "bob"]) await insertSmallAccount(store.db, account);
    for (const id of ids(0, 1200)) await insertSmallResponse(store.db, "one", { id });
    await insertSmallResponse(store.db, "two", { id: "foreign" });
  });
  afterAll(() => store.close());
  const excluded = async () => {
    const rows = await store.db.selectFrom("responses").select("id").where("excluded", "=", 1).execute();
    return rows.map((row) => row.id).toSorted();
  };
  const exclude = (responseIds: string[], minute: number, accountId = "ann", reason = "straight lines") =>
    store.commit((trx) =>
      decideOnResponses(trx, {
        ...{ studyId: "one", accountId, action: "exclude", reason, now: at(minute), responseIds },
      }),
    );
  const takeBack = (accountId: string, minute: number, now: number) =>
    store.commit((trx) =>
      takeBackExclusions(trx, {
        ...{ studyId: "one", accountId: "bob", batch: { accountId, decidedAt: at(minute) }, now: at(now) },
      }),
    );

  test("a batch is left out whole, with a decision for each; foreign and unknown ids are passed over", async () => {
    expect(await exclude([...ids(0, 1100), "foreign", "nobody"], 1)).toBe(1100);
    expect(await exclude(ids(0, 5), 2)).toBe(0);
    expect(await excluded()).toHaveLength(1100);
    expect(await listDecisions(store.db, "one", "r7")).toMatchObject([
      { by: "ann", action: "exclude", reason: "straight lines", decidedAt: at(1) },
    ]);
  });

  test("taking a batch back leaves alone what was decided anew since", async () => {
    const one = { studyId: "one", accountId: "bob", responseId: "r3" };
    const decide = (action: "exclude" | "include", minute: number) =>
      store.commit((trx) =>
        decideOnResponse(trx, { ...one, action, reason: "looked again", now: at(minute) }),
      );
    expect([await decide("include", 3), await decide("exclude", 4)]).toEqual([true, true]);
    const about = (batch: { by: string; responses: number; standing: number }) => [
      batch.by,
      batch.responses,
      batch.standing,
    ];
    expect((await listExclusions(store.db, "one", 10)).map(about)).toEqual([
      ["bob", 1, 1],
      ["ann", 1100, 1099],
    ]);
    expect(await takeBack("ann", 1, 5)).toBe(1099);
    expect(await takeBack("ann", 1, 6)).toBe(0);
    expect(await excluded()).toEqual(["r3"]);
    expect((await listDecisions(store.db, "one", "r8"))[0]).toMatchObject({
      ...{ by: "bob", action: "include", reason: "↩ straight lines" },
    });
    expect((await listExclusions(store.db, "one", 10)).map(about)[1]).toEqual(["ann", 1100, 0]);
    expect(await listExclusions(store.db, "two", 10)).toEqual([]);
  });

  test("thresholds change with a reason and the old and new values; nothing is recorded when nothing changes", async () => {
    const set = (thresholds: typeof usualThresholds, minute: number) =>
      store.commit((trx) =>
        setThresholds(trx, {
          ...{ studyId: "one", accountId: "ann", reason: "short survey", now: at(minute), thresholds },
        }),
      );
    expect(await getThresholds(store.db, "one")).toEqual(usualThresholds);
    const own = { ...usualThresholds, secondsPerItem: 1.5, longstring: 0.4 };
    expect([await set(own, 10), await set(own, 11)]).toEqual([true, false]);
    expect(await getThresholds(store.db, "one")).toEqual(own);
    expect(await getThresholds(store.db, "two")).toEqual(usualThresholds);
    expect(await set(usualThresholds, 12)).toBe(true);
    expect((await listDecisions(store.db, "one", thresholdsSubject)).map((one) => one.reason)).toEqual([
      "short survey (longstring 0.4 → 0.5, secondsPerItem 1.5 → 2)",
      "short survey (longstring 0.5 → 0.4, secondsPerItem 2 → 1.5)",
    ]);
    const row = await store.db
      .selectFrom("studies")
      .select("quality")
      .where("id", "=", "one")
      .executeTakeFirst();
    expect(row?.quality).toBe("{}");
  });

  test("a stored threshold outside its bounds counts as the usual one", async () => {
    const quality = JSON.stringify({ secondsPerItem: 500, spacing: 0.2, gone: 1 });
    await store.db.updateTable("studies").set({ quality }).where("id", "=", "two").execute();
    expect(await getThresholds(store.db, "two")).toEqual({ ...usualThresholds, spacing: 0.2 });
  });

  test("responses from before are computed once, page by page, those that have indices untouched", async () => {
    const definition = JSON.stringify(templates["oneplusx-student"]());
    await store.db.updateTable("instrument_versions").set({ definition }).where("id", "=", "two").execute();
    const old = {
      answers: JSON.stringify({ SCR01: "preparing", CUR01: 5, CUR02: 5, CUR03: null, CUR04: 5 }),
      presented: JSON.stringify(["SCR01", "CUR02", "CUR01", "CUR03", "CUR04"]),
      page_seconds: JSON.stringify({ curriculum: 6 }),
    };
    await store.db.updateTable("responses").set({ quality: "{}" }).where("study_id", "=", "one").execute();
    await store.db.updateTable("responses").set(old).where("id", "=", "foreign").execute();
    for (const id of ["a", "b", "c", "d"]) await insertSmallResponse(store.db, "two", { id, ...old });
    expect([await computeMissingQuality(store, 2), await computeMissingQuality(store, 2)]).toEqual([5, 0]);
    const rows = await store.db.selectFrom("responses").select(["id", "quality"]).execute();
    const of = (id: string) => JSON.parse(rows.find((row) => row.id === id)?.quality ?? "");
    expect(of("r1")).toEqual({});
    for (const id of ["a", "d", "foreign"])
      expect(of(id)).toEqual({
        ...{ asked: 4, answered: 3, longstring: 2, irv: 0, secondsPerItem: 1.5, spacing: null },
        ...{ instructed: null, contradictions: 0, signals: [] },
      });
  });
});
