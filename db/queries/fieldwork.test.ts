import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallResponse, insertSmallStudy } from "../testing/small-study.ts";
import { decideOnResponse, listDecisions } from "./decisions.server.ts";
import { findStudyDoor, readFieldwork } from "./fieldwork.server.ts";
import {
  findResponse,
  listResponses,
  type ResponseFilter,
  type ResponseKey,
} from "./response-list.server.ts";

describe.each(databases)("fieldwork on $name", ({ open }) => {
  let store: TestDatabase;
  const ids = Array.from({ length: 23 }, (_, index) => `r${String((index * 7) % 23).padStart(2, "0")}`);

  beforeAll(async () => {
    store = await open();
    const { db } = store;
    for (const slug of ["one", "two"]) await insertSmallStudy(db, slug);
    for (const id of ["li", "wang"]) await insertSmallAccount(db, id);
    for (const [index, id] of ids.entries()) {
      await insertSmallResponse(db, "one", {
        id,
        received_on: `2026-03-0${1 + (index % 3)}`,
        collector_id: index % 4 === 0 ? "one-b" : "one-a",
        language: index % 5 === 0 ? "en" : "zh-CN",
      });
    }
    await insertSmallResponse(db, "two", { id: "foreign" });
    const draft = { version_id: "one", language: "en", seed: 1, answers: "{}", page_seconds: "{}" };
    for (const key of ["d1", "d2"]) {
      await db
        .insertInto("drafts")
        .values({ ...draft, key_hash: key, collector_id: "one-a", page: "exam", expires_on: "2026-04-01" })
        .execute();
    }
    await db.insertInto("break_offs").values({ collector_id: "one-b", page: "exam", people: 5 }).execute();
    await db.insertInto("break_offs").values({ collector_id: "two-a", page: "exam", people: 9 }).execute();
    await db
      .insertInto("withdrawals")
      .values({ response_id: "gone", study_id: "one", withdrawn_on: "2026-03-03" })
      .execute();
  });
  afterAll(() => store.close());

  test("counts what came in, what did not, and nothing of other studies", async () => {
    const found = await readFieldwork(store.db, "one");
    expect(found).toMatchObject({ received: 23, excluded: 0, withdrawn: 1 });
    expect(found.stops).toEqual([{ page: "exam", open: 2, gone: 5 }]);
    expect(
      found.doors.map(({ slug, received, unfinished, expected }) => [slug, received, unfinished, expected]),
    ).toEqual([
      ["one-a", 17, 2, 40],
      ["one-b", 6, 5, 40],
    ]);
    expect(found.days).toEqual([
      { day: "2026-03-01", n: 8 },
      { day: "2026-03-02", n: 8 },
      { day: "2026-03-03", n: 7 },
    ]);
    expect(await findStudyDoor(store.db, "one", "two-a")).toBeUndefined();
    expect(await findStudyDoor(store.db, "one", "one-a")).toMatchObject({ slug: "one-a" });
  });

  const walk = async (filter: ResponseFilter) => {
    const seen: string[] = [];
    for (let after: ResponseKey | undefined, pages = 0; pages < 20; pages++) {
      const { rows, next } = await listResponses(store.db, "one", { filter, after, limit: 5 });
      seen.push(...rows.map((row) => `${row.day} ${row.id}`));
      if (!next) break;
      after = next;
    }
    return seen;
  };

  test("page after page shows every response once, the newest day first", async () => {
    const seen = await walk({});
    expect(seen.map((one) => one.slice(11)).sort()).toEqual([...ids].sort());
    const days = seen.map((one) => one.slice(0, 10));
    expect(days).toEqual([...days].sort().reverse());
  });

  test("back and forth: the page before a page is the one that was left", async () => {
    const pages: string[][] = [];
    const read = async (place: { after?: ResponseKey | undefined; before?: ResponseKey | undefined }) => {
      const page = await listResponses(store.db, "one", { filter: {}, ...place, limit: 5 });
      return { ...page, ids: page.rows.map((row) => row.id) };
    };
    let page = await read({});
    expect(page.previous).toBeUndefined();
    while (page.next) {
      pages.push(page.ids);
      page = await read({ after: page.next });
    }
    expect(pages).toHaveLength(4);
    for (const ids of pages.toReversed()) {
      page = await read({ before: page.previous });
      expect(page.ids).toEqual(ids);
      expect(page.next).toBeDefined();
    }
    expect(page.previous).toBeUndefined();
  });

  test("filters narrow the table down, together too", async () => {
    expect(await walk({ door: "one-b" })).toHaveLength(6);
    expect(await walk({ language: "en" })).toHaveLength(5);
    expect(await walk({ day: "2026-03-03" })).toHaveLength(7);
    expect(await walk({ door: "one-b", language: "en" })).toEqual(
      ids
        .filter((_, index) => index % 20 === 0)
        .map((id) => `2026-03-0${1 + (ids.indexOf(id) % 3)} ${id}`)
        .sort()
        .reverse(),
    );
    expect(await walk({ door: "two-a" })).toEqual([]);
  });

  test("a row says how much was answered, a response opens within its own study only", async () => {
    const { rows } = await listResponses(store.db, "one", { filter: {}, limit: 1 });
    expect(rows[0]).toMatchObject({ asked: 2, answered: 1, late: false, excluded: false });
    expect(await findResponse(store.db, "one", "foreign")).toBeUndefined();
    expect(await findResponse(store.db, "two", "foreign")).toMatchObject({ id: "foreign", excluded: false });
  });

  test("excluding and including again keep who, when and why; deciding twice records once", async () => {
    const decide = (action: "exclude" | "include", reason: string, studyId = "one") =>
      store.commit((trx) =>
        decideOnResponse(trx, {
          studyId,
          responseId: "r03",
          accountId: "li",
          action,
          reason,
          now: `2026-05-0${reason}`,
        }),
      );
    expect(await decide("exclude", "1")).toBe(true);
    expect(await decide("exclude", "2")).toBe(true);
    expect(await decide("exclude", "3", "two")).toBe(false);
    expect(await walk({ excluded: true })).toHaveLength(1);
    expect((await readFieldwork(store.db, "one")).excluded).toBe(1);
    expect(await decide("include", "4")).toBe(true);
    expect(await walk({ excluded: true })).toEqual([]);
    expect(
      (await listDecisions(store.db, "one", "r03")).map(({ action, by, reason }) => [action, by, reason]),
    ).toEqual([
      ["include", "li", "4"],
      ["exclude", "li", "1"],
    ]);
    expect(await listDecisions(store.db, "two", "r03")).toEqual([]);
  });
});
