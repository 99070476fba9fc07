import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { productBlocks } from "#app/instrument/bank.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "../testing/small-study.ts";
import { deleteSavedBlock, listSavedBlocks, saveBlock } from "./saved-blocks.server.ts";

const { excerpt } = productBlocks().find((one) => one.id === "oneplusx-student.curriculum")!;

describe.each(databases)("saved blocks on $name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
    await insertSmallAccount(store.db, "li");
  });
  afterAll(() => store.close());
  const save = (studyId: string, words: string, minute: string) =>
    store.commit((trx) =>
      saveBlock(trx, {
        ...{ studyId, accountId: "li", excerpt, now: `2026-03-01T00:${minute}:00.000Z` },
        name: { "zh-CN": words, en: words },
      }),
    );

  test("come back as they were saved, the newest first, and belong to their study alone", async () => {
    await save("one", "first", "00");
    const second = await save("one", "second", "01");
    await save("two", "theirs", "02");
    const saved = await listSavedBlocks(store.db, "one");
    expect(saved.map((one) => one.name.en)).toEqual(["second", "first"]);
    expect(saved[0]!.excerpt).toEqual(excerpt);
    const remove = (studyId: string) => store.commit((trx) => deleteSavedBlock(trx, { studyId, id: second }));
    expect(await remove("two")).toBe(false);
    expect(await listSavedBlocks(store.db, "one")).toHaveLength(2);
    expect(await remove("one")).toBe(true);
    expect(await remove("one")).toBe(false);
    expect((await listSavedBlocks(store.db, "one")).map((one) => one.name.en)).toEqual(["first"]);
  });
});
