import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Margin } from "#app/results/margins.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "../testing/small-study.ts";
import { listDecisions } from "./decisions.server.ts";
import { getMargins, marginsSubject, setMargin } from "./margins.server.ts";

const college: Margin = {
  unit: "people",
  figures: { a: 1200, b: 800.5 },
  source: "招生办",
  asOf: "2025-09",
};
const level: Margin = { ...college, unit: "percent", figures: { low: 40, high: 60 } };
let minute = 0;
const by = (reason: string, studyId = "one") => ({
  studyId,
  accountId: "li",
  now: `2026-03-01T00:${String(minute++).padStart(2, "0")}:00.000Z`,
  reason,
});

describe.each(databases)("margins on $name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
    await insertSmallAccount(store.db, "li");
  });
  afterAll(() => store.close());
  const set = (variable: string, margin: Margin | undefined, reason: string) =>
    store.commit((trx) => setMargin(trx, { ...by(reason), variable, margin }));

  test("are set, changed in place and forgotten, each with a decision; another study's stay", async () => {
    expect(await getMargins(store.db, "one")).toEqual({});
    expect(await set("BG04", college, "first")).toBe(true);
    expect(await set("BG06", level, "second")).toBe(true);
    const changed = { ...college, source: "招生办年报" };
    expect(await set("BG04", changed, "third")).toBe(true);
    const now = await getMargins(store.db, "one");
    expect(now).toEqual({ BG04: changed, BG06: level });
    expect(Object.keys(now)).toEqual(["BG04", "BG06"]);
    expect(await set("BG04", changed, "nothing new")).toBe(false);
    expect(await set("BG04", undefined, "fourth")).toBe(true);
    expect(await set("BG04", undefined, "nothing there")).toBe(false);
    expect(await getMargins(store.db, "one")).toEqual({ BG06: level });
    expect(await getMargins(store.db, "two")).toEqual({});
    const told = await listDecisions(store.db, "one", marginsSubject);
    expect(told.map((one) => one.reason)).toEqual(["fourth", "third", "second", "first"]);
    expect(told[0]).toMatchObject({ action: "margins", by: expect.any(String) });
  });

  test("of a study that is not there are an error", async () => {
    await expect(getMargins(store.db, "nobody")).rejects.toThrow();
  });
});
