import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { medianDuration } from "#app/fieldwork/duration-counts.ts";
import { readBoard } from "#db/queries/board.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallResponse, insertSmallStudy } from "#db/testing/small-study.ts";
import { durationsKeeper } from "./board-durations.server.ts";

describe.each(databases)("durations on $name", ({ open }) => {
  let store: TestDatabase;
  let durationsOf: ReturnType<typeof durationsKeeper>;

  beforeAll(async () => {
    store = await open();
    durationsOf = durationsKeeper(() => store.db);
    await insertSmallStudy(store.db, "one");
  });
  afterAll(() => store.close());

  const add = (id: string, seconds: number, door = "one-a") =>
    insertSmallResponse(store.db, "one", {
      id,
      collector_id: door,
      page_seconds: JSON.stringify({ about: seconds }),
    });
  const median = async (...doors: string[]) =>
    medianDuration(await durationsOf("one", await readBoard(store.db, "one"), new Set(doors)), 1);

  test("follows each new answer, door by door", async () => {
    expect(await median("one-a")).toBeUndefined();
    for (const [id, seconds] of Object.entries({ a: 100, b: 300 })) await add(id, seconds);
    expect(await median("one-a")).toEqual({ seconds: 200, n: 2 });
    await add("c", 310);
    await add("d", 10, "one-b");
    expect(await median("one-a")).toEqual({ seconds: 300, n: 3 });
    expect(await median("one-a", "one-b")).toEqual({ seconds: 200, n: 4 });
  });

  test("notices that an answer was taken back, also when another came in its place", async () => {
    await store.db.deleteFrom("responses").where("id", "=", "b").execute();
    await store.db
      .insertInto("withdrawals")
      .values({ response_id: "b", study_id: "one", withdrawn_on: "2026-03-02", collector_id: "one-a" })
      .execute();
    await add("e", 900);
    expect(await median("one-a")).toEqual({ seconds: 310, n: 3 });
  });
});
