import { randomBytes } from "node:crypto";
import { type Kysely, type KyselyPlugin, type RootOperationNode, sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../connect.server.ts";
import { recordResponse } from "../queries/responses.server.ts";
import type { Database } from "../schema.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { smallResponse } from "../testing/small-response.ts";
import { insertSmallStudy } from "../testing/small-study.ts";

const students = 12;
const replays = 50;
const ids = () => Array.from({ length: students }, () => randomBytes(16).toString("hex"));

/** For the control only: says INSERT where the product says INSERT … ON CONFLICT DO NOTHING. */
const plainInserts: KyselyPlugin = {
  transformQuery: ({ node }) =>
    (node.kind === "InsertQueryNode" ? { ...node, onConflict: undefined } : node) as RootOperationNode,
  transformResult: async ({ result }) => result,
};

/** For the control only: the same table without its key and without the unique receipts. */
async function dropKeys(db: Kysely<Database>): Promise<void> {
  await sql`create table keyless as select * from responses`.execute(db);
  await sql`drop table responses`.execute(db);
  await sql`alter table keyless rename to responses`.execute(db);
}

describe.each(databases)(
  "$name: each answer sent fifty times at once, over two connections",
  ({ name, open }) => {
    let store: TestDatabase;
    let other: ReturnType<typeof connect>;
    afterEach(async () => {
      await other.close();
      await store.close();
    });

    /** @returns how many rows there are for how many students */
    async function rush(record: (connection: typeof other, id: string) => Promise<unknown>) {
      const sent = ids();
      const all = sent.flatMap((id) =>
        Array.from({ length: replays }, (_, replay) => record(replay % 2 ? store : other, id)),
      );
      const told = await Promise.all(all);
      const { rows } = await sql<{ id: string }>`select id from responses`.execute(store.db);
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(sent));
      return { told, rows: rows.length };
    }

    async function prepare(): Promise<void> {
      store = await open();
      other = connect(store.url);
      await insertSmallStudy(store.db, "double");
    }

    test("everybody is acknowledged and there is one row each", async () => {
      await prepare();
      const { told, rows } = await rush(({ commit }, id) =>
        commit((trx) => recordResponse(trx, smallResponse("double", id), "", null)),
      );
      expect(rows).toBe(students);
      expect(told.filter((one) => one === "recorded")).toHaveLength(students);
      expect(told.filter((one) => one === "again")).toHaveLength(students * (replays - 1));
    });

    test("control: without the keys and with a plain insert, the same rush does double", async () => {
      await prepare();
      await dropKeys(store.db);
      const { rows } = await rush(({ db, commit }, id) => {
        const record = (on: Kysely<Database>) =>
          recordResponse(on.withPlugin(plainInserts), smallResponse("double", id), "", null);
        // SQLite lets one writer in at a time: there the look before the insert fails only outside a transaction.
        return name === "sqlite" ? patiently(() => record(db)) : commit(record);
      });
      expect(rows).toBeGreaterThan(students);
    });
  },
);

/** Outside the product's committer nobody waits for the other connection's lock. */
async function patiently<T>(write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!String((error as { code?: string }).code).startsWith("SQLITE_BUSY")) throw error;
    }
  }
}
