import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { CompiledQuery, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connection, connect } from "../connect.server.ts";
import { migrateToLatest } from "../migrate.server.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallResponse, insertSmallStudy } from "../testing/small-study.ts";

const newId = () => randomBytes(16).toString("hex");

describe("a SQLite file in trouble", () => {
  let store: Connection;
  let file: string;
  beforeAll(async () => {
    file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "tributary-trouble-")), "test.sqlite");
    store = connect(file);
    await migrateToLatest(store);
    await insertSmallStudy(store.db, "trouble");
  });
  afterAll(async () => {
    await store.close();
    fs.rmSync(path.dirname(file), { recursive: true, force: true });
  });
  const stored = async () =>
    (await store.db.selectFrom("responses").select("id").execute()).map(({ id }) => id);
  const send = (id: string) =>
    store
      .commit((trx) => insertSmallResponse(trx, "trouble", { id, words: "满".repeat(4000) }))
      .then(() => id);

  test("full: nobody is acknowledged, readers read on, and it goes on where it stopped", async () => {
    const pragma = (text: string) =>
      store.db.executeQuery<{ page_count: number }>(CompiledQuery.raw(`pragma ${text}`));
    const { rows } = await pragma("page_count");
    await pragma(`max_page_count = ${(rows[0]?.page_count ?? 0) + 8}`);
    const sent = await Promise.allSettled(Array.from({ length: 40 }, () => send(newId())));
    const alone = [];
    for (let one = 0; one < 10; one++) alone.push(...(await Promise.allSettled([send(newId())])));
    const acknowledged = [...sent, ...alone]
      .filter((one) => one.status === "fulfilled")
      .map((one) => one.value);
    const refused = [...sent, ...alone].filter((one) => one.status === "rejected").map((one) => one.reason);
    expect(refused.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeGreaterThan(0);
    // The reason itself, not the complaint about a rollback that SQLite has done already.
    for (const error of refused) {
      expect(error.code).toBe("SQLITE_FULL");
      expect(store.engine.isUnavailable(error)).toBe(true);
    }
    expect((await stored()).sort()).toEqual(acknowledged.sort());
    await pragma("max_page_count = 1073741823");
    const id = await send(newId());
    expect(await stored()).toContain(id);
  });

  test("locked for longer than anybody waits: everybody is told within three seconds, in short steps", async () => {
    const other = new BetterSqlite(file);
    other.exec("begin immediate");
    const before = await stored();
    const gaps: number[] = [];
    let last = performance.now();
    const beat = setInterval(() => {
      gaps.push(performance.now() - last);
      last = performance.now();
    }, 5);
    const started = performance.now();
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => send(newId())));
    const took = performance.now() - started;
    clearInterval(beat);
    other.exec("rollback");
    other.close();
    expect(sent.every((one) => one.status === "rejected" && store.engine.isUnavailable(one.reason))).toBe(
      true,
    );
    expect(took).toBeGreaterThan(1500);
    expect(took).toBeLessThan(5000);
    // Nine steps in ten: on a busy machine the process itself may have to wait for its turn.
    expect(gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.9)]).toBeLessThan(150);
    expect(await stored()).toEqual(before);
    const id = await send(newId());
    expect(await stored()).toContain(id);
  });

  test("locked for a moment: the write waits and succeeds", async () => {
    const other = new BetterSqlite(file);
    other.exec("begin immediate");
    const sending = send(newId());
    await pause(400);
    other.exec("commit");
    other.close();
    const id = await sending;
    expect(await stored()).toContain(id);
  });

  test("a mistake is not trouble", async () => {
    const wrong = await store
      .commit((trx) => insertSmallResponse(trx, "nobody", { id: newId() }))
      .catch((e) => e);
    expect(wrong.code).toBe("SQLITE_CONSTRAINT_FOREIGNKEY");
    expect(store.engine.isUnavailable(wrong)).toBe(false);
  });
});

describe("a PostgreSQL in trouble", () => {
  const [, postgresql] = databases;
  let store: TestDatabase;
  beforeAll(async () => {
    store = (await postgresql?.open()) as TestDatabase;
  });
  afterAll(() => store.close());
  const failure = (work: () => Promise<unknown>) =>
    work().then(
      () => undefined,
      (error) => error,
    );

  test("hanging up in the middle of a transaction fails that write alone; the next one succeeds", async () => {
    const other = connect(store.url);
    const error = await failure(() =>
      store.commit(async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.db);
        await pause(100);
        await trx.selectFrom("studies").select("id").execute();
      }),
    );
    expect(error).toBeInstanceOf(Error);
    expect(store.engine.isUnavailable(error)).toBe(true);
    await store.commit((trx) => insertSmallStudy(trx, "after"));
    await other.close();
  });

  test("a lock held by somebody else is waited for three seconds, not for ever", async () => {
    const other = connect(store.url);
    const error = await other.db.transaction().execute(async (holder) => {
      await sql`lock table studies in exclusive mode`.execute(holder);
      return failure(() => store.commit((trx) => insertSmallStudy(trx, "waiting")));
    });
    expect((error as { code: string }).code).toBe("55P03");
    expect(store.engine.isUnavailable(error)).toBe(true);
    await other.close();
  });

  test("that is not there is trouble, not a mistake", async () => {
    const absent = connect("postgres://nobody@127.0.0.1:1/none");
    const error = await failure(() =>
      absent.commit((trx) => trx.selectFrom("studies").select("id").execute()),
    );
    expect(absent.engine.isUnavailable(error)).toBe(true);
    await absent.close();
  });

  test("a mistake is not trouble", async () => {
    const wrong = await failure(() =>
      store.commit((trx) => insertSmallResponse(trx, "nobody", { id: newId() })),
    );
    expect(store.engine.isUnavailable(wrong)).toBe(false);
  });
});
