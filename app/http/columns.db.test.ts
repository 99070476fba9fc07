import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { valueAt } from "#app/results/bundle.ts";
import { select } from "#app/results/filter.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { quoteLabels } from "#app/voices/labels.ts";
import { writersOf } from "#app/voices/selection.ts";
import { withdrawResponse } from "#db/queries/responses.server.ts";
import { findAnswers, scanWords } from "#db/queries/words.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { columnsKeeper } from "./columns.server.ts";
import { answer, idOf, prepare, study } from "./testing/stored-study.server.ts";

async function decide({ db }: TestDatabase, n: number, action: "exclude" | "include", decision: string) {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("responses")
      .set({ excluded: action === "exclude" ? 1 : 0 })
      .where("id", "=", idOf(n))
      .execute();
    await trx
      .insertInto("decisions")
      .values({
        id: decision,
        study_id: "study",
        account_id: "a",
        decided_at: "2026-03-03T00:00:00Z",
        action,
        subject: idOf(n),
        reason: "test",
      })
      .execute();
  });
}

describe.each(databases)("columns kept in memory on $name", ({ open }) => {
  let store: TestDatabase;
  // Two server processes over one database.
  let here: ReturnType<typeof columnsKeeper>;
  let there: ReturnType<typeof columnsKeeper>;
  const counted = async (keeper: typeof here, filter = {}) => {
    const found = await keeper(study);
    return found && select(found.columns, filter).length;
  };
  const ids = async (keeper: typeof here) => [...((await keeper(study))?.columns.ids ?? [])].sort();

  beforeAll(async () => {
    store = await open();
    here = columnsKeeper(() => store.db);
    // The other one reads in threads with connections of their own.
    there = columnsKeeper(
      () => store.db,
      () => store.url,
      100,
    );
    expect(await here(study)).toBeUndefined();
    await prepare(store);
    // More than one page of 1000.
    await store.db.transaction().execute(async (trx) => {
      const inside = { ...store, db: trx } as unknown as TestDatabase;
      for (let n = 0; n < 2100; n++) await answer(inside, n, n % 3 ? "North" : "South");
    });
  });
  afterAll(() => store.close());

  test("reads every page", async () => {
    expect(await counted(here)).toBe(2100);
    expect(await counted(there, { "cohort.college": ["South"] })).toBe(700);
    expect(await ids(here)).toEqual(Array.from({ length: 2100 }, (_, n) => idOf(n)).sort());
  });

  test("reads the same in threads", async () => {
    const [one, other] = [(await here(study))!.columns, (await there(study))!.columns];
    const rowOf = new Map([...other.ids].map((id, row) => [id, row]));
    expect([...rowOf.keys()].sort()).toEqual([...one.ids].sort());
    const codes = [...one.byCode.keys()];
    expect([...other.byCode.keys()]).toEqual(codes);
    const standing = ({ byCode, words, excluded, quality }: typeof one, row: number) => [
      ...codes.map((code) => {
        const column = byCode.get(code)!;
        const value = valueAt(column, row);
        return value < 0 || column.measure === "several" ? value : column.categories[value]!.code;
      }),
      ...[words[row], excluded[row], quality.get(row)],
    ];
    [...one.ids].forEach((id, row) => {
      expect(standing(other, rowOf.get(id)!)).toEqual(standing(one, row));
    });
    const judged = await Promise.all(
      [here, there].map(async (keeper) => (await keeper(study))!.judge(usualThresholds)),
    );
    expect(judged[0]!.masks).toHaveLength(2100);
  });

  test("sees an answer that came in through another process, with its words", async () => {
    await answer(store, 5000, "South", { OPC01: "很好", OPS01: "更多 practice" });
    expect(await counted(here)).toBe(2101);
    expect(await counted(there)).toBe(2101);
    const found = await here(study);
    const row = found?.columns.ids.find([idOf(5000)]).get(idOf(5000)) ?? -1;
    const mask = found?.columns.words[row] ?? 0;
    const answered = found?.columns.openItems.filter((_, bit) => mask & (1 << bit)).map((item) => item.code);
    expect(answered).toEqual(["OPC01", "OPS01"]);
  });

  test("sees exclusion, two opposite decisions at once, and inclusion", async () => {
    await decide(store, 1, "exclude", "d1");
    expect(await counted(here)).toBe(2100);
    // Every count stays as it is: only the number of decisions tells.
    await decide(store, 1, "include", "d2");
    await decide(store, 2, "exclude", "d3");
    for (const keeper of [here, there]) {
      const found = await keeper(study);
      const rows = found ? select(found.columns, {}) : [];
      const counting = new Set([...rows].map((row) => found?.columns.ids.at(row)));
      expect(counting.has(idOf(1))).toBe(true);
      expect(counting.has(idOf(2))).toBe(false);
      expect(counting.size).toBe(2100);
    }
    await decide(store, 2, "include", "d4");
    expect(await counted(here)).toBe(2101);
  });

  test("sees a withdrawal, also when a new answer takes its place in every count", async () => {
    await store.db.transaction().execute((trx) => withdrawResponse(trx, "hash 7", "2026-03-04"));
    await answer(store, 7000, "North");
    for (const keeper of [here, there]) {
      const now = await ids(keeper);
      expect(now).toHaveLength(2101);
      expect(now).not.toContain(idOf(7));
      expect(now).toContain(idOf(7000));
    }
  });

  test("takes part in one reading with all who ask at once, and misses nothing committed before it was asked", async () => {
    const first = here(study);
    await answer(store, 8000);
    const [, second, third] = await Promise.all([first, here(study), here(study)]);
    expect([...(second?.columns.ids ?? [])]).toContain(idOf(8000));
    expect(third).toBe(second);
  });

  test("goes on with a collector that is opened meanwhile, without reading all anew", async () => {
    const before = (await here(study))!.columns;
    await store.db
      .insertInto("collectors")
      .values({
        ...{ id: "West", wave_id: "w", slug: "west", name: "{}", expected_size: null, max_responses: null },
        cohort: JSON.stringify({ college: { "zh-CN": "West", en: "West" } }),
      })
      .execute();
    await answer(store, 8500, "West");
    for (const keeper of [here, there]) expect(await counted(keeper, { "cohort.college": ["West"] })).toBe(1);
    expect((await here(study))!.columns).toBe(before);
    await store.db.deleteFrom("responses").where("id", "=", idOf(8500)).execute();
    for (const keeper of [here, there]) expect(await ids(keeper)).not.toContain(idOf(8500));
  });

  test("the walk over words finds candidates by their spelling, page by page", async () => {
    await answer(store, 9000, "North", { OPE01: '100%"安静"_的\n考场 Practice' });
    const walk = async (pattern: string) => {
      const found: string[] = [];
      for (let after: string | undefined = ""; after !== undefined; ) {
        const page: Awaited<ReturnType<typeof scanWords>> = await scanWords(
          store.db,
          "study",
          pattern,
          after,
          500,
        );
        found.push(...page.rows.map((row) => row.id));
        after = page.next;
      }
      return found;
    };
    const { storedPattern } = await import("#app/voices/search.ts");
    for (const typed of ["安静", '100%"安', '"_的', "的 考场", "pRACTICE"]) {
      expect(await walk(storedPattern(typed)), typed).toContain(idOf(9000));
    }
    expect(await walk(storedPattern("_"))).toEqual([idOf(9000)]);
    expect(await walk(storedPattern("静安"))).toEqual([]);
  });

  test("answers are found as written, among the selected only, page by page", async () => {
    for (let n = 0; n < 5; n++) await answer(store, 20_000 + n, "North", { OPK01: `监考 Strict ${n}` });
    // The same words under another question, and from somebody who is not selected.
    await answer(store, 21_000, "North", { OPS01: "监考 Strict" });
    await answer(store, 21_001, "South", { OPK01: "监考 Strict" });
    const found = await here(study);
    if (!found) throw new Error("no columns");
    const policy = staffPolicy(5);
    const north = { "cohort.college": ["North"] };
    const at = found.columns.openItems.findIndex((item) => item.code === "OPK01");
    const writers = writersOf(found.columns, north, policy);
    if ("hidden" in writers) throw new Error(writers.hidden);
    const among = writers[at] ?? new Map();
    for (const search of ["", "考 sTRICT"]) {
      const wanted = { item: "OPK01", among, search, limit: 3 };
      const first = await findAnswers(store.db, "study", { ...wanted, after: "" });
      const second = await findAnswers(store.db, "study", { ...wanted, after: first.next ?? "" });
      expect([first.count, first.answers.length, second.answers.length, second.next]).toEqual([
        5,
        3,
        2,
        undefined,
      ]);
      const texts = [...first.answers, ...second.answers].map((one) => one.text).sort();
      expect(texts).toEqual([0, 1, 2, 3, 4].map((n) => `监考 Strict ${n}`));
    }
    const none = await findAnswers(store.db, "study", {
      item: "OPK01",
      among,
      search: "试卷",
      after: "",
      limit: 3,
    });
    expect(none).toEqual({ answers: [], count: 0, next: undefined });
    expect(writersOf(found.columns, { language: ["en"] }, policy)).toEqual({
      hidden: "few",
    });
  });

  test("a quote is labelled with its group only where that group passes the gate", async () => {
    const found = await here(study);
    if (!found) throw new Error("no columns");
    const { columns } = found;
    const label = quoteLabels(columns, {}, "cohort.college", staffPolicy(5));
    const south = select(columns, { "cohort.college": ["South"] });
    expect(label?.(south[0] as number)?.en).toBe("South");
    // Too few for this threshold: no label, and none for the other group, whose absence would tell.
    const strict = quoteLabels(columns, {}, "cohort.college", staffPolicy(south.length + 1));
    expect([...select(columns, {})].map((row) => strict?.(row)).filter(Boolean)).toEqual([]);
    expect(quoteLabels(columns, {}, "collector", staffPolicy(5))).toBeUndefined();
  });
});
