import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, inject, test } from "vitest";
import { type Connection, connect } from "./connect.server.ts";
import { migrateToLatest } from "./migrate.server.ts";
import { fillOldDatabase, oldContent, schemaOf } from "./testing/old-database.ts";
import { databaseUrl, run } from "./testing/postgres-setup.ts";

const empty = [
  {
    name: "sqlite",
    async make() {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-migrate-"));
      return {
        url: path.join(folder, "not", "there", "yet.sqlite"),
        remove: async () => fs.rmSync(folder, { recursive: true }),
      };
    },
  },
  {
    name: "postgresql",
    async make() {
      const server = inject("postgres");
      const name = `tributary_empty_${randomBytes(6).toString("hex")}`;
      await run(server.url, `create database ${name} template template0 encoding 'UTF8'`);
      return {
        url: databaseUrl(server.url, name),
        remove: () => run(server.url, `drop database if exists ${name} with (force)`),
      };
    },
  },
];

describe.each(empty)("migrating $name", ({ name, make }) => {
  const open: Connection[] = [];
  const removals: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
    for (const remove of removals.splice(0)) await remove();
  });
  async function database() {
    const { url, remove } = await make();
    removals.push(remove);
    return (): Connection => {
      const connection = connect(url);
      open.push(connection);
      return connection;
    };
  }

  test("four starting together on an empty database: one migrates, three find it done", async () => {
    const another = await database();
    const ran = await Promise.all([another(), another(), another(), another()].map(migrateToLatest));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await schemaOf(another())).toContain("responses");
  });

  test("only one at a time prepares, and a failure lets the next one in", async () => {
    const another = await database();
    const order: string[] = [];
    const prepare = (who: string, fail: boolean) =>
      another().engine.alone(async () => {
        order.push(`${who} in`);
        await new Promise((resolve) => setTimeout(resolve, 120));
        order.push(`${who} out`);
        if (fail) throw new Error("cannot");
      });
    const both = await Promise.allSettled([prepare("one", true), prepare("other", false)]);
    expect(both.filter((one) => one.status === "rejected")).toHaveLength(1);
    const [first = "", second = ""] = order[0] === "one in" ? ["one", "other"] : ["other", "one"];
    expect(order).toEqual([`${first} in`, `${first} out`, `${second} in`, `${second} out`]);
  });

  test("one that fails half-way leaves the old schema and every row; the next finishes", async () => {
    const another = await database();
    const store = another();
    await fillOldDatabase(store, 20);
    const before = { content: await oldContent(store), schema: await schemaOf(store) };
    // Something of this name is in the way near the end of the second migration.
    const blocked = store.db.schema.createTable("volunteers").addColumn("id", "text");
    await blocked.execute();
    await expect(migrateToLatest(store)).rejects.toThrow(/volunteers/);
    await store.db.schema.dropTable("volunteers").execute();
    expect({ content: await oldContent(store), schema: await schemaOf(store) }).toEqual(before);
    expect(await migrateToLatest(another())).toContain("0002_fieldwork");
    expect(await oldContent(another())).toBe(before.content);
    const fresh = (await database())();
    await migrateToLatest(fresh);
    expect(await schemaOf(another())).toBe(await schemaOf(fresh));
  });

  test.runIf(name === "sqlite")("copies an old file aside before changing it", async () => {
    const { url, remove } = await make();
    removals.push(remove);
    const store = connect(url);
    open.push(store);
    await fillOldDatabase(store, 20);
    const before = await oldContent(store);
    await migrateToLatest(store);
    const copy = connect(`${url}.before-migration`);
    open.push(copy);
    expect(await oldContent(copy)).toBe(before);
    // It holds what was to be forgotten: a day later it goes, and not before.
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
    await store.engine.forgetBackUp?.(hours(23));
    expect(fs.existsSync(`${url}.before-migration`)).toBe(true);
    await store.engine.forgetBackUp?.(hours(25));
    expect(fs.existsSync(`${url}.before-migration`)).toBe(false);
    await store.engine.forgetBackUp?.(hours(50));
  });
});
